import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Wanted } from '../../parse/slices.ts';
import type { Documents, Found, FoundDocument, Problem, WithdrawnDocument } from '../../read/source.ts';
import { isForeignPage, languageOf } from '../../snapshot/language.ts';
import { type SnapshotResult, snapshotOfPage } from '../../snapshot/of-page.ts';
import type { PageReader } from '../../snapshot/page-reader.ts';
import { createSieve, type Sieve } from '../../snapshot/sieve.ts';
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
  /** How many documents have no port table, and were not named. */
  passed: number;
  /** Documents that the source had once. */
  withdrawn: WithdrawnDocument[];
  diagnostics: Diagnostic[];
  /** Those of which a table's headers are not understood: what other documents teach may explain them. */
  puzzling: { document: FoundDocument; passed: boolean }[];
  /** What messages call the documents in languages that the vocabulary is not written for. */
  foreign: string[];
}

/** What the headers of a table are told of by. */
const HEADER_CODES = new Set(['unknown-header', 'not-a-port-table']);

/** How long documents are looked at before anything else may happen, in milliseconds: a signal, a page that is read. */
const TURN = 20;
/** How many pages may wait to be read: their texts are held. */
const MOST_WAITING = 64;

/**
 * Takes snapshots of documents, one after another as the source yields them. A document whose text cannot hold a port
 * table is not parsed, unless it was named.
 */
export async function takeSnapshots(
  documents: Documents,
  vocabulary: Vocabulary,
  reader: PageReader,
  progress?: Progress,
): Promise<Taken> {
  const taken: Taken = { snapshots: [], passed: 0, withdrawn: [], diagnostics: [], puzzling: [], foreign: [] };
  const sieve = createSieve(vocabulary);
  try {
    const waiting: Promise<void>[] = [];
    let turn = performance.now();
    let last = Promise.resolve();
    let done = 0;
    for await (const each of documents) {
      const found = 'problem' in each ? { problem: problemOf(each, sieve) } : each;
      done += 1;
      const wanted = 'document' in found ? sieve(found.document.text, () => languageOf(found.document)) : [];
      if (wanted === null && 'document' in found && !found.document.named) taken.passed += 1;
      else {
        const before = last;
        const result = 'document' in found ? readDocument(found.document, wanted ?? [], reader, vocabulary) : null;
        // In the order of the documents, whichever is read first.
        last = Promise.all([result, before]).then(([page]) => add(taken, found, page));
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

/** Takes those that puzzled once more, by a vocabulary that has learnt; the others stay as they were taken. */
export async function takeAgain(taken: Taken, vocabulary: Vocabulary): Promise<Taken> {
  // It brings the parsers with it, which most runs need in the thread that reads pages only.
  const { takeSnapshot } = await import('../../snapshot/snapshot.ts');
  const paths = new Set(taken.puzzling.map(({ document }) => document.path));
  const isOther = (path: string) => !paths.has(path);
  const again: Taken = {
    snapshots: taken.snapshots.filter(({ path }) => isOther(path)),
    passed: taken.passed - taken.puzzling.filter(({ passed }) => passed).length,
    withdrawn: taken.withdrawn,
    diagnostics: taken.diagnostics.filter(({ document }) => isOther(document)),
    puzzling: [],
    foreign: taken.foreign.filter(isOther),
  };
  for (const { document } of taken.puzzling) add(again, { document }, takeSnapshot(document, vocabulary));
  return again;
}

/** A document that cannot be read is an error only where it may be one of ours. */
function problemOf({ problem, rough }: Problem, sieve: Sieve): Diagnostic {
  if (rough === undefined || sieve(rough) !== null) return problem;
  return {
    ...problem,
    severity: 'warning',
    message: `${problem.message}; passed over: no port table is to be seen in it`,
  };
}

async function readDocument(
  document: FoundDocument,
  wanted: Wanted,
  reader: PageReader,
  vocabulary: Vocabulary,
): Promise<SnapshotResult> {
  const page = { text: document.text, wanted, published: languageOf(document) };
  return snapshotOfPage(document, await reader.read(page), vocabulary);
}

function add(taken: Taken, found: Found, result: SnapshotResult | null): void {
  if ('problem' in found) {
    taken.diagnostics.push(found.problem);
    return;
  }
  if ('withdrawn' in found) {
    taken.withdrawn.push(found.withdrawn);
    return;
  }
  const { snapshot = null, relevant = false, locale = null, diagnostics = [] } = result ?? {};
  const { document } = found;
  if (locale !== null && isForeignPage(locale)) taken.foreign.push(document.path);
  const passed = !relevant && !document.named;
  if (diagnostics.some(({ code, severity }) => severity !== 'note' && HEADER_CODES.has(code))) {
    taken.puzzling.push({ document, passed });
  }
  if (passed) {
    // A file among others need not be one of ours; a table in it that may be a port table is reported all the same.
    taken.diagnostics.push(...diagnostics.filter(({ severity }) => severity === 'warning'));
    taken.passed += 1;
    return;
  }
  taken.diagnostics.push(...diagnostics);
  if (snapshot !== null) {
    taken.snapshots.push({ snapshot, path: document.path, committed: document.provenance?.committed ?? null });
  }
}
