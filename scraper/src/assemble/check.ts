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
  const { evidence, unresolved: _, ...lists } = catalog;
  const records = Object.entries({ ...lists, reasons: lists.reasons.map(({ en }) => ({ id: en })) });
  const known = new Map<string, ReadonlySet<string>>();
  const problems: string[] = [];
  for (const [name, list] of records) {
    const ids = new Set<string>();
    for (const { id } of list) {
      if (ids.has(id)) problems.push(`${name}: "${id}" is there twice`);
      ids.add(id);
    }
    known.set(name, ids);
  }
  const refer = (from: string, to: string, id: string | null) => {
    if (id !== null && !known.get(to)?.has(id)) problems.push(`${from}: no "${id}" in ${to}`);
  };
  for (const rule of lists.ports) {
    for (const { list, id } of referencesOf(rule)) refer(rule.id, list, id);
    for (const { by, from } of [...rule.callers, ...rule.calls]) if (by === 'project') refer(rule.id, 'reasons', from);
    for (const side of ['callers', 'calls'] as const) {
      const roles = rule[side].map(({ role }) => role);
      const again = roles.filter((role, index) => roles.indexOf(role) !== index);
      problems.push(...again.map((role) => `${rule.id}: "${role}" is twice in ${side}`));
    }
  }
  for (const { id, product, products: all = [product] } of lists.documents) {
    for (const each of all) refer(id, 'products', each);
  }
  for (const table of lists.tables) {
    refer(table.id, 'products', table.product);
    refer(table.id, 'scenarios', table.scenario);
    refer(table.id, 'documents', table.document);
  }
  for (const { id, base, servers } of lists.roles) for (const other of [base, ...servers]) refer(id, 'roles', other);
  for (const { id, rule, reason } of lists.corrections) {
    refer(id, 'ports', rule);
    refer(id, 'reasons', reason);
  }
  for (const advisory of lists.advisories) for (const rule of advisory.rules) refer(advisory.id, 'ports', rule);
  for (const { rule } of evidence) refer('evidence', 'ports', rule);
  return problems;
}
