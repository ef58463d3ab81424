import { statSync } from 'node:fs';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { WithdrawnDocument } from '../../read/source.ts';
import { withdrawalOf, withdrawn } from '../../snapshot/withdrawn.ts';
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
 * @param gone the documents that the source no longer has
 */
export function readKept(taken: readonly Snapshot[], folder: string, gone: readonly WithdrawnDocument[]): Kept {
  const ids = new Set(taken.map(({ document }) => document.id));
  const { snapshots, diagnostics } = readSnapshots(folder);
  const before = snapshots.filter(({ document }) => !ids.has(document.id));
  const others = before.map((each) => withdrawn(each, withdrawalOf(each, gone)));
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
export function readKeptOutside(taken: readonly Snapshot[], folder: string, gone: readonly WithdrawnDocument[]): Kept {
  // What is no folder fails where it is written to, with a message that says so.
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return NOTHING;
  const kept = readKept(taken, folder, gone);
  const others = kept.others.filter(({ document }) => document.withdrawn !== null);
  return { ...kept, others, diagnostics: kept.diagnostics.map((each) => ({ ...each, severity: 'warning' })) };
}
