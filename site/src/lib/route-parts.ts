/** A part of an address that the site writes a file for: letters, digits, and single marks between them. */
const PART = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/i;
/** File systems take no longer names, and a page's ending needs room. */
const LONGEST = 200;

/**
 * A path that data is part of, as it is.
 *
 * @throws Error where it could lead out of the site's folder, or into another page's
 */
export function checkedPath(path: string): string {
  if (path.split('/').every((part) => PART.test(part) && part.length <= LONGEST)) return path;
  throw new Error(`no file of the site may be called ${JSON.stringify(path.slice(0, LONGEST))}`);
}
