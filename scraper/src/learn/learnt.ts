import { quote } from '../model/diagnostic.ts';
import type { Snapshot, SnapshotDocument } from '../model/snapshot.ts';
import { DOMAINS } from '../vocabulary/domains.ts';
import { type Form, RIGHT } from '../vocabulary/forms.ts';
import { type Vocabulary, withLearnt } from '../vocabulary/vocabulary.ts';
import { collectPairs, type Place } from './pairs.ts';
import { listTerms, type Term } from './terms.ts';

/**
 * The vocabulary with what the bilingual cells of snapshots teach. Only texts that are new to it and mean one thing are
 * added. Each form says where the pages have it, so that the readings that use it can be marked.
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
  const { domain, text } = term;
  const { file } = DOMAINS[domain];
  const form = { ...RIGHT, domain, file, entry: `learnt: ${text}`, source: term, text, ko: text, elsewhere: null };
  return term.glosses.map(({ en, places }) => ({ ...form, en, learnt: sayPlaces(places) }));
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
