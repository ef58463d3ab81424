import { describe, expect, it } from 'vitest';
import { findPorts as ofProduct } from '../../packages/catalog/src/generated/lync-server-2013.ts';
import { findPorts, type PortRule, portsFor, type RuleFilter } from '../../packages/catalog/src/index.ts';
import { readList } from '../support/catalog-data.ts';

const rules = readList('ports') as PortRule[];

function idsOf(list: readonly PortRule[]): string[] {
  return list.map(({ id }) => id);
}

function idsWhere(is: (rule: PortRule) => boolean): string[] {
  return idsOf(rules.filter(is));
}

const FILTERS: { wanted: string; filter: RuleFilter; is: (rule: PortRule) => boolean }[] = [
  { wanted: 'a product', filter: { product: 'lync-server-2013' }, is: ({ product }) => product === 'lync-server-2013' },
  { wanted: 'a scenario', filter: { scenario: 'public-im' }, is: ({ scenario }) => scenario === 'public-im' },
  { wanted: 'a kind', filter: { kind: 'ipsec-exemption' }, is: ({ kind }) => kind === 'ipsec-exemption' },
  { wanted: 'a role', filter: { role: 'director' }, is: ({ role }) => role === 'director' },
  {
    wanted: 'a service',
    filter: { service: 'mediation-service' },
    is: ({ service }) => service === 'mediation-service',
  },
  { wanted: 'a protocol', filter: { protocol: 'mtls' }, is: ({ protocols }) => protocols.includes('mtls') },
  { wanted: 'a transport', filter: { transport: 'udp' }, is: ({ transports }) => transports.includes('udp') },
  {
    wanted: 'a port, named, inside a range or any',
    filter: { port: 50123 },
    is: ({ ports }) => ports?.any === true || ports?.ranges.some((r) => r.from <= 50123 && r.to >= 50123) === true,
  },
  {
    wanted: 'a role that a flow comes from',
    filter: { source: 'access-edge-service' },
    is: ({ source }) => source?.roles.includes('access-edge-service') === true,
  },
  {
    wanted: 'a role that a flow goes to',
    filter: { destination: 'live-messenger-client' },
    is: ({ destination }) => destination?.roles.includes('live-messenger-client') === true,
  },
  { wanted: 'flows from anybody', filter: { source: 'any' }, is: ({ source }) => source?.any === true },
  { wanted: 'flows to anybody', filter: { destination: 'any' }, is: ({ destination }) => destination?.any === true },
  {
    wanted: 'all of several fields at once',
    filter: {
      product: 'lync-server-2013',
      scenario: 'internal-servers',
      role: 'director',
      port: 443,
      transport: 'tcp',
    },
    is: ({ id }) => id === 'lync-server-2013/internal-servers/director-web-compatibility-service-443-https',
  },
];

describe('the rules that have what is wanted', () => {
  it.each(FILTERS)('$wanted', ({ filter, is }) => {
    const found = idsOf(findPorts(filter));
    expect(found).toEqual(idsWhere(is));
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(rules.length);
  });

  it('each field of a filter has a row above', () => {
    const fields = new Set(FILTERS.flatMap(({ filter }) => Object.keys(filter)));
    const all: Required<RuleFilter> = {
      ...{ product: 'lync-server-2013', scenario: 'clients', kind: 'client', role: 'client', transport: 'tcp' },
      ...{ service: 'sql-browser', protocol: 'tls', port: 1, source: 'any', destination: 'any' },
    };
    expect(fields).toEqual(new Set(Object.keys(all)));
  });

  it('an empty filter wants nothing: all rules, in their order', () => {
    expect(idsOf(findPorts({}))).toEqual(idsOf(rules));
  });

  it('what no rule has finds none', () => {
    expect(findPorts({ scenario: 'xmpp-federation', product: 'skype-for-business-server-2015' })).toEqual([]);
  });
});

describe('a filter that is wrong', () => {
  it.each([-1, 0, 65536, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '443' as unknown as number])(
    'with the port %s throws, as portsFor does',
    (port) => {
      for (const find of [() => findPorts({ port }), () => portsFor(port), () => ofProduct({ port })]) {
        expect(find).toThrow(new RangeError(`a port is a whole number from 1 to 65535, not ${port}`));
      }
    },
  );

  it.each(['prot', 'Port', 'ports', 'constructor', '__proto__', ''])('with the key %j throws', (key) => {
    const filter = Object.fromEntries([[key, 443]]) as RuleFilter;
    for (const find of [findPorts, ofProduct]) {
      expect(() => find(filter)).toThrow(/^a filter has no ".*", only product, scenario, kind, role, .*, destination$/);
      expect(() => find(filter)).toThrow(TypeError);
    }
  });

  it('is not one with keys that are not set', () => {
    expect(findPorts({ port: undefined, role: undefined } as unknown as RuleFilter)).toHaveLength(rules.length);
  });
});
