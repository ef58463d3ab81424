import { type Head, tableHeads } from '../parse/heads.ts';
import type { Wanted } from '../parse/slices.ts';
import type { ColumnField } from '../vocabulary/schema.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { isForeignPage } from './language.ts';

/**
 * Tells whether a text may hold a port table, or one that nearly qualifies: null where it cannot, else the tables that
 * may be one: the rows of others need not be read. `published` finds out in which language it was published, or null; it
 * is asked only where the text does not tell, for it may have to hash the document to know.
 */
export type Sieve = (text: string, published?: () => string | null) => Wanted | null;

/** What a header is looked for by. */
interface Key {
  /** All of these are in a header that it names. */
  words: string[];
  /** The longest of them: the place where the header stands. */
  longest: string;
  field: ColumnField;
}

/** How much of a table must be read: a port table's rows, the headers of one that nearly qualifies. */
type Need = 'rows' | 'headers' | 'nothing';

/** Keys that were found, and at how many places. */
interface Places {
  keys: Key[];
  count: number;
}

// Tags that do no more than mark text up or lay it out, with attributes that are written as they should be. What
// `hidden` marks is not shown.
const NAME =
  'a|abbr|b|blockquote|br|caption|center|code|col|colgroup|div|em|font|hr|i|img|li|ol|p|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul';
// One line break at most: a blank line would end what the tag stands in. No pipe: it may end a cell, and then this is
// no tag but text.
const SPACE = '(?:[ \\t]|\\n(?![ \\t]*\\n))';
const ATTRIBUTE = `(?!hidden\\b)[a-z][\\w:-]*(?:=(?:"[^"<>\\n|]*"|'[^'<>\\n|]*'|[\\w#%.-]+))?`;
const TAG = new RegExp(`</(?:${NAME})[ \\t]*>|<(?:${NAME})(?:${SPACE}+${ATTRIBUTE})*[ \\t]*/?>`, 'gi');
// Character references that stand for no letter.
const REFERENCE = /&(?:nbsp|amp|lt|gt|quot|#160|#xa0);/gi;
// The end of a link, and an image: with what they point at, which is not shown.
const LINK = /!\[[^[\]]*\](?:\([^()<>[\]\\]*\)|\[[^[\]]*\])?|\](?:\([^()<>[\]\\]*\)|\[[^[\]]*\])/g;
// English words that hold "port" or a part of "UDP", as in "Cloud PBX", and are none.
const INNOCENT =
  /(?<![\p{L}\p{N}_])(?:un)?(?:cloud|support(?:s|ed|ing|ability)?|reports?|reporting|(?:im|ex)port(?:s|ed|ing)?|importan(?:t|ce)|portals?|portions?|opportunit(?:y|ies)|transport(?:s|ed)?|portable)(?![\p{L}\p{N}_])/giu;

