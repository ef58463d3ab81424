import { join } from 'node:path';
import { toJson } from '../assemble/json.ts';
import { claimOutput, folderOf } from '../assemble/write.ts';
import { byCodeUnit } from '../compare/names.ts';
import { learnFrom } from '../learn/learnt.ts';
import { type Diagnostic, diagnostic, hasErrors } from '../model/diagnostic.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { overviewOf } from '../report/overview.ts';
import { reportScrape } from '../report/report.ts';
import { counted } from '../report/summary.ts';
import { countTables } from '../report/tables.ts';
import { carryOver, withdrawalOf } from '../snapshot/withdrawn.ts';
import { mergeVariants } from '../variants/merge.ts';
import { loadVocabulary } from '../vocabulary/load.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { readBefore } from './before.ts';
import { catalogFiles, snapshotFiles } from './files.ts';
import { onInterrupt } from './interrupt.ts';
import { countCatalog, failed, type Outcome } from './outcome.ts';
import type { Places } from './regenerate.ts';
import { isFatal, type Made, makeCatalog } from './scrape/catalog.ts';
import { type Kept, readKept, readKeptOutside } from './scrape/kept.ts';
import { overviewOfLacks } from './scrape/lacking.ts';
import { reportLostRows } from './scrape/lost.ts';
import { type Reading, type Taken, takeAgain, takeSnapshots } from './scrape/take.ts';
import { readSnapshots } from './snapshots.ts';

export interface ScrapeOptions extends Reading {
  /** Whether finding nothing is no error, because only changed documents were asked for. */
  mayBeEmpty?: boolean;
  /** Where to write `snapshots/**` and `catalog.json`; null for the repository's own. */
  out: string | null;
  /** Whether to write what is understood, and list the rest. */
  lenient: boolean;
}

/** All that a run found out, before anything is written. */
interface Scraped extends Made {
  taken: Taken;
  /** The snapshots before the run, as far as they stay in its catalog. */
  kept: Kept;
  /** Whether it may be written. */
  ok: boolean;
}

/**
 * Makes snapshots of documents, and the catalog of the snapshots. The run claims the folder that it writes into before
 * it reads anything there, so that no other run changes it meanwhile. A run that fails or is interrupted changes
 * nothing.
 *
 * @param load gives the vocabulary; without it, that of the places is read
 * @throws Error where another run is at work there, or a file cannot be written
 */
export async function scrape(
  options: ScrapeOptions,
  places: Places,
  load: () => Vocabulary = () => loadVocabulary(places.vocabulary),
): Promise<Outcome> {
  const output = claimOutput(options.out ?? folderOf([places.snapshots, places.data]));
  const endWatch = onInterrupt(() => output.release());
  try {
    const scraped = await scrapeDocuments(options, places, load());
    const { diagnostics, ok, taken } = scraped;
    const missed = diagnostics.filter(({ code }) => code === 'not-refreshed').length;
    const notHad = missed === 0 ? [] : [`${counted(missed, 'document')} could not be had: see above.`];
    const nothingHad = missed > 0 && taken.snapshots.length + taken.withdrawn.length === 0;
    if (!ok || nothingHad) {
      const overview = [...overviewOfMany(diagnostics), ...notHad, ...countTables(taken.tables)];
      return failed(diagnostics, ...overview, 'Nothing was written.');
    }
    const { before, diagnostics: unread } = readBefore(options.out, places.data);
    const { catalog, fresh } = scraped;
    const documents = new Set(fresh.map(({ document }) => document.id));
    const after = { after: catalog, documents, tables: taken.tables, unresolved: catalog.unresolved };
    const changes = reportScrape({ before, ...after });
    output.write(outputFiles(scraped, options.out, places));
    const others = taken.passed === 0 ? '' : `; ${counted(taken.passed, 'file')} without a port table`;
    const report = [`${countCatalog(catalog)}${others}`, ...notHad];
    return { ok: true, incomplete: missed > 0, diagnostics: [...diagnostics, ...unread], report, changes };
  } finally {
    output.release();
    endWatch();
  }
}

/** With more diagnostics than this, a person looks at the end of the output first. */
const MOST_AT_A_GLANCE = 20;

