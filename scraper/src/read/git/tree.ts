import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import { isDocument } from '../document.ts';
import { git } from './command.ts';
import { pathIn, pathspec, readPath } from './paths.ts';
import type { Repository } from './repository.ts';

/** A document in a tree. */
export interface TreeDocument {
  path: string;
  /** The id of its content. */
  blob: string;
}

/**
 * Lists the documents (`.md`, `.markdown`, `.txt`) of a commit, by path. Links and submodules with such a name are
 * passed over and noted; a path that is not text in UTF-8, or that no file can have, is passed over with a warning.
 *
 * @param path a folder or a document; null for all
 * @throws GitError where the commit cannot be read
 */
export async function listDocuments(
  repository: Repository,
  commit: string,
  path: string | null = null,
): Promise<{ documents: TreeDocument[]; diagnostics: Diagnostic[] }> {
  const args = ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', commit, ...pathspec(pathIn(path))];
  const listed = await git(repository.gitDir, args);
  const documents: TreeDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { mode, blob, bytes } of entries(listed)) {
    if (!isDocument(bytes.toString('latin1'))) continue;
    const found = readPath(bytes);
    if (typeof found !== 'string') diagnostics.push(found);
    else if (mode.startsWith('100')) documents.push({ path: found, blob });
    else {
      const what = mode === '120000' ? 'a symbolic link' : 'a submodule';
      diagnostics.push(diagnostic('note', 'not-a-file', `passed over: ${what}`, found));
    }
  }
  return { documents, diagnostics };
}

/** `<mode> <type> <id>\t<path>`, each ended by a NUL. */
function* entries(listed: Buffer): Generator<{ mode: string; blob: string; bytes: Buffer }> {
  for (let at = 0; at < listed.length; ) {
    const end = listed.indexOf(0, at);
    const tab = listed.indexOf(9, at);
    const [mode = '', , blob = ''] = listed.toString('latin1', at, tab).split(' ');
    yield { mode, blob, bytes: listed.subarray(tab + 1, end) };
    at = end + 1;
  }
}
