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
import { takeSnapshot } from '../../snapshot/take-snapshot.ts';
import { verdictsOf } from '../../snapshot/verdict.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Progress } from '../progress.ts';

/** A snapshot, and the path that messages give for its document: as it was typed. */
export interface TakenSnapshot {
  snapshot: Snapshot;
  path: string;
  /** When the document was committed, as an ISO date with time; null where nobody says. */
  committed: string | null;
}

/** What was made of the documents of a source. */
export interface Taken {
  snapshots: TakenSnapshot[];
  /** How many documents without a port table were passed over. Documents that were named do not count. */
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

/** How long documents are looked at before anything else may happen, in milliseconds: a signal, a page that is read. */
const TURN = 20;
/** How many pages may wait to be read: their texts are held. */
const MOST_WAITING = 64;

/**
 * Takes snapshots of documents, one after another as the source yields them. A document without a table is not parsed,
 * unless it was named.
 */
export async function takeSnapshots(
  documents: Documents,
  vocabulary: Vocabulary,
  reader: PageReader,
  progress?: Progress,
): Promise<Taken> {
  const taken = nothingTaken();
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
        // In the order of the documents, whichever is read first.
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

/** Takes the documents with doubtful tables again, with a vocabulary that has learnt; the others stay as they are. */
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

function nothingTaken(): Taken {
  return { snapshots: [], passed: 0, withdrawn: [], diagnostics: [], tables: [], puzzling: [], foreign: [] };
}

/** The page of what was found; of a document that is not text, the page of what can be made out of it. */
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
  const { snapshot, tables, relevant, locale, diagnostics } = takeSnapshot(document, page, vocabulary);
  const { path, named } = document;
  const passed = !relevant && !named;
  taken.tables.push(...tables.map(({ number, is, because }) => ({ document: path, table: number, is, because })));
  if (locale !== null && isForeign(locale)) taken.foreign.push(path);
  if (tables.some(({ is }) => is === 'doubtful')) taken.puzzling.push({ document, page, passed });
  if (passed) {
    // Among the files of a folder, only a table that may be a port table is worth reporting.
    taken.diagnostics.push(...diagnostics.filter(({ severity }) => severity === 'warning'));
    taken.passed += 1;
    return;
  }
  taken.diagnostics.push(...diagnostics);
  if (snapshot !== null) {
    taken.snapshots.push({ snapshot, path, committed: document.provenance?.committed ?? null });
  }
}
