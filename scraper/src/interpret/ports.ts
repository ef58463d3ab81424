import type { PortSet, Transport } from '../model/catalog.ts';
import type { DiagnosticCode } from '../model/codes.ts';
import { spaced } from '../vocabulary/text.ts';
import { type Problem, problem, type Result, understood } from './result.ts';

const HIGHEST = 65535;
const HYPHEN = '[-‐‑‒–—−~]';
const DASH = new RegExp(`\\s*(?:${HYPHEN}|\\bto\\b|\\bthrough\\b)\\s*`, 'u');
// A comma counts as a list's only with white space behind it: "50,000" is one number.
const LIST = /\s*(?:\/|;|&|\n|、|,?\s*\b(?:and|or)\b|,\s+)\s*/u;

const RANGE_IN_WORDS = /^(?:from\s+([\d,.]+)\s+(?:to|through)|between\s+([\d,.]+)\s+and)\s+([\d,.]+)$/i;

// Digits with something between them that separates a list or a range, or has slipped into a number. A plain slash is in
// lists only, and a plain hyphen in ranges.
const APART_DIGITS = new RegExp(
  `(?<!\\d)(\\d{1,4})(?=(,\\s+|\\s*、\\s*|\\s+[,/]\\s*|/\\s+|\\s*\\n\\s*|\\s+${HYPHEN}\\s+)(\\d{1,4})(?!\\d))`,
  'gu',
);
const IS_DASH = new RegExp(HYPHEN, 'u');

const ANY = /^(?:any|all)(?:\s+ports?)?$/i;
// The port is set by whoever runs the server.
const CONFIGURED = /^(?:specified\b.*\brange|statically\s+defined)$/i;
// Texts that name no definite port, and why.
const UNREADABLE: readonly [pattern: RegExp, code: DiagnosticCode, message: string][] = [
  [/^(?:n\/?a|none|not applicable|[-‐‑‒–—−]+)$/iu, 'no-port', 'the cell says that there is no port'],
  [
    /^(?:[>≥]=?\s*[\d,]+|[\d,]+\s*\+|.*\b(?:above|higher|greater|more|up)\b.*)$/iu,
    'open-range',
    'this range has no upper end',
  ],
  [/\b(?:dynamic|ephemeral|random)/i, 'dynamic-port', 'this is a port that differs each time'],
];

const TRANSPORT = '(?:tcp|udp)';
const TRANSPORTS = `${TRANSPORT}(?:\\s*(?:/|,|&|\\+|\\band\\b|\\bor\\b)\\s*${TRANSPORT})?`;
const BEFORE = new RegExp(`^(${TRANSPORTS})(?:\\s*[/:]\\s*|\\s+)(?=\\S)`, 'i');
const BEHIND = new RegExp(`(?:\\s*/\\s*|\\s+|(?=\\())\\(?(${TRANSPORTS})\\)?$`, 'i');
const OPTIONAL = /^[([]?optional[)\]]?\s*:?\s*(?=\S)|\s*(?:[([]\s*optional\s*[)\]]|[-–—,]\s*optional)$/i;
// On a line of its own it is said of all that is above.
const OPTIONAL_LINE = /\n\s*[([]?optional[)\]]?$/i;
// Between ports that each have a word before them, and between those that have one behind them.
const BETWEEN = '(?:\\s*(?:[;/&\\n]|,\\s+|\\band\\b|\\bor\\b)\\s*|\\s+)';
const APART = [
  { split: splitBehindPorts, each: /^[a-z]/i },
  { split: (text: string) => text.split(BEFORE_PORT), each: /^\d/ },
];
const BEFORE_PORT = new RegExp(`(?<=[a-z][)\\]]?)${BETWEEN}(?=\\d)`, 'i');
const BEFORE_WORD = new RegExp(`${BETWEEN}(?=(?!optional|and\\b|or\\b)[a-z])`, 'gi');
const LONGEST_OPTIONAL = ' [optional]'.length;
const SAYS_OPTIONAL = /\s[([]?optional[)\]]?$/i;
/** With more ports than this that have transports of their own, a cell is not read. Real ones have three. */
const MOST_PARTS = 20;

/** Ports of a cell, and the transports and protocols beside them. */
export interface PortCell {
  ports: PortSet;
  transports: Transport[];
  /** Ids, sorted. */
  protocols: string[];
  /** Whether the cell says that they are optional; null where it does not say. */
  optional: boolean | null;
}

/** The parts of a cell whose ports have transports or protocols of their own: a rule each. */
export type PortCells = readonly [PortCell, ...PortCell[]];

/**
 * Reads a cell of ports, in English, that may name transports and protocols: `TCP 443`, `443/TCP`, `TCP/UDP 3478`,
 * `TCP(MTLS) 5061`. Ports with transports of their own are parts: `TCP: 443 / UDP: 3478-3481`.
 *
 * @param readProtocols reads a part that the grammar of transports does not know
 */
