import type { RuleKind } from '../model/catalog.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Cell, SnapshotDocument, SnapshotTable } from '../model/snapshot.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type CaptionFacts, readCaption } from './caption.ts';
import { type Column, readColumns } from './columns.ts';
import type { CellProblem } from './draft.ts';
import { readFootnotes } from './footnotes.ts';
import { kindOf } from './kinds.ts';
import { type LaidOutRow, layOut, rowsWithText, type WholeRow } from './layout.ts';
import type { PortField } from './port-columns.ts';
import { learntTerm, publishedOf, type Use } from './reading.ts';
import { type RowReading, readRow } from './row.ts';
import { isHidden, isStruck, oddIn, shownAround, shownOf } from './shown.ts';
import { isUnknown, mayTell, sayWhose } from './unknown-columns.ts';

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
  const table = shownAround(published);
  if (published.columns.length > 0 && published.columns.every(isStruck)) {
    const problem = withdrawnRow(published.columns, 'the table is struck out');
    const withdrawn = diagnostic('warning', 'withdrawn', problem.message, document.path, {
      table: table.number,
      row: 0,
      text: problem.text,
    });
    return { rows: [], uses: [], diagnostics: [withdrawn] };
  }
  const { columns, uses } = readColumns(table.columns, vocabulary);
  const at = (row: number, { severity, code, message, column, text }: CellProblem): Diagnostic =>
    diagnostic(severity, code, message, document.path, { table: table.number, row, column, text });
  const headerProblems = [...oddAround(published), ...checkHeader(columns)].map((problem) => at(0, problem));
  const isReadable = headerProblems.every(({ code }) => code === 'unknown-header') && sayWhose(columns);
  if (headerProblems.length > 0 && !isReadable) {
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
    return { rows: [], uses, diagnostics: [...headerProblems, withdrawn] };
  }
  const kind = kindOf(
    columns.map(({ field }) => field),
    caption,
  );
  const unknown = captionProblem(caption, kind, columns, about);
  if (unknown?.severity === 'error') return { rows: [], uses, diagnostics: [...headerProblems, at(0, unknown)] };
  const footnotes = readFootnotes(table.footnotes, locale, vocabulary);
  const context = { locale, footnotes, vocabulary, caption, kind, about, products };
  const rows: TableReading['rows'] = [];
  const diagnostics: Diagnostic[] = [
    ...headerProblems,
    ...uses.flatMap((use) => {
      const learnt = learntTerm(use);
      return learnt === null ? [] : [at(0, { ...learnt, column: use.published, severity: 'warning' })];
    }),
  ];
  if (unknown !== null) diagnostics.push(at(0, unknown));
  if (caption.unclear !== null) {
    const message = 'this caption or heading may say that the ports are not to be open';
    diagnostics.push(
      at(0, { column: null, severity: 'warning', code: 'unclear-caption', message, text: caption.unclear }),
    );
  }
  const whole = rowsWithText(table).filter(({ row, cells }) => {
    if (cells.length === columns.length) return true;
    const message = `the row has ${cells.length} cells where the header has ${columns.length}`;
    const column = columns[cells.length]?.header ?? null;
    diagnostics.push(at(row, { ...unreadRow(cells, message), code: 'cell-count', column }));
    return false;
  });
  const left = whole.flatMap(({ row, cells }) => {
    const problems = oddCells(cells, columns);
    const told = mayTell(cells, columns, vocabulary);
    if (told !== null) {
      const message = 'the header of this cell is not known, and it may change what the row states';
      problems.push({ ...unreadRow(cells, message), ...told });
    }
    if (problems.length > 0) {
      diagnostics.push(...problems.map((problem) => at(row, problem)));
      return [];
    }
    const shown = cells.map(shownOf);
    const isTaken = shown.some(
      (cell, at) => cell.length === 0 && (cells[at] as Cell).length > 0 && !isText(columns[at]),
    );
    if (!isTaken) return [{ row, cells: shown }];
    diagnostics.push(at(row, withdrawnRow(cells, 'the row is struck out')));
    return [];
  });
  for (const { placed, ...row } of layOut(...known(left, columns))) {
    const reading = readRow(placed, context);
    // As published, with what is struck out.
    rows.push({ ...reading, ...row, cells: published.rows[row.row - 1] as Cell[] });
    for (const problem of reading.problems) diagnostics.push(at(row.row, problem));
  }
  return { rows, uses: [...uses, ...rows.flatMap((row) => row.uses)], diagnostics };
}

