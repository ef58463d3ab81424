import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import { GitError } from './command.ts';

/**
 * A folder or document in a repository, as git names it: no slash at either end.
 *
 * @param typed `Lync/`, `Lync/page.md`; `.`, an empty text and null are all of it
 * @throws GitError where it leads out of the repository
 */
export function pathIn(typed: string | null): string {
  const path = (typed ?? '')
    .replace(/^(?:\.\/+)+/, '')
    .replace(/\/+$/, '')
    .replace(/^\.$/, '');
  if (path === '') return '';
  if (path.startsWith('-') || !isPlainPath(path)) {
    throw new GitError(`${JSON.stringify(typed)}: no path in a repository: write it as git does, from its root`);
  }
  return path;
}

/** Git's pathspec for a path; empty for the whole repository. */
export function pathspec(path: string): string[] {
  return path === '' ? [] : ['--', path];
}

/** A path in a tree as text, or a warning where no file can have such a path. */
export function readPath(bytes: Buffer): string | Diagnostic {
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) {
    return diagnostic('warning', 'odd-path', 'passed over: its path is not text in UTF-8', text);
  }
  return isPlainPath(text)
    ? text
    : diagnostic('warning', 'odd-path', 'passed over: no path that a file can have', text);
}

function isPlainPath(path: string): boolean {
  if (/[\p{Cc}\\]/u.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && part.toLowerCase() !== '.git');
}
