import type { Withdrawal } from '../model/catalog.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { WithdrawnDocument } from '../read/source.ts';

/**
 * Whether the snapshot's document is among those that a source no longer has, and since when. It must have been read
 * from the same repository and branch, as far as they are known.
 */
export function withdrawalOf({ document }: Snapshot, gone: readonly WithdrawnDocument[]): Withdrawal | null {
  const differ = (own: string | null, theirs: string | null) => own !== null && theirs !== null && own !== theirs;
  const found = gone.find(({ path, repository, branch }) => {
    return path === document.path && !differ(document.repository, repository) && !differ(document.branch, branch);
  });
  return found === undefined ? null : { date: found.date.slice(0, 10), commit: found.commit };
}

/** Marks a snapshot as withdrawn; an earlier mark stays. */
export function withdrawn(snapshot: Snapshot, withdrawal: Withdrawal | null): Snapshot {
  if (withdrawal === null || snapshot.document.withdrawn !== null) return snapshot;
  return { ...snapshot, document: { ...snapshot.document, withdrawn: withdrawal } };
}

/**
 * Carries over the withdrawal of a document to another copy of it at the same commit, because a file does not say
 * whether its document is still published. A document that was published again has a later commit.
 */
export function carryOver(taken: Snapshot, known: readonly Snapshot[]): Snapshot {
  const { id, sha256, commit } = taken.document;
  const same = known.find(
    ({ document }) => document.id === id && document.sha256 === sha256 && document.commit === commit,
  );
  return withdrawn(taken, same?.document.withdrawn ?? null);
}
