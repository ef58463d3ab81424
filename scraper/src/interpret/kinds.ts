import type { RuleKind } from '../model/catalog.ts';
import type { ColumnField } from '../vocabulary/schema.ts';

/** The columns that tables of one kind have and those of the kinds below it have not. */
const TELLING: Readonly<Record<RuleKind, readonly ColumnField[]>> = {
  'ipsec-exemption': ['rule-name', 'authentication'],
  flow: ['composite', 'role-or-protocol', 'source', 'destination', 'source-port'],
  'load-balancer': ['load-balancer'],
  client: ['component'],
  listener: [],
};

/** Which kind of table it is, by its columns: the first of which it has one, a table of listeners where it has none. */
export function kindOf(fields: readonly (ColumnField | null)[]): RuleKind {
  const kinds = Object.keys(TELLING) as RuleKind[];
  return kinds.find((kind) => TELLING[kind].some((field) => fields.includes(field))) ?? 'listener';
}