export function readPortCell(text: string, readProtocols: (part: string) => Result<PortCell>): Result<PortCells> {
  const shown = visible(text);
  const all = OPTIONAL_LINE.test(shown) ? true : null;
  const said = shown.replace(OPTIONAL_LINE, '');
  const whole = readOptional(said, readProtocols);
  if (whole.ok) {
    const { ports, optional } = whole.value;
    return understood([{ ...whole.value, ports: { ...ports, text: onOneLine(text) }, optional: all ?? optional }]);
  }
  for (const { split, each } of APART) {
    const texts = split(said);
    const parts = texts.map((part) => readOptional(part, readProtocols)).filter((part) => part.ok);
    if (parts.length < texts.length || !texts.every((part) => each.test(part))) continue;
    if (texts.length > 1 && parts.some(({ value }) => hasOneDigit(value.ports))) return ambiguous(text);
    const cells = parts.map(({ value }) => ({ ...value, optional: all ?? value.optional }));
    const [first, ...others] = joinAlike(cells) as [PortCell, ...PortCell[]];
    // Where all of them are of the same, the cell is one part, and its text the cell's.
    if (others.length === 0) return understood([{ ...first, ports: { ...first.ports, text: onOneLine(text) } }]);
    if (others.length >= MOST_PARTS) {
      return problem('mixed-transports', 'more ports have transports of their own here than a cell may have', text);
    }
    return understood([first, ...others]);
  }
  return whole;
}

/** Whether a number is one digit alone, which beside ports is a version or a count: `443 HTTP/2`. */
function hasOneDigit({ ranges }: PortSet): boolean {
  return ranges.some(({ to }) => to < 10);
}

/** Splits a text before each word behind a port, which is a word with a digit, optional or not. */
function splitBehindPorts(text: string): string[] {
  let digit = false;
  const hasDigit = text.split('').map((character) => {
    digit = !/\s/.test(character) && (digit || /\d/.test(character));
    return digit;
  });
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: between } of text.matchAll(BEFORE_WORD)) {
    const [optional = ''] = SAYS_OPTIONAL.exec(text.slice(Math.max(0, index - LONGEST_OPTIONAL), index)) ?? [];
    if (hasDigit[index - 1] !== true && hasDigit[index - optional.length - 1] !== true) continue;
    parts.push(text.slice(from, index));
    from = index + between.length;
  }
  return [...parts, text.slice(from)];
}

