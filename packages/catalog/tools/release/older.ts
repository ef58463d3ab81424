import { z } from 'zod';
import type { Comparable } from '../../../../scraper/src/compare/diff.ts';
import { readJson } from './read-json.ts';

// Only what a comparison needs: an older release may have fewer fields than this one, or others.
const Entries = z.array(z.looseObject({ id: z.string() }));
const Older = z.looseObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'not a version of three numbers'),
  ports: Entries,
  tables: Entries,
  scenarios: Entries,
  documents: Entries,
  roles: Entries,
  services: Entries,
  protocols: Entries,
  products: Entries,
  corrections: Entries,
  advisories: Entries,
});

/**
 * Reads the data.json of an older release.
 *
 * @param path the file
 * @param called what messages call it
 * @throws Error in one line, where the file is not there or not a data.json
 */
export function readOlder(path: string, called: string): Comparable & { readonly version: string } {
  const content = readJson(path, called);
  const result = Older.safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  throw new Error(`${called}: not a data.json of @lync/port-catalog: ${place}${issue?.message}`);
}
