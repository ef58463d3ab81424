import type { Element, ElementContent } from 'hast';

/** A table's cells by place, spans resolved, still HTML; a row is as wide as it is written. */
export interface Grid {
  header: Element[];
  rows: Element[][];
  /** How many rows the table gives as its header. */
  headerRows: number;
}

// The HTML standard caps colspan at 1000 and rowspan at 65534; no port table comes near, and a page must not be
// able to make a table as large as it likes.
const MOST_SPAN = 100;

/**
 * Fills the blank lines inside `<table>…</table>` with an empty comment. To CommonMark a blank line ends an HTML
 * block (https://spec.commonmark.org/0.31.2/#html-blocks), and what follows it, if indented, would be a code block
 * in the middle of a table. Line numbers stay as they are.
 */
export function keepTablesTogether(markdown: string): string {
  let depth = 0;
  return markdown
    .split('\n')
    .map((line) => {
      const inside = depth > 0;
      for (const [tag] of line.matchAll(/<(\/?)table\b/gi)) {
        depth = Math.max(0, depth + (tag.startsWith('</') ? -1 : 1));
      }
      return inside && depth > 0 && line.trim() === '' ? '<!-- -->' : line;
    })
    .join('\n');
}

/** Reads a `<table>` into a grid. Where it does not say which row is its header, the first is. */
export function readGrid(table: Element): Grid {
  const rows = tableRows(table);
  const cells = expandSpans(rows.map(({ element }) => element));
  const heads = rows.filter(({ head }) => head).length;
  const headerAt = Math.max(
    0,
    rows.findIndex(({ head }) => head),
  );
  const body = cells.filter((_, at) => at !== headerAt && rows[at]?.head === false);
  return { header: cells[headerAt] ?? [], rows: body, headerRows: Math.max(1, heads) };
}

/** The rows of its sections; the HTML parser puts a row that stands in none into a tbody. */
function tableRows(table: Element): { element: Element; head: boolean }[] {
  return table.children.flatMap((section) => {
    if (section.type !== 'element' || !/^t(head|body|foot)$/.test(section.tagName)) return [];
    const head = section.tagName === 'thead';
    return section.children.flatMap((row) => (isElement(row, 'tr') ? [{ element: row, head }] : []));
  });
}

/**
 * Resolves rowspan and colspan: a cell that spans stands in each place that it covers. A row that ends before such a
 * place keeps the cells that it was written with.
 */
function expandSpans(rows: Element[]): Element[][] {
  // By column: the cell that reaches down into it, and the last row that it reaches.
  const above: ({ cell: Element; last: number } | undefined)[] = [];
  return rows.map((row, at) => {
    const out: Element[] = [];
    const takeSpanning = () => {
      for (let from = above[out.length]; from !== undefined && from.last >= at; from = above[out.length]) {
        out.push(from.cell);
      }
    };
    for (const cell of row.children) {
      if (!isElement(cell, 'td') && !isElement(cell, 'th')) continue;
      takeSpanning();
      for (let across = span(cell, 'colSpan'); across > 0; across -= 1) {
        above[out.length] = { cell, last: at + span(cell, 'rowSpan') - 1 };
        out.push(cell);
      }
    }
    takeSpanning();
    return out;
  });
}

function span(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const value = Number(cell.properties[name] ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, MOST_SPAN) : 1;
}

function isElement(node: ElementContent, tagName: string): node is Element {
  return node.type === 'element' && node.tagName === tagName;
}
