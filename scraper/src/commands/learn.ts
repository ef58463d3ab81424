import { join } from 'node:path';
import { writeFiles } from '../assemble/write.ts';
import { collectPairs } from '../learn/pairs.ts';
import { propose } from '../learn/propose.ts';
import { summarise } from '../learn/summary.ts';
import { listTerms } from '../learn/terms.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Snapshot, SnapshotDocument } from '../model/snapshot.ts';
import { readDocuments } from '../read/files.ts';
import { takeSnapshot } from '../snapshot/snapshot.ts';
import { loadVocabulary } from '../vocabulary/load.ts';
import { failed, type Outcome } from './outcome.ts';
import type { Places } from './regenerate.ts';
import { readSnapshots } from './snapshots.ts';

export interface LearnOptions {
  /** Files and folders, relative to `cwd`. */
  paths: readonly string[];
  cwd: string;
  /** Where to write the proposals, a file for each of the vocabulary's, and the summary; null to say them. */
  out: string | null;
}

/**
 * Proposes entries for the vocabulary from the bilingual cells of documents. Nothing of the repository is changed: a
 * person accepts a proposal by writing it into `scraper/vocabulary/`.
 */
export function learn({ paths, cwd, out }: LearnOptions, places: Places): Outcome {
  const vocabulary = loadVocabulary(places.vocabulary);
  const found = readDocuments(paths, cwd);
  const diagnostics: Diagnostic[] = [...found.diagnostics];
  const snapshots: Snapshot[] = [];
  const typed = new Map<SnapshotDocument, string>();
  for (const document of found.documents) {
    const { snapshot, relevant, diagnostics: said } = takeSnapshot(document, vocabulary);
    // A document that cannot be read teaches nothing; that is no reason not to learn from the others.
    if (relevant || document.named)
      diagnostics.push(...said.filter(({ severity }) => severity !== 'note').map(asWarning));
    if (snapshot === null) continue;
    snapshots.push(snapshot);
    typed.set(snapshot.document, document.path);
  }
  if (found.diagnostics.length > 0 || snapshots.length === 0) {
    const nothing = diagnostic('error', 'nothing-found', 'no document with a port table here', paths.join(', '));
    return failed(found.diagnostics.length > 0 ? found.diagnostics : [...diagnostics, nothing], 'Nothing was learnt.');
  }
  const committed = new Set(readSnapshots(places.snapshots).snapshots.map(({ document }) => document.sha256));
  const pathOf = (document: SnapshotDocument) => typed.get(document) ?? document.path;
  const ours = new Set(
    snapshots.filter(({ document }) => committed.has(document.sha256)).map(({ document }) => pathOf(document)),
  );
  const terms = listTerms(collectPairs(snapshots, vocabulary, pathOf), vocabulary);
  const taught = new Set(
    terms.flatMap(({ glosses }) => glosses.flatMap((gloss) => gloss.places)).map((each) => each.document),
  );
  const summary = summarise(terms, [...taught].sort());
  const proposals = propose(terms, vocabulary, ({ document }) => ours.has(document));
  if (out === null) {
    const yaml = proposals.flatMap(({ file, yaml }) => ['---', `# ${file}`, ...yaml.trimEnd().split('\n')]);
    return { ok: true, diagnostics, report: [...summary.map((line) => `# ${line}`.trimEnd()), ...yaml] };
  }
  writeFiles(
    new Map([
      ...proposals.map(({ file, yaml }) => [join(out, file), yaml] as const),
      [join(out, 'summary.txt'), `${summary.join('\n')}\n`] as const,
    ]),
  );
  return { ok: true, diagnostics, report: summary };
}

function asWarning(each: Diagnostic): Diagnostic {
  return each.severity === 'error' ? { ...each, severity: 'warning' } : each;
}
