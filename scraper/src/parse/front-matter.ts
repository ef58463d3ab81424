import { FAILSAFE_SCHEMA, load, realMapTag } from 'js-yaml';
import { withoutControls } from './controls.ts';

// Every scalar stays a text, and maps are Maps, so that a key such as `constructor` is a key like others.
const schema = FAILSAFE_SCHEMA.withTags(realMapTag);

/** The scalar entries of a page's front matter, as written; lists and maps are left out. */
export type FrontMatter = ReadonlyMap<string, string>;

// Between two lines of three dashes, of which the first is the first of the page.
const FRONT_MATTER = /^---[ \t]*\n(?:([\s\S]*?)\n)??---[ \t]*(?:\n|$)/;

/**
 * Splits a page into its front matter and what stands below it.
 *
 * @returns null for front matter that is missing, or is not a map of keys to values
 */
export function splitFrontMatter(text: string): { frontMatter: FrontMatter | null; body: string } {
  const [whole, yaml = ''] = FRONT_MATTER.exec(text) ?? [];
  if (whole === undefined) return { frontMatter: null, body: text };
  return { frontMatter: readFrontMatter(yaml), body: text.slice(whole.length) };
}

/**
 * Reads front matter without giving its values types: `05/11/2019` and `1.0` stay as they are written.
 *
 * @returns null where the YAML is not a map of keys to values
 */
export function readFrontMatter(yaml: string): FrontMatter | null {
  const content = loadOrNull(yaml);
  if (!(content instanceof Map)) return null;
  return new Map(
    [...content].flatMap(([key, value]) =>
      typeof key === 'string' && typeof value === 'string' ? [[key, withoutControls(value.trim())] as const] : [],
    ),
  );
}

function loadOrNull(yaml: string): unknown {
  try {
    return load(yaml, { schema });
  } catch {
    return null;
  }
}
