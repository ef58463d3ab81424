import type { Cell, SnapshotTable } from '../model/snapshot.ts';
import type { Column } from './columns.ts';
import type { PortField } from './port-columns.ts';

/** A cell, and the column that it stands in. */
export interface PlacedCell extends Column<PortField> {
  cell: Cell;
}

interface WholeRow {
  /** The 1-based number of the published row. */
  row: number;
  /** As published. */
  cells: Cell[];
}

/** What is read as one rule: a row of the table, or what settings in several rows say together. */
export interface LaidOutRow extends WholeRow {
  placed: PlacedCell[];
  /** The other rows that it was read from. */
  and?: WholeRow[];
}

// `AudioPortStart` and `AudioPortCount` give one range.
const SETTING = /^(\w*Port)(Start|Count)$/;

// How a table says that a cell has no value.
const NOTHING = /^[-‐‑‒–—−]*$/u;

/** Whether a cell names a setting that gives the first port of a range, or how many there are. */
export function isPortSetting(cell: Cell): boolean {
  return SETTING.test(textOf(cell));
}

/**
 * Lays out the rows of a table, one for each rule. Most tables have a row for each; those of settings give a range in
 * two rows, and may have a column for each role.
 */
export function layOut(rows: readonly WholeRow[], columns: readonly Column<PortField>[]): LaidOutRow[] {
  if (columns.every(({ field }) => field === 'sentence')) return layOutSentences(rows, columns);
  const at = columns.findIndex(({ field }) => field === 'property');
  if (at < 0) return rows.map(({ row, cells }) => ({ row, cells, placed: place(cells, columns) }));
  return rows.flatMap((first): LaidOutRow[] => {
    const [, name, which] = SETTING.exec(textOf(first.cells[at])) ?? [];
    if (name === undefined) return [{ ...first, placed: place(first.cells, columns) }];
    const count = rows.find(({ cells }) => textOf(cells[at]) === `${name}Count`);
    const isPaired = rows.some(({ cells }) => textOf(cells[at]) === `${name}Start`);
    if (which === 'Count' && isPaired) return [];
    const others = columns.flatMap((column, place): PlacedCell[] => {
      const isValue = column.field === 'property-value' || column.field === 'role-value';
      return isValue ? [] : [{ ...column, cell: first.cells[place] ?? [] }];
    });
    return columns.flatMap((column, place): LaidOutRow[] => {
      if (column.field !== 'property-value' && column.field !== 'role-value') return [];
      const [start, counted] = [first.cells[place] ?? [], count?.cells[place] ?? []];
      // A role that has neither does not have the setting.
      if (NOTHING.test(textOf(start)) && NOTHING.test(textOf(counted))) return [];
      const role: PlacedCell[] =
        column.field === 'role-value' ? [{ ...column, field: 'server-role', cell: column.cell ?? [] }] : [];
      const values: PlacedCell[] = [
        { ...column, field: 'port-start', cell: start },
        { ...column, field: 'port-count', cell: counted },
      ];
      const and = count === undefined ? {} : { and: [count] };
      return [{ ...first, placed: [...role, ...others, ...values], ...and }];
    });
  });
}

/** Each cell is a sentence, about the role of its column. Those without a number open no port. */
function layOutSentences(rows: readonly WholeRow[], columns: readonly Column<PortField>[]): LaidOutRow[] {
  return rows.flatMap((row) =>
    columns.flatMap((column, at): LaidOutRow[] => {
      const cell = row.cells[at] ?? [];
      return /\p{Nd}/u.test(textOf(cell)) ? [{ ...row, placed: [{ ...column, cell }] }] : [];
    }),
  );
}

/** A row of empty cells, as one of non-breaking spaces is, states nothing. */
export function rowsWithText(table: SnapshotTable): WholeRow[] {
  return table.rows
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.length > 0));
}

function place(cells: readonly Cell[], columns: readonly Column<PortField>[]): PlacedCell[] {
  return cells.map((cell, at) => ({ ...(columns[at] as Column<PortField>), cell }));
}

function textOf(cell: Cell | undefined): string {
  return (cell ?? [])
    .map(({ text, en }) => en ?? text ?? '')
    .join(' ')
    .trim();
}
