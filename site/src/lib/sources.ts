import type { Document } from '@lync/port-catalog';

/** An address of the web that data names, for a link; null for any other, which a browser may run. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https:\/\//.test(url) && URL.canParse(url) ? url : null;
}

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
  const parts = [...repository.split('/'), ...path.toWellFormed().split('/')];
  // A browser goes up a folder for each of these.
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return null;
  return `https://github.com/${repository}/blob/${commit}/${parts.slice(2).map(encodeURIComponent).join('/')}`;
}
