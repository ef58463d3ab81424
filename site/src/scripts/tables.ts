import { make, press, words } from './page.ts';
import { keep } from './tables/address.ts';
import { type Framed, startBar } from './tables/bar.ts';
import type { Copied } from './tables/copy.ts';
import { foldNotes } from './tables/notes.ts';
import { Advisories, type Row, Rows, textOf } from './tables/rows.ts';
import { sortable } from './tables/sort.ts';

/** Other tables with more rows than these can be sorted and copied; those of rules, and parts of a long one, always can. */
const LONG = 12;

/** Tools at tables: one filter over all of the page, sorting by column, copying a row or all of them. */
export function startTables(): void {
  // A table is sorted as its address says while it is equipped, before the advisories of all are known.
  let advisories: Advisories | null = null;
  const tables = [...document.querySelectorAll<HTMLElement>('.rules')].flatMap((frame, at) =>
    equip(frame, at === 0 ? 'sort' : `sort${at + 1}`, () => advisories?.place()),
  );
  advisories = new Advisories(tables.map(({ rows }) => rows));
  advisories.place();
  startBar(tables, advisories);
  const said = document.querySelector('.bar-tools');
  if (said !== null) {
    const status = make('span', { role: 'status' });
    const seen = () => tables.flatMap(({ rows }) => rows.seen());
    const announce = (text: string) => {
      status.textContent = text;
    };
    said.append(requestButton(seen, announce), status);
  }
  // The link to the other language has what stands in the address.
  keep({});
}

/** `parameter` is the name that the table's order has in the page's address. */
function equip(frame: HTMLElement, parameter: string, onSorted: () => void): Framed[] {
  const table = frame.querySelector('table');
  const body = table?.tBodies[0];
  if (table === null || body === undefined) return [];
  const rows = new Rows(body, words.ranges);
  const { all } = rows;
  const isRules = frame.dataset.rules !== undefined;
  const isEquipped = isRules || frame.dataset.long !== undefined || all.length > LONG;
  const status = make('span', { className: 'table-status', role: 'status' });
  const announce = (text: string) => {
    status.textContent = text;
  };

  const tools = make('div', { className: 'toolbar' }, status);
  if (all.length > 1 && isEquipped) {
    sortable(table, all, parameter, (sorted, text) => {
      rows.order = sorted;
      rows.place(true);
      onSorted();
      announce(text);
    });
  }
  if (isEquipped) {
    const seen = () => ({ table, rows: rows.seen(), link: null });
    tools.append(copyButton(words.copyTable, words.copyTable, seen, announce));
  }
  if (isRules) tools.append(requestButton(() => rows.seen(), announce));
  if (isRules) {
    for (const row of all) equipRow(table, row, announce);
    new ResizeObserver(() => foldNotes(table)).observe(table);
  }
  const head = frame.parentElement?.querySelector(':scope > .table-head');
  if (head == null) frame.prepend(tools);
  else head.append(tools);
  frame.dataset.tools = '';
  return [{ frame, rows }];
}

function equipRow(table: HTMLTableElement, row: Row, announce: (text: string) => void): void {
  const permalink = row.row.querySelector<HTMLAnchorElement>('.permalink, .badge');
  const [first] = row.row.cells;
  const name = first === undefined ? '' : textOf(first);
  if (permalink === null) return;
  row.row
    .querySelector('.tools')
    ?.append(copyButton('…', words.rowTools(name), () => ({ table, rows: [row], link: permalink.href }), announce));
}

/** What copies is fetched when it is first asked for. */
type Copying = typeof import('./tables/copy.ts');

function copyButton(text: string, label: string, copied: () => Copied, announce: (text: string) => void): HTMLElement {
  return menuButton(text, label, announce, ({ openMenu }, button) => openMenu(button, copied(), announce));
}

/** A button that takes rows along as a change request. */
function requestButton(rows: () => readonly Row[], announce: (text: string) => void): HTMLElement {
  return menuButton(words.changeRequest, words.changeRequest, announce, ({ openRequest }, button) =>
    openRequest(
      button,
      rows().flatMap(({ rules }) => rules),
      announce,
    ),
  );
}

function menuButton(
  text: string,
  label: string,
  announce: (text: string) => void,
  open: (copying: Copying, button: HTMLElement) => void,
): HTMLElement {
  const onClick = () => {
    import('./tables/copy.ts').then(
      (copying) => open(copying, button),
      () => announce(words.notLoaded),
    );
  };
  const button = press(text, onClick, { className: 'copy', ariaLabel: label, ariaHasPopup: 'true' });
  return button;
}
