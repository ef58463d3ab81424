import { join } from 'node:path';
import { z } from 'zod';
import type { Comparable } from '../../src/compare/diff.ts';
import { readJson } from './read-json.ts';

// Only what a comparison needs: an older release may have fewer fields than this one, or others.
const Entries = z.array(z.looseObject({ id: z.string() }));
const Lists = z.looseObject({
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
const Older = Lists.extend({ version: z.string().regex(/^\d+\.\d+\.\d+$/, 'not a version of three numbers') });

/**
 * Reads the data.json of an older release.
 *
 * @param path the file
 * @param called what messages call it
 * @throws Error in one line, where the file is not there or not a data.json
 */
export function readOlder(path: string, called: string): Comparable & { readonly version: string } {
  return fitting(Older, readJson(path, called), `${called}: not a data.json of @lync/port-catalog`);
}

/**
 * Reads the lists of the catalog, a file each in a folder.
 *
 * @throws Error in one line, where a file is missing or not a list of records
 */
export function readLists(folder: string): Comparable {
  const content = Object.keys(Lists.shape).map((name) => [
    name,
    readJson(join(folder, `${name}.json`), `${name}.json`),
  ]);
  return fitting(Lists, Object.fromEntries(content), folder);
}

function fitting<Schema extends z.ZodType>(schema: Schema, content: unknown, called: string): z.infer<Schema> {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  throw new Error(`${called}: ${place}${issue?.message}`);
}
