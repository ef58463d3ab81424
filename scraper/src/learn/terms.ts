import { byCodeUnit } from '../compare/names.ts';
import { translate } from '../interpret/reading.ts';
import { DOMAINS, type Domain, isProse } from '../vocabulary/domains.ts';
import { compact, isForeign, nameKey } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { isWorded, type Meaning, meaningsBy } from './meaning.ts';
import type { Pair, Place } from './pairs.ts';

/** One English text that a term stands for, and where. */
export interface Gloss {
  en: string;
  /** null where the grammars do not know this English. */
  meaning: string | null;
  places: Place[];
}

/**
 * What is known of a term: the vocabulary has the same meaning for it, another one, or none; or the pages disagree on
 * what it stands for; or its English is not known either.
 */
export type Standing = 'known' | 'contradicts' | 'new' | 'ambiguous' | 'unknown-english';

/** A text in the page's language that bilingual cells explain. */
export interface Term {
  domain: Domain;
  /** As the first of its places has it. */
  text: string;
  /** The language of its first place. */
  locale: string;
  standing: Standing;
  /** Most frequent first. */
  glosses: Gloss[];
  /** What the vocabulary makes of it without the page's English; null where it knows nothing. */
  vocabulary: string | null;
  /** All its places. */
  count: number;
}

const ORDER = Object.keys(DOMAINS) as readonly Domain[];

/** Makes terms of pairs: one for each text of a kind of cell. The order of the pairs makes no difference. */
export function listTerms(pairs: readonly Pair[], vocabulary: Vocabulary): Term[] {
  const accepted = vocabulary.accepted ?? vocabulary;
  const groups = Map.groupBy(pairs.toSorted(comparePairs), ({ domain, text }) => `${domain} ${compact(text)}`);
  const terms = [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [makeTerm(first, [first, ...others], accepted)],
  );
  return terms.sort(
    (a, b) => ORDER.indexOf(a.domain) - ORDER.indexOf(b.domain) || b.count - a.count || byCodeUnit(a.text, b.text),
  );
}

function makeTerm(first: Pair, pairs: readonly Pair[], vocabulary: Vocabulary): Term {
  const { domain, text } = first;
  const meaning = meaningsBy(vocabulary);
  const glosses = glossesOf(pairs, meaning);
  const own = translate(text, domain, vocabulary, first.locale)?.english ?? null;
  // A text in Latin letters, such as `H` for "HTTPS", counts as known only where a grammar reads it.
  const read = own === null ? null : meaning(domain, own);
  const speaks = own !== null && read !== null && (isForeign(text) || domain !== 'protocol' || read.startsWith('['));
  return {
    domain,
    text,
    locale: first.locale,
    standing: standingOf(domain, glosses, speaks ? read : null),
    glosses,
    vocabulary: speaks ? own : null,
    count: pairs.length,
  };
}

function standingOf(domain: Domain, glosses: readonly Gloss[], known: string | null): Standing {
  if (known !== null) {
    // The vocabulary's English of a note is this project's own, so it need not match the page's.
    return isProse(domain) || glosses.every(({ meaning }) => meaning === known) ? 'known' : 'contradicts';
  }
  if (glosses.length > 1) return 'ambiguous';
  return glosses.some(({ meaning }) => meaning === null) ? 'unknown-english' : 'new';
}

function glossesOf(pairs: readonly Pair[], meaning: Meaning): Gloss[] {
  const glosses = new Map<string, Gloss>();
  for (const { domain, en, place } of pairs) {
    const read = meaning(domain, en);
    const wording = nameKey(en.replaceAll('\n', ' ').replace(/\.$/, ''));
    const key = read === null || (isWorded(domain) && !isProse(domain)) ? `${read} ${wording}` : read;
    const gloss = glosses.get(key) ?? { en, meaning: read, places: [] };
    glosses.set(key, gloss);
    gloss.places.push(place);
  }
  return [...glosses.values()].sort((a, b) => b.places.length - a.places.length || byCodeUnit(a.en, b.en));
}

function comparePairs(a: Pair, b: Pair): number {
  return (
    byCodeUnit(a.place.document, b.place.document) ||
    a.place.table - b.place.table ||
    (a.place.row ?? Number.MAX_SAFE_INTEGER) - (b.place.row ?? Number.MAX_SAFE_INTEGER) ||
    byCodeUnit(a.place.column ?? '', b.place.column ?? '') ||
    byCodeUnit(a.text, b.text) ||
    byCodeUnit(a.en, b.en)
  );
}
