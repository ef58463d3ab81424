import type { Withdrawal } from '../model/record.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Commit } from '../read/git/log.ts';
import { publishedCommit } from '../read/git/upstream.ts';

/** What a repository says at a ref of documents that it no longer has. */
export interface Upstream {
  /** Its public name; null where it is known on this machine only. */
  repository: string | null;
  branch: string | null;
  /** The documents that were removed, and not only renamed, each with the commit that removed it. */
  gone: readonly { path: string; commit: Commit }[];
}

/** Whether the repository had the snapshot's document on that branch, and no longer has it. */
export function withdrawalOf({ document }: Snapshot, upstream: Upstream): Withdrawal | null {
  const differs = (own: string | null, theirs: string | null) => own !== null && theirs !== null && own !== theirs;
  if (differs(document.repository, upstream.repository) || differs(document.branch, upstream.branch)) return null;
  const gone = upstream.gone.find(({ path }) => path === document.path);
  if (gone === undefined) return null;
  return { date: gone.commit.committed.slice(0, 10), commit: publishedCommit(gone.commit) };
}

/** The snapshot with the mark; one that is marked keeps the first. */
export function withdrawn(snapshot: Snapshot, withdrawal: Withdrawal | null): Snapshot {
  if (withdrawal === null || snapshot.document.withdrawn !== null) return snapshot;
  return { ...snapshot, document: { ...snapshot.document, withdrawn: withdrawal } };
}
