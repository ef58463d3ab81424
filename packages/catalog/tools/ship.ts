import type { PortRule } from '../../../scraper/src/model/record.ts';
import type { CatalogData } from './data.ts';

/** What goes into the package's data modules; src/hydrate.ts, src/index.ts and src/evidence.ts put it together again. */

/** A product's tables, and under each its rules, without what the table says and what a rule has not. */
export function shipTables(data: CatalogData, product: string): unknown {
  const tables = data.tables.filter((table) => table.product === product);
  const rules = tables.map((table) => data.ports.filter((rule) => rule.table === table.id).map(shipRule));
  return { tables, rules };
}

function shipRule(rule: PortRule): unknown {
  const { id, product, scenario, table, kind, corrections, origin, ports, ...facts } = rule;
  const present = Object.entries(facts).filter(([, value]) => {
    return value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
  });
  return {
    id: id.slice(table.length + 1),
    row: origin.row,
    ports,
    ...Object.fromEntries(present),
    ...(corrections.length === 0 ? {} : { corrections: corrections.map((each) => each.slice(id.length + 1)) }),
  };
}

/** All lists but rules, tables and evidence; a correction's id is the part behind its rule's. */
export function shipNames(data: CatalogData, redirects: Readonly<Record<string, string>>): unknown {
  const { scenarios, products, documents, roles, services, protocols, advisories } = data;
  const corrections = data.corrections.map((each) => ({ ...each, id: each.id.slice(each.rule.length + 1) }));
  return { scenarios, products, documents, roles, services, protocols, corrections, advisories, redirects };
}

/** The published cells of each rule, in the order of the rules; a line is a pair. */
export function shipEvidence(data: CatalogData): unknown {
  const cells = new Map(data.evidence.map((each) => [each.rule, each.cells]));
  return data.ports.map(({ id }) => {
    return (cells.get(id) ?? []).map((cell) => cell.map(({ text, en }) => [text, en]));
  });
}
