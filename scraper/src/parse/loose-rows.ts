import type { Token } from 'markdown-it';
import { cellsOf } from './pipe-table.ts';
import { withoutComments } from './raw-html.ts';

/** Lines of a page that stand in no table and may be rows of one. */
interface Lines {
  /** Those that look like rows of the table above them. */
  rows: string[];
  /** Others with a pipe in them. */
  others: string[];
}

/**
 * Finds the lines of a page that look like rows of a pipe table and stand in none: a blank line, a comment, a heading,
 * the mark of a list and more end a table, and a line under the header that is no delimiter row makes none. They are
 * never taken for rows of a table, because a browser does not show them as such; but what they hold is lost without a
 * word where nobody looks at them.
 *
 * @param blocks what markdown-it makes of the page, texts not yet parsed
 * @returns them as pipe tables in markdown, with the header of the table above them where they look like its rows, and
 * with one that is empty elsewhere
 */
export function looseRows(blocks: readonly Token[]): string {
  let tables = '';
  let header: string[] = [];
  let lines: Lines = { rows: [], others: [] };
  const endLines = () => {
    tables += asTable(header, lines.rows) + asTable([], lines.others);
    lines = { rows: [], others: [] };
  };
  for (const [at, block] of blocks.entries()) {
    const before = blocks[at - 1]?.type;
    if (block.type === 'table_open') {
      endLines();
      header = [];
    } else if (before === 'th_open') header.push(block.content);
    else if (before !== 'td_open') {
      const table = block.type === 'html_block' ? lastTableTag(block.content) : -1;
      if (table >= 0) {
        endLines();
        header = [];
      }
      addLines(lines, block, block.content.slice(Math.max(table, 0)), header.length);
    }
  }
  endLines();
  return tables;
}

/** Where raw HTML that holds rows of a table has the last tag of one; -1 for other HTML, a lone tag of a table too. */
function lastTableTag(html: string): number {
  if (!/<t[dhr]\b/i.test(html)) return -1;
  const tags = html.toLowerCase();
  return Math.max(tags.lastIndexOf('<table'), tags.lastIndexOf('</table'));
}

/** A lone tag of a table, which ends a pipe table. */
const TABLE_TAG = /<\/?table\b[^<>]*>/gi;

/** Tags in front of a row make a block of raw HTML of it. */
export const TAGS_IN_FRONT = /^(?:\s*<[^<>]*>)+(?=\s*\|)/;

function addLines({ rows, others }: Lines, { type }: Token, text: string, width: number): void {
  if (!text.includes('|')) return;
  const isCode = type === 'fence' || type === 'code_block';
  for (const each of (isCode ? text : withoutComments(text)).split('\n')) {
    const line = each.replace(TABLE_TAG, '').replace(TAGS_IN_FRONT, '').trim();
    const cells = cellsOf(line);
    const begins = line.startsWith('|');
    const ends = /[^\\]\|$/.test(line);
    if (cells.every((cell) => /^:?-*:?$/.test(cell)) || (cells.length === 1 && !(begins && ends))) continue;
    // In code, a pipe between two commands makes no row.
    if (isCode ? begins && (ends || cells.length === width) : begins || ends || cells.length === width) rows.push(line);
    else if (!isCode) others.push(line);
  }
}

function asTable(header: readonly string[], lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const columns = header.length === 0 ? [' '] : header.map((cell) => cell.replaceAll('|', '\\|'));
  // A line that begins with a pipe begins no other block.
  const rows = lines.map((line) => (line.startsWith('|') ? line : `|${line}`));
  return `|${columns.join('|')}|\n|${'-|'.repeat(columns.length)}\n${rows.join('\n')}\n\n`;
}
