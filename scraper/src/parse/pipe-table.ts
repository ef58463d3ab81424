import type { StateBlock } from 'markdown-it';
import { keepWithin } from './limits.ts';

const DELIMITER_CELL = /^:?-+:?$/;

/**
 * Reads a pipe table (https://github.github.com/gfm/#tables-extension-), a block rule for markdown-it. It differs from
 * the specification in one thing: each row keeps the cells that it was written with. The specification drops cells
 * beyond the header's last and fills up a row that is too short. In a table of ports either would lose a fact or make
 * one up, so the reader of the table gets the row as written.
 *
 * @param silent whether markdown-it only asks if a table begins here
 * @throws LimitError where it, or the page so far, holds more than a page may
 */
export function pipeTable(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (start + 2 > end || isCode(state, start) || isOutside(state, start + 1)) return false;
  const delimiter = lineOf(state, start + 1);
  // Without a pipe or a colon it is the line under a heading.
  if (!/^[|:-][|: \t-]*$/.test(delimiter) || !/[|:]/.test(delimiter)) return false;
  const delimiters = cellsOf(delimiter);
  if (!delimiters.every((cell) => DELIMITER_CELL.test(cell))) return false;
  const header = cellsOf(lineOf(state, start));
  if (header.length !== delimiters.length) return false;
  if (silent) return true;

  const around = state.parentType;
  state.parentType = 'table';
  state.push('table_open', 'table', 1);
  state.push('thead_open', 'thead', 1);
  pushRow(state, 'th', header);
  state.push('thead_close', 'thead', -1);
  state.push('tbody_open', 'tbody', 1);
  let line = start + 2;
  while (line < end && !endsBefore(state, line, end)) {
    keepWithin('too-many-rows', line - start);
    pushRow(state, 'td', cellsOf(lineOf(state, line)));
    line += 1;
  }
  state.push('tbody_close', 'tbody', -1);
  state.push('table_close', 'table', -1);
  state.parentType = around;
  state.line = line;
  return true;
}

/** A table ends at a blank line, and where another block begins. */
function endsBefore(state: StateBlock, line: number, end: number): boolean {
  if (isOutside(state, line) || lineOf(state, line) === '') return true;
  return state.md.block.ruler.getRules('blockquote').some((begins) => begins(state, line, end, true));
}

function isOutside(state: StateBlock, line: number): boolean {
  return (state.sCount[line] as number) < state.blkIndent || isCode(state, line);
}

/** Four spaces or more make a line code. */
function isCode(state: StateBlock, line: number): boolean {
  return (state.sCount[line] as number) - state.blkIndent >= 4;
}

/** A line without the spaces and tabs around it. Markdown ignores these there, and no other white space. */
function lineOf(state: StateBlock, line: number): string {
  const from = (state.bMarks[line] as number) + (state.tShift[line] as number);
  return state.src.slice(from, state.skipSpacesBack(state.eMarks[line] as number, from));
}

/** The cells between the pipes; a pipe behind a backslash is a character of its cell. */
export function cellsOf(line: string): string[] {
  const cells = [''];
  for (const [part] of line.matchAll(/\\[\\|]|[^\\|]+|./gs)) {
    if (part === '|') cells.push('');
    else cells.push(`${cells.pop()}${part === '\\|' ? '|' : part}`);
  }
  if (cells[0] === '') cells.shift();
  if (cells.at(-1)?.trim() === '') cells.pop();
  // A row that is one pipe has one cell.
  return cells.length === 0 ? [''] : cells.map((cell) => cell.trim());
}

function pushRow(state: StateBlock, tag: 'td' | 'th', cells: readonly string[]): void {
  keepWithin('too-many-columns', cells.length);
  const before = (state.env.cells ?? 0) as number;
  state.env.cells = before + cells.length;
  keepWithin('too-many-cells', before + cells.length);
  state.push('tr_open', 'tr', 1);
  for (const cell of cells) {
    state.push(`${tag}_open`, tag, 1);
    const text = state.push('inline', '', 0);
    text.content = cell;
    text.children = [];
    state.push(`${tag}_close`, tag, -1);
  }
  state.push('tr_close', 'tr', -1);
}
