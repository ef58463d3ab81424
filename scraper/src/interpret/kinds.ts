import type { RuleKind } from '../model/catalog.ts';
import type { SnapshotTable } from '../model/snapshot.ts';
import type { ColumnField } from '../vocabulary/schema.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type CaptionFacts, readCaption } from './caption.ts';
import { readColumns } from './columns.ts';

/** For each kind, the columns that tables of the kinds below it lack. */
const TELLING: Readonly<Record<RuleKind, readonly ColumnField[]>> = {
  'ipsec-exemption': ['rule-name', 'authentication'],
  'virtual-ip': ['virtual-ip', 'node-port', 'monitor', 'persistence'],
  'media-range': ['media', 'port-start', 'port-count', 'property'],
  flow: ['composite', 'role-or-protocol', 'source', 'destination', 'source-port'],
  'load-balancer': ['load-balancer'],
  client: ['component'],
  listener: [],
};

/**
 * The kind of a table: the first kind that has one of its columns. Where no kind has, it is one of clients if its caption
 * says so, and else of listeners.
 */
export function kindOf(fields: readonly (ColumnField | null)[], { client }: Pick<CaptionFacts, 'client'>): RuleKind {
  const kinds = Object.keys(TELLING) as RuleKind[];
  const kind = kinds.find((kind) => TELLING[kind].some((field) => fields.includes(field)));
  return kind ?? (client ? 'client' : 'listener');
}

/** Numbers tables by their kind, which is what every edition and language of a page has in common; indices are from 0. */
export function numberByKind(tables: readonly SnapshotTable[], locale: string, vocabulary: Vocabulary) {
  const counts = new Map<RuleKind, number>();
  return tables.map((table, index) => {
    const { fields } = readColumns(table.columns, vocabulary);
    const kind = kindOf(fields, readCaption(table, locale, vocabulary));
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    return { table, index, fields, kind, number };
  });
}
