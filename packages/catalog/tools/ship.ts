import type { PortRule } from '../../../scraper/src/model/record.ts';
import type { ShippedCorrections, ShippedTables } from '../src/hydrate.ts';
import { sideBySide } from '../src/order.ts';
import { linesOf, REPEATING } from '../src/repeating.ts';
import type { CatalogData } from './data.ts';

/** What goes into the package's data modules; src/hydrate.ts, src/index.ts and src/evidence.ts put it together again. */

const PLAIN = ['role', 'service', 'authentication', 'direction'] as const;
const PARTS = [
  ...(['source', 'destination', 'transports', 'protocols', 'protocolNote', 'ports', 'sourcePorts'] as const),
  ...(['ruleName', 'notes', 'footnotes', 'devices', 'corrections'] as const),
];

/** Puts a part among the others, once, and says where: from 1, 0 for none. */
export type PlaceOf = (part: unknown) => number;

/** The parts of all products' rules, and where each is. */
export function collectParts({ ports, scenarios }: CatalogData): { parts: unknown[]; placeOf: PlaceOf } {
  const parts: unknown[] = [];
  const places = new Map<string, number>();
  const placeOf = (part: unknown): number => {
    if (part === null || (Array.isArray(part) && part.length === 0)) return 0;
    const key = JSON.stringify(part);
    const known = places.get(key) ?? parts.push(part);
    places.set(key, known);
    return known;
  };
  // Texts that are alike come to lie close together.
  for (const field of PARTS) for (const rule of sideBySide(ports, scenarios)) placeOf(partOf(rule, field));
  return { parts, placeOf };
}

/** A product's tables, and its rules in columns. */
export function shipTables(data: CatalogData, product: string, placeOf: PlaceOf): ShippedTables {
  const tables = data.tables.filter((table) => table.product === product);
  const rules = tables.map((table) => data.ports.filter((rule) => rule.table === table.id));
  const all = rules.flat();
  const present = <Cell>(column: Cell[]) => column.some((cell) => cell !== 0);
  const plain: [string, (string | number)[]][] = [
    ['id', all.map(({ id, table }) => id.slice(table.length + 1))],
    ['row', all.map(({ origin }) => origin.row)],
    ['transportsImplied', all.map(({ transportsImplied }) => Number(transportsImplied))],
    ...PLAIN.map((field): [string, (string | number)[]] => [field, all.map((rule) => rule[field] ?? 0)]),
  ];
  const placed = PARTS.map((field): [string, number[]] => [field, all.map((rule) => placeOf(partOf(rule, field)))]);
  return {
    tables: tables as unknown as ShippedTables['tables'],
    counts: rules.map(({ length }) => length),
    plain: Object.fromEntries(plain.filter(([, column]) => present(column))),
    places: Object.fromEntries(placed.filter(([, column]) => present(column))),
  };
}

function partOf(rule: PortRule, field: (typeof PARTS)[number]): unknown {
  return field === 'corrections' ? rule.corrections.map((id) => id.slice(rule.id.length + 1)) : rule[field];
}

/** All lists but rules, tables and evidence. */
export function shipNames(data: CatalogData, redirects: Readonly<Record<string, string>>): object {
  const { scenarios, products, documents, roles, services, protocols, advisories } = data;
  const corrections = shipCorrections(data);
  return { corrections, redirects, documents, scenarios, products, roles, services, protocols, advisories };
}

function shipCorrections({ ports, corrections }: CatalogData): ShippedCorrections {
  const places = new Map(ports.map(({ id }, index) => [id, index]));
  const reasons = [...new Set(corrections.map(({ reason }) => reason))];
  const of = [...new Set(corrections.map(({ rule }) => rule))].map((rule) => {
    const own = corrections.filter((each) => each.rule === rule);
    const shipped = own.map(({ id, field, published, corrected, reason, evidence, witness }) => {
      const seen = places.get(witness ?? '') ?? witness;
      return [id.slice(rule.length + 1), field, published, corrected, reasons.indexOf(reason), evidence, seen] as const;
    });
    return [places.get(rule) ?? -1, ...shipped] as const;
  });
  return { reasons, of };
}

/**
 * The published cells of each rule, in the order of `sideBySide`; a line is a pair of texts. A cell that a field of the
 * rule repeats word for word is the place of that field in REPEATING.
 */
export function shipEvidence({ ports, scenarios, evidence }: CatalogData): unknown {
  const cells = new Map(evidence.map((each) => [each.rule, each.cells]));
  return sideBySide(ports, scenarios).map((rule) => {
    return (cells.get(rule.id) ?? []).map((cell) => {
      const written = JSON.stringify(cell);
      const at = REPEATING.findIndex((field) => JSON.stringify(linesOf(rule, field)) === written);
      return at >= 0 ? at : cell.map(({ text, en }) => [text, en]);
    });
  });
}
