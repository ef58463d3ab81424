import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type PortRule, ports, type RoleId } from '@lync/port-catalog';
import { type DeploymentInput, deploymentOf, examples, type Plan, planOf } from '@lync/port-firewall';
import { describe, expect, it } from 'vitest';
import { isToTheLetter } from './support/literal.ts';

/**
 * Whole deployments beside the pages that they are of. A fixture has the plan, a line a rule, and every row of the
 * tables of its Edge page: `=` where the plan lets pass what the row says to the letter, else what it does instead and
 * why. `FIREWALL_UPDATE=1` writes them anew; read them before they are committed.
 */
const ALL = {
  external: {
    users: true,
    federation: 'open',
    publicIm: 'any',
    partners: [{ name: 'Old partner', media: ['198.51.100.200'], communicationsServer2007: true }],
  },
} as const;

const FIXTURES: readonly [
  name: string,
  product: DeploymentInput['product'],
  example: keyof typeof examples,
  pages: RegExp,
][] = [
  ['2013-single-public', 'lync-server-2013', 'single-edge-public', /\/single-edge-public-ip/],
  ['2013-single-nat', 'lync-server-2013', 'single-edge-nat', /\/single-edge-private-ip-nat/],
  ['2013-scaled-dns-public', 'lync-server-2013', 'scaled-edge-dns-public', /\/scaled-edge-dns-public-ip/],
  ['2013-scaled-dns-nat', 'lync-server-2013', 'scaled-edge-dns-nat', /\/scaled-edge-dns-private-ip-nat/],
  ['2013-scaled-hardware', 'lync-server-2013', 'scaled-edge-hlb', /\/scaled-edge-(?:ex|in)ternal-interface/],
  ['2015-single-nat', 'skype-for-business-server-2015', 'single-edge-nat', /\/consolidated-edge/],
  ['2015-scaled-dns-public', 'skype-for-business-server-2015', 'scaled-edge-dns-public', /\/consolidated-edge/],
  ['2015-scaled-hardware', 'skype-for-business-server-2015', 'scaled-edge-hlb', /\/scaled-edge/],
  ['2019-single-public', 'skype-for-business-server-2019', 'single-edge-public', /\/consolidated-edge/],
  ['2019-scaled-dns-nat', 'skype-for-business-server-2019', 'scaled-edge-dns-nat', /\/consolidated-edge/],
  ['2019-scaled-hardware', 'skype-for-business-server-2019', 'scaled-edge-hlb', /\/scaled-edge/],
  ['cloud-connector-minimum', 'cloud-connector-edition', 'cloud-connector', /^cloud/],
  ['2015-no-edge', 'skype-for-business-server-2015', 'no-edge', /\/(?:consolidated-edge|scaled-edge)/],
];

describe('whole deployments', () => {
  for (const [name, product, example, pages] of FIXTURES) {
    it(`${name} is its page, or says where not`, () => {
      const input = {
        ...examples[example],
        product,
        ...(isBare(example) ? {} : ALL),
        ...(product === 'skype-for-business-server-2019' || isBare(example)
          ? {}
          : { external: { ...ALL.external, xmpp: 'any' } }),
        networks: { ...examples[example].networks, dns: 'any' },
        ...(product === 'cloud-connector-edition' ? { gateways: { tcp: ['10.10.5.51'], tls: ['10.10.5.50'] } } : {}),
      };
      const text = fixtureOf(input, product, pages);
      const file = new URL(`fixtures/${name}.txt`, import.meta.url);
      if (process.env.FIREWALL_UPDATE || !existsSync(file)) writeFileSync(file, text);
      expect(text).toBe(readFileSync(file, 'utf8'));
      expect(text).not.toContain('UNEXPLAINED');
    });
  }
});

/** Without an Edge of the kind that external users and partners are for. */
function isBare(example: string): boolean {
  return example === 'no-edge' || example === 'cloud-connector';
}

function fixtureOf(input: unknown, product: string, pages: RegExp): string {
  const read = deploymentOf(input);
  const result = planOf(input);
  if ('faults' in read || 'faults' in result) throw new Error(JSON.stringify(read));
  const { plan } = result;
  const rows = ports.filter((rule) => rule.product === product && pages.test(rule.table));
  const lines = rows.map((rule) => {
    const row = `${rule.id.slice(product.length + 1)}`;
    return isToTheLetter(rule, read.deployment, plan) ? `= ${row}` : `≠ ${row}\n    ${instead(rule, plan)}`;
  });
  return ['The plan', ...plan.rules.map(ruleLine), '', 'Its page, row by row', ...lines, ''].join('\n');
}

function ruleLine(rule: Plan['rules'][number]): string {
  const numbers = (ranges: typeof rule.ports) =>
    ranges.length === 0 ? 'any' : ranges.map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join(',');
  const from = rule.sourcePorts.length === 0 ? '' : ` from ${numbers(rule.sourcePorts)}`;
  return `${rule.code} ${rule.firewall} ${rule.transport} ${rule.sources.join(' ')}${from} → ${rule.destinations.join(' ')} ${numbers(rule.ports)} (${rule.derived.join(', ')})`;
}

/** What a plan does instead of what a row prints, and why that is right. */
function instead(rule: PortRule, plan: Plan): string {
  const unused = plan.unused.find(({ id }) => id === rule.id);
  const codes = plan.rules
    .filter(({ why, firewall }) => why.includes(rule.id) && !firewall.startsWith('host:'))
    .map(({ code }) => code);
  if (unused) return `closed: ${unused.en}`;
  const port = rule.ports?.ranges[0]?.from ?? 0;
  const why = WHY.find(([fits]) => fits(rule, port))?.[1] ?? 'UNEXPLAINED';
  return `${codes.join(' ')}: ${why}`;
}

const isVirtual = ({ table }: PortRule) => table.endsWith('virtual-ips');
const hasRole = (end: PortRule['source'], role: RoleId) => end?.roles.includes(role) ?? false;

const WHY: readonly [fits: (rule: PortRule, port: number) => boolean, why: string][] = [
  [(_, port) => port === 50000, 'the range is open inbound from partners with OCS 2007 alone, as the notes say'],
  [(_, port) => port >= 50001 && port <= 50003, '"Any" is networks.administrators: nobody else reads logs'],
  [
    (rule, port) => port === 4443 && hasRole(rule.destination, 'edge-server'),
    'from the pool that holds the Central Management store alone, as the cell says',
  ],
  [
    (rule) => isVirtual(rule) && hasRole(rule.source, 'access-edge-service'),
    'from each server: the load balancer does not translate sources (edge.translatesSources)',
  ],
  [
    (rule) => isVirtual(rule) && hasRole(rule.source, 'xmpp-proxy-service'),
    'from each server: the load balancer does not translate sources (edge.translatesSources)',
  ],
  [
    (rule, port) => isVirtual(rule) && (port === 443 || port === 3478),
    'to each server: the virtual address is for old clients alone (prose)',
  ],
  [
    (rule, port) => isVirtual(rule) && port === 5061 && hasRole(rule.source, 'edge-server'),
    'from each server, to those of pools that are there',
  ],
  [
    (rule, port) => (port === 443 || port === 3478) && hasRole(rule.destination, 'edge-server'),
    '"Any" inside is the clients, branches and servers that the deployment names',
  ],
  [
    (rule) => hasRole(rule.source, 'director') || hasRole(rule.source, 'survivable-branch-appliance'),
    'from those of the roles that are there',
  ],
  [(rule) => hasRole(rule.destination, 'director'), 'to those of the roles that are there'],
];
