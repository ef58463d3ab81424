import type { Composite } from '../interpret/composite.ts';
import { type Grammar, readFact } from '../interpret/fact.ts';
import { takeMarks } from '../interpret/footnotes.ts';
import { type Grammars, grammarsFor } from '../interpret/grammars.ts';
import { readCell } from '../interpret/reading.ts';
import { readDeviceRole } from '../interpret/roles.ts';
import type { Cell, SnapshotTable } from '../model/snapshot.ts';
import type { ColumnField } from '../vocabulary/schema.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** A row of a table, as far as each of its cells is understood by itself. */
export interface RowFacts {
  /** The 1-based number of the published row. */
  row: number;
  /** By the field that the column holds: equal for equal facts; null where the cell is not understood. */
  facts: ReadonlyMap<ColumnField, string | null>;
}

/** Fields that say which ports a row is about. */
const PORTS: readonly ColumnField[] = ['port', 'destination-port', 'composite'];

/** Reads the rows of a table cell by cell; rows without text, or not as wide as the header, are left out. */
export function factsOfRows(
  table: SnapshotTable,
  fields: readonly (ColumnField | null)[],
  product: string,
  vocabulary: Vocabulary,
): RowFacts[] {
  const grammars = grammarsFor(product, vocabulary);
  return table.rows.flatMap((cells, index) => {
    const isRow = cells.length === fields.length && cells.some((cell) => cell.length > 0);
    if (!isRow) return [];
    const facts = new Map<ColumnField, string | null>();
    for (const [at, field] of fields.entries()) {
      if (field === null || field === 'notes' || field === 'none') continue;
      facts.set(field, factOf(cells[at] ?? [], field, grammars, vocabulary));
    }
    return [{ row: index + 1, facts }];
  });
}

function factOf(
  published: Cell,
  field: Exclude<ColumnField, 'notes' | 'none'>,
  grammars: Grammars,
  vocabulary: Vocabulary,
): string | null {
  const { cell } = takeMarks(published);
  if (cell.length === 0) return '';
  const read = <Value>(grammar: Grammar<Value>) => {
    const { value, problem } = readFact(cell, grammar, vocabulary);
    return value === null ? (problem === null ? '' : null) : grammar.key(value);
  };
  switch (field) {
    case 'server-role':
    case 'load-balancer':
    case 'component': {
      const list = readCell(cell, 'device', vocabulary).english;
      return (list === null ? null : readDeviceRole(list, vocabulary)) ?? read(grammars.role);
    }
    case 'service': {
      const { value, problem } = readFact(grammars.serviceCell(cell), grammars.service, vocabulary);
      return problem === null ? (value ?? '') : null;
    }
    case 'port':
    case 'destination-port':
    case 'source-port':
      return read(grammars.ports('ports'));
    case 'protocol':
    case 'role-or-protocol':
      return read(inAnyOrder(grammars.roleAndProtocol));
    case 'transport':
      return read(grammars.protocols);
    case 'composite':
      return read(inAnyOrder(grammars.composite));
    case 'source':
    case 'destination':
      return read(grammars.ends(field));
    case 'rule-name':
      return read(grammars.ruleName);
    case 'authentication':
      return read(grammars.authentication);
    case 'direction':
      return read(grammars.direction);
  }
}

/** A translation that had to be put in order states what the English does. */
function inAnyOrder(grammar: Grammar<Composite>): Grammar<Composite> {
  return { ...grammar, key: (value) => grammar.key({ ...value, reordered: null }) };
}

/** How two rows stand to each other. */
export interface Comparison {
  /** Fields that both state alike, and fields that they state differently; what either does not say is in neither. */
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
