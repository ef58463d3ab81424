import type { Commit } from './log.ts';

/**
 * The commit as its publisher knows it. A copy of a repository that holds a part of its documents (a bundle of some
 * pages) cannot keep the ids of its commits; it says in the subject of each of which one it is the copy.
 */
export function publishedCommit({ id, subject }: Pick<Commit, 'id' | 'subject'>): string {
  return /^Upstream ([0-9a-f]{40})$/.exec(subject)?.[1] ?? id;
}
