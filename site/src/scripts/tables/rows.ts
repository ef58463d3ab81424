import type { Entry } from '@lync/port-catalog/match';
import { searchable } from '@lync/port-catalog/match';
import { make } from '../page.ts';
import type { SearchIndex } from '../search/index-file.ts';

/** A row, and the advisories about it. */
export interface Row {
  readonly row: HTMLTableRowElement;
  readonly advised: readonly string[];
  /** The rule's id, where the row is a rule. */
  readonly rule: string | null;
}

/** The rows of a table, in the order of the document. */
export function rowsOf(body: HTMLTableSectionElement): Row[] {
  return [...body.rows].flatMap((row) => {
    if (row.classList.contains('advisory-row')) return [];
    return [{ row, advised: row.dataset.advised?.split(' ') ?? [], rule: row.dataset.rule ?? null }];
  });
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

/** A table whose rows change places and are hidden. */
export class Rows {
  readonly all: readonly Row[];
  /** Those of which only a range covers the port that was typed: they stand under a heading of their own. */
  apart: ReadonlySet<Row> = new Set();
  order: readonly Row[];
  readonly #body: HTMLTableSectionElement;
  readonly #heading: HTMLElement;
  /** An advisory as it stands beneath rows, by its id. */
  readonly #advisories: ReadonlyMap<string, Element>;

  constructor(body: HTMLTableSectionElement, heading: string) {
    this.#body = body;
    this.all = rowsOf(body);
    this.order = this.all;
    const links = [...body.querySelectorAll<HTMLAnchorElement>('.advisory')];
    this.#advisories = new Map(links.map((link) => [link.hash.slice(1), link]));
    // On a phone it is no card, as advisories are none.
    this.#heading = this.#bar(heading);
    this.#heading.classList.add('apart');
  }

  /** Those that are seen, in their order. */
  seen(): Row[] {
    const [first, last] = this.#parts();
    return [...first, ...last].filter(({ row }) => !row.hidden);
  }

  /** Puts the rows into their places; moving them takes a browser longer than hiding them. */
  place(moves: boolean): void {
    const parts = this.#parts();
    this.#heading.remove();
    for (const bar of this.#body.querySelectorAll('.advisory-row')) bar.remove();
    if (moves) this.#body.append(...parts.flat().map(({ row }) => row));
    if (parts[1].length > 0) parts[1][0]?.row.before(this.#heading);
    for (const part of parts) {
      const seen = part.filter(({ row }) => !row.hidden);
      quietRepeats(seen);
      this.#advise(seen);
    }
  }

  #parts(): [Row[], Row[]] {
    return [this.order.filter((row) => !this.apart.has(row)), this.order.filter((row) => this.apart.has(row))];
  }

  /** An advisory stands once beneath the rows that it is about, where these follow each other. */
  #advise(seen: readonly Row[]): void {
    seen.forEach(({ row, advised }, at) => {
      const last = advised.filter((id) => seen[at + 1]?.advised.includes(id) !== true);
      if (last.length > 0)
        row.after(this.#bar(...last.flatMap((id) => this.#advisories.get(id)?.cloneNode(true) ?? [])));
    });
  }

  #bar(...content: (Node | string)[]): HTMLElement {
    const colSpan = this.#body.rows[0]?.cells.length ?? 1;
    return make('tr', { className: 'advisory-row' }, make('td', { colSpan }, ...content));
  }
}

/** Where a role repeats in the rows that are seen, it is shown quietly. */
function quietRepeats(rows: readonly Row[]): void {
  let before: string | null = null;
  for (const { row } of rows) {
    const name = row.querySelector('td.who > span');
    if (name === null) continue;
    name.classList.toggle('repeated', name.textContent === before);
    before = name.textContent;
  }
}
