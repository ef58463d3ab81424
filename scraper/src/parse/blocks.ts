import type { Cell, Footnote, Heading, Line } from '../model/snapshot.ts';
import { readLines } from './bilingual.ts';
import { withoutControls } from './controls.ts';
import { attribute, type Element, elementsIn, isElement, textOf } from './element.ts';
import { readGrid } from './html-table.ts';
import { keepWithin } from './limits.ts';
import { type Look, lookOf, PLAIN, within } from './look.ts';
import type { Page, PageTable } from './page.ts';
import { CONTAINERS } from './raw-html.ts';

// Asterisks or daggers, or a number that is raised or in parentheses or brackets, at the head of a paragraph under a table.
const FOOTNOTE_MARK = /^([*†‡§]+|[⁰¹²³⁴-⁹]+|\(\d\)|\[\d\])\s*(?=\S)/u;

const LIST = /^(?:[uod]l|li|d[dt])$/;

// How deep tables may be nested: each level reads the text of the inner tables once more, which takes time.
const MOST_NESTED = 5;

/**
 * Reads the blocks of a page in their order: its title, and its tables with the headings, caption and footnotes around
 * them.
 *
 * @throws RangeError where tables are nested too deeply
 * @throws LimitError where there is more of something than a page may hold
 */
export function readBlocks(elements: readonly Element[], english: boolean): Pick<Page, 'title' | 'tables'> {
  const tables: PageTable[] = [];
  let headings: Heading[] = [];
  let title: Heading | null = null;
  let caption: Cell = [];
  let last: PageTable | null = null;
  // The last paragraph since a heading or a table, and whether no other stands between it and that table.
  let paragraph: Cell = [];
  let first = false;
  let cells = 0;
  let characters = 0;
  const outer: number[] = [];
  const holding = aroundTables(elements);
  const holdsTable = (element: Element) => holding.has(element);

  const readBlock = (element: Element, around: Look): void => {
    const look = within(around, lookOf(element));
    // What cannot be seen neither heads a table nor explains it.
    if (look.hidden && element.tagName !== 'table' && !holdsTable(element)) {
      endParagraph();
      return;
    }
    if (/^h[1-6]$/.test(element.tagName)) {
      const heading = readHeading(element, english, around);
      headings = [...headings.filter((each) => each.depth < heading.depth), heading];
      if (heading.depth === 1) title ??= heading;
      caption = [];
      paragraph = [];
      last = null;
    } else if (element.tagName === 'table') {
      readTableBlock(element, around);
    } else if (CONTAINERS.has(element.tagName) || holdsTable(element)) {
      // The text of a list stands between a paragraph and a table, though it is not read.
      const parts = LIST.test(element.tagName);
      if (parts) endParagraph();
      for (const child of elementsIn(element)) readBlock(child, look);
      if (parts) endParagraph();
    } else if (element.tagName === 'pre') {
      caption = [];
      endParagraph();
    } else {
      const lines = readLines(element, english, around);
      const [line, ...others] = lines;
      if (line === undefined) {
        endParagraph();
        return;
      }
      const footnote = readFootnote(line, others);
      if (footnote !== null && last !== null) {
        last.footnotes.push(footnote);
        keepWithin('too-many-footnotes', last.footnotes.length);
        count([footnote.text]);
      }
      caption = isBold(element) ? lines : [];
      if (first && footnote === null) last?.beside.push(lines);
      paragraph = footnote === null ? lines : [];
      first = false;
    }
  };

  const endParagraph = (): void => {
    paragraph = [];
    first = false;
  };

  /** Reads a table, then the tables in its cells, because some pages use a table for their layout. */
  const readTableBlock = (element: Element, around: Look): void => {
    const look = lookOfTable(element, around);
    const current: PageTable = {
      ...readTable(element, headings, caption, english, look),
      inside: outer.at(-1) ?? null,
      beside: caption.length === 0 && paragraph.length > 0 ? [paragraph] : [],
    };
    cells += [current.columns, ...current.rows].reduce((sum, row) => sum + row.length, 0);
    keepWithin('too-many-cells', cells);
    count([...headings.map(({ text }) => text), caption, ...current.columns, ...current.rows.flat()]);
    const number = tables.push(current) - 1;
    keepWithin('too-many-tables', tables.length);
    if (holdsTable(element)) {
      if (outer.length >= MOST_NESTED) throw new RangeError('tables are nested too deeply');
      const above = headings;
      outer.push(number);
      for (const cell of cellsWithTables(element, holding)) {
        last = null;
        caption = [];
        paragraph = [];
        for (const child of elementsIn(cell)) readBlock(child, within(lookAround(cell, element, look), lookOf(cell)));
      }
      outer.pop();
      headings = above;
    }
    last = current;
    caption = [];
    paragraph = [];
    first = true;
  };

  const count = (texts: readonly Cell[]): void => {
    for (const text of texts) {
      const length = text.reduce((sum, line) => sum + (line.text?.length ?? 0) + (line.en?.length ?? 0), 0);
      keepWithin('too-long-cell', length);
      characters += length;
    }
    keepWithin('too-much-text', characters);
  };

  for (const element of elements) readBlock(element, PLAIN);
  return { title, tables };
}

