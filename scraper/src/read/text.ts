import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { decode } from './decode.ts';

/** Larger than any page by far, in bytes; nothing beyond it is kept in memory. */
export const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/** What is said of a document of so many bytes, more than one may have. */
export function tooLarge(size: number, path: string): Diagnostic {
  const message = `${size} bytes are more than a document may have (${LARGEST_DOCUMENT})`;
  return diagnostic('error', 'too-large', message, path);
}

/** What is said of a document that cannot be decoded. */
export function notUtf8(path: string): Diagnostic {
  return diagnostic('error', 'not-utf-8', 'not a text in UTF-8', path);
}

/**
 * The text of a document that came out of a repository: LF line ends, no byte order mark.
 *
 * @returns what is wrong where it is not UTF-8, or only points to where its content is kept
 */
export function textOf(bytes: Uint8Array, path: string): string | Diagnostic {
  const text = decode(bytes);
  if (text === null) return notUtf8(path);
  if (text.startsWith('version https://git-lfs.github.com/spec/')) {
    return diagnostic('error', 'lfs-pointer', 'its content is kept in Git LFS, not in the repository', path);
  }
  return text;
}
