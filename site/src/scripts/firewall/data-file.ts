import type { Advisory, PortRule, Product, Role, Table } from '@lync/port-catalog';

/**
 * What the builder needs of the catalog, as a file that is fetched: data is no script, and a browser keeps it. A rule is
 * without the fields that no plan looks at, without what follows from its table, and without what is empty.
 */
export interface DataFile {
  readonly version: string;
  readonly products: readonly Product[];
  readonly roles: readonly Pick<Role, 'id' | 'name' | 'zone'>[];
  readonly tables: readonly Pick<Table, 'id' | 'title' | 'scenario'>[];
  readonly rules: readonly CarriedRule[];
  /** The rules that an advisory is about, by their places. */
  readonly advisories: readonly (Pick<Advisory, 'id' | 'title' | 'severity'> & { readonly rules: readonly number[] })[];
}

const LOOKED_AT = [
  'kind',
  'role',
  'service',
  'source',
  'destination',
  'transports',
  'ports',
  'sourcePorts',
  'callers',
  'calls',
  'optional',
  'releases',
] as const;

type LookedAt = (typeof LOOKED_AT)[number];

type CarriedRule = { readonly [Field in LookedAt]?: unknown } & {
  /** The place of its table, of which its id begins. */
  readonly table: number;
  readonly id: string;
  readonly row: number;
};

/** A rule as plans need it, and the row of its table to name it by. */
export type PlannedRule = Pick<PortRule, LookedAt | 'id' | 'product' | 'scenario' | 'table'> & { readonly row: number };

/** The file's rules as the planner reads them. */
export function readRules({ rules, tables }: DataFile): PlannedRule[] {
  const empty = { role: null, service: null, source: null, destination: null, ports: null, sourcePorts: null };
  return rules.map(({ table: at, id, ...carried }) => {
    const { id: table = '', scenario } = tables[at] ?? {};
    return {
      ...empty,
      ...{ transports: [], callers: [], calls: [], optional: null, releases: null },
      ...carried,
      ...{ id: `${table}/${id}`, table, product: table.split('/')[0], scenario },
    } as unknown as PlannedRule;
  });
}

/** The file that `readRules` makes the rules of. */
export function dataFileOf(
  catalog: {
    readonly ports: readonly PortRule[];
    readonly tables: readonly Table[];
    readonly products: readonly Product[];
    readonly roles: readonly Role[];
    readonly advisories: readonly Advisory[];
  },
  version: string,
): DataFile {
  const { ports } = catalog;
  const tables = catalog.tables.filter(({ id }) => ports.some(({ table }) => table === id));
  const places = new Map<string, number>(ports.map(({ id }, at) => [id, at]));
  const tableAt = new Map<string, number>(tables.map(({ id }, at) => [id, at]));
  return {
    version,
    products: catalog.products.map(({ id, name }) => ({ id, name })),
    roles: catalog.roles.map(({ id, name, zone }) => ({ id, name, zone })),
    tables: tables.map(({ id, title, scenario }) => ({ id, title, scenario })),
    rules: ports.map((rule) => ({
      table: tableAt.get(rule.table) ?? 0,
      id: rule.id.slice(rule.table.length + 1),
      row: rule.origin.row,
      ...Object.fromEntries(
        LOOKED_AT.map((field) => [field, carried(rule[field], places)]).filter(([, value]) => value !== undefined),
      ),
    })),
    advisories: catalog.advisories.map(({ id, title, severity, rules }) => ({
      ...{ id, title, severity },
      rules: rules.flatMap((rule) => places.get(rule) ?? []),
    })),
  };
}

/** A value without the words of documents, which no plan reads; undefined where nothing is left. */
function carried(value: unknown, places: ReadonlyMap<string, number>): unknown {
  if (value === null || (Array.isArray(value) && value.length === 0)) return undefined;
  if (Array.isArray(value)) return value.map((item) => carried(item, places));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) => {
      // Who connects may be known from a rule or from words; that it is no rule is all that counts of words.
      if (key === 'from' && typeof held === 'string' && !places.has(held)) return [[key, '']];
      return typeof held === 'object' && held !== null && 'by' in held ? [] : [[key, held]];
    }),
  );
}
