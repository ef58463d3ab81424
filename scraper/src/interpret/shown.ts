import { HIDDEN, hasTag, TAGS } from '../model/markup.ts';
import type { Cell, SnapshotTable } from '../model/snapshot.ts';
import { publishedOf } from './reading.ts';
import { type Problem, problem } from './result.ts';

/** A cell as a browser shows it: without what is struck out or hidden, and without the marks of snapshots. */
export function shownOf(cell: Cell): Cell {
  return isPlain(cell) ? cell : mapLines(cell, (text) => withoutStruck(withoutHidden(text)));
}

/** All that a cell holds, whether it is seen or not. */
export function writtenOf(cell: Cell): Cell {
  return isPlain(cell) ? cell : mapLines(cell, (text) => text.split(TAGS).filter(isText).join('').replaceAll('~~', ''));
}

/** Whether a cell holds something, and none of it is seen. */
export function isHidden(cell: Cell): boolean {
  return cell.length > 0 && cell.every((line) => sides(line).every((text) => /^⟦hidden⟧[^⟦]*⟦\/hidden⟧$/.test(text)));
}

/** Whether a cell holds something, and all of it is struck out. */
export function isStruck(cell: Cell): boolean {
  return cell.length > 0 && oddIn(cell) === null && shownOf(cell).length === 0;
}

/**
 * What is to be reported of a cell that may look otherwise than it is written; null for a plain one, and for one of
 * which whole parts are struck out.
 *
 * @param prose whether numbers in it are no facts, so that a part of one may be struck out
 */
export function oddIn(cell: Cell, prose = false): Problem | null {
  if (isPlain(cell)) return null;
  const texts = cell.flatMap(sides);
  if (texts.some(hasTag)) {
    return problem('not-as-shown', 'a browser shows this otherwise than it is written', publishedOf(cell));
  }
  const isOneSided = ({ text, en }: Cell[number]) => {
    return text !== null && en !== null && (withoutStruck(text) === '') !== (withoutStruck(en) === '');
  };
  if (cell.some(isOneSided))
    return problem('partly-struck', 'one of the two languages is struck out', publishedOf(cell));
  if (prose || !texts.some(isPartlyStruck)) return null;
  return problem('partly-struck', 'a part of a word or number is struck out', publishedOf(cell));
}

/** The same of all around the rows of a table. */
export function shownAround(table: SnapshotTable): SnapshotTable {
  return {
    ...table,
    caption: shownOf(table.caption),
    headings: table.headings.map((heading) => ({ ...heading, text: shownOf(heading.text) })),
    columns: table.columns.map(shownOf),
    footnotes: table.footnotes.map((footnote) => ({ ...footnote, text: shownOf(footnote.text) })),
  };
}

function isPlain(cell: Cell): boolean {
  return cell.every((line) => sides(line).every((text) => !hasTag(text) && !text.includes('~~')));
}

function sides({ text, en }: Cell[number]): string[] {
  return [text, en].filter((each) => each !== null);
}

function mapLines(cell: Cell, change: (text: string) => string): Cell {
  const changed = (text: string | null) => text && (change(text).replace(/\s+/g, ' ').trim() || null);
  const lines = cell.map(({ text, en }) => ({ text: changed(text), en: changed(en) }));
  return lines.filter(({ text, en }) => text !== null || en !== null);
}

/** Tags stand at odd places. */
function isText(_: string, at: number): boolean {
  return at % 2 === 0;
}

function withoutHidden(text: string): string {
  let shown = '';
  let depth = 0;
  for (const [at, part] of text.split(TAGS).entries()) {
    if (isText(part, at)) shown += depth === 0 ? part : '';
    else if (part === HIDDEN[0]) depth += 1;
    else if (part === HIDDEN[1]) depth -= 1;
  }
  return shown;
}

/** Parts of a text between `~~`, by turns as it is and struck out; what is never ended is not struck out. */
function byTurns(text: string): string[] {
  const parts = text.split('~~');
  return parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join('~~')];
}

const SEPARATOR = '(?:[,;/&、]|\\b(?:and|or)\\b)';
const ENDS = new RegExp(`${SEPARATOR}$`, 'i');
const BEGINS = new RegExp(`^${SEPARATOR}`, 'i');

/** What is left, without the separator that stood between it and what is struck out. */
function withoutStruck(text: string): string {
  let left = '';
  for (const [at, part] of byTurns(text).entries()) {
    if (!isText(part, at)) continue;
    const next = part.trim();
    if (at > 0 && (next === '' || BEGINS.test(next))) left = left.replace(ENDS, '').trimEnd();
    left = left === '' ? next.replace(at > 0 ? BEGINS : '', '').trimStart() : `${left} ${next}`.trimEnd();
  }
  return left.replace(/ (?=[,;])/g, '');
}

/** Whether what is struck out touches what is not, or leaves two numbers without anything between them. */
function isPartlyStruck(text: string): boolean {
  const parts = byTurns(text);
  return parts.some((part, at) => {
    const before = parts[at - 1] ?? '';
    if (/[a-z\d]$/i.test(before) && /^(?:[a-z\d]|[.,]\d|\s*[-‐‑‒–—−~])/i.test(part)) return true;
    if (/(?:\d[.,]|[-‐‑‒–—−~]\s*)$/.test(before) && /^[a-z\d]/i.test(part)) return true;
    return !isText(part, at) && /\d\s*$/.test(before) && /^\s*\d/.test(`${parts[at + 1]}`);
  });
}
