import { readFileSync } from 'node:fs';
import { type DeploymentInput, deploymentOf, examples, planOf, version } from '@lync/port-firewall';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { schemaTexts } from '../../packages/firewall/tools/schemas.ts';

const HLB = examples['scaled-edge-hlb'];
const NAT = examples['single-edge-nat'];
const [EDGE] = HLB.edge.servers;

/** What is wrong, and the fault that says so: path, code and value. */
const FAULTS: readonly [what: string, input: unknown, path: string, code: string, value: unknown][] = [
  ['no product', {}, 'product', 'missing', undefined],
  ['a product that is none', { product: 'lync' }, 'product', 'choice', 'lync'],
  ['a deployment that is none', 'x', '', 'value', 'x'],
  ['a question that is none', { ...HLB, pols: [] }, 'pols', 'unknown', []],
  ['an address that is none', withAv('203.0.113.256'), 'edge.servers[1].av', 'address', '203.0.113.256'],
  ['an octal address', withAv('203.0.113.041'), 'edge.servers[1].av', 'address', '203.0.113.041'],
  ['a shortened address', withAv('203.113'), 'edge.servers[1].av', 'address', '203.113'],
  ['a name', withAv('av.contoso.com'), 'edge.servers[1].av', 'address', 'av.contoso.com'],
  ['an address with a zone', withAv('fe80::1%eth0'), 'edge.servers[1].av', 'address', 'fe80::1%eth0'],
  ['a network where a server is', withAv('203.0.113.0/24'), 'edge.servers[1].av', 'network-here', '203.0.113.0/24'],
  ['a multicast address', withAv('224.0.0.1'), 'edge.servers[1].av', 'address-kind', '224.0.0.1'],
  ['host bits', withClients('10.20.1.0/16'), 'networks.clients[0]', 'host-bits', '10.20.1.0/16'],
  ['host bits of IPv6', withClients('2001:db8::1/64'), 'networks.clients[0]', 'host-bits', '2001:db8::1/64'],
  ['the whole Internet', withClients('0.0.0.0/0'), 'networks.clients[0]', 'whole-internet', '0.0.0.0/0'],
  ['a prefix that is none', withClients('10.0.0.0/33'), 'networks.clients[0]', 'address', '10.0.0.0/33'],
  ['a list inside any or a list', { ...HLB, networks: { dns: ['x'] } }, 'networks.dns[0]', 'address', 'x'],
  ['neither any nor a list', { ...HLB, networks: { dns: 'all' } }, 'networks.dns', 'value', 'all'],
  ['IPv6 beside IPv4', withClients('2001:db8::/64'), 'networks.clients[0]', 'families', '2001:db8::/64'],
  ['one address for two services', withAv('203.0.113.12'), 'edge.servers[1].av', 'overlap', '203.0.113.12'],
  ['one address for two roles', { ...HLB, fileServers: ['10.10.1.11'] }, 'fileServers[0]', 'overlap', '10.10.1.11'],
  ['clients in the perimeter network', withClients('172.16.0.0/16'), 'networks.clients[0]', 'overlap', '172.16.0.0/16'],
  ['NAT with hardware', { ...HLB, edge: { ...HLB.edge, nat: true } }, 'edge.nat', 'hardware-with-nat', true],
  [
    'no virtual address',
    { ...HLB, edge: { ...HLB.edge, virtual: {} } },
    'edge.virtual.access',
    'needs-virtual',
    undefined,
  ],
  ['two servers that are single', { ...HLB, edge: { ...HLB.edge, kind: 'single' } }, 'edge.servers', 'one-server', 2],
  ['an Edge without servers', { ...HLB, edge: { kind: 'single' } }, 'edge.servers', 'no-servers', []],
  ['servers without an Edge', { ...HLB, edge: { ...HLB.edge, kind: 'none' } }, 'edge.servers', 'no-edge', 2],
  ['13 servers', thirteen(), 'edge.servers', 'too-many-edges', 13],
  [
    'NAT without public addresses',
    withServer({ ...EDGE, access: '172.16.1.9' }, { nat: true }),
    'edge.servers[0].public.access',
    'needs-public',
    undefined,
  ],
  [
    'private addresses without NAT',
    withServer({ ...EDGE, av: '172.16.1.9' }),
    'edge.servers[0].av',
    'private-outside',
    '172.16.1.9',
  ],
  [
    'a server without A/V',
    withServer({ internal: '172.16.2.11', access: '203.0.113.11', webConferencing: '203.0.113.21' }),
    'edge.servers[0].av',
    'needs-address',
    undefined,
  ],
  [
    'public addresses without NAT',
    { ...NAT, edge: { ...NAT.edge, nat: false } },
    'edge.servers[0].public',
    'public-without-nat',
    NAT.edge.servers[0]?.public,
  ],
  [
    'public addresses of a proxy by half',
    { ...NAT, reverseProxy: { ...NAT.reverseProxy, outside: ['172.16.1.30', '172.16.1.31'] } },
    'reverseProxy.public',
    'public-count',
    1,
  ],
  [
    'XMPP in 2019',
    { ...HLB, product: 'skype-for-business-server-2019', external: { xmpp: 'any' } },
    'external.xmpp',
    'not-in-product',
    'any',
  ],
  [
    'Persistent Chat in 2019',
    { ...HLB, product: 'skype-for-business-server-2019', persistentChat: [{ servers: ['10.9.9.9'] }] },
    'persistentChat',
    'not-in-product',
    1,
  ],
  [
    'an Edge of Cloud Connector Edition',
    { ...HLB, product: 'cloud-connector-edition' },
    'edge.kind',
    'not-in-product',
    'scaled',
  ],
  [
    'Cloud Connector elsewhere',
    { ...HLB, cloudConnector: { hosts: ['172.16.2.99'] } },
    'cloudConnector',
    'not-in-product',
    1,
  ],
  [
    'partners who are nobody',
    { ...HLB, external: { federation: 'partners' } },
    'external.federation',
    'partners-missing',
    'partners',
  ],
  [
    'a pool without its virtual address',
    { ...HLB, pools: [{ servers: ['10.9.9.9'], balancing: 'hardware' }] },
    'pools[0].virtual',
    'needs-virtual',
    undefined,
  ],
  ['a pool without servers', { ...HLB, pools: [{ servers: [] }] }, 'pools[0].servers', 'value', []],
  ['a control character', { ...HLB, name: 'a\nb' }, 'name', 'text', 'a\nb'],
  ['a name that turns writing over', { ...HLB, name: 'a\u202eb' }, 'name', 'text', 'a\u202eb'],
  ['a port that is none', { ...HLB, mediaRanges: { audio: { from: 0, to: 5 } } }, 'mediaRanges.audio.from', 'value', 0],
  [
    'a range turned round',
    { ...HLB, mediaRanges: { audio: { from: 9, to: 5 } } },
    'mediaRanges.audio',
    'range',
    { from: 9, to: 5 },
  ],
];

