import type { DeploymentInput } from '@lync/port-firewall';
import fc from 'fast-check';

/**
 * Deployments made at random, all of them right. Every address is of a network that only its role has, so no two roles
 * meet by chance; networks of clients may still hold servers, as they do in life.
 */
export const deployments: fc.Arbitrary<DeploymentInput> = fc
  .record({
    product: fc.constantFrom(
      'lync-server-2013' as const,
      'skype-for-business-server-2015' as const,
      'skype-for-business-server-2019' as const,
      'cloud-connector-edition' as const,
    ),
    six: fc.boolean(),
    kind: fc.constantFrom('none' as const, 'single' as const, 'scaled' as const),
    balancing: fc.constantFrom('dns' as const, 'hardware' as const),
    internalBalancing: fc.option(fc.constantFrom('dns' as const, 'hardware' as const), { nil: undefined }),
    nat: fc.boolean(),
    one: fc.boolean(),
    edges: fc.integer({ min: 1, max: 4 }),
    flags: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
    counts: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 20, maxLength: 20 }),
    federation: fc.constantFrom('none' as const, 'open' as const, 'partners' as const),
    ends: fc.array(fc.constantFrom('any' as const, 'list' as const, 'none' as const), { minLength: 3, maxLength: 3 }),
    balancers: fc.array(fc.constantFrom('none' as const, 'dns' as const, 'hardware' as const), {
      minLength: 4,
      maxLength: 4,
    }),
  })
  .map(made);

type Drawn = {
  product: DeploymentInput['product'];
  six: boolean;
  kind: 'none' | 'single' | 'scaled';
  balancing: 'dns' | 'hardware';
  internalBalancing: 'dns' | 'hardware' | undefined;
  nat: boolean;
  one: boolean;
  edges: number;
  flags: boolean[];
  counts: number[];
  federation: 'none' | 'open' | 'partners';
  ends: ('any' | 'list' | 'none')[];
  balancers: ('none' | 'dns' | 'hardware')[];
};

