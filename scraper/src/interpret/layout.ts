import type { Cell, SnapshotTable } from '../model/snapshot.ts';
import type { Column } from './columns.ts';
import type { PortField } from './port-columns.ts';

/** A cell, and the column that it stands in. */
export interface PlacedCell extends Column<PortField> {
  cell: Cell;
}

export interface WholeRow {
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

// `AudioPortStart` and `AudioPortCount` give one range, and so do `ClientAudioPort` and `ClientAudioPortRange`.
const SETTING = /^(\w*Port)(?:(?<count>Count|Range)|Start|)$/;

// How a table says that a cell has no value.
const NOTHING = /^(?:[-‐‑‒–—−]*|n\/?a|none|not applicable)$/iu;

interface Setting {
  name: string;
  /** Whether it says how many ports there are; the other says which is the first. */
  isCount: boolean;
}

/** Whether a cell names a setting that gives the first port of a range, or how many there are. */
export function isPortSetting(cell: Cell): boolean {
  return /^\w*Port(?:Start|Count|Range)$/.test(textOf(cell));
}

function settingOf(cell: Cell): Setting | null {
  const [, name, count] = SETTING.exec(textOf(cell)) ?? [];
  return name === undefined ? null : { name, isCount: count !== undefined };
}

/**
 * Lays out the rows of a table, one for each rule. Most tables have a row for each; those of settings give a range in
 * two rows, and may have a column for each role.
 */
export function layOut(rows: readonly WholeRow[], columns: readonly Column<PortField>[]): LaidOutRow[] {
  if (columns.every(({ field }) => field === 'sentence')) return layOutSentences(rows, columns);
  const at = columns.findIndex(({ field }) => field === 'property');
  if (at < 0 || !columns.some(isValue)) {
    return rows.map(({ row, cells }) => ({ row, cells, placed: place(cells, columns) }));
  }
  const settings = rows.map(({ cells }) => settingOf(cells[at] as Cell));
  return rows.flatMap((first, index): LaidOutRow[] => {
    const setting = settings[index] as Setting | null;
    const others = columns.flatMap((column, place): PlacedCell[] =>
      isValue(column) ? [] : [{ ...column, cell: first.cells[place] as Cell }],
    );
    const partner = partnerOf(index);
    if (setting?.isCount === true && partner !== undefined) return [];
    return columns.flatMap((column, place): LaidOutRow[] => {
      if (!isValue(column)) return [];
      // What begins no range has no first port, which is reported.
      const start = setting?.isCount === false ? (first.cells[place] as Cell) : [];
      const counted = partner === undefined ? [] : (partner.cells[place] as Cell);
      // A role that has neither does not have the setting.
      if (partner !== undefined && NOTHING.test(textOf(start)) && NOTHING.test(textOf(counted))) return [];
      const role: PlacedCell[] =
        column.field === 'role-value' ? [{ ...column, field: 'server-role', cell: column.cell as Cell }] : [];
      const values: PlacedCell[] = [
        { ...column, field: 'port-start', cell: start },
        { ...column, field: 'port-count', cell: counted },
      ];
      const and = partner === undefined ? {} : { and: [partner] };
      return [{ ...first, placed: [...role, ...others, ...values], ...and }];
    });
  });

  /** The row of the count that belongs to a start, or the other way round: the next one, or else one before. */
  function partnerOf(index: number): WholeRow | undefined {
    const setting = settings[index] as Setting | null;
    if (setting === null) return undefined;
    const isPartner = (_: WholeRow, other: number) =>
      settings[other]?.name === setting.name && settings[other].isCount !== setting.isCount;
    const next = rows.findIndex((row, other) => other > index && isPartner(row, other));
    return rows[next] ?? rows.findLast(isPartner);
  }
}

function isValue({ field }: Column<PortField>): boolean {
  return field === 'property-value' || field === 'role-value';
}

/** Each cell is a sentence, about the role of its column. Those without a number open no port. */
function layOutSentences(rows: readonly WholeRow[], columns: readonly Column<PortField>[]): LaidOutRow[] {
  return rows.flatMap((row) =>
    place(row.cells, columns).flatMap((placed): LaidOutRow[] =>
      /\p{Nd}/u.test(textOf(placed.cell)) ? [{ ...row, placed: [placed] }] : [],
    ),
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

function textOf(cell: Cell): string {
  return cell
    .map(({ text, en }) => en ?? text)
    .join(' ')
    .trim();
}
