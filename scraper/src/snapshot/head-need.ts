import type { Head } from '../parse/heads.ts';
import type { ColumnField } from '../vocabulary/schema.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { GONE, isPlain, letters, literal, NO_LETTER, textsOf } from './head-text.ts';

/** How much of a table must be read: a port table's rows, the headers of one that nearly qualifies. */
export type Need = 'rows' | 'headers' | 'nothing';

/** What a header is looked for by. */
interface Key {
  /** All of these are in a header that it names. */
  words: string[];
  /** The longest of them: the place where the header stands. */
  longest: string;
  field: ColumnField;
}

/** Keys that were found, and at how many places. */
interface Places {
  keys: Key[];
  count: number;
}

// English words that hold "port" or a part of "UDP", as in "Cloud PBX", and are none.
const INNOCENT =
  /(?<![\p{L}\p{N}_])(?:un)?(?:cloud|support(?:s|ed|ing|ability)?|reports?|reporting|(?:im|ex)port(?:s|ed|ing)?|importan(?:t|ce)|portals?|portions?|opportunit(?:y|ies)|transport(?:s|ed)?|portable)(?![\p{L}\p{N}_])/giu;

/** In place of a word, so that the letters around it do not become one. */
const WORD = '#';

/** Headers that say nothing of what a table is (`COMMON_FIELDS` and `none` of `interpret/columns.ts`). */
const UNTELLING: ReadonlySet<string> = new Set(['notes', 'direction', 'none']);
const PROTOCOL_FIELDS: readonly ColumnField[] = ['protocol', 'transport', 'role-or-protocol', 'composite'];
const BESIDE_FIELDS: readonly ColumnField[] = [...PROTOCOL_FIELDS, 'source', 'destination'];
/** How many letters a header has that may be in any text. */
const SHORT = 4;

const NEEDS: readonly Need[] = ['rows', 'headers', 'nothing'];

/** How many first rows are kept in mind, and how long they may be: for a run of any length. */
const MOST_KNOWN = 10_000;
const LONGEST_KNOWN = 1_000;