describe('a deployment that is wrong', () => {
  for (const [what, input, path, code, value] of FAULTS) {
    it(`says where: ${what}`, () => {
      const result = deploymentOf(input);
      const faults = 'faults' in result ? result.faults : [];
      const fault = faults.find((one) => one.path === path && one.code === code);
      expect(fault ?? faults).toMatchObject({ path, code, value });
      expect(fault?.en).toMatch(/^[^{}]+$/);
      expect(fault?.ko).toMatch(/[가-힣]/);
      expect('plan' in planOf(input)).toBe(false);
    });
  }

  it('has every fault at once', () => {
    const result = deploymentOf({ ...HLB, networks: { clients: ['x', '10.0.0.1/8'] }, fileServers: ['y'] });
    expect('faults' in result && result.faults.map(({ path }) => path)).toEqual([
      'fileServers[0]',
      'networks.clients[0]',
      'networks.clients[1]',
    ]);
  });
});

describe('a deployment that says nothing', () => {
  it('opens nothing', () => {
    for (const product of ['lync-server-2013', 'skype-for-business-server-2015', 'skype-for-business-server-2019']) {
      const result = planOf({ product });
      expect('plan' in result && result.plan.rules).toEqual([]);
    }
  });

  it('opens nothing outside but what servers need, where nobody is let in', () => {
    const result = planOf({ ...HLB, external: {}, reverseProxy: {} });
    const rules = 'plan' in result ? result.plan.rules.filter(({ firewall }) => firewall === 'external') : undefined;
    expect(rules).toEqual([]);
  });
});

