import type { Document } from '@lync/port-catalog';

/** The published document at its commit, for people; null where that is not known. */
export function sourceUrl({
  repository,
  commit,
  path,
}: Pick<Document, 'repository' | 'commit' | 'path'>): string | null {
  if (
    repository === null ||
    commit === null ||
    !/^[\w.-]+\/[\w.-]+$/.test(repository) ||
    !/^[0-9a-f]{40}$/.test(commit)
  ) {
    return null;
  }
  return `https://github.com/${repository}/blob/${commit}/${path.split('/').map(encodeURIComponent).join('/')}`;
}
