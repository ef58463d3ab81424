import { isMap, isScalar, parseDocument } from 'yaml';

/** The scalar entries of a page's front matter, as written; lists and maps are left out. */
export type FrontMatter = ReadonlyMap<string, string>;

/**
 * Reads front matter without giving its values types: `05/11/2019` and `1.0` stay as they are written.
 *
 * @returns null where the YAML is not a map of keys to values
 */
export function readFrontMatter(yaml: string): FrontMatter | null {
  const document = parseDocument(yaml, { schema: 'failsafe', uniqueKeys: true, logLevel: 'silent' });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  return new Map(
    document.contents.items.flatMap(({ key, value }) =>
      isScalar(key) && isScalar(value) ? [[String(key.value), String(value.value).trim()] as const] : [],
    ),
  );
}
