import type { DeploymentInput } from './deployment.ts';

/** What all examples have inside; addresses are those kept for documentation, and private ones. */
const INSIDE = {
  pools: [
    {
      name: 'pool1',
      edition: 'enterprise',
      servers: ['10.10.1.11', '10.10.1.12', '10.10.1.13'],
      balancing: 'dns',
      virtual: '10.10.1.10',
      centralManagementStore: true,
      mediation: true,
    },
  ],
  officeWebApps: ['10.10.2.20'],
  sqlServers: [{ name: 'sql1', address: '10.10.3.30', defaultInstance: true }],
  fileServers: ['10.10.3.40'],
  networks: {
    clients: ['10.20.0.0/16'],
    branches: ['10.30.0.0/16'],
    administrators: ['10.40.1.0/28'],
    dns: ['198.51.100.53'],
  },
  gateways: { tls: ['10.10.5.50'] },
  features: { webConferencing: true, audioVideo: true, applicationSharing: true, dialIn: true, mobility: true },
} satisfies Partial<DeploymentInput>;

const OUTSIDE = {
  external: { users: true, federation: 'open' },
} satisfies Partial<DeploymentInput>;

const PROXY = { outside: ['203.0.113.30'], inside: ['172.16.2.30'] };
const PROXY_NAT = { outside: ['172.16.1.30'], public: ['203.0.113.30'], inside: ['172.16.2.30'] };

/** An Edge Server of a pool, by its number. */
function server(n: number, nat: boolean) {
  const outside = (last: number) => (nat ? `172.16.1.${last}` : `203.0.113.${last}`);
  const [access, webConferencing, av] = [10, 20, 40].map((base) => base + n) as [number, number, number];
  return {
    name: `edge${n}`,
    internal: `172.16.2.${10 + n}`,
    access: outside(access),
    webConferencing: outside(webConferencing),
    av: outside(av),
    ...(nat
      ? {
          public: {
            access: `203.0.113.${access}`,
            webConferencing: `203.0.113.${webConferencing}`,
            av: `203.0.113.${av}`,
          },
        }
      : {}),
  };
}

function edge(kind: 'single' | 'scaled', nat: boolean) {
  return {
    edge: { kind, nat, servers: kind === 'single' ? [server(1, nat)] : [server(1, nat), server(2, nat)] },
    reverseProxy: nat ? PROXY_NAT : PROXY,
  } satisfies Partial<DeploymentInput>;
}

/** Deployments to start from, one for each Edge topology. `product` may be any. */
export const examples = {
  'no-edge': { name: 'Without an Edge', product: 'skype-for-business-server-2015', ...INSIDE },
  'single-edge-public': {
    name: 'Single Edge with public addresses',
    product: 'skype-for-business-server-2015',
    ...INSIDE,
    ...OUTSIDE,
    ...edge('single', false),
  },
  'single-edge-nat': {
    name: 'Single Edge behind NAT',
    product: 'skype-for-business-server-2015',
    ...INSIDE,
    ...OUTSIDE,
    ...edge('single', true),
  },
  'scaled-edge-dns-public': {
    name: 'Edge pool, DNS, public addresses',
    product: 'skype-for-business-server-2015',
    ...INSIDE,
    ...OUTSIDE,
    ...edge('scaled', false),
  },
  'scaled-edge-dns-nat': {
    name: 'Edge pool, DNS, behind NAT',
    product: 'skype-for-business-server-2015',
    ...INSIDE,
    ...OUTSIDE,
    ...edge('scaled', true),
  },
  'scaled-edge-hlb': {
    name: 'Edge pool, hardware load balancers',
    product: 'skype-for-business-server-2015',
    ...INSIDE,
    ...OUTSIDE,
    edge: {
      kind: 'scaled',
      balancing: 'hardware',
      servers: [server(1, false), server(2, false)],
      virtual: {
        internal: '172.16.2.10',
        access: '203.0.113.10',
        webConferencing: '203.0.113.20',
        av: '203.0.113.40',
      },
    },
    reverseProxy: PROXY,
  },
  'cloud-connector': {
    name: 'Cloud Connector Edition',
    product: 'cloud-connector-edition',
    cloudConnector: {
      edge: ['172.16.1.11'],
      public: ['203.0.113.11'],
      mediation: ['172.16.2.21'],
      hosts: ['172.16.2.31'],
    },
    networks: { clients: ['10.20.0.0/16'], dns: ['198.51.100.53'] },
    gateways: { tls: ['10.10.5.50'] },
  },
} satisfies Record<string, DeploymentInput>;
