import { describeField, fieldsThat } from '../../../packages/catalog/src/fields.ts';
import { type Entry, type Kind, kindIn } from './names.ts';

/** What in a record is a fact, and what is only text: CONTRIBUTING.md, "Release". */

// Everything else is text, a name or provenance.
const FACTS: Readonly<Record<Kind, readonly string[]>> = {
  advisory: [],
  document: ['product'],
  product: [],
  protocol: ['implies'],
  role: ['base', 'kind', 'zone'],
  rule: fieldsThat('place', 'fact'),
  scenario: [],
  service: [],
  table: ['kind', 'product', 'scenario'],
};

/** The fields that hold an id, or a list of ids, and of what: those of rules, and those of other records and of ends. */
const REFERENCES: Readonly<Record<string, Kind | undefined>> = {
  ...Object.fromEntries(fieldsThat().map((field) => [field, kindIn(describeField(field).of ?? '')])),
  base: 'role',
  roles: 'role',
};

/** The id that stands for another now; the same id where it was not renamed. */
export type CurrentId = (kind: Kind, id: string) => string;

export function isFact(kind: Kind, field: string): boolean {
  return FACTS[kind].includes(field);
}

/** The facts of a field, in a form that is equal for equal facts: renames undone, lists in order, texts left out. */
export function factsOf(kind: Kind, field: string, { [field]: value }: Entry, currentId: CurrentId): unknown {
  return isFact(kind, field) ? canonical(value, field, currentId) : undefined;
}

/** The part of a field that is text: all of a field without facts, or the text of a port set or an endpoint. */
export function textOf(kind: Kind, field: string, { [field]: value }: Entry): unknown {
  if (!isFact(kind, field)) return value;
  return isObject(value) ? value.text : undefined;
}

function canonical(value: unknown, field: string, currentId: CurrentId): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item, field, currentId));
    return items.map((item) => JSON.stringify(item)).sort();
  }
  if (isObject(value)) {
    const facts = Object.entries(value).filter(([name]) => name !== 'text');
    return Object.fromEntries(facts.sort().map(([name, part]) => [name, canonical(part, name, currentId)]));
  }
  const kind = REFERENCES[field];
  return kind !== undefined && typeof value === 'string' ? currentId(kind, value) : value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
