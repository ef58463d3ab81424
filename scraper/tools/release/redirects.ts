import { z } from 'zod';
import { type Key, nameOf, partsOf, readName } from '../../src/compare/names.ts';
import { type Redirects, resolve } from '../../src/compare/redirects.ts';

const Content = z.record(z.string(), z.string());

/**
 * Reads the content of redirects.json: `{ "old": "new" }`, both named as `nameOf` names them.
 *
 * @throws Error that names the entry, where it is none
 */
export function readRedirects(content: unknown): Redirects {
  const result = Content.safeParse(content);
  if (!result.success) throw new Error('redirects.json: expected an object of old ids and the new id of each');
  return new Map(
    Object.entries(result.data).map(([from, to]) => {
      const [old, current] = [readName(from), readName(to)];
      if (old === null || current === null) {
        throw new Error(`redirects.json: "${old === null ? from : to}" begins with no kind of record`);
      }
      return [old, current];
    }),
  );
}

/** What is wrong with redirects, a line each: all must lead from an id that is gone to one of the same kind. */
export function checkRedirects(redirects: Redirects, present: ReadonlySet<Key>): string[] {
  return [...redirects].flatMap(([from, to]) => {
    const at = `redirects.json: "${nameOf(from)}"`;
    if (present.has(from)) return [`${at} is still in the catalog, and needs no redirect`];
    if (partsOf(from).kind !== partsOf(to).kind) return [`${at} leads to another kind of record, "${nameOf(to)}"`];
    if (resolve(from, redirects, present) === null) return [`${at} leads nowhere: nothing is called "${nameOf(to)}"`];
    return [];
  });
}
