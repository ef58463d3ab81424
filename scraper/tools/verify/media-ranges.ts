import type { PortRule } from '../../src/model/catalog.ts';
import type { Cell, SnapshotTable } from '../../src/model/snapshot.ts';
import { nameKey } from '../../src/vocabulary/text.ts';
import type { Vocabulary } from '../../src/vocabulary/vocabulary.ts';
import type { FoundRow } from './rows.ts';

/**
 * What is wrong with a media range; null where nothing is. Its ports are on no page, which gives the first of them and
 * how many there are: in one row, or in a row each, which may have a column for each role.
 */
export function mediaRangeProblem(
  { ports, role }: PortRule,
  { cells, table, and }: Pick<FoundRow, 'cells' | 'table' | 'and'>,
  vocabulary: Vocabulary,
): string | null {
  const width = table.columns.length;
  // The English of another variant stands behind the row's own cells.
  const numbersOf = (row: readonly Cell[]) =>
    table.columns.map((_, at) => wholeNumber(row[at]) ?? wholeNumber(row[at + width]));
  const [counts, ...more] = and.map(numbersOf);
  if (more.length > 0) return 'the count of a media range stands in one other row';
  const numbers = numbersOf(cells);
  const places = numbers.flatMap((number, at) => (number === null ? [] : [at]));
  const pairs =
    counts === undefined
      ? [places.map((at) => numbers[at])]
      : ofRole(places, role, table, vocabulary).map((at) => [numbers[at], counts[at]]);
  const [[start, count, ...others] = [], ...otherPairs] = pairs;
  if (start == null || count == null || others.length + otherPairs.length > 0) {
    return 'the row gives no first port with a number of ports, or several';
  }
  const [from, to] = [start, start + count - 1];
  const stated = ports?.ranges.map((range) => `${range.from}-${range.to}`).join();
  const text = from === to ? `${from}` : `${from}-${to}`;
  const isRight = stated === `${from}-${to}` && ports?.text === text && !ports.any && ports.configurable === true;
  return isRight ? null : `${count} ports from ${start} on are ${text}, which may be configured`;
}

/** Where columns have the name of a role above them, that of this one. */
function ofRole(
  places: readonly number[],
  role: string | null,
  table: SnapshotTable,
  vocabulary: Vocabulary,
): number[] {
  const roles = table.columns.map((cell) => {
    const said = cell.map(({ text, en }) => en ?? text ?? '').join(' ');
    return vocabulary.english.role.get(nameKey(vocabulary.find('role', said)?.en ?? said));
  });
  return places.filter((at) => roles[at] === undefined || roles[at] === role);
}

/** The number that a cell is, in English where it has any; null for anything else. */
function wholeNumber(cell: Cell | undefined): number | null {
  const said = (cell ?? []).map(({ text, en }) => en ?? text ?? '').join(' ');
  return /^\s*(?:\d+|\d{1,3}(?:,\d{3})+)\s*$/.test(said) ? Number(said.replaceAll(',', '')) : null;
}
