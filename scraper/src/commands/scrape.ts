import { join } from 'node:path';
import { toJson } from '../assemble/json.ts';
import { writeFiles } from '../assemble/write.ts';
import type { Catalog } from '../model/catalog.ts';
import { type Diagnostic, diagnostic, hasErrors } from '../model/diagnostic.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Documents } from '../read/source.ts';
import { reportScrape } from '../report/report.ts';
import { type Upstream, withdrawalOf } from '../snapshot/withdrawn.ts';
import { loadVocabulary } from '../vocabulary/load.ts';
import { readBefore } from './before.ts';
import { catalogFiles, snapshotFiles } from './files.ts';
import { count, countCatalog, failed, type Outcome } from './outcome.ts';
import type { Places } from './regenerate.ts';
import { isFatal, makeCatalog } from './scrape/catalog.ts';
import { carryOver, type Kept, readKept, readKeptOutside } from './scrape/kept.ts';
import { type Taken, takeSnapshots } from './scrape/take.ts';
import { readSnapshots } from './snapshots.ts';

export interface ScrapeOptions {
  /** The documents, from any source (`read/`). */
  documents: Documents;
  /** What was typed as the source, for messages. */
  typed: string;
  /** Where to write `snapshots/**` and `catalog.json`; null for the repository's own. */
  out: string | null;
  /** Whether to write what is understood, and list the rest. */
  lenient: boolean;
  /** What the source knows of documents that it no longer has; null, or left out, where it knows nothing of such. */
  upstream?: Upstream | null;
}

/** All that a run found out, before anything is written. */
export interface Scraped {
  taken: Taken;
  /** The snapshots before the run, as far as they stay in its catalog. */
  kept: Kept;
  catalog: Catalog;
  /** The snapshots to write. */
  fresh: Snapshot[];
  diagnostics: Diagnostic[];
  /** Whether it may be written. */
  ok: boolean;
}

/** Makes snapshots of documents, and the catalog of the snapshots. */
export async function scrape(options: ScrapeOptions, places: Places): Promise<Outcome> {
  const scraped = await scrapeDocuments(options, places);
  const { catalog, diagnostics, ok, taken, fresh } = scraped;
  if (!ok) return failed(diagnostics, 'Nothing was written.');
  const { before, diagnostics: unread } = readBefore(options.out, places.data);
  writeFiles(outputFiles(scraped, options.out, places));
  const others = taken.passed === 0 ? '' : `; ${count(taken.passed, 'file')} without a port table`;
  const documents = new Set(fresh.map(({ document }) => document.id));
  const changes = reportScrape({ before, after: catalog, documents, unresolved: catalog.unresolved });
  const report = [`${countCatalog(catalog)}${others}`];
  return { ok: true, diagnostics: [...diagnostics, ...unread], report, changes };
}

/** The stages of a run up to the writing: reading and taking snapshots, those that stay, the catalog, its checks. */
export async function scrapeDocuments(options: ScrapeOptions, places: Places): Promise<Scraped> {
  const vocabulary = loadVocabulary(places.vocabulary);
  const { out, upstream = null } = options;
  const read = await takeSnapshots(options.documents, vocabulary);
  const taken = upstream === null ? withWithdrawals(read, places.snapshots) : read;
  const snapshots = taken.snapshots.map(({ snapshot }) => snapshot);
  const kept =
    out === null
      ? readKept(snapshots, places.snapshots, upstream)
      : readKeptOutside(snapshots, join(out, 'snapshots'), upstream);
  const found = [...taken.diagnostics];
  // A repository that no longer has any of its documents has been read all the same.
  const known = upstream !== null && kept.others.some((each) => withdrawalOf(each, upstream) !== null);
  if (snapshots.length === 0 && !known && !hasErrors(found)) {
    found.push(diagnostic('error', 'nothing-found', 'no document with a port table here', options.typed));
  }
  const made = makeCatalog(taken.snapshots, kept.others, vocabulary, [...found, ...kept.diagnostics]);
  const ok = (snapshots.length > 0 || known) && !isFatal(made.diagnostics, options.lenient);
  return { taken, kept, ...made, ok };
}

function withWithdrawals(taken: Taken, folder: string): Taken {
  const { snapshots: known } = readSnapshots(folder);
  return {
    ...taken,
    snapshots: taken.snapshots.map((each) => ({ ...each, snapshot: carryOver(each.snapshot, known) })),
  };
}

/** The files that a run writes: into a folder of its own, or into the repository. */
function outputFiles({ catalog, fresh, kept }: Scraped, out: string | null, places: Places): Map<string, string> {
  const snapshots = [...fresh, ...kept.marked];
  if (out === null) {
    return new Map([...snapshotFiles(snapshots, places.snapshots), ...catalogFiles(catalog, places.data)]);
  }
  return new Map([...snapshotFiles(snapshots, join(out, 'snapshots')), [join(out, 'catalog.json'), toJson(catalog)]]);
}
