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
  /** A snapshot that cannot be read is an error, because the run would lose its rules. */
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
  return { others, marked: others.filter((each, index) => each !== before[index]), diagnostics };
}

/**
 * Reads what an earlier run wrote into a folder of its own. The catalog keeps only its withdrawn documents, because the
 * run reads all others again. A snapshot that cannot be read there is therefore only a warning.
 */
export function readKeptOutside(taken: readonly Snapshot[], folder: string, gone: readonly WithdrawnDocument[]): Kept {
  // A file in the folder's place fails later, when the run writes there, with a message that names it.
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return { others: [], marked: [], diagnostics: [] };
  const kept = readKept(taken, folder, gone);
  const others = kept.others.filter(({ document }) => document.withdrawn !== null);
  return { ...kept, others, diagnostics: kept.diagnostics.map((each) => ({ ...each, severity: 'warning' })) };
}
