import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Cell, SnapshotDocument, SnapshotTable } from '../model/snapshot.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { readCaption } from './caption.ts';
import { type Column, readColumns } from './columns.ts';
import type { CellProblem } from './draft.ts';
import { readFootnotes } from './footnotes.ts';
import { kindOf } from './kinds.ts';
import { type LaidOutRow, layOut, rowsWithText } from './layout.ts';
import type { PortField } from './port-columns.ts';
import { learntTerm, publishedOf, type Use } from './reading.ts';
import { type RowReading, readRow } from './row.ts';
import { aroundWithoutStruck, withoutStruck } from './struck.ts';

export interface TableReading {
  /** The rows that hold a rule; `row` is the 1-based number of the published row. */
  rows: (RowReading & Omit<LaidOutRow, 'placed'>)[];
  uses: Use[];
  diagnostics: Diagnostic[];
}

/** Reads a port table of a snapshot. */
export function readTable(
  published: SnapshotTable,
  document: SnapshotDocument,
  vocabulary: Vocabulary,
  about: string | null = null,
): TableReading {
  const table = aroundWithoutStruck(published);
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
  const { locale, product, products = [product] } = document;
  const caption = readCaption(table, locale, vocabulary);
  if (caption.closes) {
    const message = 'its caption says that these ports must be closed, so none of its rows is an opening';
    const withdrawn = at(0, {
      column: null,
      severity: 'warning',
      code: 'withdrawn',
      message,
      text: publishedOf(table.caption),
    });
    return { rows: [], uses, diagnostics: [withdrawn] };
  }
  const kind = kindOf(
    columns.map(({ field }) => field),
    caption,
  );
  const footnotes = readFootnotes(table.footnotes, locale, vocabulary);
  const context = { locale, footnotes, vocabulary, caption, kind, about, products };
  const rows: TableReading['rows'] = [];
  const diagnostics: Diagnostic[] = uses.flatMap((use) => {
    const learnt = learntTerm(use);
    return learnt === null ? [] : [at(0, { ...learnt, column: use.published, severity: 'warning' })];
  });
  const whole = rowsWithText(table).filter(({ row, cells }) => {
    if (cells.length === columns.length) return true;
    const message = `the row has ${cells.length} cells where the header has ${columns.length}`;
    const column = columns[cells.length]?.header ?? null;
    diagnostics.push(at(row, { ...unreadRow(cells, message), code: 'cell-count', column }));
    return false;
  });
  const left = whole.flatMap(({ row, cells }) => {
    const shown = cells.map(withoutStruck);
    const isTaken = shown.some(
      (cell, at) => cell.length === 0 && (cells[at] as Cell).length > 0 && !isText(columns[at]),
    );
    if (!isTaken) return [{ row, cells: shown }];
    const text = cells.map(publishedOf).join(' | ');
    const problem = {
      column: null,
      severity: 'warning',
      code: 'withdrawn',
      message: 'the row is struck out',
      text,
    } as const;
    diagnostics.push(at(row, problem));
    return [];
  });
  for (const { placed, ...row } of layOut(left, columns as Column<PortField>[])) {
    const reading = readRow(placed, context);
    // As published, with what is struck out.
    rows.push({ ...reading, ...row, cells: published.rows[row.row - 1] as Cell[] });
    for (const problem of reading.problems) diagnostics.push(at(row.row, problem));
  }
  return { rows, uses: [...uses, ...rows.flatMap((row) => row.uses)], diagnostics };
}

/** Whether nothing of a rule is lost where a cell of the column is struck out. */
function isText(column: Column | undefined): boolean {
  return column?.field === 'notes';
}

function unreadRow(cells: Cell[], message: string): CellProblem {
  return { column: null, severity: 'error', code: 'unread-row', message, text: cells.map(publishedOf).join(' | ') };
}

function checkHeader(columns: readonly Column[]): CellProblem[] {
  return columns.flatMap(({ header, field }, at): CellProblem[] => {
    const problem = { column: header, severity: 'error', text: header } as const;
    if (field === null || field === 'none')
      return [{ ...problem, code: 'unknown-header', message: 'this header is not known' }];
    if (field !== 'role-value' && field !== 'sentence' && columns.findIndex((other) => other.field === field) < at) {
      return [{ ...problem, code: 'duplicate-column', message: 'two columns of this table hold the same' }];
    }
    return [];
  });
}
