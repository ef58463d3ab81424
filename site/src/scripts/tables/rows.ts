import type { Entry } from '@lync/port-catalog/match';
import { searchable } from '@lync/port-catalog/match';
import type { SearchIndex } from '../search/index-file.ts';

/** A row with what belongs to it: the advisories beneath go where it goes. */
export interface Row {
  readonly row: HTMLTableRowElement;
  readonly below: readonly HTMLTableRowElement[];
  /** The rule's id, where the row is a rule. */
  readonly rule: string | null;
}

/** The rows of a table, in the order of the document. */
export function rowsOf(body: HTMLTableSectionElement): Row[] {
  const rows: { row: HTMLTableRowElement; below: HTMLTableRowElement[]; rule: string | null }[] = [];
  for (const row of body.rows) {
    if (row.classList.contains('advisory-row')) rows.at(-1)?.below.push(row);
    else rows.push({ row, below: [], rule: row.dataset.rule ?? null });
  }
  return rows;
}

/** The headings of a table's columns; the tools at the end of each row have none. */
export function headingsOf({ tHead }: HTMLTableElement): HTMLTableCellElement[] {
  return [...(tHead?.rows[0]?.cells ?? [])].filter((cell) => !cell.classList.contains('tools'));
}

/** What rows are found by: what the index knows of their rules, or else what is in their cells. */
export function entriesFor(rows: readonly Row[], index: SearchIndex | null): Entry[] {
  const known = new Map(index?.rules.map(({ id }, at) => [id, index.entries[at]]));
  return rows.map(({ row, rule }) => (rule === null ? undefined : known.get(rule)) ?? entryOf(row));
}

function entryOf(row: HTMLTableRowElement): Entry {
  const ports = [...row.querySelectorAll('.port .ports a')].flatMap((link) => {
    const [from = '', to = from] = link.textContent.split('–');
    return [Number(from), Number(to)];
  });
  return { text: [...row.cells].map((cell) => searchable(cell.textContent)).join('\n'), ports };
}

/** What a cell says, without the marks: the lines of a cell are parted by `; `. */
export function textOf(cell: HTMLTableCellElement): string {
  const copy = document.createElement('div');
  copy.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
  for (const mark of copy.querySelectorAll('.tip, [popover], [aria-hidden="true"], .fold')) mark.remove();
  for (const line of copy.querySelectorAll('br, li, .remark, .role + .role')) line.before('; ');
  for (const tag of copy.querySelectorAll('.transport, .protocol')) tag.after(' ');
  return copy.textContent
    .replace(/\s+/g, ' ')
    .replace(/ ?;[ ;]*(?=;|$)/g, '')
    .replace(/^[ ;]+| (?=;)/g, '')
    .trim();
}

/** Puts rows into their order, under a heading of their own those that are set apart, and gives the order. */
export function arrange(
  body: HTMLElement,
  rows: readonly Row[],
  apart: ReadonlySet<Row>,
  heading: HTMLElement,
): readonly Row[] {
  const [first, last] = [rows.filter((row) => !apart.has(row)), rows.filter((row) => apart.has(row))];
  heading.remove();
  body.append(...elementsOf(first), ...(apart.size > 0 ? [heading] : []), ...elementsOf(last));
  quietRepeats(first);
  quietRepeats(last);
  return [...first, ...last];
}

function elementsOf(rows: readonly Row[]): HTMLElement[] {
  return rows.flatMap(({ row, below }) => [row, ...below]);
}

/** Where a role repeats in the rows that are seen, it is shown quietly. */
export function quietRepeats(rows: readonly Row[]): void {
  let before: string | null = null;
  for (const { row } of rows) {
    const name = row.querySelector('td.who > span');
    if (row.hidden || name === null) continue;
    name.classList.toggle('repeated', name.textContent === before);
    before = name.textContent;
  }
}
