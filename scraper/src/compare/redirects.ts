import type { Key } from './names.ts';

/** What was renamed, and what it is called now. */
export type Redirects = ReadonlyMap<Key, Key>;

/** The record that a key leads to now, over any number of redirects; null where they end nowhere or go in a circle. */
export function resolve(key: Key, redirects: Redirects, present: ReadonlySet<Key>): Key | null {
  const seen = new Set<Key>();
  let current = key;
  while (!present.has(current)) {
    const next = redirects.get(current);
    if (next === undefined || seen.has(current)) return null;
    seen.add(current);
    current = next;
  }
  return current;
}