/** Counts the diagnostics at the end of the output where they are many. */
function overviewOfMany(diagnostics: readonly Diagnostic[]): string[] {
  const told = diagnostics.filter(({ severity }) => severity !== 'note');
  return told.length <= MOST_AT_A_GLANCE ? [] : ['', 'In all:', ...overviewOf(told).map((line) => `  ${line}`), ''];
}

/** The stages of a run up to the writing: reading and taking snapshots, those that stay, the catalog, its checks. */
async function scrapeDocuments(options: ScrapeOptions, places: Places, accepted: Vocabulary): Promise<Scraped> {
  const { out } = options;
  const { snapshots: known } = readSnapshots(places.snapshots);
  const first = await takeSnapshots(options, accepted);
  const vocabulary = options.lenient ? learnFromAll(first, accepted, known) : accepted;
  const all = vocabulary === accepted ? first : takeAgain(first, vocabulary);
  const merged = mergeVariants(all.snapshots, vocabulary);
  const taken: Taken = {
    ...all,
    snapshots: merged.variants.map((each) => ({ ...each, snapshot: carryOver(each.snapshot, known, out === null) })),
    diagnostics: [...all.diagnostics, ...merged.diagnostics],
  };
  const snapshots = taken.snapshots.map(({ snapshot }) => snapshot);
  const kept =
    out === null
      ? readKept(snapshots, places.snapshots, taken.withdrawn)
      : readKeptOutside(snapshots, join(out, 'snapshots'), taken.withdrawn);
  const lost = out === null ? await reportLostRows(taken.snapshots, known, options.reader) : [];
  const found = [...taken.diagnostics, ...lost];
  const withdraws = kept.others.some((each) => withdrawalOf(each, taken.withdrawn) !== null);
  // A lenient run that could read nothing still has its list to write: what pages with ports lack.
  const lists = options.lenient && found.some(({ severity, code }) => severity !== 'note' && code !== 'no-port-table');
  const any = snapshots.length > 0 || options.mayBeEmpty === true || withdraws || lists;
  if (!any && !hasErrors(found)) {
    found.push(diagnostic('error', 'nothing-found', nothingFound(taken.withdrawn), options.typed));
  }
  const made = makeCatalog(taken.snapshots, kept.others, vocabulary, [...found, ...kept.diagnostics]);
  const diagnostics = [...overviewOfLacks(made.diagnostics, taken.foreign), ...made.diagnostics];
  const ok = any && !isFatal(made.diagnostics, options.lenient);
  return { taken, kept, ...made, diagnostics, ok };
}

function nothingFound(withdrawn: Taken['withdrawn']): string {
  const nothing = 'no document with a port table here';
  if (withdrawn.length === 0) return nothing;
  const [last = ''] = withdrawn.map(({ date }) => date.slice(0, 10)).sort((a, b) => byCodeUnit(b, a));
  return `${nothing} any more: ${counted(withdrawn.length, 'document')} deleted, the last on ${last}`;
}

/** The vocabulary with what the bilingual documents of the run and of the repository teach. */
function learnFromAll({ snapshots }: Taken, vocabulary: Vocabulary, known: readonly Snapshot[]): Vocabulary {
  const paths = new Map(snapshots.map(({ snapshot, path }) => [snapshot.document, path]));
  const hashes = new Set(snapshots.map(({ snapshot }) => snapshot.document.sha256));
  const committed = known.filter(({ document }) => !hashes.has(document.sha256));
  const all = [...snapshots.map(({ snapshot }) => snapshot), ...committed];
  return learnFrom(all, vocabulary, (document) => paths.get(document) ?? `snapshots/${document.id}.json`);
}

/** The files that a run writes: into a folder of its own, or into the repository. */
function outputFiles({ catalog, fresh, kept }: Scraped, out: string | null, places: Places): Map<string, string> {
  const snapshots = [...fresh, ...kept.marked];
  if (out === null) {
    return new Map([...snapshotFiles(snapshots, places.snapshots), ...catalogFiles(catalog, places.data)]);
  }
  return new Map([...snapshotFiles(snapshots, join(out, 'snapshots')), [join(out, 'catalog.json'), toJson(catalog)]]);
}
