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

const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3\uffa0-\uffdc]/;
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
}

let learnt: Synonyms | null = null;
let means: Synonyms['means'] = {};
/** Words that say nothing, attached to a number as well: `443번`, `port443`. */
let noise: RegExp | null = null;
/** How many words the longest phrase has. */
let longest = 1;

/** Has every later query read with these: a site learns them with its index, so that pages do not load them before. */
export function learn(synonyms: Synonyms): void {
  if (learnt === synonyms) return;
  learnt = synonyms;
  means = synonyms.means;
  const words = Object.keys(means).sort((a, b) => b.length - a.length);
  const silent = words.filter((word) => means[word]?.length === 0).join('|');
  noise = silent === '' ? null : new RegExp(`(?<![^\\s\\d])(?:${silent})(?![^\\s\\d])`, 'g');
  longest = Math.max(1, ...words.map((word) => word.split(' ').length));
}

/**
 * A text with what people write around ports taken off: `443/tcp` is `443 tcp`, `80,443` are two, and "port" says
 * nothing where something else is left.
 */
export function tidied(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[?!]+(?=\s|$)/g, ' ')
    .replace(/(\d)[/:]?(?=(?:tcp|udp)(?![a-z]))/g, '$1 ')
    .replace(/(?<![a-z])(tcp|udp)[/:]?(?=\d)/g, '$1 ')
    .replace(/(^|\s):(?=\d)/g, '$1')
    .replace(/(\d)(?: ?[~\u301c] ?| to )(?=\d)/g, '$1-')
    .replace(/(?<![\d,])(\d{1,2}),(\d{3})(?![\d,])/g, (whole, a, b) => (portOf(a + b) === null ? `${a} ${b}` : whole))
    .replace(/(?<!\d)(\d{3,5})[,;](?=\d{2,5}(?!\d))/g, '$1 ')
    .replace(/(\d)[,;](?=\s|$)/g, '$1 ')
    .replace(/(\d) (?:or|and) (?=\d)/g, '$1 ');
  const said = noise === null ? plain : plain.replace(noise, ' ').replace(noise, ' ').trim();
  return said === '' ? plain : said;
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
  return { terms: anyPort(withMeanings(wordsOf(text))) };
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
    ? { terms: anyPort(terms) }
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
  const terms: Term[] = [];
  for (let at = 0; at < words.length; ) {
    const length = phraseAt(words, at);
    terms.push(meaningOf(words.slice(at, at + length).join(' ')));
    at += length;
  }
  return terms;
}

function phraseAt(words: readonly string[], at: number): number {
  for (let length = Math.min(longest, words.length - at); length > 1; length -= 1) {
    if (known(words.slice(at, at + length).join(' ')) !== null) return length;
  }
  return 1;
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

function anyPort(terms: readonly Term[]): Term[] {
  const isPort = ({ port, range }: Term) => port !== null || range !== undefined;
  const ports = terms.filter(isPort);
  if (ports.length < 2) return [...terms];
  return [
    { text: ports.map(({ text }) => text).join(' '), port: null, others: ports },
    ...terms.filter((term) => !isPort(term)),
  ];
}
