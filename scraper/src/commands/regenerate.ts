import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from '../assemble/catalog.ts';
import { checkCatalog } from '../assemble/check.ts';
import { checkCoverage, coverageOf } from '../assemble/coverage.ts';
import { toJson } from '../assemble/json.ts';
import { checkSynonyms, synonymsOf } from '../assemble/synonyms.ts';
import { checkCallers, checkNeeds, checkVocabulary, wrongNumbers } from '../assemble/vocabulary-check.ts';
import { countVocabulary, writeCounts } from '../assemble/vocabulary-counts.ts';
import { claimOutput, folderOf, type Output } from '../assemble/write.ts';
import { diagnostic, hasErrors } from '../model/diagnostic.ts';
import { counted } from '../report/summary.ts';
import { loadVocabulary } from '../vocabulary/load.ts';
import { setNumbers } from '../vocabulary/set-number.ts';
import { catalogFiles } from './files.ts';
import { countCatalog, failed, type Outcome } from './outcome.ts';
import { readSnapshots } from './snapshots.ts';

export interface Places {
  vocabulary: string;
  snapshots: string;
  data: string;
}

/** What each entry of the vocabulary touches, beside the catalog's lists: for people who read a diff. */
const COUNTS = 'vocabulary-counts.json';

/**
 * Makes the catalog of the committed snapshots, and counts what the vocabulary touches. It reads snapshots and
 * vocabulary alone.
 *
 * @param update whether to correct the numbers that a person keeps in the vocabulary
 * @throws Error where another run is at work there, or a file cannot be written
 */
export function regenerate(places: Places, update = false): Outcome {
  const output = claimOutput(folderOf([places.snapshots, places.data, ...(update ? [places.vocabulary] : [])]));
  try {
    return regenerateIn(output, places, update);
  } finally {
    output.release();
  }
}

function regenerateIn(output: Output, places: Places, update: boolean): Outcome {
  const vocabulary = loadVocabulary(places.vocabulary);
  const { snapshots, diagnostics } = readSnapshots(places.snapshots);
  if (hasErrors(diagnostics)) return failed(diagnostics, 'Nothing was written.');
  const { catalog, diagnostics: found, uses, callersFaults, needsFaults } = assemble(snapshots, vocabulary);
  const counts = countVocabulary(vocabulary, uses, catalog);
  const coverage = coverageOf(catalog, vocabulary);
  const synonyms = synonymsOf(vocabulary);
  const off = update ? wrongNumbers(counts) : [];
  const all = [
    ...found,
    ...[
      ...checkCatalog(catalog),
      ...checkCoverage(coverage, catalog, vocabulary),
      ...checkSynonyms(synonyms, catalog, coverage),
    ].map((message) => diagnostic('error', 'inconsistent', message, 'catalog')),
    ...checkCallers(callersFaults),
    ...checkNeeds(needsFaults),
    ...checkVocabulary(counts).filter(({ code }) => !update || code !== 'wrong-count'),
  ];
  if (hasErrors(all)) return failed(all, 'Nothing was written.');
  const files = [
    ...catalogFiles(catalog, places.data),
    [join(places.data, 'coverage.json'), toJson(coverage)] as const,
    [join(places.data, 'synonyms.json'), toJson([synonyms])] as const,
    [join(places.data, COUNTS), writeCounts(counts)] as const,
  ];
  output.write(new Map([...files, ...withNumbers(off, places.vocabulary)]));
  const set = off.length === 0 ? [] : [`${counted(off.length, 'number')} set in the vocabulary`];
  return { ok: true, diagnostics: all, report: [...set, `${countCatalog(catalog)} in packages/catalog/data`] };
}

/** The files of the vocabulary with the numbers as they were counted. */
function withNumbers(off: ReturnType<typeof wrongNumbers>, folder: string): Map<string, string> {
  const numbers = Map.groupBy(off, ({ file }) => join(folder, `${file}.yaml`));
  return new Map(
    [...numbers].map(([file, list]) => {
      const wanted = list.map(({ kept: { path }, count: value }) => ({ path, value }));
      return [file, setNumbers(readFileSync(file, 'utf8'), wanted)];
    }),
  );
}
