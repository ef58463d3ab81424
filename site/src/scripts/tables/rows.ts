import { make } from '../page.ts';

/** A row, and the advisories about it. */
export interface Row {
  readonly row: HTMLTableRowElement;
  readonly advised: readonly string[];
  /** The ids of the rules that the row stands for; none where it is no rule. */
  readonly rules: readonly string[];
}

/** The rows of a table, in the order of the document. */
export function rowsOf(body: HTMLTableSectionElement): Row[] {
  return [...body.rows].flatMap((row) => {
    if (row.classList.contains('advisory-row')) return [];
    const { rule, also, advised } = row.dataset;
    const rules = [rule, also].flatMap((ids) => ids?.split(' ') ?? []);
    return [{ row, advised: advised?.split(' ') ?? [], rules }];
  });
}

/** The headings of a table's columns; the tools at the end of each row have none. */
export function headingsOf({ tHead }: HTMLTableElement): HTMLTableCellElement[] {
  return [...(tHead?.rows[0]?.cells ?? [])].filter((cell) => !cell.classList.contains('tools'));
}

/** What a cell says, without the marks: the lines of a cell are parted by `; `. */
export function textOf(cell: HTMLTableCellElement): string {
  const copy = document.createElement('div');
  copy.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
  for (const mark of copy.querySelectorAll('.tip, [popover], [aria-hidden="true"], .fold')) mark.remove();
  for (const line of copy.querySelectorAll('br, li, .remark, .role + .role, .badge + .badge')) line.before('; ');
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
    const advisories = [...body.querySelectorAll<HTMLElement>('.advisory')];
    this.#advisories = new Map(advisories.map((each) => [each.dataset.advisory ?? '', each]));
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
    const told = new Set<string>();
    for (const part of parts) {
      const seen = part.filter(({ row }) => !row.hidden);
      quietRepeats(seen);
      this.#advise(seen, told);
    }
  }

  #parts(): [Row[], Row[]] {
    return [this.order.filter((row) => !this.apart.has(row)), this.order.filter((row) => this.apart.has(row))];
  }

  /** An advisory stands once, beneath the first rows that it is about, where these follow each other. */
  #advise(seen: readonly Row[], told: Set<string>): void {
    seen.forEach(({ row, advised }, at) => {
      const last = advised.filter((id) => seen[at + 1]?.advised.includes(id) !== true && !told.has(id));
      if (last.length > 0) row.after(this.#bar(...last.flatMap((id) => this.#advisories.get(id) ?? [])));
      for (const id of last) told.add(id);
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
