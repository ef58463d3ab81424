import { join } from 'node:path';
import { toJson } from '../assemble/json.ts';
import { claimOutput, folderOf } from '../assemble/write.ts';
import { learnFrom } from '../learn/learnt.ts';
import type { Catalog } from '../model/catalog.ts';
import { type Diagnostic, diagnostic, hasErrors } from '../model/diagnostic.ts';
import type { ScrapeReport } from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { PageReader } from '../parse/reader.ts';
import type { Documents } from '../read/source.ts';
import type { ComparedCatalog } from '../report/before.ts';
import { overviewOf } from '../report/overview.ts';
import { reportScrape } from '../report/report.ts';
import { countTables } from '../report/tables.ts';
import { carryOver, withdrawalOf } from '../snapshot/withdrawn.ts';
import { mergeVariants } from '../variants/merge.ts';
import { loadVocabulary } from '../vocabulary/load.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { readBefore } from './before.ts';
import { catalogFiles, snapshotFiles } from './files.ts';
import { onInterrupt } from './interrupt.ts';
import { count, countCatalog, failed, type Outcome } from './outcome.ts';
import type { Progress } from './progress.ts';
import type { Places } from './regenerate.ts';
import { isFatal, makeCatalog } from './scrape/catalog.ts';
import { type Kept, readKept, readKeptOutside } from './scrape/kept.ts';
import { overviewOfLacks } from './scrape/lacking.ts';
import { type Taken, takeAgain, takeSnapshots } from './scrape/take.ts';
import { readSnapshots } from './snapshots.ts';

