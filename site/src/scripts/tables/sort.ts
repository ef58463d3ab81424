import { lang, press, words } from '../page.ts';
import { type Direction, nextDirection, orderOf } from './order.ts';
import { headingsOf, type Row, textOf } from './rows.ts';

/** Makes the headings of a table buttons that sort it. */
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
      const sorted = sort(rows, heading.cellIndex, direction);
      onSorted(sorted, direction === null ? words.restored : words.sorted(name, direction === 'ascending'));
    };
    heading.replaceChildren(press(name, onClick, { className: 'sort' }));
  }
}

function directionOf({ ariaSort }: Element): Direction | null {
  return ariaSort === 'ascending' || ariaSort === 'descending' ? ariaSort : null;
}

function sort(rows: readonly Row[], column: number, direction: Direction | null): Row[] {
  const keys = rows.map(({ row }) => {
    const cell = row.cells[column];
    const number = cell?.dataset.sort;
    return { number: number === undefined ? null : Number(number), text: cell === undefined ? '' : textOf(cell) };
  });
  const sorted = orderOf(keys, direction, lang).flatMap((at) => rows[at] ?? []);
  const body = rows[0]?.row.parentElement;
  body?.append(...sorted.flatMap(({ row, below }) => [row, ...below]));
  return sorted;
}
