import { describe, expect, it } from 'vitest';
import * as evidenceEntry from '../../packages/catalog/src/evidence.ts';
import * as catalog from '../../packages/catalog/src/index.ts';
import * as lync from '../../packages/catalog/src/lync-server-2013.ts';
import * as matchEntry from '../../packages/catalog/src/match.ts';
import * as schemaEntry from '../../packages/catalog/src/schema.ts';
import * as skype from '../../packages/catalog/src/skype-for-business-server-2015.ts';
import { readList, readText } from '../support/catalog-data.ts';

const PRODUCTS = [
  { id: 'lync-server-2013', module: lync },
  { id: 'skype-for-business-server-2015', module: skype },
] as const;

const LISTS = {
  ports: catalog.ports,
  tables: catalog.tables,
  scenarios: catalog.scenarios,
  documents: catalog.documents,
  roles: catalog.roles,
  services: catalog.services,
  protocols: catalog.protocols,
  products: catalog.products,
  corrections: catalog.corrections,
  advisories: catalog.advisories,
};

/** Paths to what can still be changed in a value. */
function unfrozen(value: unknown, path = ''): string[] {
  if (value === null || typeof value !== 'object') return [];
  const inner = Object.entries(value).flatMap(([key, part]) => unfrozen(part, `${path}/${key}`));
  return Object.isFrozen(value) ? inner : [path, ...inner];
}

describe('the lists of the root entry', () => {
  it.each(Object.entries(LISTS))('%s is what the scraper wrote, in its order', (name, list) => {
    expect(list).toStrictEqual(readList(name));
  });

  it.each(Object.entries(LISTS))('%s cannot be changed at any depth', (_, list) => {
    expect(unfrozen(list)).toEqual([]);
  });

  it('the version is that of the package', () => {
    const { version } = JSON.parse(readText('packages/catalog/package.json')) as { version: string };
    expect(catalog.version).toBe(version);
  });
});

describe.each(PRODUCTS)('the entry of $id', ({ id, module }) => {
  it('has the very rules of the root entry that are its own', () => {
    const own = catalog.ports.filter((rule) => rule.product === id);
    expect(module.ports).toHaveLength(own.length);
    own.forEach((rule, at) => {
      expect(module.ports[at]).toBe(rule);
    });
  });

  it('has the tables of the root entry that are its own', () => {
    expect(module.tables).toEqual(catalog.tables.filter((table) => table.product === id));
  });

  it('cannot be changed at any depth', () => {
    expect(unfrozen([module.ports, module.tables])).toEqual(['']);
  });

  it('looks up among its own rules as the root entry does among all', () => {
    const ofProduct = (rules: readonly catalog.PortRule[]) => rules.filter((rule) => rule.product === id);
    const { port, named, covering, any } = catalog.portsFor(5061);
    const own = { port, named: ofProduct(named), covering: ofProduct(covering), any: ofProduct(any) };
    expect(module.portsFor(5061)).toEqual(own);
    expect(module.findPorts({ protocol: 'sip' })).toEqual(catalog.findPorts({ product: id, protocol: 'sip' }));
    const between = catalog.between('access-edge-service', 'edge-server');
    expect(module.between('access-edge-service', 'edge-server')).toEqual({
      named: ofProduct(between.named),
      any: ofProduct(between.any),
    });
  });
});

describe('the exported names', () => {
  const lookups = ['between', 'findPorts', 'portsFor'];
  it.each([
    {
      entry: '.',
      module: catalog,
      names: [...Object.keys(LISTS), ...lookups, 'byId', 'compare', 'rangeText', 'rangesText', 'search', 'version'],
    },
    { entry: './lync-server-2013', module: lync, names: ['ports', 'tables', ...lookups] },
    { entry: './skype-for-business-server-2015', module: skype, names: ['ports', 'tables', ...lookups] },
    { entry: './evidence', module: evidenceEntry, names: ['evidence', 'evidenceFor'] },
    {
      entry: './match',
      module: matchEntry,
      names: ['compareMatches', 'findEntries', 'matchEntry', 'readQuery', 'searchable', 'typed'],
    },
    {
      entry: './schema',
      module: schemaEntry,
      names: [
        ...['Advisory', 'Catalog', 'Correction', 'Document', 'PortRule', 'Product', 'Protocol', 'Role'],
        ...['Scenario', 'Service', 'Table'],
      ],
    },
  ])('of $entry are these and no others', ({ module, names }) => {
    expect(Object.keys(module).sort()).toEqual([...names].sort());
  });

  it('there is one entry for each product, and what is published can be imported here too', () => {
    const manifest = JSON.parse(readText('packages/catalog/package.json')) as {
      exports: Record<string, string>;
      publishConfig: { exports: Record<string, string> };
    };
    const published = Object.entries(manifest.publishConfig.exports);
    const modules = published.filter(([, target]) => target.endsWith('.js')).map(([entry]) => entry);
    expect(modules).toEqual(expect.arrayContaining(catalog.products.map(({ id }) => `./${id}`)));
    expect(Object.keys(manifest.exports)).toEqual(expect.arrayContaining(modules));
  });
});