export interface ScrapeOptions {
  /** The documents, from any source (`read/`). */
  documents: Documents;
  /** What was typed as the source, for messages. */
  typed: string;
  /** Whether it is fine to find nothing, because only changed documents were asked for. */
  mayBeEmpty?: boolean;
  /** Where to write `snapshots/**` and `catalog.json`; null for the repository's own. */
  out: string | null;
  /** Whether to write what is understood, and list the rest. */
  lenient: boolean;
  /** Shows how far the run is. */
  progress?: Progress;
  /** What reads pages; whoever started it closes it. */
  reader: PageReader;
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

/**
 * Makes snapshots of documents, and the catalog of the snapshots. The folder that is written into is claimed first, so
 * that what a run reads there is what it writes beside; it is left as it was by a run that fails or is interrupted.
 *
 * @throws Error where another run is at work there, or a file cannot be written
 */
export async function scrape(options: ScrapeOptions, places: Places): Promise<Outcome> {
  const output = claimOutput(options.out ?? folderOf([places.snapshots, places.data]));
  const interruptible = onInterrupt(() => output.release());
  try {
    const scraped = await scrapeDocuments(options, places);
    const { diagnostics, ok, taken } = scraped;
    const missed = diagnostics.filter(({ code }) => code === 'not-refreshed').length;
    const notHad = missed === 0 ? [] : [`${count(missed, 'document')} could not be had: see above.`];
    const nothingHad = missed > 0 && taken.snapshots.length + taken.withdrawn.length === 0;
    if (!ok || nothingHad)
      return failed(
        diagnostics,
        ...overviewOfMany(diagnostics),
        ...notHad,
        ...countTables(taken.tables),
        'Nothing was written.',
      );
    const { before, diagnostics: unread } = readBefore(options.out, places.data);
    const changes = changesOf(scraped, before);
    output.write(outputFiles(scraped, options.out, places));
    const others = taken.passed === 0 ? '' : `; ${count(taken.passed, 'file')} without a port table`;
    const report = [`${countCatalog(scraped.catalog)}${others}`, ...notHad];
    return { ok: true, incomplete: missed > 0, diagnostics: [...diagnostics, ...unread], report, changes };
  } finally {
    output.release();
    interruptible.end();
  }
}

/** How many diagnostics a person sees at a glance. */
const MOST_AT_A_GLANCE = 20;

/** Many diagnostics are counted once more at the end, where a person looks first. */
function overviewOfMany(diagnostics: readonly Diagnostic[]): string[] {
  const told = diagnostics.filter(({ severity }) => severity !== 'note');
  return told.length <= MOST_AT_A_GLANCE ? [] : ['', 'In all:', ...overviewOf(told).map((line) => `  ${line}`), ''];
}

/** The stages of a run up to the writing: reading and taking snapshots, those that stay, the catalog, its checks. */
async function scrapeDocuments(options: ScrapeOptions, places: Places): Promise<Scraped> {
  const accepted = loadVocabulary(places.vocabulary);
  const { out } = options;
  const { snapshots: known } = readSnapshots(places.snapshots);
  const first = await takeSnapshots(options.documents, accepted, options.reader, options.progress);
  const vocabulary = options.lenient ? learnFromAll(first, accepted, known) : accepted;
  const all = vocabulary === accepted ? first : takeAgain(first, vocabulary);
  const merged = mergeVariants(all.snapshots, vocabulary);
  const taken: Taken = {
    ...all,
    snapshots: merged.variants.map((each) => ({ ...each, snapshot: carryOver(each.snapshot, known) })),
    diagnostics: [...all.diagnostics, ...merged.diagnostics],
  };
  const snapshots = taken.snapshots.map(({ snapshot }) => snapshot);
  const kept =
    out === null
      ? readKept(snapshots, places.snapshots, taken.withdrawn)
      : readKeptOutside(snapshots, join(out, 'snapshots'), taken.withdrawn);
  const found = [...taken.diagnostics];
  const any = snapshots.length > 0 || options.mayBeEmpty === true || withdrawsAny(taken, kept);
  if (!any && !hasErrors(found)) {
    found.push(diagnostic('error', 'nothing-found', nothingFound(taken.withdrawn), options.typed));
  }
  const made = makeCatalog(taken.snapshots, kept.others, vocabulary, [...found, ...kept.diagnostics]);
  const diagnostics = [...overviewOfLacks(made.diagnostics, taken.foreign), ...made.diagnostics];
  const ok = any && !isFatal(made.diagnostics, options.lenient);
  return { taken, kept, ...made, diagnostics, ok };
}

function nothingFound(withdrawn: Taken['withdrawn']): string {
  const last = withdrawn
    .map(({ date }) => date.slice(0, 10))
    .sort()
    .at(-1);
  const gone =
    last === undefined ? '' : ` any more: ${count(withdrawn.length, 'document')} deleted, the last on ${last}`;
  return `no document with a port table here${gone}`;
}

/** What the run's bilingual documents teach, and the repository's own. */
function learnFromAll({ snapshots }: Taken, vocabulary: Vocabulary, known: readonly Snapshot[]): Vocabulary {
  const paths = new Map(snapshots.map(({ snapshot, path }) => [snapshot.document, path]));
  const hashes = new Set(snapshots.map(({ snapshot }) => snapshot.document.sha256));
  const committed = known.filter(({ document }) => !hashes.has(document.sha256));
  const all = [...snapshots.map(({ snapshot }) => snapshot), ...committed];
  return learnFrom(all, vocabulary, (document) => paths.get(document) ?? `snapshots/${document.id}.json`);
}

function changesOf({ catalog, fresh, taken }: Scraped, before: ComparedCatalog): ScrapeReport {
  const documents = new Set(fresh.map(({ document }) => document.id));
  return reportScrape({ before, after: catalog, documents, tables: taken.tables, unresolved: catalog.unresolved });
}

/** Whether a document of the snapshots before is gone from the source, now or already. */
function withdrawsAny(taken: Taken, kept: Kept): boolean {
  return kept.others.some((each) => withdrawalOf(each, taken.withdrawn) !== null);
}

/** The files that a run writes: into a folder of its own, or into the repository. */
function outputFiles({ catalog, fresh, kept }: Scraped, out: string | null, places: Places): Map<string, string> {
  const snapshots = [...fresh, ...kept.marked];
  if (out === null) {
    return new Map([...snapshotFiles(snapshots, places.snapshots), ...catalogFiles(catalog, places.data)]);
  }
  return new Map([...snapshotFiles(snapshots, join(out, 'snapshots')), [join(out, 'catalog.json'), toJson(catalog)]]);
}
