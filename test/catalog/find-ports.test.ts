import { describe, expect, it } from 'vitest';
import { between, findPorts, type PortRule, type RuleFilter } from '../../packages/catalog/src/index.ts';
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

describe('the flows from one role to another', () => {
  it('those that name both are apart from those open to anybody', () => {
    const { named, any } = between('access-edge-service', 'public-im-partner');
    expect(idsOf(named)).toContain(
      'lync-server-2013/public-im/access-edge-service-5061-tcp-mtls-sip-from-access-edge-service-to-public-im-partner',
    );
    expect(idsOf(named)).toEqual(
      idsWhere(
        ({ source, destination }) =>
          source?.roles.includes('access-edge-service') === true &&
          destination?.roles.includes('public-im-partner') === true,
      ),
    );
    expect(idsOf(any)).toEqual(
      idsWhere(({ source, destination }) => {
        const ends = [source, destination];
        const fits = ends.every(
          (end, at) =>
            (end?.any && !end.narrowed) || end?.roles.includes(at === 0 ? 'access-edge-service' : 'public-im-partner'),
        );
        return (
          fits && !ends.every((end, at) => end?.roles.includes(at === 0 ? 'access-edge-service' : 'public-im-partner'))
        );
      }),
    );
    // SIP federation goes from the Access Edge service to "Any".
    expect(any.map(({ scenario }) => scenario)).toContain('sip-federation');
  });

  it('"Any" that the page narrows to roles names those roles', () => {
    const ids = idsOf(between('director', 'edge-server').named);
    expect(ids).toContain(
      'lync-server-2013/scaled-edge-internal-interface-nodes/8057-tcp-mtls-psom-from-any-director-front-end-server-to-edge-server',
    );
    // Nobody else is told of them.
    const { named, any } = between('mediation-server', 'edge-server');
    const narrowed = idsWhere(({ source }) => source?.narrowed === true);
    expect(ids.filter((id) => narrowed.includes(id)).length).toBeGreaterThan(0);
    expect(idsOf([...named, ...any]).filter((id) => narrowed.includes(id))).toEqual([]);
  });

  it('direction matters', () => {
    const [there, back] = [between('edge-server', 'director'), between('director', 'edge-server')];
    expect(idsOf(there.named)).not.toEqual(idsOf(back.named));
  });

  it('a listening port has no ends, so it is between nobody', () => {
    const { named, any } = between('client', 'front-end-server');
    const kinds = new Set([...named, ...any].map(({ kind }) => kind));
    expect(kinds).not.toContain('listener');
    expect(kinds).not.toContain('client');
  });
});
