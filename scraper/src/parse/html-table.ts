import { attribute, type Element, elementsIn } from './element.ts';
import { keepWithin } from './limits.ts';

/** A table's cells by place, spans resolved, still HTML; a row is as wide as it is written. */
export interface Grid {
  header: Element[];
  rows: Element[][];
  /** How many rows the table gives as its header. */
  headerRows: number;
  /** The row after the header: the next of its header rows, or the first of the others. */
  second: Element[];
  /** Whether two cells cover one place, which is an error of the table: a browser shows one upon the other. */
  overlaps: boolean;
}

/** How far a cell may reach (https://html.spec.whatwg.org/multipage/tables.html#attributes-common-to-td-and-th-elements). */
const MOST_COLUMNS = 1000;

/**
 * Fills the blank lines inside `<table>…</table>` with an empty comment. To CommonMark a blank line ends an HTML
 * block (https://spec.commonmark.org/0.31.2/#html-blocks), and what follows it, if indented, would be a code block
 * in the middle of a table. The comment is indented as the line that follows, so that it stays in the list item or
 * the quotation that the table is in. Line numbers stay as they are.
 */
export function keepTablesTogether(markdown: string): string {
  if (!/<table/i.test(markdown)) return markdown;
  const lines = markdown.split('\n');
  const blank = blankLinesInTables(lines);
  let indent = '';
  const backwards = lines.toReversed().map((line, back) => {
    if (blank.has(lines.length - 1 - back)) return `${indent}<!-- -->`;
    indent = line.slice(0, line.search(/[^ \t>]|$/));
    return line;
  });
  return backwards.toReversed().join('\n');
}

function blankLinesInTables(lines: readonly string[]): Set<number> {
  const blank = new Set<number>();
  let depth = 0;
  let quoted = false;
  for (const [at, line] of lines.entries()) {
    const before = depth;
    for (const [tag] of line.matchAll(/<(\/?)table\b/gi)) depth = Math.max(0, depth + (tag.startsWith('</') ? -1 : 1));
    if (before === 0) quoted = /^[ \t]*>/.test(line);
    // Outside of a quotation, a `>` alone on a line ends a tag, so that line is not blank.
    else if (depth > 0 && (quoted ? /^[ \t>]*$/ : /^[ \t]*$/).test(line)) blank.add(at);
  }
  return blank;
}

/**
 * Reads a `<table>` into a grid. Where it does not say which row is its header, the first is.
 *
 * @throws LimitError where it holds more than a page may
 */
export function readGrid(table: Element): Grid {
  const rows = tableRows(table);
  keepWithin('too-many-rows', rows.length);
  const { cells, overlaps } = expandSpans(rows);
  const heads = rows.filter(({ head }) => head).length;
  const headerAt = heads === 0 ? 0 : rows.findIndex(({ head }) => head);
  const others = cells.map((row, at) => ({ row, head: rows[at]?.head === true })).filter((_, at) => at !== headerAt);
  const body = others.filter(({ head }) => !head).map(({ row }) => row);
  const second = others.find(({ head }) => head)?.row ?? body[0] ?? [];
  return { header: cells[headerAt] ?? [], rows: body, headerRows: Math.max(1, heads), second, overlaps };
}

/** A row as it is written, whether it is a header row, and the section that holds it. */
type Row = { element: Element; head: boolean; section: Element };

/** The rows of its sections. The HTML parser puts a row outside of sections into a tbody. */
function tableRows(table: Element): Row[] {
  return elementsIn(table).flatMap((section) => {
    if (!/^t(head|body|foot)$/.test(section.tagName)) return [];
    const head = section.tagName === 'thead';
    return elementsIn(section).flatMap((row) => (row.tagName === 'tr' ? [{ element: row, head, section }] : []));
  });
}

/**
 * Resolves rowspan and colspan as the HTML standard does
 * (https://html.spec.whatwg.org/multipage/tables.html#algorithm-for-processing-rows): a cell that spans stands in each
 * place that it covers, as far as its section goes. A row that ends before such a place keeps the cells that it was
 * written with.
 */
function expandSpans(rows: readonly Row[]): Pick<Grid, 'overlaps'> & { cells: Element[][] } {
  // By column: the cell that reaches down into it, and the last row that it reaches.
  let above: ({ cell: Element; last: number } | undefined)[] = [];
  const cells: Element[][] = [];
  let count = 0;
  let overlaps = false;
  for (const [at, { element, section }] of rows.entries()) {
    if (rows[at - 1]?.section !== section) above = [];
    const out: Element[] = [];
    const reachingDown = () => {
      const from = above[out.length];
      return from !== undefined && from.last >= at ? from.cell : null;
    };
    const takeSpanning = () => {
      for (let cell = reachingDown(); cell !== null; cell = reachingDown()) out.push(cell);
    };
    for (const cell of elementsIn(element)) {
      if (cell.tagName !== 'td' && cell.tagName !== 'th') continue;
      takeSpanning();
      const down = span(cell, 'rowspan');
      // No span at all reaches to the end of the section.
      const last = down === 0 ? Number.POSITIVE_INFINITY : at + down - 1;
      for (let across = Math.min(span(cell, 'colspan') || 1, MOST_COLUMNS); across > 0; across -= 1) {
        overlaps ||= reachingDown() !== null;
        above[out.length] = { cell, last };
        out.push(cell);
      }
      keepWithin('too-many-columns', out.length);
    }
    takeSpanning();
    keepWithin('too-many-columns', out.length);
    count += out.length;
    keepWithin('too-many-cells', count);
    cells.push(out);
  }
  return { cells, overlaps };
}

/** The number that an attribute begins with, as a browser reads it; 1 where it begins with none. */
function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const [, digits] = /^[\t\n\f\r ]*\+?(\d+)/.exec(attribute(cell, name) ?? '') ?? [];
  return digits === undefined ? 1 : Number(digits);
}
