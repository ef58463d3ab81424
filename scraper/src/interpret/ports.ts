import type { PortSet } from '../model/catalog.ts';
import { problem, type Result, understood } from './result.ts';

const HIGHEST = 65535;
const DASH = /\s*(?:[-‐‑‒–—−~～]|\bto\b|\bthrough\b)\s*/u;
// A comma counts as a list's only with white space behind it: "50,000" is one number.
const LIST = /\s*(?:\/|;|&|\n|,?\s*\b(?:and|or)\b|,\s+)\s*/u;

/**
 * Reads the ports of a cell, in English: numbers, ranges, lists of both (`67/68` are two ports), "Any", and
 * "Specified … range", which names none. A thousands separator is read as one only where the digits leave no
 * other reading.
 */
export function readPorts(text: string): Result<PortSet> {
  const trimmed = text.trim();
  const ports: PortSet = { text: trimmed.replaceAll('\n', ' '), ranges: [], any: false, configurable: false };
  if (/^any$/i.test(trimmed)) return understood({ ...ports, any: true });
  if (/^specified\b.*\brange$/i.test(trimmed)) return understood({ ...ports, configurable: true });
  for (const part of trimmed.split(LIST)) {
    const read = readRange(part);
    if (!read.ok) return read;
    ports.ranges.push(...read.value);
  }
  return understood(ports);
}

function readRange(text: string): Result<PortSet['ranges']> {
  const ends = text.split(DASH);
  if (ends.length === 1) return readNumbers(text);
  const [from, to] = ends.map((end) => wholeNumber(end));
  if (ends.length !== 2 || from === undefined || to === undefined || from === null || to === null) {
    return problem('unknown-port', 'this is not a port or a range of ports', text);
  }
  const outside = [from, to].find((port) => !isPort(port));
  if (outside !== undefined) return outOfRange(outside, text);
  if (from > to) return problem('port-range', 'this range runs downwards', text);
  return understood([{ from, to }]);
}

/** One number, or numbers with commas between them; in a range, commas can only be thousands separators. */
function readNumbers(text: string): Result<PortSet['ranges']> {
  if (/^\d+$/.test(text)) {
    const port = Number(text);
    return isPort(port) ? understood([{ from: port, to: port }]) : outOfRange(port, text);
  }
  if (!/^\d+(,\d+)+$/.test(text)) return problem('unknown-port', 'this is not a port or a range of ports', text);
  const whole = wholeNumber(text);
  const list = text.split(',');
  const asWhole = whole !== null && isPort(whole) ? [whole] : null;
  const asList = list.every((part) => /^[1-9]\d*$/.test(part) && isPort(Number(part))) ? list.map(Number) : null;
  if (asWhole !== null && asList !== null) {
    return problem('ambiguous-port', 'this may be one number with a thousands separator, or a list', text);
  }
  const ports = asWhole ?? asList;
  if (ports === null) return whole === null ? outOfRange(Number.NaN, text) : outOfRange(whole, text);
  return understood(ports.map((port) => ({ from: port, to: port })));
}

/** The number that the digits make, thousands separators allowed; null where they make none. */
function wholeNumber(text: string): number | null {
  return /^(\d+|\d{1,3}(,\d{3})+)$/.test(text) ? Number(text.replaceAll(',', '')) : null;
}

function isPort(port: number): boolean {
  return port >= 1 && port <= HIGHEST;
}

function outOfRange(port: number, text: string): Result<never> {
  return Number.isNaN(port)
    ? problem('unknown-port', 'this is not a port or a range of ports', text)
    : problem('port-number', `a port is a number from 1 to ${HIGHEST}`, text);
}
