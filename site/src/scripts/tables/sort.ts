import { lang, press, words } from '../page.ts';
import { type Direction, nextDirection, orderOf } from './order.ts';
import { headingsOf, type Row, textOf } from './rows.ts';

/** Makes the headings of a table buttons that sort its rows, which `onSorted` puts into their places. */
export function sortable(
  table: HTMLTableElement,
  rows: readonly Row[],
  onSorted: (sorted: readonly Row[], announcement: string) => void,
): void {
  const headings = headingsOf(table);
  for (const heading of headings) {
    const name = heading.textContent.trim();
    const onClick = () => {
      const direction = nextDirection(directionOf(heading));
      for (const each of headings) each.ariaSort = each === heading ? direction : null;
      const told = direction === null ? words.restored : words.sorted(name, direction === 'ascending');
      onSorted(sorted(rows, heading.cellIndex, direction), told);
    };
    heading.replaceChildren(press(name, onClick, { className: 'sort' }));
  }
}

function directionOf({ ariaSort }: Element): Direction | null {
  return ariaSort === 'ascending' || ariaSort === 'descending' ? ariaSort : null;
}

function sorted(rows: readonly Row[], column: number, direction: Direction | null): Row[] {
  const keys = rows.map(({ row }) => {
    const cell = row.cells[column];
    const number = cell?.dataset.sort;
    return { number: number === undefined ? null : Number(number), text: cell === undefined ? '' : textOf(cell) };
  });
  return orderOf(keys, direction, lang).flatMap((at) => rows[at] ?? []);
}
