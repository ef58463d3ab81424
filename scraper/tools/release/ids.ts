import { byCodeUnit, type Key, readKey } from '../../src/compare/names.ts';
import { type Redirects, resolve } from '../../src/compare/redirects.ts';

/** released-ids.txt: every id that was ever released, a line each with its kind in front. */

const HEADER = `# Every id that was ever released, with its kind in front. Written by \`pnpm release:ids\` for each release; nothing is
# taken off. \`pnpm release:check\` fails where one of them leads to nothing, in the catalog or over redirects.json.
`;

/**
 * Reads released-ids.txt.
 *
 * @throws Error that names the line, where it is no id
 */
export function readIds(text: string): Key[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line === '' || line.startsWith('#')) return [];
    const key = readKey(line);
    if (key === null) throw new Error(`released-ids.txt:${index + 1}: "${line}" is not a kind and an id`);
    return [key];
  });
}

/** The content of released-ids.txt. */
export function writeIds(keys: Iterable<Key>): string {
  const lines = [...new Set(keys)].sort(byCodeUnit).map((key) => `${key}\n`);
  return `${HEADER}${lines.join('')}`;
}

/** The released ids that lead to nothing any more. */
export function danglingIds(released: readonly Key[], redirects: Redirects, present: ReadonlySet<Key>): Key[] {
  return released.filter((key) => resolve(key, redirects, present) === null);
}
