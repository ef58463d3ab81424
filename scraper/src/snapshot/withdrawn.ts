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
 *
 * @param withEnglish whether the English that the known snapshot has beside it is carried over as well. A page that is
 *   just this English, read without the page that it stands beside, then leaves the known snapshot as it is.
 */
export function carryOver(taken: Snapshot, known: readonly Snapshot[], withEnglish: boolean): Snapshot {
  const { id, sha256, commit } = taken.document;
  const same = known.find(({ document }) => document.id === id);
  if (same === undefined) return taken;
  if (withEnglish && same.english?.document.sha256 === sha256) return same;
  if (same.document.sha256 !== sha256 || same.document.commit !== commit) return taken;
  const isWithout = withEnglish && taken.english === undefined && same.english !== undefined;
  return withdrawn(isWithout ? { ...taken, english: same.english } : taken, same.document.withdrawn);
}
