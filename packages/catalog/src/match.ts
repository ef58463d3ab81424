import {
  LONGEST_QUERY,
  narrowed,
  type Query,
  readApart,
  readMeaning,
  readQuery,
  type Term,
  tidied,
  withoutEndings,
  withoutSureEndings,
} from './query.ts';
import { searchable } from './searchable.ts';

export { learn, portOf, type Query, rangeOf, readQuery, type Synonyms, tidied, withoutTransport } from './query.ts';
export { searchable } from './searchable.ts';

/**
 * The matcher of the site's filter, the site's search, `search()` and the command: what a person types against what an
 * entry says. It knows nothing of rules: an entry is its words and its ports.
 */

/** What can be found. */
export interface Entry {
  /** Every text that the entry should be found by, each made by `searchable`, line breaks between them. */
  readonly text: string;
  /** The ports that it names: from, to, from, to … */
  readonly ports: readonly number[];
}

/**
 * How an entry matches, best first: it names the port, a word of it is the one that was typed, a word begins with it, a
 * port begins with it, it is somewhere inside, or only a range of the entry covers the port.
 */
export type Match = 'port' | 'word' | 'start' | 'digits' | 'inside' | 'range';

const ORDER: readonly Match[] = ['port', 'word', 'start', 'digits', 'inside', 'range'];

// Written out as ranges: V8 looks up \p{…} when it reads a regular expression, half a millisecond of every import.
const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3\uffa0-\uffdc]/;
/** Digits, and the letters of Latin, Greek, Cyrillic, Korean, Chinese and Japanese. */
const LETTER = /[0-9A-Za-z\u00c0-\u024f\u0370-\u1fff\u3040-\u318f\u3400-\u9fff\uac00-\ud7a3]/;
const SYLLABLES = 0xac00;
// The jamo that a syllable is made of, in the order of Unicode's arithmetic (The Unicode Standard, 3.12), as a
// keyboard types them: a final consonant is the same letter as an initial one, and a cluster is two. A letter that is
// typed alone is, in the form that `searchable` gives, one of the jamo from U+1100, which have the same order.
const INITIALS = 'ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(' ');
const VOWELS = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ');
const FINALS =
  ' ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(' ');

/** Letters as they are typed: `엦` is on its way to `에지`, and `중ㅈ` to `중재`. */
export function typed(text: string): string {
  return text
    .replace(/[가-힣]/g, (syllable) => {
      const index = syllable.charCodeAt(0) - SYLLABLES;
      const final = index % 28;
      const vowel = ((index - final) / 28) % 21;
      const initial = Math.floor(index / 588);
      return `${INITIALS[initial]}${VOWELS[vowel]}${FINALS[final]}`;
    })
    .replace(/[\u1100-\u1112]/g, (letter) => INITIALS[letter.charCodeAt(0) - 0x1100] ?? letter)
    .replace(/[\u1161-\u1175]/g, (letter) => VOWELS[letter.charCodeAt(0) - 0x1161] ?? letter)
    .replace(/[\u11a8-\u11c2]/g, (letter) => FINALS[letter.charCodeAt(0) - 0x11a7] ?? letter);
}

/**
 * Finds entries: `index` is the entry's place in the list. Best matches first; of equal ones those that are called by a
 * word of the query before those that mention it, then those with ports, then in the order of the list. Of a long query,
 * the first 200 characters count.
 */
export function findEntries(query: string, entries: readonly Entry[]): { index: number; match: Match }[] {
  const text = query.length > LONGEST_QUERY ? query.slice(0, LONGEST_QUERY) : query;
  for (const { terms, form } of readings(text)) {
    const found = entries.flatMap((entry, index) => {
      const match = matchEntry({ terms }, form === null ? entry : { ...entry, text: form(entry.text) });
      const numbers = entry.ports.length > 0 ? 1 : 0;
      return match === null ? [] : [{ index, match, called: calledBy(terms, entry), numbers }];
    });
    if (found.length === 0) continue;
    return found
      .sort(
        (a, b) => compareMatches(a.match, b.match) || b.called - a.called || b.numbers - a.numbers || a.index - b.index,
      )
      .map(({ index, match }) => ({ index, match }));
  }
  return [];
}

/** How many words of a query are a name of the entry: a line, whole, in the plural too. */
function calledBy(terms: readonly Term[], { text }: Entry): number {
  const lines = `\n${text}\n`;
  const isLine = (term: Term): boolean =>
    term.port === null &&
    (lines.includes(`\n${term.text}\n`) || lines.includes(`\n${term.text}s\n`) || term.others?.some(isLine) === true);
  return terms.filter(isLine).length;
}

