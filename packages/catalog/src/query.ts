import { searchable } from './searchable.ts';

/** What a person types, read: ports, ranges, words and what they mean. It knows nothing of what is searched. */

/** A query, ready for entries: every term must match. */
export interface Query {
  readonly terms: readonly Term[];
}

export interface Term {
  readonly text: string;
  /** The port that the term is. */
  readonly port: number | null;
  /** Any of these will do as well; the text itself counts only as a whole word then. */
  readonly others?: readonly Term[];
  /** The text is a whole line of an entry. */
  readonly line?: true;
  /** Ports from the one to the other. */
  readonly range?: readonly [from: number, to: number];
}

/** How much of a query counts, in characters: each of its words is looked for in each entry. */
export const LONGEST_QUERY = 200;

const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3\uffa0-\uffdc]/;
/** ASCII's, and arrows. */
const PUNCTUATION = /^[!-/:-@[-`{-~\u2190-\u21ff\u00b7]+$/;
/** What people type, and what the catalog has for it: each text in the form of `searchable`. */
export interface Synonyms {
  /** By what is typed; nothing where it says nothing; "=" stands before a whole line. */
  readonly means: Readonly<Record<string, readonly string[]>>;
  /** Whom it names as one end of a pair. */
  readonly roles: Readonly<Record<string, string>>;
  /** Words for kinds of hosts, which names are known without. */
  readonly hosts: readonly string[];
  /** The ways to ask for a pair: {a}, words, {b}. */
  readonly pairs: readonly string[];
  /** The ways to write a range of ports: {a}, words, {b}. */
  readonly ranges: readonly string[];
  /** What is attached to a word in the end and says nothing: Korean particles. */
  readonly endings: readonly string[];
  /** The same of kinds of hosts and of numbers alone: names end so. */
  readonly hostEndings: readonly string[];
  /** Names of what everything here is about. */
  readonly brands: readonly string[];
  /** What is said after the words that it narrows, and is no part of them: `외부`. */
  readonly narrows: readonly string[];
}

let learnt: Synonyms | null = null;
let means: Synonyms['means'] = {};
/** Words that say nothing, attached to a number: `443번`, `port443`. */
let attached: RegExp | null = null;
/** An ending of a Korean word. */
let ending: RegExp | null = null;
let ranges: readonly RegExp[] = [];
let brands: ReadonlySet<string> = new Set();
let narrows: ReadonlySet<string> = new Set();
let hosts: ReadonlySet<string> = new Set();
/** An ending that is none of a name. */
let sureEnding: RegExp | null = null;
/** The words between two names, which name nothing themselves: `from`, `to`. */
let joints: ReadonlySet<string> = new Set();
/** How many words the longest phrase has. */
let longest = 1;

/** Has every later query read with these: a site learns them with its index, so that pages do not load them before. */
export function learn(synonyms: Synonyms): void {
  if (learnt === synonyms) return;
  learnt = synonyms;
  means = synonyms.means;
  const words = [...Object.keys(means), ...synonyms.brands];
  const silent = words.filter((word) => means[word]?.length === 0);
  const beside = anyOf(silent);
  const { endings, hostEndings } = synonyms;
  const hangul = HANGUL.source;
  const koreanHosts = synonyms.hosts.filter((host) => HANGUL.test(host));
  const hostEnding = koreanHosts.length === 0 ? '(?!)' : `(?<=${anyOf(koreanHosts)})${anyOf(hostEndings)}`;
  const all = [...endings, ...hostEndings];
  ending = all.length === 0 ? null : new RegExp(`(?<=${hangul}{2})${anyOf(all)}+(?!\\S)`, 'g');
  sureEnding = all.length === 0 ? null : new RegExp(`(?:(?<=${hangul}{2})${anyOf(endings)}|${hostEnding})(?!\\S)`, 'g');
  attached =
    silent.length === 0
      ? null
      : new RegExp(`(?<=\\d)${anyOf([...silent, ...all])}+(?!\\S)|(?<!\\S)${beside}(?=\\d)`, 'g');
  ranges = synonyms.ranges.map(rangePattern);
  brands = new Set(synonyms.brands);
  narrows = new Set(synonyms.narrows);
  hosts = new Set(synonyms.hosts);
  joints = new Set(synonyms.pairs.flatMap((pair) => wordsOf(pair.replace(/\{[ab]\}/g, ' '))));
  longest = Math.max(1, ...words.map((word) => word.split(' ').length));
}

/** A pattern for any of the texts, the longest first. */
function anyOf(texts: readonly string[]): string {
  const sorted = [...texts].sort((a, b) => b.length - a.length);
  return `(?:${sorted.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`;
}

/** A pattern of {a}, words and {b} for two ports; Korean words are attached to them. */
function rangePattern(written: string): RegExp {
  const port = '(\\d+(?:,\\d{3})*)';
  const parts = written.split(/\{[ab]\}/).map((part) => anyOf([part.trim()]));
  const [begin = '', between = '', end = ''] = parts.map((part) => (part === '(?:)' ? '' : `\\s*${part}\\s*`));
  return new RegExp(
    `(?<![a-z])${begin.replace(/^\\s\*/, '')}${port}${between}${port}${end.replace(/\\s\*$/, '')}`,
    'g',
  );
}

/**
 * A text with what people write around ports taken off: `443/tcp` is `443 tcp`, `80,443` are two, and "port" says
 * nothing where something else is left.
 */
export function tidied(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<!\S)[("'“‘[{#]+(?=\S)|[)"'”’\]}.,;:!?]+(?!\S)/g, ' ')
    .replace(/(?<![\d.])(\d{1,2})\.(?=\d{3}(?![\d.]))/g, '$1')
    .replace(/(?<!\d)[#*:=]+(?=\d)/g, ' ')
    .replace(/(?<![a-z])(tcp|udp)[/+&,](?=(?:tcp|udp)(?![a-z]))/g, '$1 ')
    .replace(/(\d)[/:_-]?(?=(?:tcp|udp)(?![a-z]))/g, '$1 ')
    .replace(/(?<![a-z])(tcp|udp)[/:_-]?(?=\d)/g, '$1 ')
    .replace(/(\d) ?(?:[~\u301c]|\.{2,3}) ?(?=\d)/g, '$1-');
  const ranged = ranges.reduce(
    (each, pattern) => each.replace(pattern, (_, from: string, to: string) => rangeOrBoth(from, to)),
    plain,
  );
  const apart = ranged
    .replace(/(?<![\d,])(\d{1,2}),(\d{3})(?![\d,])/g, (whole, a, b) => (portOf(a + b) === null ? `${a} ${b}` : whole))
    .replace(/(?<!\d)(\d{3,5})[,;](?=\d{2,5}(?!\d))/g, '$1 ')
    .replace(/(\d)[,;](?=\s|$)/g, '$1 ')
    .replace(/(\d) (?:or|and) (?=\d)/g, '$1 ')
    .trim();
  const said = phrasesOf(attached === null ? apart : apart.replace(attached, ' '))
    .filter((phrase) => !isNoise(phrase))
    .join(' ');
  return said === '' ? apart : said;
}

/** `8080 and 4443` is no range though it is written as one is. */
function rangeOrBoth(from: string, to: string): string {
  const [first, last] = [from, to].map((port) => Number(port.replaceAll(',', ''))) as [number, number];
  return first <= last ? `${first}-${last}` : `${first} ${last}`;
}

/** A text without the names of what everything here is about; null where it has none, '' where nothing is left. */
export function withoutBrands(text: string): string | null {
  const phrases = phrasesOf(tidied(text));
  const rest = phrases.filter((phrase) => !brands.has(phrase));
  return rest.length === phrases.length ? null : rest.join(' ');
}

/**
 * A text in which the last word stands apart where it narrows those before: Korean words are joined otherwise. What kind of
 * host it is goes: 에지 서버 외부 asks for the services of Edge Servers too.
 */
export function narrowed(text: string): string {
  const words = wordsOf(text);
  const last = words.pop() ?? '';
  if (words.length === 0 || !narrows.has(last)) return text;
  const name = words.join(' ');
  const host = [...hosts].find((each) => HANGUL.test(each) && name.endsWith(each) && name.length > each.length + 1);
  return `${host === undefined ? name : name.slice(0, -host.length)} · ${last}`;
}

/** A text without the endings that are no part of a name: `서버의` is 서버, and 디렉터는 디렉터. */
export function withoutSureEndings(text: string): string {
  return sureEnding === null ? text : text.replace(sureEnding, '');
}

/** A text without what may be endings of its Korean words; null where it has none. */
export function withoutEndings(text: string): string | null {
  const bare = ending === null ? text : text.replace(ending, '');
  return bare === text ? null : bare;
}

/** A text without the transport beside a port, for what names ports alone; null where there is none. */
export function withoutTransport(text: string): string | null {
  const tidy = tidied(text);
  const bare = tidy.replace(/(?<![a-z/])(?:tcp|udp)(?![a-z/])/g, ' ').trim();
  return bare !== tidy && /^\d/.test(bare) ? bare : null;
}

/** A query from a text as it stands: its words are its terms. */
export function readQuery(text: string): Query {
  return { terms: wordsOf(text).map(termOf) };
}

/** A query from a text with what its words mean; several ports are any of them. */
export function readMeaning(text: string): Query {
  return { terms: alternatives(withMeanings(wordsOf(text))) };
}

/** Lists and ranges of ports taken apart, where no page prints them so; null where there are none. */
export function readApart(text: string): Query | null {
  const words = wordsOf(text);
  const parts = words.flatMap((word) => (/^\d+([/,;]\d+)+$/.test(word) ? word.split(/[/,;]/) : [word]));
  const terms = withMeanings(parts).map((term) => {
    const range = rangeOf(term.text);
    return range === null ? term : { ...term, range };
  });
  return parts.length > words.length || terms.some(({ range }) => range !== undefined)
    ? { terms: alternatives(terms) }
    : null;
}

/** The range that a word is: `5070-5072`. */
export function rangeOf(word: string): readonly [from: number, to: number] | null {
  const [, from, to] = /^(\d{1,5})-(\d{1,5})$/.exec(word) ?? [];
  const range = [portOf(from ?? ''), portOf(to ?? '')] as const;
  return range[0] !== null && range[1] !== null && range[0] <= range[1] ? [range[0], range[1]] : null;
}

export function portOf(word: string): number | null {
  const number = /^\d{1,5}$/.test(word) ? Number(word) : Number.NaN;
  return number >= 1 && number <= 65535 ? number : null;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function termOf(text: string): Term {
  return { text, port: portOf(text) };
}

/** The longest phrases that mean something, and each word between them. */
function withMeanings(words: readonly string[]): Term[] {
  const terms = phrasesOf(words.join(' '))
    .filter((phrase) => !PUNCTUATION.test(phrase))
    .map(meaningOf);
  const telling = terms.filter(({ text }) => !isJoint(text));
  return telling.length === 0 ? terms : telling;
}

/** The words of a text, those of a known phrase together. */
export function phrasesOf(text: string): string[] {
  const words = wordsOf(text);
  const phrases: string[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longest, words.length - at);
    while (length > 1 && !isPhrase(words.slice(at, at + length))) length -= 1;
    const phrase = words.slice(at, at + length).join(' ');
    phrases.push(length > 1 ? searchable(phrase) : phrase);
    at += length;
  }
  return phrases;
}

function isPhrase(words: readonly string[]): boolean {
  const phrase = searchable(words.join(' '));
  return Object.hasOwn(means, phrase) || brands.has(phrase);
}

/** Whether a word means something that is known, though no text may have it. */
export function isMeant(word: string): boolean {
  return Object.hasOwn(means, word) || brands.has(word);
}

function isNoise(phrase: string): boolean {
  return Object.hasOwn(means, phrase) && means[phrase]?.length === 0;
}

/** Whether a word is more than a kind of host, a name of what everything here is about, or one that says nothing. */
export function isName(word: string): boolean {
  return !hosts.has(word) && !brands.has(word) && !isNoise(word);
}

/** Whether a word only stands between others: `to`, `→`, `&`. */
export function isJoint(word: string): boolean {
  return joints.has(word) || PUNCTUATION.test(word);
}

function meaningOf(text: string): Term {
  const found = known(text) ?? beginning(text);
  if (found === null) return termOf(text);
  const others = found.map(
    (each): Term => (each.startsWith('=') ? { text: each.slice(1), port: null, line: true } : termOf(each)),
  );
  // A year that names a product is no port.
  return { text, port: null, others };
}

/** What a text means; null where nobody says so. What says nothing stands for itself here. */
function known(text: string): readonly string[] | null {
  const found = Object.hasOwn(means, text) ? means[text] : undefined;
  return found === undefined || found.length === 0 ? null : found;
}

/** Korean words stand together: what the beginning of one means, before the rest of it. */
function beginning(text: string): readonly string[] | null {
  if (!HANGUL.test(text)) return null;
  const begins = Object.keys(means).filter(
    (word) => HANGUL.test(word) && text.startsWith(word) && known(word) !== null,
  );
  const first = begins.sort((a, b) => b.length - a.length)[0];
  if (first === undefined) return null;
  const rest = text.slice(first.length);
  return [...(known(first) ?? []).map((each) => searchable(`${each} ${rest}`)), text];
}

/** Of several ports any will do, and of both transports either. */
function alternatives(terms: readonly Term[]): Term[] {
  const isPort = ({ port, range }: Term) => port !== null || range !== undefined;
  const isTransport = ({ text }: Term) => text === 'tcp' || text === 'udp';
  return [isPort, isTransport].reduce(
    (all, is) => {
      const same = all.filter(is);
      if (same.length < 2) return all;
      const text = same.map((term) => term.text).join(' ');
      return [{ text, port: null, others: same }, ...all.filter((term) => !is(term))];
    },
    [...terms],
  );
}
