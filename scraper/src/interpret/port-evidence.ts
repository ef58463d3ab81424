import type { Cell } from '../model/snapshot.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { readComposite } from './composite.ts';
import { type PortWords, portWordsOf } from './port-words.ts';
import { readPortCell } from './ports.ts';
import { readProtocols } from './protocols.ts';
import { problem } from './result.ts';

/** The texts of a table: every cell in each of its languages. */
export interface TableTexts {
  columns: readonly Cell[];
  rows: readonly (readonly Cell[])[];
}

/**
 * Why the cells of a table may hold ports, whatever its headers say: a reason and the text that shows it; null where no
 * cell is a reason.
 *
 * @param foreign whether the page is in a language that the vocabulary is not written for
 */
export function evidenceOfPorts(table: TableTexts, vocabulary: Vocabulary, foreign: boolean): string | null {
  const words = portWordsOf(vocabulary);
  const rows = table.rows.map((row) => row.map(textsOf));
  for (const row of rows) {
    const stated = row.flat().find((text) => words.statedAt(text) >= 0);
    if (stated !== undefined) return `a cell states a port: ${shorten(stated, words.statedAt(stated))}`;
    const transport = foreign ? row.flat().find((text) => TRANSPORT_ALONE.test(text)) : undefined;
    if (transport !== undefined) return `a cell names a transport: ${shorten(transport)}`;
    const property = row.flat().find((text) => PORT_PROPERTY.test(text) || isNameOfPort(text, words));
    const number = property === undefined ? undefined : row.flat().find(holdsPort);
    if (property !== undefined && number !== undefined) {
      return `a row names a port, ${shorten(property)}, and a number, ${shorten(number)}`;
    }
  }
  const isTelling = (text: string) => numbersIn(text).some((number) => words.telling.has(number));
  // Ports are the headers of a table that has a column for each.
  const header = table.columns.flatMap(textsOf).find((text) => isTelling(text) && holdsPort(text));
  if (header !== undefined) return `a header is what may be a port: ${shorten(header)}`;
  for (const texts of columnsOf(rows)) {
    const telling = texts.find((text) => isTelling(text) && holdsPort(text));
    if (telling !== undefined && isMost(texts.filter(holdsPort), texts)) {
      return `a column holds what may be ports: ${shorten(telling)}`;
    }
    const [protocol, ...others] = foreign ? texts.filter((text) => readProtocols(text, vocabulary).ok) : [];
    if (protocol !== undefined && isMost([protocol, ...others], texts)) {
      return `a column names protocols: ${shorten(protocol)}`;
    }
  }
  return null;
}

/** Whether a header names ports in any language, a transport alone, or a port itself as in "TCP/443". */
export function namesPorts(header: Cell, vocabulary: Vocabulary): boolean {
  const words = portWordsOf(vocabulary);
  return textsOf(header).some(
    (text) => words.namesPort(text) || TRANSPORT_ALONE.test(text) || words.statedAt(text) >= 0,
  );
}

/**
 * Whether the rows of a table are those of a port table: a column of composites, or one of ports and one of protocols.
 * At least half of the texts in such a column must be of its kind.
 */
export function looksLikePorts({ rows }: TableTexts, vocabulary: Vocabulary): boolean {
  const columns = columnsOf(rows.map((row) => row.map((cell) => [englishOrText(cell)])));
  const has = (test: (text: string) => boolean) => columns.some((texts) => isMost(texts.filter(test), texts));
  const isProtocol = (text: string) => /\b(?:tcp|udp)\b/i.test(text) || readProtocols(text, vocabulary).ok;
  return has((text) => readComposite(text, vocabulary).ok) || (has(holdsPort) && has(isProtocol));
}

/** Whether a cell is short, and has a word for "port": "Incoming port", not a sentence about ports. */
function isNameOfPort(text: string, { namesPort }: PortWords): boolean {
  return text.length <= LONGEST_NAME && namesPort(text);
}

function isMost(some: readonly string[], all: readonly string[]): boolean {
  return some.length > 0 && some.length * 2 >= all.length;
}

const TRANSPORT_ALONE = /^\s*(?:net\.)?(?:tcp|udp)(?:\s*[/,&+]\s*(?:tcp|udp))?\s*$/iu;
/** A name in code, such as `AudioPortStart` or `ServerPort`. */
const PORT_PROPERTY = /\p{Ll}Port(?!\p{Ll})|(?<!\p{L})Port\p{Lu}/u;
/** How long the name of a setting is at most, in characters. */
const LONGEST_NAME = 40;
/** How much of a cell a message quotes, in characters. */
const LONGEST_QUOTE = 60;

/** Whether a cell is a port, or a list or range of ports. */
function holdsPort(text: string): boolean {
  if (!/^\P{L}*\d/u.test(text) && !/^(?:tcp|udp)\b/i.test(text)) return false;
  const read = readPortCell(text, (part) => problem('unknown-port', 'protocols are no sign of a port here', part));
  return read.ok && read.value.some(({ ports }) => ports.ranges.length > 0);
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
}

/** The text of a cell in each language, with the digits of wide forms as plain ones. */
function textsOf(cell: Cell): string[] {
  const join = (lines: (string | null)[]) => lines.filter((line) => line !== null).join('\n');
  return [join(cell.map((line) => line.text)), join(cell.map((line) => line.en))]
    .filter((text) => text !== '')
    .map((text) => text.normalize('NFKC'));
}

function englishOrText(cell: Cell): string {
  return cell.map((line) => line.en ?? line.text ?? '').join('\n');
}

/** The texts of each column. Columns without text are left out. */
function columnsOf(rows: readonly (readonly (readonly string[])[])[]): string[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) =>
    rows.flatMap((row) => (row[column] ?? []).filter((text) => text !== '')),
  ).filter((texts) => texts.length > 0);
}

/** A text of a cell as a message quotes it; of a long one, the part that begins at a place in it. */
function shorten(text: string, at = 0): string {
  const from = at < LONGEST_QUOTE ? 0 : at;
  const shown = text
    .slice(from, from + 2 * LONGEST_QUOTE)
    .replace(/\s+/g, ' ')
    .trim();
  const end = shown.length > LONGEST_QUOTE ? `${shown.slice(0, LONGEST_QUOTE)}…` : shown;
  return `"${from > 0 ? '…' : ''}${end}"`;
}
