import type { RuleFacts } from '../../scraper/src/interpret/draft.ts';
import { readTable, type TableReading } from '../../scraper/src/interpret/table.ts';
import type { Diagnostic } from '../../scraper/src/model/diagnostic.ts';
import type { Cell, Footnote, SnapshotDocument, SnapshotTable } from '../../scraper/src/model/snapshot.ts';
import { ko } from './cells.ts';
import { single } from './single.ts';
import { vocabulary } from './vocabulary.ts';

/** A document as a snapshot describes it; what a test is about is given. */
export function documentOf(given: Partial<SnapshotDocument> = {}): SnapshotDocument {
  return {
    id: 'lync-server-2013/ports',
    product: 'lync-server-2013',
    locale: 'ko-KR',
    title: ko('포트'),
    path: 'ports.md',
    repository: null,
    branch: null,
    commit: null,
    sha256: '0'.repeat(64),
    assetId: null,
    updated: null,
    translation: { type: null, handedOff: null, sourceCommit: null },
    withdrawn: null,
    ...given,
  };
}

/** A table of a snapshot: its headers, and rows of as many cells. A text is a cell of one line. */
export function tableWith(
  headers: readonly (string | Cell)[],
  rows: readonly (readonly (string | Cell)[])[],
  given: Partial<SnapshotTable> = {},
): SnapshotTable {
  return {
    number: 1,
    headings: [],
    caption: [],
    columns: headers.map(cellFrom),
    rows: rows.map((row) => row.map(cellFrom)),
    footnotes: [],
    ...given,
  };
}

/** A text as a Korean cell; an empty one is an empty cell. */
export function cellFrom(cell: string | Cell): Cell {
  if (typeof cell !== 'string') return cell;
  return cell === '' ? [] : ko(...cell.split('\n'));
}

export interface RowGiven {
  footnotes?: Footnote[];
  document?: Partial<SnapshotDocument>;
}

/** Headers, and the cell under each. */
export type RowCells = Readonly<Record<string, string | Cell>>;

/** A table of one row, read by the project's vocabulary. */
export function readRowOf(cells: RowCells, given: RowGiven = {}): TableReading {
  const footnotes = given.footnotes ?? [];
  const table = tableWith(Object.keys(cells), [Object.values(cells)], { footnotes });
  return readTable(table, documentOf(given.document), vocabulary);
}

/** The facts of the only rule of the only row; fails where it is not understood. */
export function factsOf(reading: TableReading): RuleFacts {
  return single(allFactsOf(reading));
}

/** The facts of each rule of the only row; fails where it is not understood. */
export function allFactsOf(reading: TableReading): readonly RuleFacts[] {
  const { facts } = single(reading.rows);
  if (facts.length === 0) throw new Error(`the row is not understood: ${reading.diagnostics.map(inShort).join('; ')}`);
  return facts;
}

/** A diagnostic as `severity code, row, column: text`. */
export function inShort({ severity, code, row, column, text }: Diagnostic): string {
  return `${severity} ${code}, row ${row}, ${column}: ${text}`;
}
