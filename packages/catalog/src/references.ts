import { type AnyRule, byCase, type Cases, describeField, fieldsThat, type RuleField } from './fields.ts';
import type { Catalog } from './generated/types.ts';

/** A record that a rule names, and the list of the catalog in which it stands. */
export interface Reference {
  readonly list: keyof Catalog;
  readonly id: string;
}

/** Every record that a rule names. */
export function referencesOf(rule: AnyRule): Reference[] {
  return fieldsThat().flatMap((field) => byCase(REFERENCES, rule, field));
}

const none = () => [];

const REFERENCES: Cases<readonly Reference[], []> = {
  id: (id, field) => inList(field, [id]),
  name: (id, field) => inList(field, id === null ? [] : [id]),
  end: (end) => (end?.roles ?? []).map((id) => ({ list: 'roles', id })),
  protocols: (ids, field) => inList(field, ids),
  ids: (ids, field) => inList(field, ids ?? []),
  monitor: (monitor) => (monitor === null ? [] : [{ list: 'roles', id: monitor.role }]),
  callers: (callers) => callers.map(({ role: id }) => ({ list: 'roles', id })),
  need: (need, field) => (need === null ? [] : inList(field, [need.id])),
  origin: ({ document }) => [{ list: 'documents', id: document }],
  ...{
    word: none,
    flag: none,
    ports: none,
    text: none,
    texts: none,
    transports: none,
    label: none,
    choice: none,
    words: none,
  },
};

/** Ids of the list that the field is of; none where it is of none, as a rule's own id is. */
function inList(field: RuleField, ids: readonly string[]): Reference[] {
  const { of } = describeField(field);
  return of === undefined ? [] : ids.map((id) => ({ list: of, id }));
}
