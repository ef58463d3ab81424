import { make, words } from './page.ts';
import type { Results } from './search/results.ts';
import { statusOf } from './search/told.ts';
import { copyButton } from './tables/copy.ts';
import { filterBox } from './tables/filter.ts';
import { foldNotes } from './tables/notes.ts';
import { arrange, quietRepeats, type Row, rowsOf, textOf } from './tables/rows.ts';
import { sortable } from './tables/sort.ts';

/** Tables with more rows than these have a filter. */
const LONG = 12;

/** Tools at tables: a filter over long ones, sorting by column, copying a row or all of them. */
export function startTables(): void {
  let filters = 0;
  for (const frame of document.querySelectorAll<HTMLElement>('.rules')) {
    equip(frame, () => {
      filters += 1;
      return filters === 1 ? 'q' : `q${filters}`;
    });
  }
}

/** `parameter` gives the name that the table's filter has in the page's address. */
function equip(frame: HTMLElement, parameter: () => string): void {
  const table = frame.querySelector('table');
  const body = table?.tBodies[0];
  if (table === null || body === undefined) return;
  const all = rowsOf(body);
  let order: readonly Row[] = all;
  let apart: ReadonlySet<Row> = new Set();
  // On a phone it is no card, as advisories are none.
  const heading = make('tr', { className: 'advisory-row apart' });
  heading.append(make('td', { colSpan: table.rows[0]?.cells.length ?? 1 }, words.ranges));
  const isRules = frame.dataset.rules !== undefined;
  const isLong = all.length > LONG;
  const status = make('span', { className: 'table-status', role: 'status' });
  const announce = (text: string) => {
    status.textContent = text;
  };
  const place = () => arrange(body, order, apart, heading);

  const bar = make('div', { className: 'toolbar' }, status);
  if (isLong) {
    const onFiltered = (results: Results<Row>) => {
      const { direct, around } = results;
      // Moving rows takes the browser longer than hiding them.
      const moves = around.length + apart.size > 0;
      apart = new Set(around);
      if (moves) place();
      else quietRepeats(order);
      announce(statusOf(results, words.filtered(direct.length, all.length), words.rows(all.length)));
    };
    const [input, nearest] = filterBox(all, parameter(), onFiltered);
    bar.prepend(input);
    bar.append(nearest);
  }
  if (all.length > 1 && (isRules || isLong)) {
    sortable(table, all, (sorted, text) => {
      order = sorted;
      place();
      announce(text);
    });
    const seen = () => ({ table, rows: place().filter(({ row }) => !row.hidden), link: null });
    bar.append(copyButton(words.copyTable, words.copyTable, seen, announce));
  }
  if (isRules) {
    for (const row of all) equipRow(table, row, announce);
    new ResizeObserver(() => foldNotes(table)).observe(table);
  }
  frame.prepend(bar);
  frame.dataset.tools = '';
}

function equipRow(table: HTMLTableElement, row: Row, announce: (text: string) => void): void {
  const permalink = row.row.querySelector<HTMLAnchorElement>('.permalink');
  const [first] = row.row.cells;
  const name = first === undefined ? '' : textOf(first);
  permalink?.after(
    copyButton('…', words.rowTools(name), () => ({ table, rows: [row], link: permalink.href }), announce),
  );
}