function made(drawn: Drawn): DeploymentInput {
  const { balancing, six, flags, counts, product } = drawn;
  const cloud = product === 'cloud-connector-edition';
  const kind = cloud ? 'none' : drawn.kind;
  let flag = 0;
  const yes = () => flags[flag++ % flags.length] ?? false;
  let count = 0;
  const many = (least = 0) => Math.max(least, counts[count++ % counts.length] ?? 0);
  const hardware = kind === 'scaled' && balancing === 'hardware';
  const nat = drawn.nat && !hardware;
  const inside = (role: number, n: number) => (six ? `fd00:${role}::${n}` : `10.${role}.0.${n}`);
  const outside = (role: number, n: number) => {
    if (nat) return six ? `fd01:${role}::${n}` : `172.16.${role}.${n}`;
    return six ? `2001:db8:${role}::${n}` : `203.0.${role}.${n}`;
  };
  const open = (role: number, n: number) => (six ? `2001:db8:${role}::${n}` : `198.51.${role}.${n}`);
  const list = (role: number, of: number) => Array.from({ length: of }, (_, i) => inside(role, i + 1));
  const network = (role: number) => (six ? `fd00:${role}::/32` : `10.${role}.0.0/16`);
  const servers = Array.from({ length: kind === 'none' ? 0 : kind === 'single' ? 1 : drawn.edges }, (_, i) => ({
    internal: six ? `fd02::${i + 1}` : `192.168.1.${i + 1}`,
    access: outside(21, i + 1),
    ...(drawn.one ? {} : { webConferencing: outside(22, i + 1), av: outside(23, i + 1) }),
    ...(nat
      ? {
          public: {
            access: open(31, i + 1),
            ...(drawn.one ? {} : { webConferencing: open(32, i + 1), av: open(33, i + 1) }),
          },
        }
      : {}),
  }));
  const pool = (role: number, balancer: 'none' | 'dns' | 'hardware' | undefined) => ({
    servers: list(role, many(1)),
    balancing: balancer ?? ('none' as const),
    ...(balancer && balancer !== 'none' ? { virtual: inside(role, 200) } : {}),
  });
  const some = <T>(item: () => T): T[] => (yes() ? [item()] : []);
  const end = (role: number, drawnEnd: 'any' | 'list' | 'none' | undefined) =>
    drawnEnd === 'any' ? ('any' as const) : drawnEnd === 'list' ? [open(role, 1), open(role, 2)] : [];
  const is2019 = product === 'skype-for-business-server-2019';
  return {
    product,
    edge: {
      kind,
      balancing,
      ...(drawn.internalBalancing ? { internalBalancing: drawn.internalBalancing } : {}),
      nat,
      addresses: drawn.one ? 'one' : 'three',
      servers,
      virtual: {
        internal: six ? 'fd02::100' : '192.168.1.200',
        access: outside(21, 200),
        ...(drawn.one ? {} : { webConferencing: outside(22, 200), av: outside(23, 200) }),
      },
      translatesSources: yes(),
      oldClients: yes(),
      mediaBack: yes(),
      mediaRangeOutbound: yes(),
    },
    ...(cloud
      ? {
          cloudConnector: {
            edge: yes() ? [outside(25, 1), outside(25, 2)] : [],
            mediation: yes() ? [six ? 'fd02:8::1' : '192.168.8.1'] : [],
            hosts: yes() ? [six ? 'fd02:8::9' : '192.168.8.9'] : [],
            configuration: yes() ? ('minimum' as const) : ('recommended' as const),
          },
        }
      : {}),
    pools: cloud
      ? []
      : [
          ...some(() => ({ ...pool(1, drawn.balancers[0]), centralManagementStore: yes(), mediation: yes() })),
          ...some(() => ({ ...pool(2, drawn.balancers[1]), edition: 'standard' as const, mediation: yes() })),
        ],
    directors: some(() => pool(3, drawn.balancers[2])),
    mediationServers: some(() => pool(4, drawn.balancers[3])),
    persistentChat: is2019 ? [] : some(() => pool(5, 'none')),
    officeWebApps: list(6, many()),
    survivableBranches: some(() => ({
      address: inside(7, 1),
      kind: yes() ? ('server' as const) : ('appliance' as const),
    })),
    exchangeUnifiedMessaging: list(8, many()),
    reverseProxy: {
      outside: yes() ? [outside(24, 1)] : [],
      inside: yes() ? [six ? 'fd02:9::1' : '192.168.9.1'] : [],
      http: yes(),
      translatesPorts: yes(),
    },
    sqlServers: some(() => ({
      address: inside(9, 1),
      defaultInstance: yes(),
      browser: yes(),
      namedInstances: [50010, 1500],
    })),
    fileServers: list(11, many()),
    trustedApplications: list(12, many()),
    statisticsManager: list(13, many()),
    networks: {
      clients: yes() ? [network(40), ...(yes() ? [network(1)] : [])] : [],
      branches: yes() ? [network(41)] : [],
      administrators: yes() ? [network(42)] : [],
      dns: end(51, drawn.ends[0]),
    },
    gateways: { tcp: list(14, many()), tls: list(15, many()) },
    external: {
      users: yes(),
      federation: drawn.federation,
      partners: [
        {
          access: [open(52, 1)],
          media: yes() ? [open(52, 2)] : [],
          communicationsServer2007: yes(),
        },
      ],
      publicIm: end(53, drawn.ends[1]),
      xmpp: is2019 ? [] : end(54, drawn.ends[2]),
    },
    features: {
      webConferencing: yes(),
      audioVideo: yes(),
      applicationSharing: yes(),
      videoBasedScreenSharing: yes(),
      dialIn: yes(),
      responseGroup: yes(),
      callPark: yes(),
      callAdmissionControl: yes(),
      mobility: yes(),
      remoteCallControl: yes(),
    },
    mediaRanges: yes() ? { audio: { from: 20000, to: 25000 }, video: { from: 30000, to: 35000 } } : {},
    firewalls: { stateful: yes() },
  };
}
