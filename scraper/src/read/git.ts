/**
 * Reads documents out of git repositories, without a work tree: open one, find a ref, list the documents there or
 * their histories, read the contents, close it.
 */
export { type Blob, readBlobs } from './git/blobs.ts';
export { GitError, withoutCredentials } from './git/command.ts';
export {
  changedDocuments,
  type DocumentHistory,
  documentHistories,
  type GoneDocument,
  goneDocuments,
  lastChanges,
  type Revision,
} from './git/history.ts';
export type { Commit } from './git/log.ts';
export { listBranches, mergeBase, type Ref, resolveRef } from './git/refs.ts';
export { type OpenOptions, openRepository, type Repository } from './git/repository.ts';
export { listDocuments, type TreeDocument } from './git/tree.ts';
