import { assemble } from '../../assemble/catalog.ts';
import { checkCatalog } from '../../assemble/check.ts';
import type { Catalog } from '../../model/catalog.ts';
import { type Diagnostic, diagnostic, hasErrors } from '../../model/diagnostic.ts';
import type { Snapshot, SnapshotDocument } from '../../model/snapshot.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { TakenSnapshot } from './take.ts';

export interface Made {
  catalog: Catalog;
  /** The snapshots of the run that are in the catalog: one of each document. */
  fresh: Snapshot[];
  /** What was found before, and what came with the catalog. */
  diagnostics: Diagnostic[];
}

/**
 * Makes the catalog of the snapshots taken and of those that stay, and checks it.
 *
 * @param before what was found so far: the catalog lists it as unresolved
 */
export function makeCatalog(
  taken: readonly TakenSnapshot[],
  others: readonly Snapshot[],
  vocabulary: Vocabulary,
  before: readonly Diagnostic[],
): Made {
  const typed = new Map<SnapshotDocument, string>(taken.map(({ snapshot, path }) => [snapshot.document, path]));
  const snapshots = [...others, ...taken.map(({ snapshot }) => snapshot)];
  const assembled = assemble(snapshots, vocabulary, (document) => typed.get(document) ?? document.path);
  const diagnostics = [...before, ...assembled.diagnostics];
  const catalog = { ...assembled.catalog, unresolved: diagnostics.filter(({ severity }) => severity !== 'note') };
  for (const each of checkCatalog(catalog)) diagnostics.push(diagnostic('error', 'inconsistent', each, 'catalog'));
  return { catalog, fresh: assembled.snapshots.filter((each) => typed.has(each.document)), diagnostics };
}

/** These errors end a lenient run too, because what it would write would be wrong or empty. */
const ALWAYS_FATAL = new Set(['unreadable', 'sha256-mismatch', 'nothing-found', 'inconsistent', 'duplicate-document']);

/** Whether nothing may be written. */
export function isFatal(diagnostics: readonly Diagnostic[], lenient: boolean): boolean {
  return lenient ? diagnostics.some(({ code }) => ALWAYS_FATAL.has(code)) : hasErrors(diagnostics);
}
