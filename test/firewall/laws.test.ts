import { byId, type PortRule, ports } from '@lync/port-catalog';
import { type Deployment, deploymentOf, type Plan, planOf } from '@lync/port-firewall';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asks } from './support/asked.ts';
import { deployments } from './support/deployments.ts';
import { type Packet, passes, passesBy } from './support/packets.ts';

const RUNS = Number(process.env.FIREWALL_RUNS ?? 100);

describe('a plan, whatever the deployment', { timeout: 600_000 }, () => {
  it('uses every rule of the product, or says why not', () => {
    fc.assert(
      fc.property(deployments, (input) => {
        const { plan } = planned(input);
        const used = new Set(plan.rules.flatMap(({ why }) => why));
        const unused = new Set(plan.unused.map(({ id }) => id));
        const all = ports.filter(({ product }) => product === input.product).map(({ id }) => id);
        expect(all.filter((id) => used.has(id) === unused.has(id))).toEqual([]);
        expect(plan.unused.filter(({ en, ko }) => en === '' || ko === '' || en.includes('{'))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('lets every packet pass that a used row asks for, and no other', () => {
    fc.assert(
      fc.property(deployments, fc.infiniteStream(fc.nat()), (input, numbers) => {
        const { plan, deployment } = planned(input);
        const rows = usedRows(plan);
        for (const packet of packets(plan, deployment, numbers, 250)) {
          // What a host says to itself meets no firewall.
          if (packet.source === packet.destination) continue;
          const asking = rows.filter((row) => asks(row, deployment, packet)).map(({ id }) => id);
          const asked = asking.length > 0 || turnsBack(plan, deployment, packet);
          if (passes(plan, packet) !== asked)
            expect({ packet, asking, passes: !asked }).toEqual({ packet, asking, passes: asked });
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('has no rule that can be taken away', () => {
    fc.assert(
      fc.property(deployments, (input) => {
        const { plan } = planned(input);
        for (const rule of plan.rules) {
          const others = { rules: plan.rules.filter((other) => other !== rule) };
          const needed = corners(rule).some((packet) => passesBy(rule, packet) && !passes(others, packet));
          expect({ rule: rule.code, needed }).toEqual({ rule: rule.code, needed: true });
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('is the same whatever the order of lists', () => {
    fc.assert(
      fc.property(deployments, (input) => {
        const { rules, unused } = planned(input).plan;
        const turned = planned(reversed(input) as typeof input).plan;
        expect(turned.rules).toEqual(rules);
        expect(turned.unused).toEqual(unused);
      }),
      { numRuns: RUNS },
    );
  });

  it('never opens what an exemption from IPsec is for, and every reason of a rule is a rule', () => {
    fc.assert(
      fc.property(deployments, (input) => {
        const { plan } = planned(input);
        const kinds = usedRows(plan).map(({ kind }) => kind);
        expect(kinds).not.toContain('ipsec-exemption');
        expect(kinds).not.toContain('media-range');
        const prose = new Set(plan.prose.map(({ id }) => id));
        for (const { why } of plan.rules) expect(why.filter((id) => !byId(id) && !prose.has(id))).toEqual([]);
        expect(new Set(plan.rules.map(({ code }) => code)).size).toBe(plan.rules.length);
      }),
      { numRuns: RUNS },
    );
  });

  it('crosses the firewall that the catalog says, in its way', () => {
    fc.assert(
      fc.property(deployments, (input) => {
        const { plan } = planned(input);
        for (const { firewall, why } of plan.rules) {
          if (firewall.startsWith('host:')) continue;
          const others = why.flatMap((id) => byId(id)?.firewall?.at ?? []).filter((at) => at !== firewall);
          expect({ firewall, others }).toEqual({ firewall, others: [] });
        }
      }),
      { numRuns: RUNS },
    );
  });
});

function planned(input: Parameters<typeof planOf>[0]): { plan: Plan; deployment: Deployment } {
  const result = planOf(input);
  const read = deploymentOf(input);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return { plan: result.plan, deployment: read.deployment };
}

function usedRows(plan: Plan): PortRule[] {
  return [...new Set(plan.rules.flatMap(({ why }) => why))].flatMap((id) => byId(id) ?? []);
}

/** Edge Servers of a pool reach each other on their public A/V addresses: in prose only. */
function turnsBack({ prose }: Plan, { edge }: Deployment, packet: Packet): boolean {
  if (packet.firewall !== 'external' || !prose.some(({ id }) => id.endsWith('reach-each-other'))) return false;
  const own = edge.addresses === 'one' ? 'access' : 'av';
  const open = packet.transport === 'tcp' ? 443 : 3478;
  return (
    packet.port === open &&
    edge.servers.some((server) => server[own] === packet.source) &&
    edge.servers.some((server) => (edge.nat ? server.public?.[own] : server[own]) === packet.destination)
  );
}

/** Packets at and beside the edges of what rules and rows have, between all addresses that anybody names and strangers. */
function packets(plan: Plan, deployment: Deployment, numbers: Iterable<number>, count: number): Packet[] {
  const six = plan.family === 6;
  const said = [...new Set(JSON.stringify(deployment).match(six ? /[0-9a-f]+:[0-9a-f:]*/g : /\d+\.\d+\.\d+\.\d+/g))];
  const addresses = [...said, ...(six ? ['2001:db8:ffff::1', 'fd99::1'] : ['192.0.2.77', '10.99.9.9'])];
  const edges = usedRows(plan).flatMap(({ ports: set, sourcePorts }) =>
    [...(set?.ranges ?? []), ...(sourcePorts?.ranges ?? [])].flatMap(({ from, to }) => [from - 1, from, to, to + 1]),
  );
  const numbersOf = [...new Set([...edges, 20000, 25001, 30000, 1500, 50010, 444])].filter((n) => n > 0 && n < 65536);
  const stream = numbers[Symbol.iterator]();
  const pick = <T>(list: readonly T[]): T => list[(stream.next().value ?? 0) % list.length] as T;
  const firewalls = ['external', 'internal', ...new Set(plan.rules.map(({ firewall }) => firewall))];
  return Array.from({ length: count }, (_, i): Packet => {
    const rule = i % 2 === 0 ? undefined : pick(plan.rules);
    const address = (text: string) => (text === 'any' ? pick(addresses) : (text.split('/')[0] ?? ''));
    return {
      firewall: rule?.firewall ?? pick(firewalls),
      transport: rule?.transport ?? pick(['tcp', 'udp'] as const),
      source: rule && i % 4 === 1 ? address(pick(rule.sources)) : pick(addresses),
      sourcePort: pick([1024, 3478, 50000, 59999, 60000]),
      destination: rule && i % 3 === 1 ? address(pick(rule.destinations)) : pick(addresses),
      port: pick(numbersOf),
    };
  });
}

function corners(rule: Plan['rules'][number]): Packet[] {
  const six = [...rule.sources, ...rule.destinations].some((text) => text.includes(':'));
  const hosts = (list: readonly string[]) =>
    list.flatMap((text) => {
      if (text === 'any') return six ? ['2001:db8:ffff::1'] : ['192.0.2.77'];
      const [address = '', length] = text.split('/');
      if (length === undefined) return [address];
      return six ? [address, `${address.replace(/::$/, '')}:77::7`] : [address, address.replace(/\d+\.\d+$/, '77.77')];
    });
  const ends = (ranges: readonly { from: number; to: number }[]) =>
    ranges.length === 0 ? [1024, 7] : ranges.flatMap(({ from, to }) => [from, to]);
  return hosts(rule.sources).flatMap((source) =>
    hosts(rule.destinations).flatMap((destination) =>
      ends(rule.ports).flatMap((port) =>
        ends(rule.sourcePorts).map((sourcePort) => ({ ...rule, source, sourcePort, destination, port })),
      ),
    ),
  );
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, reversed(item)]));
}
