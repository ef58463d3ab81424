import type { RuleKind } from '../model/catalog.ts';
import type { SnapshotTable } from '../model/snapshot.ts';
import type { ColumnField } from '../vocabulary/schema.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { readColumns } from './columns.ts';

/** For each kind, the columns that tables of the kinds below it lack. */
const TELLING: Readonly<Record<RuleKind, readonly ColumnField[]>> = {
  'ipsec-exemption': ['rule-name', 'authentication'],
  flow: ['composite', 'role-or-protocol', 'source', 'destination', 'source-port'],
  'load-balancer': ['load-balancer'],
  client: ['component'],
  listener: [],
};

/** The kind of a table: the first kind that has one of its columns; a table of listeners where no kind has. */
export function kindOf(fields: readonly (ColumnField | null)[]): RuleKind {
  const kinds = Object.keys(TELLING) as RuleKind[];
  return kinds.find((kind) => TELLING[kind].some((field) => fields.includes(field))) ?? 'listener';
}

/** Numbers tables by their kind, which is what every edition and language of a page has in common; indices are from 0. */
export function numberByKind(tables: readonly SnapshotTable[], vocabulary: Vocabulary) {
  const counts = new Map<RuleKind, number>();
  return tables.map((table, index) => {
    const { fields } = readColumns(table.columns, vocabulary);
    const kind = kindOf(fields);
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    return { table, index, fields, kind, number };
  });
}
