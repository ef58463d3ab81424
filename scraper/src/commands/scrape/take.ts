import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Documents, FoundDocument } from '../../read/source.ts';
import { createSieve } from '../../snapshot/sieve.ts';
import { takeSnapshot } from '../../snapshot/snapshot.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';

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
  diagnostics: Diagnostic[];
  /** Those of which a table's headers are not understood: what other documents teach may explain them. */
  puzzling: { document: FoundDocument; passed: boolean }[];
}

/** What the headers of a table are told of by. */
const HEADER_CODES = new Set(['unknown-header', 'not-a-port-table']);

/** Takes snapshots of documents, one after another as the source yields them. */
export async function takeSnapshots(documents: Documents, vocabulary: Vocabulary): Promise<Taken> {
  const taken: Taken = { snapshots: [], passed: 0, diagnostics: [], puzzling: [] };
  const mayHoldPortTable = createSieve(vocabulary);
  for await (const found of documents) {
    if ('problem' in found) taken.diagnostics.push(found.problem);
    else if (!found.document.named && !mayHoldPortTable(found.document.text)) taken.passed += 1;
    else take(found.document, vocabulary, taken);
  }
  return taken;
}

/** Takes those that puzzled once more, by a vocabulary that has learnt; the others stay as they were taken. */
export function takeAgain(taken: Taken, vocabulary: Vocabulary): Taken {
  const paths = new Set(taken.puzzling.map(({ document }) => document.path));
  const isOther = (path: string) => !paths.has(path);
  const again: Taken = {
    snapshots: taken.snapshots.filter(({ path }) => isOther(path)),
    passed: taken.passed - taken.puzzling.filter(({ passed }) => passed).length,
    diagnostics: taken.diagnostics.filter(({ document }) => isOther(document)),
    puzzling: [],
  };
  for (const { document } of taken.puzzling) take(document, vocabulary, again);
  return again;
}

function take(document: FoundDocument, vocabulary: Vocabulary, taken: Taken): void {
  const { snapshot, relevant, diagnostics } = takeSnapshot(document, vocabulary);
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
