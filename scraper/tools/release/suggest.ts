import { isDeepStrictEqual } from 'node:util';
import type { Comparable, Difference } from '../../src/compare/diff.ts';

/**
 * The removed and added rules that stand in the same row of the same table: renamed, perhaps, but redirects.json does
 * not say so, and a row says too little to take it for granted.
 */
export function suggestRenames(
  older: Comparable,
  newer: Comparable,
  { added, removed }: Pick<Difference, 'added' | 'removed'>,
): { from: string; to: string }[] {
  const arrived = newer.ports.filter(({ id }) => added.includes(id));
  return older.ports.flatMap(({ id: from, origin }) => {
    if (!removed.includes(from) || origin === undefined) return [];
    return arrived.filter((rule) => isDeepStrictEqual(rule.origin, origin)).map(({ id: to }) => ({ from, to }));
  });
}
