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
    if (row.dataset.rule === undefined) nameRules(row);
    const { rule, also, advised } = row.dataset;
    const rules = [rule, also].flatMap((ids) => ids?.split(' ') ?? []);
    return [{ row, advised: advised?.split(' ') ?? [], rules }];
  });
}

/**
 * Says at the row which rules it stands for, and which products: its badges lead there, so that the page need not say it
 * twice.
 */
function nameRules(row: HTMLTableRowElement): void {
  const all = [...row.querySelectorAll<HTMLAnchorElement>('.place .badge')].flatMap(({ pathname, dataset }) => {
    const [, own = '', rest = ''] = /\/rules\/([^/]+)(\/.+)\/$/.exec(pathname) ?? [];
    return [own, ...(dataset.also?.split(' ') ?? [])].map((product) => ({ product, id: product + rest }));
  });
  const [rule, ...also] = all.map(({ id }) => id);
  if (rule === undefined) return;
  row.dataset.rule = rule;
  if (also.length > 0) row.dataset.also = also.join(' ');
  row.dataset.product ??= all.map(({ product }) => product).join(' ');
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

  constructor(body: HTMLTableSectionElement, heading: string) {
    this.#body = body;
    this.all = rowsOf(body);
    this.order = this.all;
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
    if (moves) this.#body.append(...parts.flat().map(({ row }) => row));
    if (parts[1].length > 0) parts[1][0]?.row.before(this.#heading);
    for (const part of parts) quietRepeats(part.filter(({ row }) => !row.hidden));
  }

  /** Takes the advisories off the table, for all of the page to be placed anew. */
  takeAdvisories(): HTMLElement[] {
    const advisories = [...this.#body.querySelectorAll<HTMLElement>('.advisory')];
    for (const bar of this.#body.querySelectorAll('.advisory-row:not(.apart)')) bar.remove();
    return advisories;
  }

  /** Puts each advisory that is left beneath the first rows that it is about, where these follow each other. */
  advise(left: Map<string, HTMLElement>): void {
    for (const part of this.#parts()) {
      const seen = part.filter(({ row }) => !row.hidden);
      seen.forEach(({ row, advised }, at) => {
        const last = advised.filter((id) => left.has(id) && seen[at + 1]?.advised.includes(id) !== true);
        if (last.length > 0) row.after(this.#bar(...last.flatMap((id) => left.get(id) ?? [])));
        for (const id of last) left.delete(id);
      });
    }
  }

  #parts(): [Row[], Row[]] {
    return [this.order.filter((row) => !this.apart.has(row)), this.order.filter((row) => this.apart.has(row))];
  }

  #bar(...content: (Node | string)[]): HTMLElement {
    const colSpan = this.#body.rows[0]?.cells.length ?? 1;
    return make('tr', { className: 'advisory-row' }, make('td', { colSpan }, ...content));
  }
}

/** The advisories of all tables of a page: each stands once, in the first table with a row that is seen and about it. */
export class Advisories {
  readonly #tables: readonly Rows[];
  readonly #all: ReadonlyMap<string, HTMLElement>;

  constructor(tables: readonly Rows[]) {
    this.#tables = tables;
    this.#all = new Map(this.#taken());
  }

  place(): void {
    this.#taken();
    const left = new Map(this.#all);
    for (const table of this.#tables) table.advise(left);
  }

  #taken(): [string, HTMLElement][] {
    return this.#tables.flatMap((table) =>
      table.takeAdvisories().map((each): [string, HTMLElement] => [each.dataset.advisory ?? '', each]),
    );
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
