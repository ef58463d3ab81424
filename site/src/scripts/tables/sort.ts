import { lang, press, words } from '../page.ts';
import { keep, kept } from './address.ts';
import { type Direction, nextDirection, orderOf } from './order.ts';
import { headingsOf, type Row, textOf } from './rows.ts';

/**
 * Makes the headings of a table buttons that sort its rows, which `onSorted` puts into their places. `parameter` is the
 * name under which the order stands in the address: `port`, `port-descending`.
 */
export function sortable(
  table: HTMLTableElement,
  rows: readonly Row[],
  parameter: string,
  onSorted: (sorted: readonly Row[], announcement: string) => void,
): void {
  const headings = headingsOf(table);
  const sort = (heading: HTMLTableCellElement, direction: Direction | null) => {
    const name = heading.textContent.trim();
    for (const each of headings) each.ariaSort = each === heading ? direction : null;
    const told = direction === null ? words.restored : words.sorted(name, direction === 'ascending');
    onSorted(sorted(rows, heading.cellIndex, direction), told);
  };
  for (const heading of headings) {
    const onClick = () => {
      const direction = nextDirection(directionOf(heading));
      sort(heading, direction);
      keep({ [parameter]: direction === null ? '' : `${columnOf(heading)}${direction === 'descending' ? DOWN : ''}` });
    };
    heading.replaceChildren(press(heading.textContent.trim(), onClick, { className: 'sort' }));
  }
  const order = kept(parameter);
  const heading = headings.find((each) => columnOf(each) === order.replace(DOWN, ''));
  if (heading !== undefined) sort(heading, order.endsWith(DOWN) ? 'descending' : 'ascending');
}

const DOWN = '-descending';

/** What the address calls a column: as its cells are called, by its place where these have no name. */
function columnOf({ dataset, cellIndex }: HTMLTableCellElement): string {
  return dataset.column ?? `${cellIndex + 1}`;
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
