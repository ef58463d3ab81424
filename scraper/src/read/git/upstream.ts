import type { Commit } from './log.ts';

/**
 * The id of a commit in the repository of its publisher. A bundle of some of the pages has commits with ids of its own,
 * so the subject of each names the commit that it copies.
 */
export function publishedCommit({ id, subject }: Pick<Commit, 'id' | 'subject'>): string {
  return /^Upstream ([0-9a-f]{40})$/.exec(subject)?.[1] ?? id;
}
