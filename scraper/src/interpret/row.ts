import { isDeepStrictEqual } from 'node:util';
import type { Cell } from '../model/snapshot.ts';
import { isProse } from '../vocabulary/domains.ts';
import { addUses, beginRow, type Draft, type RowContext, type RuleFacts, report } from './draft.ts';
import { readByFirst } from './fact.ts';
import { takeMarks } from './footnotes.ts';
import { addTransportsOfPorts, countPorts, implyTransports, pointToFootnotes } from './inferences.ts';
import type { PlacedCell } from './layout.ts';
import { compareLines } from './lines.ts';
import { placeInNetwork } from './network.ts';
import { PORT_COLUMNS, type PortField } from './port-columns.ts';
import { problem } from './result.ts';
import { takeSaid } from './said.ts';

export interface RowReading extends Pick<Draft, 'corrections' | 'uses' | 'problems'> {
  /** A rule each; none where a cell is not understood: half a rule would be a wrong one. */
  facts: RuleFacts[];
}

/**
 * Reads a row of a port table, cell by cell. It states one rule, or several where a cell has ports with transports of
 * their own.
 */
export function readRow(cells: readonly PlacedCell[], context: RowContext): RowReading {
  const first = readPart(cells, context, 0);
  const others = Array.from({ length: first.parts - 1 }, (_, at) => readPart(cells, context, at + 1));
  const parts = [first, ...others];
  const { corrections, uses } = first;
  // One cell across the row heads the rows below it, which may be what is to be closed.
  const heads = cells.length > 1 && cells.every(({ cell }) => isDeepStrictEqual(cell, cells[0]?.cell));
  if (first.withdrawn && !heads) {
    return { facts: [], corrections, uses, problems: first.problems.filter(({ severity }) => severity !== 'error') };
  }
  const errors = others.flatMap((part) => part.problems.filter(({ severity }) => severity === 'error'));
  // What is wrong with the row, and not with the ports of one part, is found in every part.
  const problems = [...new Map([...first.problems, ...errors].map((each) => [JSON.stringify(each), each])).values()];
  const failed = problems.some(({ severity }) => severity === 'error');
  return { facts: failed ? [] : parts.map(({ facts }) => facts), corrections, uses, problems };
}

function readPart(cells: readonly PlacedCell[], context: RowContext, part: number): Draft {
  const row = beginRow(context, part);
  for (const { header, field, cell, role } of cells) {
    row.column = header;
    row.facts.role ??= role ?? null;
    readColumn(row, field, cell);
  }
  compareLines(row, cells);
  row.column = null;
  if (context.kind !== 'flow') row.facts.role ??= context.about;
  countPorts(row);
  addTransportsOfPorts(row);
  implyTransports(row);
  pointToFootnotes(row);
  takeSaid(row);
  placeInNetwork(row);
  return row;
}

/** Reads a cell by the grammars of its column, and puts what it states into the row. */
function readColumn(row: Draft, field: PortField, published: Cell): void {
  const { grammars, needs, put } = PORT_COLUMNS[field];
  const { cell, marks } = isProse(grammars[0].domain)
    ? { cell: published, marks: [] }
    : takeMarks(published, row.context.footnotes);
  for (const mark of marks) row.marks.add(mark);
  if (cell.length === 0) {
    if (needs !== undefined) report(row, 'error', problem(`missing-${needs}`, `the row names no ${needs} here`, ''));
    return;
  }
  const fact = readByFirst(cell, grammars, row.context);
  for (const each of fact.corrections) row.corrections.push(each);
  addUses(row, fact.uses);
  if (fact.problem?.code === 'total-row') {
    row.withdrawn = true;
    report(row, 'note', fact.problem);
  } else if (fact.problem !== null) report(row, fact.value === null ? 'error' : 'warning', fact.problem);
  if (fact.value !== null) put(row, fact.value, { fact, cell, marks });
}
