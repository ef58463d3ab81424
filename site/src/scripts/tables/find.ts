import { type Entry, searchable } from '@lync/port-catalog/match';
import type { SearchIndex } from '../search/index-file.ts';
import { loadIndex } from '../search/load.ts';
import { resultsFor } from '../search/results.ts';
import type { Row } from './rows.ts';

/** What is fetched when somebody is about to filter rows by a text. */

export { statusOf, suggestions } from '../search/told.ts';

/** Finds rows by a text, among those that are given with it. */
export async function finder(rows: readonly Row[]) {
  // Without the index a row is found by what its cells say, as are rows that are no rules.
  const index = rows.some(({ rules }) => rules.length > 0) ? await loadIndex().catch(() => null) : null;
  const known = new Map(entriesFor(rows, index).map((entry, at) => [rows[at], entry]));
  return (text: string, among: readonly Row[]) =>
    resultsFor(
      text,
      among,
      among.flatMap((row) => known.get(row) ?? []),
    );
}

/** What rows are found by: what the index knows of their rules, or else what is in their cells. */
function entriesFor(rows: readonly Row[], index: SearchIndex | null): Entry[] {
  const known = new Map(index?.rules.map(({ id }, at) => [id, index.entries[at]]));
  return rows.map(({ row, rules }) => {
    const entries = rules.flatMap((id) => known.get(id) ?? []);
    const [first] = entries;
    if (first === undefined) return entryOf(row);
    return { text: entries.map(({ text }) => text).join('\n'), ports: first.ports };
  });
}

function entryOf(row: HTMLTableRowElement): Entry {
  const ports = [...row.querySelectorAll('.port .ports a')].flatMap((link) => {
    const [from = '', to = from] = link.textContent.split('–');
    return [Number(from), Number(to)];
  });
  return { text: [...row.cells].map((cell) => searchable(cell.textContent)).join('\n'), ports };
}
