import type { Cell } from '../model/snapshot.ts';
import { isProse } from '../vocabulary/domains.ts';
import type { Column } from './columns.ts';
import { addUses, beginRow, type Draft, type RowContext, type RuleFacts, report } from './draft.ts';
import { readByFirst } from './fact.ts';
import { takeMarks } from './footnotes.ts';
import { addTransportsOfPorts, implyTransports, pointToFootnotes } from './inferences.ts';
import { PORT_COLUMNS, type PortField } from './port-columns.ts';
import { problem } from './result.ts';

export interface RowReading extends Pick<Draft, 'corrections' | 'uses' | 'problems'> {
  /** null where a cell is not understood, because half a rule would be wrong. */
  facts: RuleFacts | null;
}

export interface PlacedCell extends Column<PortField> {
  cell: Cell;
}

/** Reads a row of a port table, cell by cell. */
export function readRow(cells: readonly PlacedCell[], context: RowContext): RowReading {
  const row = beginRow(context);
  for (const { header, field, cell } of cells) {
    row.column = header;
    readColumn(row, field, cell);
  }
  row.column = null;
  addTransportsOfPorts(row);
  implyTransports(row);
  pointToFootnotes(row);
  const { facts, corrections, uses, problems } = row;
  const failed = problems.some(({ severity }) => severity === 'error');
  return { facts: failed ? null : facts, corrections, uses, problems };
}

/** Reads a cell by the grammars of its column, and puts what it states into the row. */
function readColumn(row: Draft, field: PortField, published: Cell): void {
  const { grammars, needs, put } = PORT_COLUMNS[field];
  const { cell, marks } = isProse(grammars[0].domain) ? { cell: published, marks: [] } : takeMarks(published);
  for (const mark of marks) row.marks.add(mark);
  if (cell.length === 0) {
    if (needs !== undefined) report(row, 'error', problem(`missing-${needs}`, `the row names no ${needs} here`, ''));
    return;
  }
  const fact = readByFirst(cell, grammars, row.context);
  row.corrections.push(...fact.corrections);
  addUses(row, fact.uses);
  if (fact.problem !== null) report(row, fact.value === null ? 'error' : 'warning', fact.problem);
  if (fact.value !== null) put(row, fact.value, { fact, cell, marks });
}