describe('choices', () => {
  const external = (input: DeploymentInput) => {
    const result = planOf(input);
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    return result.plan.rules.filter(({ firewall }) => firewall === 'external');
  };
  const of2013 = (more: Partial<DeploymentInput>): DeploymentInput => ({
    ...HLB,
    product: 'lync-server-2013',
    ...more,
  });
  const range = (rules: ReturnType<typeof external>) =>
    rules.filter(({ ports, sourcePorts }) => [...ports, ...sourcePorts].some(({ from }) => from === 50000));

  it('50,000-59,999 is closed unless asked for', () => {
    expect(range(external(of2013({})))).toEqual([]);
  });

  it('50,000-59,999 going out is a range of source ports, with its advisory', () => {
    const rules = range(external(of2013({ edge: { ...HLB.edge, mediaRangeOutbound: true } })));
    expect(
      rules.map(({ transport, sourcePorts, ports, destinations, way }) => ({
        transport,
        sourcePorts,
        ports,
        destinations,
        way,
      })),
    ).toEqual([
      { transport: 'tcp', sourcePorts: [{ from: 50000, to: 59999 }], ports: [], destinations: ['any'], way: 'out' },
    ]);
    expect(rules[0]?.advisories).toContain('media-range-direction');
  });

  it('50,000-59,999 coming in is for partners with OCS 2007 alone', () => {
    const partners = [{ media: ['198.51.100.1'], communicationsServer2007: true }, { media: ['198.51.100.2'] }];
    const rules = range(external(of2013({ external: { ...HLB.external, partners } })));
    expect(rules.map(({ transport, sources, ports }) => [transport, sources, ports[0]?.from])).toEqual([
      ['tcp', ['198.51.100.1'], 50000],
      ['udp', ['198.51.100.1'], 50000],
    ]);
  });

  it('5061 leaves from the server, or from the virtual address where sources are translated', () => {
    const out = (translatesSources: boolean) =>
      external(of2013({ edge: { ...HLB.edge, translatesSources } })).find(
        ({ way, ports }) => way === 'out' && ports.some(({ from }) => from === 5061),
      )?.sources;
    expect(out(false)).toEqual(['203.0.113.11', '203.0.113.12']);
    expect(out(true)).toEqual(['203.0.113.10']);
  });

  it('5060 is for trusted applications, where remote call control is on', () => {
    const opened = (remoteCallControl: boolean) => {
      const result = planOf({ ...HLB, trustedApplications: ['10.10.9.9'], features: { remoteCallControl } });
      return 'plan' in result
        ? result.plan.rules.filter(
            ({ ports, sources }) =>
              sources.includes('10.10.9.9') && ports.some(({ from, to }) => from <= 5060 && 5060 <= to),
          ).length
        : -1;
    };
    expect(opened(false)).toBe(0);
    expect(opened(true)).toBe(1);
  });

  it('a range of source ports beside other rules leaves no holes in them', () => {
    const rules = external({ ...examples['cloud-connector'], gateways: {} });
    const ranges = rules.flatMap(({ ports, sourcePorts }) => [...ports, ...sourcePorts]);
    expect(ranges.filter(({ from, to }) => to === 49999 || from === 60000)).toEqual([]);
    const asked = external(of2013({ edge: { ...HLB.edge, mediaRangeOutbound: true } }));
    expect(asked.filter(({ sourcePorts }) => sourcePorts.length > 0).map(({ ports }) => ports)).toEqual([[]]);
  });

  it('one address has three ports', () => {
    const servers = [{ internal: '172.16.2.11', access: '203.0.113.11' }];
    const rules = external({ ...HLB, edge: { kind: 'single', addresses: 'one', servers }, reverseProxy: {} });
    const ports = rules
      .filter(({ way, transport }) => way === 'in' && transport === 'tcp')
      .flatMap((rule) => rule.ports);
    expect(ports).toEqual([
      { from: 443, to: 444 },
      { from: 5061, to: 5061 },
    ]);
  });
});

describe('the schemas', () => {
  it('are the committed files', () => {
    for (const [name, text] of Object.entries(schemaTexts())) {
      expect(text).toBe(readFileSync(new URL(`../../packages/firewall/${name}`, import.meta.url), 'utf8'));
    }
  });

  it('take every example', () => {
    const valid = new Ajv.default({ strict: false }).compile(JSON.parse(schemaTexts()['schema.json'] ?? ''));
    for (const example of Object.values(examples)) {
      valid(example);
      expect(valid.errors).toBeNull();
    }
  });
});

it('says the version of the package', () => {
  const text = readFileSync(new URL('../../packages/firewall/package.json', import.meta.url), 'utf8');
  expect(version).toBe(JSON.parse(text).version);
});

function withAv(av: string) {
  const [first, second] = HLB.edge.servers;
  return { ...HLB, edge: { ...HLB.edge, servers: [first, { ...second, av }] } };
}

function withClients(network: string) {
  return { ...HLB, networks: { ...HLB.networks, clients: [network] } };
}

function withServer(server: unknown, more: object = {}) {
  return { ...HLB, edge: { kind: 'single', servers: [server], ...more } };
}

function thirteen() {
  const servers = Array.from({ length: 13 }, (_, i) => ({
    internal: `172.16.5.${i + 1}`,
    access: `198.51.100.${i + 1}`,
    webConferencing: `198.51.100.${i + 101}`,
    av: `198.51.100.${i + 201}`,
  }));
  return { ...HLB, edge: { ...HLB.edge, servers } };
}
