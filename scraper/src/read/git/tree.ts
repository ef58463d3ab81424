import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import { isDocument } from '../document.ts';
import { git } from './command.ts';
import { split } from './log.ts';
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
  for (const entry of split(listed)) {
    // `<mode> <type> <id>\t<path>`
    const tab = entry.indexOf(9);
    const [mode = '', , blob = ''] = entry.toString('latin1', 0, tab).split(' ');
    const bytes = entry.subarray(tab + 1);
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