/** Rows and columns without those columns that nobody knows. */
function known(rows: readonly WholeRow[], columns: readonly Column[]): [WholeRow[], Column<PortField>[]] {
  const stays = (_: unknown, at: number) => !isUnknown(columns[at] as Column);
  return [
    rows.map(({ row, cells }) => ({ row, cells: cells.filter(stays) })),
    columns.filter(stays) as Column<PortField>[],
  ];
}

/** What is odd around the rows of a table: its headers, its caption, the headings above it and its footnotes. */
function oddAround({ columns, caption, headings, footnotes }: SnapshotTable): CellProblem[] {
  const cells = [...columns, caption, ...headings.map(({ text }) => text), ...footnotes.map(({ text }) => text)];
  return cells.flatMap((cell): CellProblem[] => {
    const odd = oddIn(cell);
    return odd === null ? [] : [{ ...odd, column: null, severity: 'error' }];
  });
}

/** What is odd in the cells of a row, or that nobody sees the row. */
function oddCells(cells: readonly Cell[], columns: readonly Column[]): CellProblem[] {
  if (cells.every((cell) => cell.length === 0 || isHidden(cell)))
    return [withdrawnRow(cells, 'no browser shows this row')];
  return cells.flatMap((cell, at): CellProblem[] => {
    const odd = oddIn(cell, isText(columns[at]));
    return odd === null ? [] : [{ ...odd, column: (columns[at] as Column).header, severity: 'error' }];
  });
}

function withdrawnRow(cells: readonly Cell[], message: string): CellProblem {
  return { column: null, severity: 'warning', code: 'withdrawn', message, text: cells.map(publishedOf).join(' | ') };
}

/**
 * A caption that is not understood may say that its ports are to be closed. Where no column names servers either, it alone
 * says whose ports these are, so the table cannot be read.
 */
function captionProblem(
  { unread }: CaptionFacts,
  kind: RuleKind,
  columns: readonly Column[],
  about: string | null,
): CellProblem | null {
  if (unread === null) return null;
  const problem = { column: null, code: 'unknown-caption', text: unread } as const;
  const isAnybodys = kind === 'listener' && about === null && columns.every(({ field }) => field !== 'server-role');
  return isAnybodys
    ? { ...problem, severity: 'error', message: 'only this caption says whose ports these are, and it is not known' }
    : { ...problem, severity: 'warning', message: 'this caption has no English text' };
}

/** Whether nothing of a rule is lost where a cell of the column is struck out. */
function isText(column: Column | undefined): boolean {
  return column?.field === 'notes';
}

function unreadRow(cells: Cell[], message: string): CellProblem {
  return { column: null, severity: 'error', code: 'unread-row', message, text: cells.map(publishedOf).join(' | ') };
}

function checkHeader(columns: readonly Column[]): CellProblem[] {
  return columns.flatMap((column, at): CellProblem[] => {
    const { header, field } = column;
    const problem = { column: header, severity: 'error', text: header } as const;
    if (isUnknown(column)) return [{ ...problem, code: 'unknown-header', message: 'this header is not known' }];
    if (field !== 'role-value' && field !== 'sentence' && columns.findIndex((other) => other.field === field) < at) {
      return [{ ...problem, code: 'duplicate-column', message: 'two columns of this table hold the same' }];
    }
    return [];
  });
}
