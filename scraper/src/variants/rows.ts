import { type ReadContext, readByFirst } from '../interpret/fact.ts';
import { takeMarks } from '../interpret/footnotes.ts';
import { columnsThatFill, PORT_COLUMNS, type PortField } from '../interpret/port-columns.ts';
import type { Cell, SnapshotTable } from '../model/snapshot.ts';
import type { ColumnField } from '../vocabulary/schema.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** A row of a table, as far as each of its cells is understood by itself. */
export interface RowFacts {
  /** The 1-based number of the published row. */
  row: number;
  /** For each field, a text that is equal for equal facts; null where the cell is not understood. */
  facts: ReadonlyMap<ColumnField, string | null>;
}

/** Fields that say which ports a row is about. */
const PORTS: readonly ColumnField[] = columnsThatFill('ports');

/** Reads the rows of a table cell by cell; rows without text, or not as wide as the header, are left out. */
export function factsOfRows(
  table: SnapshotTable,
  fields: readonly (ColumnField | null)[],
  vocabulary: Vocabulary,
): RowFacts[] {
  return table.rows.flatMap((cells, index) => {
    const isRow = cells.length === fields.length && cells.some((cell) => cell.length > 0);
    if (!isRow) return [];
    const facts = new Map<ColumnField, string | null>();
    for (const [at, field] of fields.entries()) {
      if (field === null || field === 'notes' || field === 'none') continue;
      const fact = factOf(takeMarks(cells[at] ?? [], table.footnotes).cell, field, { vocabulary });
      // A table of settings has a column for each role, and "--" where the role does not have the setting.
      facts.set(field, facts.has(field) ? JSON.stringify([facts.get(field), fact]) : fact);
    }
    return [{ row: index + 1, facts }];
  });
}

function factOf(cell: Cell, field: PortField, context: ReadContext): string | null {
  const { grammar, value, problem } = readByFirst(cell, PORT_COLUMNS[field].grammars, context);
  if (problem !== null) return null;
  return value === null ? '' : grammar.key(value);
}

/** How two rows stand to each other. */
export interface Comparison {
  /** Fields that both state alike, and fields that they state differently. What one leaves out is in neither list. */
  alike: ColumnField[];
  different: ColumnField[];
  /** Whether both state the same ports. */
  samePorts: boolean;
}

export function compareRows(a: RowFacts, b: RowFacts): Comparison {
  const alike: ColumnField[] = [];
  const different: ColumnField[] = [];
  for (const [field, fact] of a.facts) {
    const other = b.facts.get(field);
    if (fact === null || other === undefined || other === null) continue;
    (fact === other ? alike : different).push(field);
  }
  return { alike, different, samePorts: PORTS.some((field) => alike.includes(field)) };
}
