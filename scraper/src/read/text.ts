import { diagnostic } from '../model/diagnostic.ts';
import { decode, decodeRoughly } from './decode.ts';
import type { Problem } from './source.ts';

/** The largest document, in bytes, far larger than any page. Anything larger is not kept in memory. */
export const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/** The problem of a document that is too large. */
export function tooLarge(size: number, path: string): Problem {
  const message = `${size} bytes are more than a document may have (${LARGEST_DOCUMENT})`;
  return { problem: diagnostic('error', 'too-large', message, path) };
}

/**
 * The text of a document: LF line ends, no byte order mark.
 *
 * @param named whether the document itself was named, not a folder above it
 * @returns what is wrong where it is not UTF-8, or only points to where its content is kept
 */
export function textOf(bytes: Uint8Array, path: string, named: boolean): string | Problem {
  const text = decode(bytes);
  if (text === null) {
    const problem = diagnostic('error', 'not-utf-8', 'not a text in UTF-8', path);
    return { problem, rough: named ? undefined : decodeRoughly(bytes) };
  }
  if (text.startsWith('version https://git-lfs.github.com/spec/')) {
    return { problem: diagnostic('error', 'lfs-pointer', 'its content is kept in Git LFS, and is not here', path) };
  }
  return text;
}
