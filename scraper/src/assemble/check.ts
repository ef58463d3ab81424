import { z } from 'zod';
import { referencesOf } from '../../../packages/catalog/src/references.ts';
import { Catalog } from '../model/catalog.ts';

/**
 * Checks that a catalog is one: it fits its schema, ids are unique and every reference leads somewhere.
 *
 * @returns what is wrong, a line each; empty where nothing is
 */
export function checkCatalog(catalog: Catalog): string[] {
  const result = Catalog.safeParse(catalog);
  if (!result.success) return z.prettifyError(result.error).split('\n');
  const { ports, tables, scenarios, documents, roles, services, protocols, products } = catalog;
  const lists = { ports, tables, scenarios, documents, roles, services, protocols, products };
  const reasons = catalog.reasons.map(({ en }) => ({ id: en }));
  const ids = Object.fromEntries(
    Object.entries({ ...lists, corrections: catalog.corrections, advisories: catalog.advisories, reasons }).map(
      ([name, list]) => [name, list.map(({ id }) => id)],
    ),
  );
  const known = Object.fromEntries(Object.entries(ids).map(([name, list]) => [name, new Set(list)]));
  const problems = Object.entries(ids).flatMap(([name, list]) =>
    list.filter((id, index) => list.indexOf(id) !== index).map((id) => `${name}: "${id}" is there twice`),
  );
  const refer = (from: string, to: string, id: string | null) => {
    if (id !== null && !known[to]?.has(id)) problems.push(`${from}: no "${id}" in ${to}`);
  };
  for (const rule of ports) for (const { list, id } of referencesOf(rule)) refer(rule.id, list, id);
  for (const { id, product, products: all = [product] } of documents) {
    for (const each of all) refer(id, 'products', each);
  }
  for (const table of tables) {
    refer(table.id, 'products', table.product);
    refer(table.id, 'scenarios', table.scenario);
    refer(table.id, 'documents', table.document);
  }
  for (const role of roles) refer(role.id, 'roles', role.base);
  for (const { id, rule, reason } of catalog.corrections) {
    refer(id, 'ports', rule);
    refer(id, 'reasons', reason);
  }
  for (const advisory of catalog.advisories) for (const rule of advisory.rules) refer(advisory.id, 'ports', rule);
  for (const { rule } of catalog.evidence) refer('evidence', 'ports', rule);
  return problems;
}
