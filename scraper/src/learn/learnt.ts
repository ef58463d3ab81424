import { quote } from '../model/diagnostic.ts';
import type { Snapshot, SnapshotDocument } from '../model/snapshot.ts';
import { FILE_OF, type Form } from '../vocabulary/forms.ts';
import { type Vocabulary, withLearnt } from '../vocabulary/vocabulary.ts';
import { collectPairs, type Place } from './pairs.ts';
import { listTerms, type Term } from './terms.ts';

/**
 * The vocabulary with what the bilingual cells of snapshots teach besides. Only what is new to it and means one thing
 * is added; each form says where the pages have it, so that what is read by it can be marked.
 */
export function learnFrom(
  snapshots: readonly Snapshot[],
  vocabulary: Vocabulary,
  pathOf: (document: SnapshotDocument) => string = ({ path }) => path,
): Vocabulary {
  const accepted = vocabulary.accepted ?? vocabulary;
  const terms = listTerms(collectPairs(snapshots, accepted, pathOf), accepted);
  return withLearnt(accepted, terms.filter(({ standing }) => standing === 'new').flatMap(formOf));
}

function formOf(term: Term): Form[] {
  return term.glosses.map(({ en, places }) => ({
    domain: term.domain,
    file: FILE_OF[term.domain],
    entry: `learnt: ${term.text}`,
    source: term,
    text: term.text,
    en,
    ko: term.text,
    wrong: null,
    places: null,
    canonical: false,
    elsewhere: null,
    learnt: sayPlaces(places),
  }));
}

function sayPlaces(places: readonly Place[]): string {
  const [first, ...others] = places.map(sayPlace);
  return others.length === 0 ? `${first}` : `${first} and ${others.length} more`;
}

/** `edge.md: table 1, row 2, column "Source IP"` */
export function sayPlace({ document, table, row, column }: Place): string {
  const where = row === null ? 'footnote' : row === 0 ? 'header row' : `row ${row}`;
  return [`${document}: table ${table}`, where, ...(column === null ? [] : [`column ${quote(column)}`])].join(', ');
}