function readOptional(text: string, readProtocols: (part: string) => Result<PortCell>): Result<PortCell> {
  const part = readPart(text.replace(OPTIONAL, ''), readProtocols);
  if (!part.ok || !OPTIONAL.test(text)) return part;
  // Behind several ports it may be said of the last alone: "443, 80 (optional)".
  if (part.value.ports.ranges.length > 1 && !/^[([]?optional/i.test(text)) {
    return problem('ambiguous-port', 'one of these ports may be optional, or all of them', text);
  }
  return understood({ ...part.value, optional: true });
}

function readPart(text: string, readProtocols: (part: string) => Result<PortCell>): Result<PortCell> {
  const { rest, transports } = withoutTransports(text);
  const read: Result<PortSet> =
    /\d/.test(rest) && /\b(?:tcp|udp)\b/i.test(rest)
      ? problem('mixed-transports', 'these ports are not all of the same transports', text)
      : readPorts(rest);
  if (read.ok) {
    const ports = { ...read.value, text: onOneLine(text) };
    return understood({ ports, transports, protocols: [], optional: null });
  }
  const byProtocols = readProtocols(text);
  // Of a cell whose words are understood, what is wrong with its numbers says more.
  return byProtocols.ok || /^port-/.test(byProtocols.code) ? byProtocols : read;
}

/** Parts of the same transports and protocols are one, unless only one of them is optional. */
function joinAlike(parts: readonly PortCell[]): PortCell[] {
  const alike = Map.groupBy(parts, ({ transports, protocols, optional }) =>
    [...transports, ...protocols, optional].join(),
  );
  return [...alike.values()].map((cells) => ({
    ...(cells[0] as PortCell),
    ports: {
      ...(cells[0] as PortCell).ports,
      text: cells.map(({ ports }) => ports.text).join('; '),
      ranges: cells.flatMap(({ ports }) => ports.ranges),
      any: cells.some(({ ports }) => ports.any),
    },
  }));
}

function withoutTransports(text: string): { rest: string; transports: Transport[] } {
  const pattern = BEFORE.test(text) ? BEFORE : BEHIND;
  const named = pattern.exec(text)?.[1]?.toLowerCase() ?? '';
  const transports = (['tcp', 'udp'] satisfies Transport[]).filter((transport) => named.includes(transport));
  return { rest: text.replace(pattern, '').trim(), transports };
}

/**
 * Reads ports, in English: numbers, ranges, lists of both (`67/68` are two ports), "Any", and "Specified … range",
 * which names none. A thousands separator is read as one only where the digits leave no other reading.
 */
export function readPorts(text: string): Result<PortSet> {
  const shown = visible(text)
    .replace(/^ports?(?:\(s\)|\b)\s*:?\s*(?=\S)/i, '')
    .replace(RANGE_IN_WORDS, '$1$2-$3')
    .replace(/(?<=[a-z\d)+])\.$/i, '');
  const ports: PortSet = { text: onOneLine(text), ranges: [], any: false, configurable: false };
  if (ANY.test(shown)) return understood({ ...ports, any: true });
  if (CONFIGURED.test(shown)) return understood({ ...ports, configurable: true });
  for (const [pattern, code, message] of UNREADABLE) if (pattern.test(shown)) return problem(code, message, text);
  if (isTakenApart(shown)) return ambiguous(text);
  for (const part of shown.split(LIST)) {
    const read = readRange(part);
    if (!read.ok) return read;
    for (const range of read.value) ports.ranges.push(range);
  }
  if (ports.ranges.length > 1 && hasOneDigit(ports)) return ambiguous(text);
  return understood(ports);
}

/** The text as it looks: without invisible characters, and with plain forms of wide ones. */
function visible(text: string): string {
  const plain = text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return spaced(plain);
}

function onOneLine(text: string): string {
  return text.trim().replaceAll('\n', ' ');
}

function readRange(text: string): Result<PortSet['ranges']> {
  const ends = text.split(DASH);
  if (ends.length === 1) return readNumbers(text);
  const [from, to] = ends.map(wholeNumber);
  if (ends.length !== 2 || from == null || to == null) return unknown(text);
  if (!isPort(from) || !isPort(to)) return outOfRange(text);
  if (from > to) return problem('port-range', 'this range runs downwards', text);
  return understood([{ from, to }]);
}

/**
 * Whether a list may be one number with something between its digits: `5 , 061`, `44, 3`, `50 / 61`, `49<br>152`. Two
 * ports of five digits together, `443, 80`, are a list, unless a comma between them would separate thousands. A range that
 * begins below 10 is on no page, so `2 - 3456` may be 23456.
 */
function isTakenApart(text: string): boolean {
  for (const [, before = '', between = '', after = ''] of text.matchAll(APART_DIGITS)) {
    const isShort = before.length === 1 || after.length === 1 || before.length + after.length < 5;
    const mayBeOne = IS_DASH.test(between)
      ? before.length === 1
      : isShort || /^\s+,/.test(between) || (before.length < 4 && after.length === 3);
    if (mayBeOne && makePort(before, after)) return true;
  }
  return false;
}

/** Reads one number, or numbers with a comma between them. */
function readNumbers(text: string): Result<PortSet['ranges']> {
  const whole = wholeNumber(text);
  const list = text.split(/[,.\s]/u);
  const areNumbers = list.every((part) => /^[1-9]\d*$/.test(part));
  if (whole !== null) {
    const mayBeList = list.length > 1 && areNumbers && list.every((part) => isPort(Number(part)));
    if (!mayBeList) return isPort(whole) ? understood([{ from: whole, to: whole }]) : outOfRange(text);
    return isPort(whole) || text.includes(',') ? ambiguous(text) : unknown(text);
  }
  if (/^0\d/.test(text) && /^\d+$/.test(text)) return outOfRange(text);
  // Where a point or a space may have been meant as the separator of a list, nothing is read.
  if (!areNumbers || !/^\d+(?:,\d+)+$/.test(text)) return unknown(text);
  if (list.some((part, at) => makePort(list[at - 1] ?? '', part))) return ambiguous(text);
  if (!list.every((part) => isPort(Number(part)))) return unknown(text);
  return understood(list.map((part) => ({ from: Number(part), to: Number(part) })));
}

/** Whether the digits of two numbers together make a port. */
function makePort(before: string, after: string): boolean {
  return before !== '' && before.length + after.length <= 5 && isPort(Number(before + after));
}

/** The number that the digits make, thousands separators of one kind allowed; null where they make no number. */
export function wholeNumber(text: string): number | null {
  return /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\.\d{3})+|(?:\s\d{3})+))$/u.test(text)
    ? Number(text.replace(/[,.\s]/gu, ''))
    : null;
}

function isPort(port: number): boolean {
  return port >= 1 && port <= HIGHEST;
}

function unknown(text: string): Problem {
  return problem('unknown-port', 'this is not a port or a range of ports', text);
}

function ambiguous(text: string): Problem {
  return problem('ambiguous-port', 'this may be one number, or a list', text);
}

function outOfRange(text: string): Problem {
  return problem('port-number', `a port is a number from 1 to ${HIGHEST}`, text);
}
