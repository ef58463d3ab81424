import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { readSnapshots } from '../snapshots.ts';

/** The repository's snapshots, before a run. */
export interface Kept {
  /** Of documents that the run did not take: they stay in its catalog. */
  others: Snapshot[];
  /** Of documents that the run took anew. */
  replaced: Snapshot[];
  /** A snapshot that cannot be read is an error: its rules would be lost. */
  diagnostics: Diagnostic[];
}

/** Reads the repository's snapshots, and tells those that the run replaces from those that stay. */
export function readKept(taken: readonly Snapshot[], folder: string): Kept {
  const ids = new Set(taken.map(({ document }) => document.id));
  const { snapshots, diagnostics } = readSnapshots(folder);
  return {
    others: snapshots.filter(({ document }) => !ids.has(document.id)),
    replaced: snapshots.filter(({ document }) => ids.has(document.id)),
    diagnostics,
  };
}
