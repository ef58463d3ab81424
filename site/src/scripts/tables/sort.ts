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
    onSorted(sorted(rows, heading, direction), told);
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

/** A column of ports sorts by the first of each row, and has those without one at its end. */
function sorted(rows: readonly Row[], heading: HTMLTableCellElement, direction: Direction | null): Row[] {
  const isOfPorts = /port$/i.test(columnOf(heading));
  const keys = rows.map(({ row }) => {
    const cell = row.cells[heading.cellIndex];
    const text = cell === undefined ? '' : textOf(cell);
    return { number: isOfPorts ? Number(/\d+/.exec(text)?.[0] ?? 0) : null, text };
  });
  return orderOf(keys, direction, lang).flatMap((at) => rows[at] ?? []);
}
