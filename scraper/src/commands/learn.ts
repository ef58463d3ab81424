import { join } from 'node:path';
import { writeFiles } from '../assemble/write.ts';
import { collectPairs } from '../learn/pairs.ts';
import { type Proposal, propose } from '../learn/propose.ts';
import { summarise } from '../learn/summary.ts';
import { listTerms } from '../learn/terms.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { SnapshotDocument } from '../model/snapshot.ts';
import { loadVocabulary } from '../vocabulary/load.ts';
import { failed, type Outcome } from './outcome.ts';
import type { Places } from './regenerate.ts';
import { type Reading, takeSnapshots } from './scrape/take.ts';
import { readSnapshots } from './snapshots.ts';

export interface LearnOptions extends Reading {
  /** Where to write the proposals, a file for each of the vocabulary's, and the summary; null to print them. */
  out: string | null;
}

/**
 * Proposes entries for the vocabulary from the bilingual cells of documents. The repository stays as it is: a person
 * accepts a proposal by writing it into `scraper/vocabulary/`. A document that is understood in part teaches that part,
 * and the rest is reported. A document that cannot be read ends the run.
 */
export async function learn(options: LearnOptions, places: Places): Promise<Outcome> {
  const { typed, out } = options;
  const vocabulary = loadVocabulary(places.vocabulary);
  const { snapshots: taken, diagnostics } = await takeSnapshots(options, vocabulary);
  const unreadable = diagnostics.filter(({ code }) => code === 'unreadable');
  if (unreadable.length > 0) return failed(unreadable, 'Nothing was learnt.');
  if (taken.length === 0) {
    const nothing = diagnostic('error', 'nothing-found', 'no document with a port table here', typed);
    return failed([...diagnostics, nothing], 'Nothing was learnt.');
  }
  const snapshots = taken.map(({ snapshot }) => snapshot);
  const paths = new Map(taken.map(({ snapshot, path }) => [snapshot.document, path]));
  const pathOf = (document: SnapshotDocument) => paths.get(document) ?? document.path;
  const terms = listTerms(collectPairs(snapshots, vocabulary, pathOf), vocabulary);
  const taught = terms.flatMap(({ glosses }) => glosses.flatMap((gloss) => gloss.places.map((each) => each.document)));
  const summary = summarise(terms, [...new Set(taught)].sort());
  const committed = new Set(readSnapshots(places.snapshots).snapshots.map(({ document }) => document.sha256));
  const ours = new Set(
    snapshots.filter(({ document }) => committed.has(document.sha256)).map((each) => pathOf(each.document)),
  );
  const proposals = propose(terms, vocabulary, ({ document }) => ours.has(document));
  const said = diagnostics
    .filter(({ severity }) => severity !== 'note')
    .map((each): Diagnostic => ({ ...each, severity: 'warning' }));
  if (out === null) return { ok: true, diagnostics: said, report: inOneStream(summary, proposals) };
  writeFiles(
    new Map([
      ...proposals.map(({ file, yaml }) => [join(out, file), yaml] as const),
      [join(out, 'summary.txt'), `${summary.join('\n')}\n`] as const,
    ]),
  );
  return { ok: true, diagnostics: said, report: summary };
}

/** The summary as comments, and a YAML document for each file. */
function inOneStream(summary: readonly string[], proposals: readonly Proposal[]): string[] {
  return [
    ...summary.map((line) => `# ${line}`.trimEnd()),
    ...proposals.flatMap(({ file, yaml }) => ['---', `# ${file}`, ...yaml.trimEnd().split('\n')]),
  ];
}
