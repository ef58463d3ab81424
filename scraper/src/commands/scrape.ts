import { join } from 'node:path';
import { assemble } from '../assemble/catalog.ts';
import { checkCatalog } from '../assemble/check.ts';
import { toJson } from '../assemble/json.ts';
import { writeFiles } from '../assemble/write.ts';
import { type Diagnostic, diagnostic, hasErrors } from '../model/diagnostic.ts';
import type { Snapshot, SnapshotDocument } from '../model/snapshot.ts';
import { readDocuments } from '../read/files.ts';
import type { FindProvenance } from '../read/sources.ts';
import { reportScrape } from '../report/report.ts';
import { takeSnapshot } from '../snapshot/snapshot.ts';
import { loadVocabulary } from '../vocabulary/load.ts';
import { readBefore } from './before.ts';
import { catalogFiles, snapshotFiles } from './files.ts';
import { count, countCatalog, failed, type Outcome } from './outcome.ts';
import type { Places } from './regenerate.ts';
import { readSnapshots } from './snapshots.ts';

export interface ScrapeOptions {
  /** Files and folders, relative to `cwd`. */
  paths: readonly string[];
  cwd: string;
  /** Where to write `snapshots/**` and `catalog.json`; null for the repository's own. */
  out: string | null;
  /** Whether to write what is understood, and list the rest. */
  lenient: boolean;
  /** Where documents were published; null to look for a `sources.json` beside or above them. */
  provenance: FindProvenance | null;
}

/** Makes snapshots of documents, and the catalog of the snapshots. */
export function scrape(options: ScrapeOptions, places: Places): Outcome {
  const vocabulary = loadVocabulary(places.vocabulary);
  const found = readDocuments(options.paths, options.cwd, options.provenance ?? undefined);
  const diagnostics = [...found.diagnostics];
  const taken: Snapshot[] = [];
  const typed = new Map<SnapshotDocument, string>();
  let passed = 0;
  for (const document of found.documents) {
    const result = takeSnapshot(document, vocabulary);
    if (!result.relevant && !document.named) {
      // A file among others need not be one of ours; a table in it that may be a port table is reported all the same.
      diagnostics.push(...result.diagnostics.filter(({ severity }) => severity === 'warning'));
      passed += 1;
      continue;
    }
    diagnostics.push(...result.diagnostics);
    if (result.snapshot === null) continue;
    taken.push(result.snapshot);
    typed.set(result.snapshot.document, document.path);
  }
  if (taken.length === 0 && !hasErrors(diagnostics)) {
    const where = options.paths.join(', ');
    diagnostics.push(diagnostic('error', 'nothing-found', 'no document with a port table here', where));
  }
  const kept = options.out === null ? othersThan(taken, places.snapshots, diagnostics) : [];
  const assembled = assemble([...kept, ...taken], vocabulary, (document) => typed.get(document) ?? document.path);
  diagnostics.push(...assembled.diagnostics);
  const catalog = { ...assembled.catalog, unresolved: diagnostics.filter(({ severity }) => severity !== 'note') };
  diagnostics.push(...checkCatalog(catalog).map((each) => diagnostic('error', 'inconsistent', each, 'catalog')));
  if (taken.length === 0 || isFatal(diagnostics, options.lenient)) return failed(diagnostics, 'Nothing was written.');
  const { before, diagnostics: unread } = readBefore(options.out, places.data);
  diagnostics.push(...unread);
  const fresh = assembled.snapshots.filter((each) => typed.has(each.document));
  const files =
    options.out === null
      ? new Map([...snapshotFiles(fresh, places.snapshots), ...catalogFiles(catalog, places.data)])
      : new Map([
          ...snapshotFiles(fresh, join(options.out, 'snapshots')),
          [join(options.out, 'catalog.json'), toJson(catalog)] as const,
        ]);
  writeFiles(files);
  const others = passed === 0 ? '' : `; ${count(passed, 'file')} without a port table`;
  const changes = reportScrape({
    before,
    after: catalog,
    documents: new Set(fresh.map(({ document }) => document.id)),
    unresolved: catalog.unresolved,
  });
  return { ok: true, diagnostics, report: [`${countCatalog(catalog)}${others}`], changes };
}

/** What no leniency helps against: a path that is not there, or a catalog that contradicts itself. */
const ALWAYS_FATAL = new Set(['unreadable', 'nothing-found', 'inconsistent', 'duplicate-document']);

function isFatal(diagnostics: readonly Diagnostic[], lenient: boolean): boolean {
  return lenient ? diagnostics.some(({ code }) => ALWAYS_FATAL.has(code)) : hasErrors(diagnostics);
}

/** The repository's snapshots of other documents: they stay in its catalog, so one that cannot be read is an error. */
function othersThan(taken: readonly Snapshot[], folder: string, diagnostics: Diagnostic[]): Snapshot[] {
  const ids = new Set(taken.map(({ document }) => document.id));
  const { snapshots, diagnostics: unreadable } = readSnapshots(folder);
  diagnostics.push(...unreadable);
  return snapshots.filter(({ document }) => !ids.has(document.id));
}
