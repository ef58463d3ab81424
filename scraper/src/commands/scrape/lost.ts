import { englishOf, localOf, publishedOf } from '../../interpret/reading.ts';
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import type { Cell, Snapshot } from '../../model/snapshot.ts';
import type { PageReader } from '../../parse/reader.ts';
import { compact } from '../../vocabulary/text.ts';
import { rowsAlone } from './rows-alone.ts';
import type { TakenSnapshot } from './take.ts';

/**
 * Reports the rows of port tables that a run would take out of the catalog though the pages still have them: a page in
 * which something breaks a table, or its headers, must not remove its rules as if they were gone. The rows are looked
 * for in the text of the page without regard to tables, so what hides them from the scraper does not matter.
 *
 * @param known the snapshots before the run
 */
export async function reportLostRows(
  taken: readonly TakenSnapshot[],
  known: readonly Snapshot[],
  reader: PageReader,
): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { snapshot, text, path } of taken) {
    const before = known.find(({ document }) => document.id === snapshot.document.id);
    if (before === undefined) continue;
    const kept = keysOf(snapshot.tables.flatMap(({ rows }) => rows));
    const gone = before.tables.flatMap(({ number, rows }) =>
      rows.flatMap((row) => (isAmong(kept, row) || isBlank(row) ? [] : [{ table: number, row }])),
    );
    if (gone.length === 0) continue;
    const page = await reader.read({ text: rowsAlone(text), published: snapshot.document.locale });
    // Of a page that cannot be read, this is reported where it is read.
    const held = typeof page === 'string' ? kept : keysOf(page.tables.flatMap(({ rows }) => rows));
    for (const { table, row } of gone) {
      if (!isAmong(held, row)) continue;
      const message = `the page still has this row of its last snapshot (there in table ${table}), and no port table has it`;
      found.push(diagnostic('error', 'lost-row', message, path, { text: row.map(publishedOf).join(' | ') }));
    }
  }
  return found;
}

function isBlank(row: readonly Cell[]): boolean {
  return row.every((cell) => cell.length === 0);
}

function isAmong(keys: ReadonlySet<string>, row: readonly Cell[]): boolean {
  return keysOfRow(row).some((key) => keys.has(key));
}

function keysOf(rows: readonly (readonly Cell[])[]): Set<string> {
  return new Set(rows.flatMap(keysOfRow));
}

/** A row by its text in each of its languages: either may be missing, before or now. */
function keysOfRow(row: readonly Cell[]): string[] {
  const key = (textOf: (cell: Cell) => string | null) => row.map((cell) => compact(textOf(cell) ?? '')).join('|');
  return [key((cell) => localOf(cell) ?? englishOf(cell)), key((cell) => englishOf(cell) ?? localOf(cell))];
}
