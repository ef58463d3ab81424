import { make, words } from './page.ts';
import { copyButton } from './tables/copy.ts';
import { filterBox } from './tables/filter.ts';
import { foldNotes } from './tables/notes.ts';
import { quietRepeats, type Row, rowsOf, textOf } from './tables/rows.ts';
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
  let rows: readonly Row[] = rowsOf(body);
  const isRules = frame.dataset.rules !== undefined;
  const status = make('span', { className: 'table-status', role: 'status' });
  const announce = (text: string) => {
    status.textContent = text;
  };
  const seen = () => rows.filter(({ row }) => !row.hidden);

  const bar = make('div', { className: 'toolbar' });
  if (rows.length > LONG) {
    const onFiltered = (text: string) => {
      announce(text);
      quietRepeats(rows);
    };
    bar.append(filterBox(rows, parameter(), onFiltered));
  }
  bar.append(status);
  if (rows.length > 1 && (isRules || rows.length > LONG)) {
    sortable(table, rows, (sorted, text) => {
      rows = sorted;
      quietRepeats(rows);
      announce(text);
    });
    bar.append(copyButton(words.copyTable, words.copyTable, () => ({ table, rows: seen(), link: null }), announce));
  }
  if (isRules) {
    for (const row of rows) equipRow(table, row, announce);
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