/** Makes what tells, by its head, how much of a table must be read: never less than the whole parse would make use of. */
export function createNeedOf(vocabulary: Vocabulary): (head: Head) => Need {
  const keys = keysOf([...vocabulary.english.column].filter(([, field]) => !UNTELLING.has(field)));
  const beside = [...vocabulary.english.commonColumn].filter(([, field]) => BESIDE_FIELDS.includes(field));
  // "To" and "From" are in every text: they count where they are all that a cell says.
  const common = keysOf(beside.filter(([name]) => name.length > SHORT));
  const short = beside.flatMap(([name, field]) => (name.length > SHORT ? [] : [{ field, cell: cellOf(name) }]));
  const forms = vocabulary.forms
    .filter(({ domain }) => domain === 'column')
    .map((form) => ({ text: letters(form.text), en: WORD + letters(form.en) }));
  const ports = [
    'port',
    ...vocabulary.entries.columns.filter(({ field }) => field === 'port').map(({ ko }) => letters(ko)),
    ...forms.filter(({ en }) => en.includes('port')).map(({ text }) => text),
  ];
  const names = [...keys.flatMap(({ words }) => words), ...forms.flatMap(({ text, en }) => [text, en])].join(WORD);
  const portWords = anyOf(ports);
  // The same as they stand in a text, with what `letters` takes away between their letters: without making another text.
  const scattered = new RegExp(ports.map((word) => [...word].map(literal).join(`${NO_LETTER}*`)).join('|'), 'i');
  const anyWord = anyOf([...forms.map(({ text }) => text), ...keys.map(({ longest }) => longest)]);

  const read = (marked: string): string => {
    const text = letters(marked);
    if (!/port|cloud/.test(text)) return text;
    return letters(marked.replace(INNOCENT, (word) => (names.includes(letters(word)) ? word : WORD)));
  };
  /** A text with the English of the vocabulary's forms in it. */
  const inEnglish = (text: string): string => {
    const found = forms.filter((form) => text.includes(form.text));
    return text + found.map((form) => form.en.repeat(placesOf(form.text, text).length)).join('');
  };
  /** The keys of the headers that may be there, in English or as a form of the vocabulary. */
  const keysIn = (text: string): Places => {
    if (!anyWord.test(text)) return { keys: [], count: 0 };
    const english = inEnglish(text);
    const active = keys.filter((key) => isIn(english, key));
    return { keys: active, count: new Set(active.flatMap(({ longest }) => placesOf(longest, english))).size };
  };
  /** Whether there may be what a port table names beside its ports: a protocol, or both ends of a flow. */
  const mayBeside = (marked: string, active: readonly Key[]): boolean => {
    const english = inEnglish(letters(marked));
    const named = [...active, ...common.filter((key) => isIn(english, key))];
    const cells = (isPlain(marked) ? marked : marked.normalize('NFKD')).replace(/[*_~`\\]/g, '');
    const fields = new Set([...named, ...short.filter(({ cell }) => cell.test(cells))].map(({ field }) => field));
    return PROTOCOL_FIELDS.some((field) => fields.has(field)) || (fields.has('source') && fields.has('destination'));
  };
  const needByFirst = (marked: string, spans: boolean): Need => {
    const text = read(marked);
    const named = portWords.test(text);
    const { keys: active, count } = keysIn(text);
    if (!named && !/tcp|udp/.test(text) && count < (spans ? 1 : 2)) return 'nothing';
    return named && count < 2 && !mayBeside(marked, active) ? 'headers' : 'rows';
  };
  const needBySecond = (marked: string): Need => {
    if (isPlain(marked) && !scattered.test(marked)) return 'nothing';
    const text = read(marked);
    return portWords.test(text) && mayBeside(marked, keysIn(text).keys) ? 'rows' : 'nothing';
  };
  const needBy = (head: string, row: 'first' | 'second'): Need => {
    const texts = textsOf(head);
    if (texts === null) return 'rows';
    if (row === 'second') return most(...texts.map(needBySecond));
    const spans = head.includes('<') && /colspan/i.test(head);
    return most(...texts.map((text) => needByFirst(text, spans)));
  };
  // Tables of a kind begin alike all over a repository.
  const known = new Map<string, Need>();
  const needOfFirst = (head: string): Need => {
    const before = known.get(head);
    if (before !== undefined) return before;
    const need = needBy(head, 'first');
    if (known.size < MOST_KNOWN && head.length < LONGEST_KNOWN) known.set(head, need);
    return need;
  };
  return ({ first, firstTwo }) => {
    const need = needOfFirst(first);
    if (need === 'rows') return need;
    // A cell of the first row may be one of the second too.
    const second = /rowspan/i.test(first) ? firstTwo : firstTwo.slice(first.length);
    return most(need, needBy(second, 'second'));
  };
}

function keysOf(headers: Iterable<readonly [name: string, field: ColumnField]>): Key[] {
  return [...headers].map(([name, field]) => {
    const words = name.split(' ').map(letters);
    return { words, longest: words.toSorted((a, b) => b.length - a.length)[0] ?? '', field };
  });
}

/** A name with nothing of letters before or behind it, but perhaps what is not shown between its own. */
function cellOf(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}] *)${[...name].join(`${GONE}*`)}(?! *[\\p{L}\\p{N}])`, 'iu');
}

function isIn(text: string, { words }: Key): boolean {
  return words.every((word) => text.includes(word));
}

function most(...needs: readonly Need[]): Need {
  return NEEDS.find((need) => needs.includes(need)) ?? 'nothing';
}

function anyOf(texts: readonly string[]): RegExp {
  const literals = texts.filter((text) => text !== '').map(literal);
  return new RegExp(literals.length === 0 ? '(?!)' : literals.join('|'));
}

function placesOf(part: string, text: string): number[] {
  const places: number[] = [];
  if (part === '') return places;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}
