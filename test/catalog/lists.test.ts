import { describe, expect, it } from 'vitest';
import * as evidenceEntry from '../../packages/catalog/src/evidence.ts';
import * as catalog from '../../packages/catalog/src/index.ts';
import * as matchEntry from '../../packages/catalog/src/match.ts';
import type { ProductEntry } from '../../packages/catalog/src/product.ts';
import * as schemaEntry from '../../packages/catalog/src/schema.ts';
import { readList, readText } from '../support/catalog-data.ts';
import { isFrozen } from '../support/frozen.ts';

const PRODUCTS = await Promise.all(
  catalog.products.map(async ({ id }) => {
    const module = (await import(`../../packages/catalog/src/generated/${id}.ts`)) as ProductEntry;
    return { id, module };
  }),
);

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
  needs: catalog.needs,
};

describe('the lists of the root entry', () => {
  it.each(Object.entries(LISTS))('%s is what the scraper wrote, in its order', (name, list) => {
    expect(list).toStrictEqual(readList(name));
  });

  it.each(Object.entries(LISTS))('%s cannot be changed at any depth', (_, list) => {
    expect(isFrozen(list)).toBe(true);
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
    expect(isFrozen(module.ports) && isFrozen(module.tables)).toBe(true);
  });

  it('looks up among its own rules as the root entry does among all', () => {
    const ofProduct = (rules: readonly catalog.PortRule[]) => rules.filter((rule) => rule.product === id);
    const { port, named, covering, any, exemptions } = catalog.portsFor(5061);
    expect(module.portsFor(5061)).toEqual({
      port,
      named: ofProduct(named),
      covering: ofProduct(covering),
      any: ofProduct(any),
      exemptions: ofProduct(exemptions),
    });
    expect(module.findPorts({ protocol: 'sip' })).toEqual(catalog.findPorts({ product: id, protocol: 'sip' }));
    const { named: between, by, any: anybody } = catalog.between('edge-server', 'front-end-server');
    expect(module.between('edge-server', 'front-end-server')).toEqual({
      named: ofProduct(between),
      by: { flow: ofProduct(by.flow), document: ofProduct(by.document), project: ofProduct(by.project) },
      any: ofProduct(anybody),
    });
  });
});

describe('the exported names', () => {
  const lookups = ['between', 'findPorts', 'portsFor'];
  it.each([
    {
      entry: '.',
      module: catalog,
      names: [
        ...Object.keys(LISTS),
        ...lookups,
        'byId',
        'compare',
        'nearest',
        'pairIn',
        'rangeText',
        'rangesText',
        'roleIn',
        'search',
        'version',
      ],
    },
    ...PRODUCTS.map(({ id, module }) => ({ entry: `./${id}`, module, names: ['ports', 'tables', ...lookups] })),
    { entry: './evidence', module: evidenceEntry, names: ['evidence', 'evidenceFor'] },
    {
      entry: './match',
      module: matchEntry,
      names: [
        ...['compareMatches', 'findEntries', 'learn', 'matchEntry', 'portOf', 'rangeOf', 'readQuery', 'searchable'],
        ...['tidied', 'typed', 'withoutTransport'],
      ],
    },
    {
      entry: './schema',
      module: schemaEntry,
      names: [
        ...['Advisory', 'Catalog', 'Correction', 'Document', 'Need', 'PortRule', 'Product', 'Protocol'],
        ...['Role', 'Scenario', 'Service', 'Table'],
      ],
    },
  ])('of $entry are these and no others', ({ module, names }) => {
    expect(Object.keys(module).sort()).toEqual([...names].sort());
  });

  it('there is one entry for each product and no other, and what is published can be imported here too', () => {
    const manifest = JSON.parse(readText('packages/catalog/package.json')) as {
      exports: Record<string, string>;
      publishConfig: { exports: Record<string, string> };
    };
    const generated = Object.entries(manifest.exports).filter(([, target]) => target.startsWith('./src/generated/'));
    const entries = PRODUCTS.map(({ id }) => [`./${id}`, `./src/generated/${id}.ts`]);
    expect(generated.toSorted()).toEqual(entries.toSorted());
    const published = Object.entries(manifest.publishConfig.exports).filter(([, target]) => target.endsWith('.js'));
    expect(published).toEqual(expect.arrayContaining(PRODUCTS.map(({ id }) => [`./${id}`, `./dist/${id}.js`])));
    expect(Object.keys(manifest.exports)).toEqual(expect.arrayContaining(published.map(([entry]) => entry)));
  });
});