/** The words of a Korean question. */
const MOST_ASKED = 5;

/**
 * What may have been meant, most likely first: Korean words that stand together are one word with spaces scattered in
 * it; then words of their own; then a word that is still being typed; then lists and ranges of ports that no page
 * prints so; then all of these without particles; then the text as it stands, which comes first where Korean is so long that
 * it is rather quoted than asked.
 */
function readings(text: string): { terms: readonly Term[]; form: ((text: string) => string) | null }[] {
  const tidy = tidied(text);
  const joined = readMeaning(withoutSureEndings(searchable(narrowed(tidy))));
  if (joined.terms.length === 0) return [];
  const loose = readApart(searchable(tidy));
  const last = loose === null ? [] : [{ ...loose, form: null }];
  const whole = { ...readQuery(searchable(text)), form: null };
  if (!HANGUL.test(tidy)) return [{ ...joined, form: null }, ...last, whole];
  const apart = readMeaning(tidy);
  const bare = withoutEndings(tidy);
  const typing = { terms: readQuery(searchable(tidy)).terms.map((term) => ({ ...term, text: typed(term.text) })) };
  const read = [
    { ...joined, form: null },
    ...(apart.terms.every((term) => [...term.text].length > 1) ? [{ ...apart, form: null }] : []),
    { ...typing, form: typed },
    ...last,
    ...(bare === null ? [] : readings(bare)),
  ];
  return tidy.split(/\s+/).length > MOST_ASKED ? [whole, ...read] : [...read, whole];
}

/** How an entry matches all terms of a query: by its worst; null where a term is not there. */
export function matchEntry({ terms }: Query, entry: Entry): Match | null {
  let worst: Match | null = null;
  for (const term of terms) {
    const match = matchTerm(term, entry);
    if (match === null) return null;
    if (worst === null || ORDER.indexOf(match) > ORDER.indexOf(worst)) worst = match;
  }
  return worst;
}

/** Better matches come first; equal ones keep their order. */
export function compareMatches(a: Match, b: Match): number {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}

function matchTerm(term: Term, entry: Entry): Match | null {
  const { text, others, line, range } = term;
  if (line === true) return `\n${entry.text}\n`.includes(`\n${text}\n`) ? 'word' : null;
  if (others !== undefined) {
    // A product is its own line, not a text that speaks of it.
    const own = others.some((each) => each.line) ? null : matchText(text, entry.text);
    const found = others.map((each) => matchTerm(each, entry)).filter((match) => match !== null);
    return (own === 'word' ? [own, ...found] : found).sort(compareMatches)[0] ?? null;
  }
  if (range !== undefined) return matchRange(range, entry);
  return (/^\d+$/.test(term.text) ? matchDigits(term, entry) : null) ?? matchText(term.text, entry.text);
}

function matchDigits({ text, port }: Term, { ports }: Entry): Match | null {
  let best: Match | null = null;
  for (let at = 0; at < ports.length; at += 2) {
    const [from = 0, to = 0] = [ports[at], ports[at + 1]];
    if (port === from || port === to) return 'port';
    if (`${from}`.startsWith(text) || `${to}`.startsWith(text)) best = 'digits';
    else if (port !== null && from < port && port < to) best ??= 'range';
  }
  return best;
}

/** A port or range within the range is named by it; one that only overlaps it covers some of it. */
function matchRange([first, last]: readonly [number, number], { ports }: Entry): Match | null {
  let best: Match | null = null;
  for (let at = 0; at < ports.length; at += 2) {
    const [from = 0, to = 0] = [ports[at], ports[at + 1]];
    if (first <= from && to <= last) return 'port';
    if (from <= last && first <= to) best = 'range';
  }
  return best;
}

function matchText(term: string, text: string): Match | null {
  let best: Match | null = null;
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const begins = !isLetter(text[at - 1]) || HANGUL.test(term) !== HANGUL.test(text[at - 1] ?? '');
    const ends = !isLetter(text[at + term.length]);
    if (begins && ends) return 'word';
    best = begins ? 'start' : (best ?? 'inside');
  }
  // Two Latin letters inside a word say nothing, and digits in a text are not a port.
  if (best === 'inside' && (!HANGUL.test(term) || term.length < 2)) return null;
  return best;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && LETTER.test(character);
}