/** The elements that hold a table, which is found once for each of them. */
function aroundTables(elements: readonly Element[]): ReadonlySet<Element> {
  const around = new Set<Element>();
  const look = (element: Element): boolean => {
    // Each child is looked at, also behind one that holds a table.
    const held = elementsIn(element).filter((child) => look(child) || child.tagName === 'table');
    if (held.length > 0) around.add(element);
    return held.length > 0;
  };
  for (const element of elements) look(element);
  return around;
}

/** The cells and the caption of a table that hold another table. */
function cellsWithTables(element: Element, around: ReadonlySet<Element>): Element[] {
  return elementsIn(element).flatMap((child) => {
    if (!around.has(child)) return [];
    return /^(thead|tbody|tfoot|tr)$/.test(child.tagName) ? cellsWithTables(child, around) : [child];
  });
}

function readTable(
  table: Element,
  headings: Heading[],
  caption: Cell,
  english: boolean,
  look: Look,
): Omit<PageTable, 'inside' | 'beside'> {
  const own = elementsIn(table).find(({ tagName }) => tagName === 'caption');
  const grid = readGrid(table);
  const known = new Map<Element, Cell>();
  // A cell that spans stands in many places of the grid and is read once.
  const readCell = (cell: Element): Cell => {
    const lines = known.get(cell) ?? readLines(cell, english, lookAround(cell, table, look));
    known.set(cell, lines);
    return lines;
  };
  return {
    headings,
    caption: own === undefined ? caption : readLines(own, english, look),
    columns: grid.header.map(readCell),
    rows: grid.rows.map((row) => row.map(readCell)),
    footnotes: [],
    headerRows: grid.headerRows,
    second: grid.second.map(readCell),
    overlaps: grid.overlaps,
  };
}

/** What a table makes of the text in it. Which cells stand in a column that is hidden only a browser can tell. */
function lookOfTable(table: Element, around: Look): Look {
  const columns = elementsIn(table).flatMap((each) => (each.tagName === 'colgroup' ? [each, ...elementsIn(each)] : []));
  const odd = columns.find((column) => lookOf(column).hidden || lookOf(column).odd !== null);
  const look = within(around, lookOf(table));
  return odd === undefined ? look : { ...look, odd };
}

/** What a cell's row and section make of its text. */
function lookAround(cell: Element, table: Element, look: Look): Look {
  const parts: Element[] = [];
  for (let part = cell.parentNode as Element; part !== table; part = part.parentNode as Element) parts.unshift(part);
  return parts.map(lookOf).reduce(within, look);
}

function readHeading(element: Element, english: boolean, around: Look): Heading {
  return { depth: Number(element.tagName[1]), anchor: anchorOf(element), text: readLines(element, english, around) };
}

function anchorOf(element: Element): string | null {
  const own = (element.tagName === 'a' ? attribute(element, 'name') : null) ?? attribute(element, 'id');
  if (own !== null) return withoutControls(own);
  for (const child of elementsIn(element)) {
    const anchor = anchorOf(child);
    if (anchor !== null) return anchor;
  }
  return null;
}

/** A paragraph that begins with a footnote mark, in either language; the mark is taken off in both. */
function readFootnote(first: Line, others: Line[]): Footnote | null {
  const marks = [first.en, first.text].map((text) => FOOTNOTE_MARK.exec(text ?? '')?.[1]);
  const mark = marks.find((each) => each !== undefined);
  if (mark === undefined) return null;
  const unmarked = (text: string | null) => text?.replace(FOOTNOTE_MARK, '') ?? null;
  return { mark, text: [{ text: unmarked(first.text), en: unmarked(first.en) }, ...others] };
}

/** Whether everything that the element shows is bold: a caption, where a table follows. */
function isBold(element: Element): boolean {
  return element.childNodes.every((child) => {
    if (!isElement(child)) return (textOf(child) ?? '').trim() === '';
    return child.tagName === 'strong' || child.tagName === 'b' || (child.tagName === 'span' && isBold(child));
  });
}
