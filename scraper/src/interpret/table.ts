import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Cell, SnapshotDocument, SnapshotTable } from '../model/snapshot.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type Column, readColumns } from './columns.ts';
import type { CellProblem } from './draft.ts';
import { readFootnotes } from './footnotes.ts';
import type { PortField } from './port-columns.ts';
import { learntTerm, publishedOf, type Use } from './reading.ts';
import { type PlacedCell, type RowReading, readRow } from './row.ts';

export interface TableReading {
  /** The rows that hold a rule; `row` is the 1-based number of the published row. */
  rows: (RowReading & { row: number; cells: Cell[] })[];
  uses: Use[];
  diagnostics: Diagnostic[];
}

/** Reads a port table of a snapshot. */
export function readTable(table: SnapshotTable, document: SnapshotDocument, vocabulary: Vocabulary): TableReading {
  const { columns, uses } = readColumns(table.columns, vocabulary);
  const at = (row: number, { severity, code, message, column, text }: CellProblem): Diagnostic =>
    diagnostic(severity, code, message, document.path, { table: table.number, row, column, text });
  const headerProblems = checkHeader(columns).map((problem) => at(0, problem));
  if (headerProblems.length > 0) {
    const unread = rowsWithText(table).map(({ row, cells }) =>
      at(row, unreadRow(cells, 'the headers of its table are not understood')),
    );
    return { rows: [], uses, diagnostics: [...headerProblems, ...unread] };
  }
  const { locale } = document;
  const context = { locale, footnotes: readFootnotes(table.footnotes, locale, vocabulary), vocabulary };
  const rows: TableReading['rows'] = [];
  const diagnostics: Diagnostic[] = uses.flatMap((use) => {
    const learnt = learntTerm(use);
    return learnt === null ? [] : [at(0, { ...learnt, column: use.published, severity: 'warning' })];
  });
  for (const { row, cells } of rowsWithText(table)) {
    if (cells.length !== columns.length) {
      const message = `the row has ${cells.length} cells where the header has ${columns.length}`;
      const column = columns[cells.length]?.header ?? null;
      diagnostics.push(at(row, { ...unreadRow(cells, message), code: 'cell-count', column }));
      continue;
    }
    const placed = cells.map((cell, place): PlacedCell => ({ ...(columns[place] as Column<PortField>), cell }));
    const reading = readRow(placed, context);
    rows.push({ ...reading, row, cells });
    diagnostics.push(...reading.problems.map((problem) => at(row, problem)));
  }
  return { rows, uses: [...uses, ...rows.flatMap((row) => row.uses)], diagnostics };
}

/** The rows that hold text. A row of empty cells, or of non-breaking spaces, states nothing. */
function rowsWithText(table: SnapshotTable): { row: number; cells: Cell[] }[] {
  return table.rows
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.length > 0));
}

function unreadRow(cells: Cell[], message: string): CellProblem {
  return { column: null, severity: 'error', code: 'unread-row', message, text: cells.map(publishedOf).join(' | ') };
}

function checkHeader(columns: readonly Column[]): CellProblem[] {
  return columns.flatMap(({ header, field }, at): CellProblem[] => {
    const problem = { column: header, severity: 'error', text: header } as const;
    if (field === null || field === 'none')
      return [{ ...problem, code: 'unknown-header', message: 'this header is not known' }];
    if (columns.findIndex((other) => other.field === field) < at) {
      return [{ ...problem, code: 'duplicate-column', message: 'two columns of this table hold the same' }];
    }
    return [];
  });
}
