import type { Transport } from '../model/catalog.ts';
import { compact, spaced } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { problem, type Result, understood } from './result.ts';

export interface Protocols {
  transports: Transport[];
  /** Ids, sorted. */
  protocols: string[];
  /** What else the cell says: "from reverse proxy", the prose behind a dash. */
  note: string | null;
}

type Names = Pick<Vocabulary, 'english'>;

const TRANSPORTS: readonly Transport[] = ['tcp', 'udp'];
// Between terms, outside parentheses. The dot stands where a comma was meant, as in `STUN.MSTURN`.
const SEPARATOR = /\s*(?:[,、;/&+.]|\b(?:and|or|over)\b)\s*/;
// HTTP with or without security.
const OPTIONALLY_SECURE = /\b(http)\s*\(s\)/gi;
// "TCP - Client and device retrieval …": a dash behind a term begins prose, which has at least two words.
const PROSE = /^([^-–—]+?)\s*[-–—]\s*(\S+\s.*)$/s;
// Remarks in parentheses, and lines about a product's support, which name no protocol.
const REMARK = /^(?:from|to|for|if|when|only|optional)\b|^not supported\b/i;
// A number in a remark or prose may be another port, unless it is a year or a version.
const PORT = /(?<!\d|\d\.)(?!20\d\d\b)\d{2,5}(?!\d|\.\d)/;
/** Prose of no more words is no sentence. */
const SHORT = 4;
// Before or behind terms.
const ONLY = /^only\s+(?=\S)|\s+only$/i;
const OPTIONAL = /^optional\s+(?=\S)/i;
// Behind a dash, before more terms.
const ALSO = /^(?:also|and|or|plus)\s+/i;

/**
 * Reads a cell that names transports and protocols, in English. Lines, commas, slashes and "and" separate terms;
 * parentheses behind a term hold what it is layered on, its abbreviation, or a remark.
 */
export function readProtocols(text: string, names: Names): Result<Protocols> {
  const terms: string[] = [];
  const notes: string[] = [];
  for (const line of spaced(text).split('\n')) {
    if (line === '') continue;
    const read = readRemark(line, names) ?? readLine(line.replace(OPTIONALLY_SECURE, '$1, $1s'), names);
    if (!read.ok) return read;
    for (const each of read.value.terms) terms.push(each);
    for (const each of read.value.notes) notes.push(each);
  }
  return understood({
    transports: TRANSPORTS.filter((transport) => terms.includes(transport)),
    protocols: [...new Set(terms)].filter((term) => !isTransport(term)).sort(),
    note: notes.length === 0 ? null : notes.join('; '),
  });
}

interface Terms {
  terms: string[];
  notes: string[];
}

// Before the first term a separator says that something is missing, and so does a parenthesis that never ends.
const BROKEN = /^[,;/&+.]|^\([^)]*$/;

/** Reads a remark; null for another text. One that names a transport, several terms or what it is of says more than a remark. */
function readRemark(text: string, names: Names): Result<Terms> | null {
  if (!REMARK.test(text)) return null;
  if (PORT.test(text)) return unknown(text);
  const named = readTerms(text.replace(ONLY, '').replace(OPTIONAL, ''), names);
  if (named.ok) return understood({ ...named.value, notes: OPTIONAL.test(text) ? [text] : named.value.notes });
  // "to SIP clients" names who they are.
  const isOfTerms = /^(?:only|optional|not)\b/i.test(text);
  const words = text.split(/\W+/).filter((word) => word !== '');
  const found = words.flatMap((word) => term(word, names) ?? []);
  const isAll = found.length > 0 && found.length === words.length - 1;
  const isList = isAll || found.length > 1 || found.some((word) => isOfTerms || isTransport(word));
  return isList ? unknown(text) : understood({ terms: [], notes: [text] });
}

function readLine(line: string, names: Names): Result<Terms> {
  if (BROKEN.test(line)) return unknown(line);
  const [, head, prose] = PROSE.exec(line) ?? [];
  const read = head === undefined ? null : readTerms(head, names);
  if (prose === undefined || read?.ok !== true) return readTerms(line, names);
  const { terms, notes } = read.value;
  if (ALSO.test(prose)) {
    const others = readTerms(prose.replace(ALSO, ''), names);
    if (!others.ok) return others;
    return understood({ terms: [...terms, ...others.value.terms], notes: [...notes, ...others.value.notes] });
  }
  const words = prose.split(/\W+/).map((word) => term(word, names));
  // What begins with another term, is short and has one, or names another transport says more than prose.
  const isOther = (word: string | null, at: number) =>
    word !== null && (at === 0 || words.length <= SHORT || isTransport(word)) && !terms.includes(word);
  if (words.some(isOther) || PORT.test(prose)) return unknown(prose);
  return understood({ terms, notes: [...notes, prose.trim()] });
}

function isTransport(word: string | null): boolean {
  return TRANSPORTS.some((transport) => transport === word);
}

/** Terms outside parentheses, and what is in the parentheses, from left to right. */
function readTerms(text: string, names: Names): Result<Terms> {
  const found: Terms = { terms: [], notes: [] };
  for (const [whole] of text.matchAll(/[^()]+|\([^()]*\)/g)) {
    const inside = whole.startsWith('(');
    const part = (inside ? whole.slice(1, -1) : whole).trim();
    const remark = inside ? readRemark(part, names) : null;
    if (remark?.ok === false) return remark;
    found.notes.push(...(remark?.value.notes ?? []));
    const read = remark === null ? readList(part.replace(ONLY, ''), names) : understood(remark.value.terms);
    if (!read.ok) return read;
    if (inside && remark === null && read.value.length === 0) return unknown(whole);
    for (const each of read.value) found.terms.push(each);
  }
  if (found.terms.length === 0) return unknown(text);
  return understood(found);
}

function readList(text: string, names: Names): Result<string[]> {
  const whole = term(text, names);
  if (whole !== null) return understood([whole]);
  const terms: string[] = [];
  for (const part of text.split(SEPARATOR)) {
    if (part === '') continue;
    const known = term(part, names);
    const words = known === null ? part.split(/\s+/).map((word) => term(word, names)) : [known];
    for (const word of words) {
      if (word === null) return unknown(part);
      terms.push(word);
    }
  }
  return understood(terms);
}

function term(text: string, names: Names): string | null {
  const key = compact(text).replace(/\.$/, '');
  return TRANSPORTS.find((transport) => transport === key) ?? names.english.protocol.get(key) ?? null;
}

function unknown(text: string): Result<never> {
  return problem('unknown-protocol', 'this names no protocol that the vocabulary knows', text.trim());
}
