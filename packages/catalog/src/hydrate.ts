import type { Parts, ShippedParts } from './hydrate-parts.ts';
import { BEFORE_GAP, FIRST, GAP } from './places.ts';
import type { CorrectionId, LocalizedText, PortRule, Table } from './types.ts';

/**
 * A product's tables and rules as the package ships them, small to carry and quick to build: the rules of a table lie in
 * columns, and what they are made of stands once among the parts. tools/ship.ts writes this.
 */
export interface ShippedProduct extends ShippedParts {
  readonly tables: readonly ShippedTable[];
}

export interface ShippedTable extends Omit<Table, 'columns'> {
  /** The headers, as places among the texts. */
  readonly columns: readonly number[];
  /** What stands behind table, role and service in the id of each rule; with a slash, what stands behind the table. */
  readonly ids: readonly string[];
  /** The published rows that do not follow on the rule before, by the rule's place. */
  readonly leaps: Readonly<Record<number, number>>;
  /** A column of places, see places.ts, for each field that a rule of the table has, by the list of parts that they are of. */
  readonly cells: { readonly [List in keyof Parts]?: { readonly [field: string]: string } };
}

/** A rule that is being made; its fields but `id`, `corrections` and `origin` are set by name. */
interface Unfinished {
  id: string;
  role: string | null;
  service: string | null;
  corrections: readonly string[];
  origin: PortRule['origin'] | null;
  [field: string]: unknown;
}

const NONE: readonly never[] = Object.freeze([]);
const SLASH = 47;

/** Makes the tables of a product, frozen. */
export function hydrateTables({ tables }: ShippedProduct, { texts }: Parts): readonly Table[] {
  return Object.freeze(
    tables.map(({ id, title, product, scenario, kind, document, index, columns: places }) => {
      const columns = Object.freeze(places.map((place) => texts[place] as LocalizedText));
      return Object.freeze({ id, title: Object.freeze(title), product, scenario, kind, document, index, columns });
    }),
  );
}

/** Makes the rules of a product, frozen, in the order of its tables. */
export function hydrateRules({ tables }: ShippedProduct, parts: Parts): readonly PortRule[] {
  let count = 0;
  for (let at = 0; at < tables.length; at += 1) count += (tables[at] as ShippedTable).ids.length;
  const rules = new Array<Unfinished>(count);
  let first = 0;
  for (let at = 0; at < tables.length; at += 1) {
    const table = tables[at] as ShippedTable;
    makeRules(rules, first, table, parts);
    first += table.ids.length;
  }
  return Object.freeze(rules) as readonly unknown[] as readonly PortRule[];
}

/**
 * Makes the rules of a table, from the first of them on. Every import of the package waits for this, and it runs once, so
 * interpreted: copies of a blank rule, filled column by column, take the least steps, and no small function is called
 * often enough for V8 to compile it. Nor is anything made that is not kept: with little more, V8 would collect garbage
 * while the root is imported, for a quarter of its time.
 */
function makeRules(rules: Unfinished[], first: number, table: ShippedTable, parts: Parts): void {
  const { ids, leaps, cells } = table;
  const blank: Unfinished & Record<keyof PortRule, unknown> = {
    id: '',
    product: table.product,
    scenario: table.scenario,
    table: table.id,
    kind: table.kind,
    role: null,
    service: null,
    source: null,
    destination: null,
    transports: NONE,
    transportsImplied: false,
    protocols: NONE,
    protocolNote: null,
    ports: null,
    sourcePorts: null,
    ruleName: null,
    authentication: null,
    direction: null,
    notes: null,
    footnotes: NONE,
    devices: NONE,
    corrections: NONE,
    origin: null,
  };
  for (let at = 0; at < ids.length; at += 1) rules[first + at] = { ...blank };
  for (const list in cells) {
    const listed = parts[list as keyof Parts];
    const columns = cells[list as keyof Parts];
    for (const field in columns) {
      const column = columns[field] as string;
      for (let at = 0; at < column.length; at += 1) {
        const code = column.charCodeAt(at);
        if (code === FIRST) continue;
        (rules[first + at] as Unfinished)[field] = listed[code > BEFORE_GAP ? code - FIRST - GAP : code - FIRST];
      }
    }
  }
  let role: string | null | undefined;
  let service: string | null | undefined;
  let start = '';
  let row = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const rule = rules[first + at] as Unfinished;
    // Rules about the same stand together: what their ids begin with is made once.
    if (rule.role !== role || rule.service !== service) {
      ({ role, service } = rule);
      start = `${table.id}/${idStart(rule)}`;
    }
    row = leaps[at] ?? row + 1;
    const end = ids[at] as string;
    rule.id = (end.charCodeAt(0) === SLASH ? table.id : start) + end;
    if (rule.corrections !== NONE) rule.corrections = correctionIds(rule);
    rule.origin = Object.freeze({ document: table.document, table: table.index, row });
    Object.freeze(rule);
  }
}

/** What the id of a rule that is about a role begins with, behind the table's. */
export function idStart({ role, service }: { readonly role: string | null; readonly service: string | null }): string {
  if (role === null) return '';
  return service === null ? role : `${role}-${service}`;
}

/** The ids of a rule's corrections, of which it has what stands behind its own. */
function correctionIds({ id, corrections }: Unfinished): readonly CorrectionId[] {
  return Object.freeze(corrections.map((field) => `${id}#${field}` as const));
}
