import { type DeploymentInput, examples, type Plan, planOf } from '@lync/port-firewall';

const NAMES = Object.keys(examples) as (keyof typeof examples)[];

const SIX: DeploymentInput = {
  product: 'lync-server-2013',
  edge: {
    kind: 'single',
    servers: [{ internal: 'fd00:1::1', access: '2001:db8::1', webConferencing: '2001:db8::2', av: '2001:db8::3' }],
  },
  pools: [{ servers: ['fd00:2::1', 'fd00:2::2'], centralManagementStore: true }],
  networks: { clients: ['fd00:3::/48'], dns: 'any' },
  external: { users: true, federation: 'open' },
  features: { audioVideo: true, webConferencing: true },
};

/** Plans of each topology, one that keeps no state, and one of IPv6. */
export const PLANS: [string, Plan][] = [
  ...NAMES.map((name): [string, Plan] => [
    name,
    planned(name === 'cloud-connector' ? examples[name] : { ...examples[name], product: 'lync-server-2013' }),
  ]),
  ['stateless', planned({ ...examples['scaled-edge-dns-nat'], firewalls: { stateful: false } })],
  ['IPv6', planned(SIX)],
];

/** The plan of a deployment that is right. */
export function planned(input: unknown): Plan {
  const result = planOf(input);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.plan;
}
