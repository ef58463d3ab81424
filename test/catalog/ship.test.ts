import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hydrateRules, hydrateTables, type ShippedProduct } from '../../packages/catalog/src/hydrate.ts';
import { hydrateCorrections, type ShippedCorrections } from '../../packages/catalog/src/hydrate-names.ts';
import { hydrateParts } from '../../packages/catalog/src/hydrate-parts.ts';
import type { Correction, PortRule, Table } from '../../packages/catalog/src/types.ts';
import type { CatalogData } from '../../packages/catalog/tools/data.ts';
import { shipNames, shipProduct } from '../../packages/catalog/tools/ship.ts';
import { readList } from '../support/catalog-data.ts';

const PRODUCT = 'lync-server-2013';
const realRules = readList('ports') as PortRule[];

const author = fc.constantFrom(null, 'document', 'project');
const text = fc.record({
  en: fc.option(fc.constantFrom('Any', 'Edge Server', 'two\nlines'), { nil: null }),
  ko: fc.option(fc.constantFrom('모두', '에지 서버', '두\n줄', "it's `so` \\ \u2028"), { nil: null }),
  by: fc.record({ en: author, ko: author }),
});
const port = fc.integer({ min: 1, max: 65535 });
const set = fc.record({
  text: fc.constantFrom('443', '67/68', 'Any', ''),
  ranges: fc.array(fc.record({ from: port, to: port }), { maxLength: 3 }),
  any: fc.boolean(),
  configurable: fc.boolean(),
});
const role = fc.constantFrom('director', 'edge-server', 'client');
const end = fc.record({ text, any: fc.boolean(), roles: fc.array(role, { maxLength: 2 }) });
const orNone = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const rule = fc.record({
  last: fc.constantFrom('443-tcp', 'director', 'director-front-end-service', '', '-2', '/'),
  // Whether the id begins with role and service, as most do.
  usual: fc.boolean(),
  skipped: fc.nat(2),
  role: orNone(role),
  service: orNone(fc.constantFrom('front-end-service', 'sql-browser')),
  source: orNone(end),
  destination: orNone(end),
  transports: fc.subarray(['tcp', 'udp']),
  transportsImplied: fc.boolean(),
  protocols: fc.subarray(['https', 'sip', 'tls']),
  protocolNote: orNone(text),
  ports: orNone(set),
  sourcePorts: orNone(set),
  ruleName: orNone(text),
  authentication: fc.constantFrom(null, 'none'),
  direction: fc.constantFrom(null, 'inbound', 'outbound'),
  notes: orNone(text),
  footnotes: fc.array(text, { maxLength: 2 }),
  devices: fc.array(text, { maxLength: 2 }),
  corrections: fc.subarray(['role', 'service', 'transports', 'notes#2']),
});
const catalogs = fc
  .array(fc.record({ columns: fc.array(text, { maxLength: 3 }), rules: fc.array(rule, { maxLength: 6 }) }), {
    maxLength: 3,
  })
  .map((tables) => {
    const made = tables.map(({ columns, rules }, at) => {
      const table = {
        ...{ id: `${PRODUCT}/table-${at}`, title: { en: 'Title', ko: '제목' }, product: PRODUCT, scenario: 'clients' },
        ...{ kind: 'listener', document: `${PRODUCT}/page`, index: at + 1, columns },
      };
      let row = 0;
      const own = rules.map(({ last, usual, skipped, corrections, ...facts }) => {
        row += 1 + skipped;
        const start = [facts.role, facts.service].filter((part) => part !== null).join('-');
        const id = `${table.id}/${usual ? start : ''}${last}`;
        const { product, scenario, id: tableId, kind } = table;
        return {
          ...{ id, product, scenario, table: tableId, kind, ...facts },
          corrections: corrections.map((field) => `${id}#${field}`),
          origin: { document: table.document, table: table.index, row },
        };
      });
      return { table, own };
    });
    return { tables: made.map(({ table }) => table), ports: made.flatMap(({ own }) => own) };
  });

/** The lists of a catalog that nothing is said of here. */
const OTHERS = {
  ...{ scenarios: [{ id: 'clients' }], products: [{ id: PRODUCT }], documents: [], roles: [], services: [] },
  ...{ protocols: [], corrections: [], advisories: [], evidence: [] },
};

function throughJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

function isFrozen(value: unknown): boolean {
  return (
    typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen))
  );
}

function shippedAndMade(catalog: { tables: unknown[]; ports: unknown[] }): { ports: PortRule[]; tables: Table[] } {
  const data = { ...OTHERS, ...catalog } as unknown as CatalogData;
  const shipped: ShippedProduct = throughJson(shipProduct(data, PRODUCT));
  const parts = hydrateParts(shipped);
  return { ports: [...hydrateRules(shipped, parts)], tables: [...hydrateTables(shipped, parts)] };
}

describe('rules and tables as the package ships them', () => {
  it('are, made again, what they were, their fields in the same order, and frozen', () => {
    fc.assert(
      fc.property(catalogs, (catalog) => {
        const made = shippedAndMade(catalog);
        expect(JSON.stringify(made)).toBe(JSON.stringify({ ports: catalog.ports, tables: catalog.tables }));
        expect(made.ports.every(isFrozen) && made.tables.every(isFrozen)).toBe(true);
      }),
    );
  });
});

describe('places in long lists', () => {
  it('of more texts than there are characters of one byte', () => {
    const [{ table, ...first } = {} as PortRule] = realRules;
    const ports = Array.from({ length: 300 }, (_, at) => {
      const notes = { en: `Note ${at}`, ko: `참고 ${at}`, by: { en: 'project', ko: 'document' } };
      return { ...first, table, id: `${table}/${at}`, notes, origin: { ...first.origin, row: at + 1 } };
    });
    const tables = readList('tables').filter((each) => (each as Table).id === table);
    expect(shippedAndMade({ tables, ports }).ports.map(({ notes }) => notes)).toEqual(ports.map(({ notes }) => notes));
  });
});

describe('corrections as the package ships them', () => {
  const ports = [
    { id: 'a', corrections: ['a#role', 'a#transports'] },
    { id: 'b', corrections: [] },
    { id: 'c', corrections: ['c#role'] },
  ] as unknown as PortRule[];
  const same = { published: 'NET.TCP', corrected: 'TCP', reason: 'Because.', evidence: 'sibling' };
  const corrections = [
    { id: 'a#role', rule: 'a', field: 'role', ...same, witness: 'c' },
    { id: 'a#transports', rule: 'a', field: 'transports', ...same, witness: 'a row elsewhere' },
    { id: 'c#role', rule: 'c', field: 'role', ...same, witness: null },
  ] as unknown as Correction[];
  const shipped = (list: readonly Correction[]) => {
    const data = { ...OTHERS, tables: [], ports, corrections: list } as unknown as CatalogData;
    return throughJson(shipNames(data, {})) as { corrections: ShippedCorrections };
  };

  it('are, made again, what they were, and frozen', () => {
    const made = hydrateCorrections(shipped(corrections), ports);
    expect(made).toEqual(corrections);
    expect(isFrozen(made)).toBe(true);
  });

  it('must be those of the rules, in their order', () => {
    expect(() => shipped(corrections.toReversed())).toThrow('the corrections are not those of the rules');
  });
});
