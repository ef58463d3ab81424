import { statSync } from 'node:fs';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { type Upstream, withdrawalOf, withdrawn } from '../../snapshot/withdrawn.ts';
import { readSnapshots } from '../snapshots.ts';

/** The snapshots before a run. */
export interface Kept {
  /** Of documents that the run did not take: they stay in the catalog. */
  others: Snapshot[];
  /** Those of them that the run marks as withdrawn. */
  marked: Snapshot[];
  /** Of documents that the run took anew. */
  replaced: Snapshot[];
  /** A snapshot that cannot be read is an error: its rules would be lost. */
  diagnostics: Diagnostic[];
}

/**
 * Reads the repository's snapshots, and tells those that the run replaces from those that stay.
 *
 * @param upstream what the source knows of documents that it no longer has; null where it knows nothing
 */
export function readKept(taken: readonly Snapshot[], folder: string, upstream: Upstream | null): Kept {
  const ids = new Set(taken.map(({ document }) => document.id));
  const { snapshots, diagnostics } = readSnapshots(folder);
  const before = snapshots.filter(({ document }) => !ids.has(document.id));
  const others = upstream === null ? before : before.map((each) => withdrawn(each, withdrawalOf(each, upstream)));
  return {
    others,
    marked: others.filter((each, index) => each !== before[index]),
    replaced: snapshots.filter(({ document }) => ids.has(document.id)),
    diagnostics,
  };
}

const NOTHING: Kept = { others: [], marked: [], replaced: [], diagnostics: [] };

/**
 * Reads what an earlier run wrote into a folder of its own. Only documents that are withdrawn stay there: what is not
 * among the documents of a run is not in its catalog. A snapshot that cannot be read is reported, and is no loss.
 */
export function readKeptOutside(taken: readonly Snapshot[], folder: string, upstream: Upstream | null): Kept {
  // What is no folder fails where it is written to, with a message that says so.
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return NOTHING;
  const kept = readKept(taken, folder, upstream);
  const others = kept.others.filter(({ document }) => document.withdrawn !== null);
  return { ...kept, others, diagnostics: kept.diagnostics.map((each) => ({ ...each, severity: 'warning' })) };
}

/**
 * Carries over what is known of a document's withdrawal to another copy of the same text: a file does not say whether
 * its document is still published.
 */
export function carryOver(taken: Snapshot, known: readonly Snapshot[]): Snapshot {
  const same = known.find(
    ({ document }) => document.id === taken.document.id && document.sha256 === taken.document.sha256,
  );
  return withdrawn(taken, same?.document.withdrawn ?? null);
}
