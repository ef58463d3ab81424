import { type EndPattern, fillPlaces } from '../vocabulary/end-parts.ts';
import type { Form } from '../vocabulary/forms.ts';
import { compact, isForeign, nameKey } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { readEnds } from './endpoints.ts';
import type { Translation, Use } from './reading.ts';

/** One way to read a text by its parts. */
interface Composed {
  english: string;
  /** What it should be in the page's language. */
  right: string;
  uses: Use[];
}

const BULLET = /^\s*[•·▪*-]\s*/u;
/** The place that holds a name, and nothing that is put together. */
const NAME = 'name';
/** No end is as long as this, in characters that count. */
const LONGEST = 120;
/** A text that can be read in more ways than this is not read. */
const MOST_WAYS = 16;
/** Nor is one with more stretches than this that may be parts, so that no cell takes long: real ones have 60. */
const MOST_STRETCHES = 400;

/**
 * Puts the English of a flow's end together from its parts, line by line: names, and patterns around them, as in
 * "<kind of address>: <name> <clause>". A text may be put together in several ways, as where a clause may belong to one
 * name or to two: all that the grammar of ends reads must then state the same, or the text is not read at all. The words
 * are those of the first way, in which patterns that come first in the vocabulary stand around the others.
 */
export function composeEnds(text: string, vocabulary: Vocabulary): Translation | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const bulleted = lines.findIndex((line) => BULLET.test(line));
  const budget = { stretches: MOST_STRETCHES };
  const ways = lines.map((line, at) => {
    const [bullet = ''] = BULLET.exec(line) ?? [];
    // A line without a bullet goes on with the line above it.
    const begins = bullet !== '' || bulleted < 0 || at < bulleted;
    return waysToRead(line.slice(bullet.length), vocabulary, budget).map(({ english, ...way }) => {
      const shown = begins ? capital(english) : english;
      return { ...way, english: bullet === '' ? shown : `${bullet.trim()} ${shown}` };
    });
  });
  const byLine = agreed(ways, vocabulary);
  if (byLine !== null || bulleted >= 0 || lines.length < 2) return byLine;
  return agreed([waysToRead(lines.join(' '), vocabulary, budget)], vocabulary);
}

/** The first way that states anything; null where there is none, or where another way states something else. */
function agreed(ways: readonly (readonly Composed[])[], vocabulary: Vocabulary): Translation | null {
  if (ways.reduce((product, { length }) => product * length, 1) > MOST_WAYS) return null;
  const wholes = ways.reduce<Translation[]>(
    (before, line) => before.flatMap((whole) => line.map((next) => append(whole, next))),
    [{ english: '', uses: [] }],
  );
  const read = wholes.flatMap((whole) => {
    const ends = readEnds(whole.english, vocabulary);
    return ends.ok ? [{ whole, states: JSON.stringify({ ...ends.value, roles: ends.value.roles.toSorted() }) }] : [];
  });
  const [first] = read;
  return first !== undefined && read.every(({ states }) => states === first.states) ? first.whole : null;
}

function append({ english, uses }: Translation, next: Composed): Translation {
  return { english: english === '' ? next.english : `${english}\n${next.english}`, uses: [...uses, ...next.uses] };
}

/** All ways to read a line, each with other English; none where there are too many. */
function waysToRead(line: string, vocabulary: Vocabulary, budget: { stretches: number }): Composed[] {
  const text = withoutSpace(line);
  if (text.letters.length > LONGEST) return [];
  const known = new Map<string, Composed[]>();
  let tooMany = false;
  const read = (from: number, to: number): Composed[] => {
    const key = `${from} ${to}`;
    const found = known.get(key) ?? readSpan(from, to);
    known.set(key, found);
    return found;
  };
  const readNames = (from: number, to: number): Composed[] => {
    const name = readName(text.letters.slice(from, to), () => text.published(from, to), vocabulary);
    return name === null ? [] : [name];
  };
  const readSpan = (from: number, to: number): Composed[] => {
    budget.stretches -= 1;
    tooMany ||= budget.stretches < 0;
    if (tooMany) return [];
    const names = readNames(from, to);
    if (names.length > 0) return names;
    const ways = new Map<string, Composed>();
    for (const pattern of vocabulary.endParts.patterns) {
      for (const spans of placesIn(pattern, text.letters, from, to)) {
        const parted = spans.map((span, at) => (pattern.places[at] === NAME ? readNames(...span) : read(...span)));
        for (const parts of combine(parted)) {
          const way = fill(pattern, parts, text.published(from, to));
          if (!ways.has(way.english)) ways.set(way.english, way);
          tooMany ||= ways.size > MOST_WAYS;
        }
      }
    }
    return [...ways.values()];
  };
  const ways = read(0, text.letters.length);
  return tooMany ? [] : ways;
}

/** A text that is one name, or a role in English, which stands for itself. */
function readName(letters: string, published: () => string, { endParts, english }: Vocabulary): Composed | null {
  const form = endParts.names.get(letters);
  if (form !== undefined) return { english: form.en, right: form.ko, uses: [{ form, published: published() }] };
  if (isForeign(letters)) return null;
  const role = published();
  return english.role.has(nameKey(role)) ? { english: role, right: role, uses: [] } : null;
}

/** A pattern with these parts in its places. */
function fill({ form, places }: EndPattern, parts: readonly Composed[], published: string): Composed {
  const inPlaces = (of: (part: Composed) => string) => {
    return Object.fromEntries(places.map((place, at) => [place, of(parts[at] as Composed)]));
  };
  const english = fillPlaces(
    form.en,
    inPlaces((part) => part.english),
  );
  const right = fillPlaces(
    form.ko,
    inPlaces((part) => part.right),
  );
  const filled: Form = { ...form, en: english, ko: right };
  return { english, right, uses: [{ form: filled, published }, ...parts.flatMap(({ uses }) => uses)] };
}

type Span = readonly [from: number, to: number];

/** Where the places of a pattern may be in a stretch of a text, each way that it fits; no place is empty. */
function placesIn({ before, between, behind }: EndPattern, letters: string, from: number, to: number): Span[][] {
  const [start, end] = [from + before.length, to - behind.length];
  if (start >= end || !letters.startsWith(before, from) || !letters.endsWith(behind, to)) return [];
  const split = (start: number, [next, ...rest]: readonly string[]): Span[][] => {
    if (next === undefined) return start < end ? [[[start, end]]] : [];
    const found: Span[][] = [];
    for (let at = letters.indexOf(next, start + 1); at >= 0 && at < end; at = letters.indexOf(next, at + 1)) {
      for (const behind of split(at + next.length, rest)) found.push([[start, at], ...behind]);
    }
    return found;
  };
  return split(start, between);
}

/** Each way to take one of each list. */
function combine<Item>(lists: readonly (readonly Item[])[]): Item[][] {
  return lists.reduce<Item[][]>(
    (before, list) => before.flatMap((items) => list.map((item) => [...items, item])),
    [[]],
  );
}

/** A text as texts are compared, and what of it a stretch was published as. */
function withoutSpace(line: string): { letters: string; published: (from: number, to: number) => string } {
  const characters = [...line.normalize('NFKC')];
  const at: number[] = [];
  let letters = '';
  characters.forEach((character, index) => {
    const folded = compact(character);
    letters += folded;
    for (let unit = 0; unit < folded.length; unit += 1) at.push(index);
  });
  const published = (from: number, to: number) => {
    return to > from ? characters.slice(at[from], (at[to - 1] as number) + 1).join('') : '';
  };
  return { letters, published };
}

function capital(english: string): string {
  return english.charAt(0).toUpperCase() + english.slice(1);
}
