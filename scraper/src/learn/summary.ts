import { quote } from '../model/diagnostic.ts';
import { sayPlace } from './learnt.ts';
import type { Standing, Term } from './terms.ts';

const MOST_PLACES = 3;

const TITLES: readonly [Standing, string][] = [
  ['contradicts', 'Contradicts the vocabulary (never used)'],
  ['ambiguous', 'Ambiguous: one text for several English ones (never used)'],
  ['unknown-english', 'The English is not known either (needs an entry of its own first)'],
  ['new', 'New'],
  ['known', 'Known with the same meaning'],
];

/**
 * What was learnt, a line each, for a person to read.
 *
 * @param documents what the documents with bilingual port tables are called
 */
export function summarise(terms: readonly Term[], documents: readonly string[]): string[] {
  const inAll = terms.reduce((sum, { count }) => sum + count, 0);
  const counted = (standing: Standing) => terms.filter((term) => term.standing === standing).length;
  return [
    `${terms.length} terms in ${inAll} bilingual places of ${documents.length} document${documents.length === 1 ? '' : 's'}:`,
    `  ${counted('known')} known with the same meaning, ${counted('new')} new, ${counted('contradicts')} against the vocabulary,`,
    `  ${counted('ambiguous')} ambiguous, ${counted('unknown-english')} whose English is not known.`,
    ...documents.map((document) => `  ${placesIn(document, terms)} places in ${quote(document)}`),
    ...TITLES.flatMap(([standing, title]) => {
      const lines = terms.filter((term) => term.standing === standing).flatMap(termLines);
      return counted(standing) === 0 ? [] : ['', `${title}:`, ...lines];
    }),
  ];
}

function placesIn(document: string, terms: readonly Term[]): number {
  return terms
    .flatMap(({ glosses }) => glosses.flatMap(({ places }) => places))
    .filter((each) => each.document === document).length;
}

function termLines({ domain, text, standing, glosses, vocabulary }: Term): string[] {
  const shown = standing === 'known' ? 0 : MOST_PLACES;
  const known = vocabulary === null ? '' : `; the vocabulary reads ${quote(vocabulary)}`;
  return glosses.flatMap(({ en, places }) => [
    `  ${domain}: ${quote(text)} stood for ${quote(en)} ${places.length} time${places.length === 1 ? '' : 's'}${known}`,
    ...places.slice(0, shown).map((place) => `    ${sayPlace(place)}`),
    ...(shown > 0 && places.length > shown ? [`    and ${places.length - shown} more`] : []),
  ]);
}
