import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ReportedTable } from '../../model/report.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { mayHoldTable } from '../../parse/has-table.ts';
import { isForeign, publishedLanguage, saysItsLanguage } from '../../parse/language.ts';
import type { Page } from '../../parse/page.ts';
import type { Unread } from '../../parse/read-or-say.ts';
import type { PageReader } from '../../parse/reader.ts';
import type { Documents, Found, FoundDocument, Problem, WithdrawnDocument } from '../../read/source.ts';
import { takeSnapshotOrSay } from '../../snapshot/take-snapshot.ts';
import { verdictsOf } from '../../snapshot/verdict.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Progress } from '../progress.ts';

/** What a command reads, and with what. */
export interface Reading {
  /** The documents, from any source (`read/`). */
  documents: Documents;
  /** What was typed as the source, for messages. */
  typed: string;
  progress?: Progress;
  /** Reads pages; whoever started it closes it. */
  reader: PageReader;
}

/** A snapshot, and the path that messages give for its document: as it was typed. */
export interface TakenSnapshot {
  snapshot: Snapshot;
  path: string;
  /** The document's text. */
  text: string;
  /** When the document was committed, as an ISO date with time; null where nobody says. */
  committed: string | null;
}

/** What a run took from the documents of a source. */
export interface Taken {
  snapshots: TakenSnapshot[];
  /** How many documents without a port table were passed over, apart from those that were named. */
  passed: number;
  /** Documents that the source had once. */
  withdrawn: WithdrawnDocument[];
  diagnostics: Diagnostic[];
  /** What each table of each document is. */
  tables: ReportedTable[];
  /** Pages with a doubtful table: what other documents teach may explain it. */
  puzzling: { document: FoundDocument; page: Page | Unread; passed: boolean }[];
  /** What messages call the documents in languages that the vocabulary is not written for. */
  foreign: string[];
}

/** After how many milliseconds the loop lets Node handle signals and the answers of the reader. */
const TURN = 20;
/** How many pages may wait to be read. Each holds its text in memory, so they must be few. */
const MOST_WAITING = 64;

/**
 * Takes snapshots of documents, one after another as the source yields them. A document without a table is not parsed,
 * unless it was named.
 */
export async function takeSnapshots(reading: Omit<Reading, 'typed'>, vocabulary: Vocabulary): Promise<Taken> {
  const { documents, reader, progress } = reading;
  const none = { snapshots: [], withdrawn: [], diagnostics: [], tables: [], puzzling: [], foreign: [] };
  const taken: Taken = { ...none, passed: 0 };
  try {
    const waiting: Promise<void>[] = [];
    let turn = performance.now();
    let last = Promise.resolve();
    let done = 0;
    for await (const found of documents) {
      done += 1;
      if ('document' in found && !found.document.named && !mayHoldTable(found.document.text)) taken.passed += 1;
      else {
        const before = last;
        const page = pageOf(found, reader);
        // Pages are added in the order of the documents, so that the output is the same in every run.
        last = Promise.all([page, before]).then(([read]) => add(taken, found, read, vocabulary));
        waiting.push(last);
        if (waiting.length > MOST_WAITING) await waiting.shift();
      }
      if (performance.now() - turn < TURN) continue;
      progress?.at(done, documents.total);
      await setImmediate();
      turn = performance.now();
    }
    await last;
  } finally {
    progress?.end();
  }
  return taken;
}

/** Takes the documents with doubtful tables again, because a vocabulary that has learnt more may read these tables. */
export function takeAgain(taken: Taken, vocabulary: Vocabulary): Taken {
  const paths = new Set(taken.puzzling.map(({ document }) => document.path));
  const isOther = (path: string) => !paths.has(path);
  const again: Taken = {
    snapshots: taken.snapshots.filter(({ path }) => isOther(path)),
    passed: taken.passed - taken.puzzling.filter(({ passed }) => passed).length,
    withdrawn: taken.withdrawn,
    diagnostics: taken.diagnostics.filter(({ document }) => isOther(document)),
    tables: taken.tables.filter(({ document }) => isOther(document)),
    puzzling: [],
    foreign: taken.foreign.filter(isOther),
  };
  for (const { document, page } of taken.puzzling) addDocument(again, document, page, vocabulary);
  return again;
}

/** The page of a document. Of one that is not text, the page of its rough text, where that may hold a table. */
async function pageOf(found: Found, reader: PageReader): Promise<Page | Unread | null> {
  if ('document' in found) {
    const { text } = found.document;
    return reader.read({ text, published: saysItsLanguage(text) ? null : publishedLanguage(found.document) });
  }
  if (!('problem' in found) || found.rough === undefined || !mayHoldTable(found.rough)) return null;
  return reader.read({ text: found.rough, published: null });
}

function add(taken: Taken, found: Found, page: Page | Unread | null, vocabulary: Vocabulary): void {
  if ('withdrawn' in found) taken.withdrawn.push(found.withdrawn);
  else if ('problem' in found) taken.diagnostics.push(problemOf(found, page, vocabulary));
  else if (page !== null) addDocument(taken, found.document, page, vocabulary);
}

/** A document that cannot be read is an error only where it may hold a port table. */
function problemOf({ problem, rough }: Problem, page: Page | Unread | null, vocabulary: Vocabulary): Diagnostic {
  if (rough === undefined) return problem;
  const isOurs =
    page !== null && (typeof page === 'string' || verdictsOf(page, '', vocabulary).some(({ is }) => is !== 'other'));
  if (isOurs) return problem;
  const message = `${problem.message}; passed over: no port table is to be seen in it`;
  return { ...problem, severity: 'warning', message };
}

function addDocument(taken: Taken, document: FoundDocument, page: Page | Unread, vocabulary: Vocabulary): void {
  const { snapshot, tables, relevant, locale, diagnostics } = takeSnapshotOrSay(document, page, vocabulary);
  const { path, named, text } = document;
  const passed = !relevant && !named;
  for (const { number, is, because } of tables) taken.tables.push({ document: path, table: number, is, because });
  if (locale !== null && isForeign(locale)) taken.foreign.push(path);
  if (tables.some(({ is }) => is === 'doubtful')) taken.puzzling.push({ document, page, passed });
  if (passed) {
    // A folder holds many pages of other things, so only a table that may be a port table is reported.
    for (const each of diagnostics) if (each.severity === 'warning') taken.diagnostics.push(each);
    taken.passed += 1;
    return;
  }
  for (const each of diagnostics) taken.diagnostics.push(each);
  if (snapshot !== null) {
    taken.snapshots.push({ snapshot, path, text, committed: document.provenance?.committed ?? null });
  }
}
