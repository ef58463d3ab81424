import type { Parts } from './hydrate-parts.ts';
import type { LocalizedText, PortRule, RoleId, ServiceId, Table } from './types.ts';

/**
 * A product's tables and rules as the package ships them, small to carry and quick to build: the rules lie in columns,
 * table by table, and what they are made of stands once among the `parts` that all products share. tools/ship.ts writes
 * this.
 */
export interface ShippedTables {
  /** The headers of a table are places among the texts. */
  readonly tables: readonly (Omit<Table, 'columns'> & { readonly columns: readonly number[] })[];
  /** How many rules each table has. */
  readonly counts: readonly number[];
  /** A column for each field that a rule of the product has: strings and numbers as they are, 0 for none. */
  readonly plain: Columns;
  /** Columns of places in the lists of the parts, from 1; 0 for none. */
  readonly places: Readonly<Record<string, readonly number[]>>;
}

interface Columns {
  readonly id: readonly string[];
  readonly row: readonly number[];
  readonly transportsImplied?: readonly number[];
  readonly role?: readonly (RoleId | 0)[];
  readonly service?: readonly (ServiceId | 0)[];
  readonly authentication?: readonly ('none' | 0)[];
  readonly direction?: readonly ('inbound' | 'outbound' | 0)[];
}

const NONE: readonly never[] = Object.freeze([]);

/** Makes the tables of a product, frozen. */
export function hydrateTables({ tables }: ShippedTables, { texts }: Parts): readonly Table[] {
  return Object.freeze(
    tables.map((table) => {
      const columns = Object.freeze(table.columns.map((place) => texts[place] as LocalizedText));
      return Object.freeze({ ...table, title: Object.freeze(table.title), columns });
    }),
  );
}

/**
 * Makes the rules of a product, frozen, in the order of its tables. Every import of the package waits for this, and it
 * runs only once: so columns are looked up before the loop, and no small function is called often enough in it for V8 to
 * compile.
 */
export function hydrateRules(
  { tables, counts, plain, places }: ShippedTables,
  { texts, ends, sets, lists, textLists }: Parts,
): readonly PortRule[] {
  const { id, row, transportsImplied, role, service, authentication, direction } = plain;
  const { source, destination, transports, protocols, protocolNote, ports, sourcePorts } = places;
  const { ruleName, notes, footnotes, devices, corrections } = places;
  const rules: PortRule[] = [];
  let index = 0;
  tables.forEach((table, at) => {
    for (const end = index + (counts[at] ?? 0); index < end; index += 1) {
      const ruleId = `${table.id}/${id[index]}` as PortRule['id'];
      const corrected = lists[corrections?.[index] ?? 0] ?? NONE;
      const rule: PortRule = {
        id: ruleId,
        product: table.product,
        scenario: table.scenario,
        table: table.id,
        kind: table.kind,
        role: role?.[index] || null,
        service: service?.[index] || null,
        source: ends[source?.[index] ?? 0] ?? null,
        destination: ends[destination?.[index] ?? 0] ?? null,
        transports: (lists[transports?.[index] ?? 0] ?? NONE) as PortRule['transports'],
        transportsImplied: transportsImplied?.[index] === 1,
        protocols: (lists[protocols?.[index] ?? 0] ?? NONE) as PortRule['protocols'],
        protocolNote: texts[protocolNote?.[index] ?? 0] ?? null,
        ports: sets[ports?.[index] ?? 0] ?? null,
        sourcePorts: sets[sourcePorts?.[index] ?? 0] ?? null,
        ruleName: texts[ruleName?.[index] ?? 0] ?? null,
        authentication: authentication?.[index] || null,
        direction: direction?.[index] || null,
        notes: texts[notes?.[index] ?? 0] ?? null,
        footnotes: textLists[footnotes?.[index] ?? 0] ?? NONE,
        devices: textLists[devices?.[index] ?? 0] ?? NONE,
        corrections: corrected === NONE ? NONE : correctionIds(ruleId, corrected),
        origin: Object.freeze({ document: table.document, table: table.index, row: row[index] ?? 0 }),
      };
      rules.push(Object.freeze(rule));
    }
  });
  return Object.freeze(rules);
}

function correctionIds(rule: string, fields: readonly string[]): PortRule['corrections'] {
  return Object.freeze(fields.map((field) => `${rule}#${field}` as const));
}