// What a page says in its front matter that it is in.
const LOCALE = /^ms\.contentlocale:[ \t]*["']?(\w[\w-]*)/im;
const FRONT_MATTER = /^---[ \t]*\n.*?\n---/s;
// Letters other than those of English and of Korean.
const FOREIGN_LETTER = /[^\P{L}\p{Script=Latin}\p{Script=Hangul}]/u;

/** How many first rows are kept in mind, and how long they may be: for a run of any length. */
const MOST_KNOWN = 10_000;
const LONGEST_KNOWN = 1_000;

/** In place of what is not shown; and in place of a word, so that the letters around it do not become one. */
const GONE = '\n';
const WORD = '#';

/**
 * Makes the test that decides, before a document is parsed, whether it can hold a port table. It reads the heads of
 * tables as they are written and never says no where the whole parse would find a table that is not `other`
 * (`interpret/columns.ts`): what it cannot tell, it lets through.
 */
export function createSieve(vocabulary: Vocabulary): Sieve {
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
  const protocols = new RegExp(['tcp', 'udp', ...vocabulary.english.protocol.keys()].map(literal).join('|'), 'i');
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
    const tags = head.includes('<');
    const untagged = tags ? head.replace(TAG, GONE) : head;
    const marked = untagged.includes('&') ? untagged.replace(REFERENCE, GONE) : untagged;
    // A table that begins or ends in the midst of a head is not what it seems.
    if (isUnclear(marked, head) || (tags && /.<\/?table/is.test(head))) return 'rows';
    const spans = tags && /colspan/i.test(head);
    const shown = marked.includes('[') ? marked.replace(LINK, GONE) : marked;
    if (shown !== marked && /!\[|\][([]/.test(shown)) return 'rows';
    const needOf = (text: string) => (row === 'first' ? needByFirst(text, spans) : needBySecond(text));
    return shown === marked ? needOf(marked) : most(needOf(marked), needOf(shown));
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
  const needOf = ({ first, firstTwo }: Head): Need => {
    const need = needOfFirst(first);
    if (need === 'rows') return need;
    // A cell of the first row may be one of the second too.
    const second = /rowspan/i.test(first) ? firstTwo : firstTwo.slice(first.length);
    return most(need, needBy(second, 'second'));
  };
  return (text, published = () => null) => {
    // The headers of other languages are not known; what their tables hold decides (`interpret/body.ts`).
    if (mayBeForeign(text, published) && protocols.test(text)) return 'all';
    const heads = tableHeads(text);
    if (heads === null) return 'all';
    const needs = heads.map(needOf);
    const wanted = heads.filter((_, at) => needs[at] === 'rows');
    // Headers that nobody knows may stand above ports all the same.
    if (wanted.length < heads.length && /TCP|UDP/.test(text)) {
      const end = (at: number) => heads[at + 1]?.from ?? text.length;
      const hidden = heads.some(({ from }, at) => needs[at] !== 'rows' && hasTransportInCell(text, from, end(at)));
      if (hidden) return 'all';
    }
    return needs.every((need) => need === 'nothing') ? null : wanted.map(({ from }) => from);
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

/** Whether a page may turn out to be in a language that the vocabulary is not written for (`parse/page.ts`). */
function mayBeForeign(text: string, published: () => string | null): boolean {
  const matter = FRONT_MATTER.exec(text)?.[0] ?? '';
  const told = LOCALE.exec(matter)?.[1] ?? published();
  if (told !== null) return isForeignPage(told);
  // A title in other letters tells, and so does English beside a text.
  const title = /^#\s.*$/m.exec(text)?.[0] ?? '';
  return FOREIGN_LETTER.test(matter + title) || text.includes('class="sxs-lookup"');
}

/** Headers that say nothing of what a table is (`COMMON_FIELDS` and `none` of `interpret/columns.ts`). */
const UNTELLING: ReadonlySet<string> = new Set(['notes', 'direction', 'none']);
const PROTOCOL_FIELDS: readonly ColumnField[] = ['protocol', 'transport', 'role-or-protocol', 'composite'];
const BESIDE_FIELDS: readonly ColumnField[] = [...PROTOCOL_FIELDS, 'source', 'destination'];
/** How many letters a header has that may be in any text. */
const SHORT = 4;

const NEEDS: readonly Need[] = ['rows', 'headers', 'nothing'];

/** How long a cell may be, with its markup, for its beginning to be looked for. */
const LONGEST_CELL = 5000;

/** Whether a cell in this part of a text may name a transport. */
function hasTransportInCell(text: string, from: number, to: number): boolean {
  return [...text.slice(from, to).matchAll(/TCP|UDP/g)].some(({ index }) => {
    const at = from + index;
    const lineEnd = text.indexOf('\n', at);
    const line = text.slice(text.lastIndexOf('\n', at) + 1, lineEnd < 0 ? text.length : lineEnd);
    if (line.includes('|')) return true;
    const before = text.slice(Math.max(0, at - LONGEST_CELL), at).toLowerCase();
    const last = (...tags: string[]) => Math.max(...tags.map((tag) => before.lastIndexOf(tag)));
    const [begun, ended] = [last('<td', '<th'), last('</td', '</th', '</tr', '</table', '<table')];
    // In comments, tags are none.
    return begun > ended || before.includes('<!--') || (ended < 0 && at > LONGEST_CELL);
  });
}

/**
 * Whether something is left that may hide or add letters: other tags, comments, references, tags as mere text, or parts
 * of Korean letters, which join others.
 */
function isUnclear(marked: string, head: string): boolean {
  if (/[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\ud7b0-\ud7ff\uffa0-\uffdc]/.test(marked)) return true;
  return /<|&(?=[#\p{L}])/iu.test(marked) || (head.includes('<') && /`|\\(?![\p{L}\p{N}\s])/u.test(head));
}

/**
 * The letters and digits of a text, as every look-up sees them: without case, width, accents, white space and
 * punctuation, and without the s of a plural.
 */
function letters(text: string): string {
  const lower = isPlain(text)
    ? text.toLowerCase()
    : text.normalize('NFKD').toLowerCase().replaceAll('\u03c2', '\u03c3');
  if (isPlain(lower)) return lower.replace(NO_LETTERS, '');
  return lower.replace(/[^\p{L}\p{N}#]|s/gu, '').normalize('NFC');
}

/** In a plain text, in lower case. */
const NO_LETTER = '[^a-rt-z0-9#\\uac00-\\ud7a3]';
const NO_LETTERS = new RegExp(`${NO_LETTER}+`, 'g');

/** Whether a text has no letters but those of English and whole ones of Korean, which stand for themselves. */
function isPlain(text: string): boolean {
  return !/[^ -~\s\u2010-\u2027\uac00-\ud7a3]/.test(text);
}

function anyOf(texts: readonly string[]): RegExp {
  const literals = texts.filter((text) => text !== '').map(literal);
  return new RegExp(literals.length === 0 ? '(?!)' : literals.join('|'));
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function placesOf(part: string, text: string): number[] {
  const places: number[] = [];
  if (part === '') return places;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}
