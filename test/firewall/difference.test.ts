import { type DeploymentInput, differenceOf, examples, type Plan, planOf } from '@lync/port-firewall';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deployments } from './support/deployments.ts';
import { type Packet, passes } from './support/packets.ts';

const HLB = examples['scaled-edge-hlb'];

describe('the difference of two plans', () => {
  it('is nothing between a plan and itself', () => {
    fc.assert(
      fc.property(deployments, (input) => {
        expect(differenceOf(planned(input), planned(input))).toEqual({ open: [], close: [] });
      }),
      { numRuns: 40 },
    );
  });

  it('opens what the new plan has, and closes what the old one had', () => {
    fc.assert(
      fc.property(deployments, deployments, (one, other) => {
        const [before, after] = [planned(one), planned(other)];
        if (before.family !== after.family) return;
        const { open, close } = differenceOf(before, after);
        for (const packet of ownPackets(after))
          expect(passes(before, packet) || passes({ rules: open }, packet)).toBe(true);
        for (const packet of ownPackets(before))
          expect(passes(after, packet) || passes({ rules: close }, packet)).toBe(true);
        for (const packet of ownPackets({ rules: open }))
          expect(passes(after, packet) && !passes(before, packet)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is a server that comes, by its address alone', () => {
    const before = planned(HLB);
    const after = planned({ ...HLB, networks: { ...HLB.networks, administrators: ['10.40.1.0/28', '10.40.2.2'] } });
    const { open, close } = differenceOf(before, after);
    expect(close).toEqual([]);
    expect(open.map(({ firewall, sources, ports }) => [firewall, sources, ports])).toEqual([
      ['internal', ['10.40.2.2'], [{ from: 50001, to: 50003 }]],
      ['host:front-end-server', ['10.40.2.2'], [{ from: 135, to: 135 }]],
    ]);
  });
});

describe('codes', () => {
  const codes = (input: DeploymentInput) =>
    new Map(
      planned(input).rules.map((rule) => [
        rule.code,
        [rule.firewall, rule.transport, rule.sourceRoles, rule.destinationRoles, rule.ports].join('|'),
      ]),
    );

  it('stay when an address changes', () => {
    const changed = { ...HLB, pools: HLB.pools.map((pool) => ({ ...pool, servers: ['10.10.9.11'] })) };
    expect([...codes(changed)]).toEqual(
      expect.arrayContaining([...codes(HLB)].filter(([, what]) => [...codes(changed).values()].includes(what))),
    );
  });

  it('stay when another rule comes', () => {
    const more = codes({ ...HLB, external: { ...HLB.external, xmpp: 'any' }, statisticsManager: ['10.10.8.8'] });
    const kept = [...codes(HLB)].filter(([code, what]) => more.get(code) === what);
    const same = [...codes(HLB)].filter(([, what]) => [...more.values()].includes(what));
    expect(kept).toEqual(same);
  });

  it('are letters of product and firewall, and a number', () => {
    for (const { code, firewall } of planned(HLB).rules) {
      expect(code).toMatch(
        firewall === 'external' ? /^SX-\d{3}$/ : firewall === 'internal' ? /^SN-\d{3}$/ : /^SH-\d{3}$/,
      );
    }
  });
});

function planned(input: unknown): Plan {
  const result = planOf(input);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.plan;
}

/** Packets of each rule: of its first and last block, range and source port. */
function ownPackets({ rules }: Pick<Plan, 'rules'>): Packet[] {
  return rules.flatMap((rule) => {
    const six = [...rule.sources, ...rule.destinations].some((text) => text.includes(':'));
    const address = (text = '') =>
      text === 'any' ? (six ? '2001:db8:ffff::1' : '192.0.2.77') : (text.split('/')[0] ?? '');
    return [0, -1].map(
      (i): Packet => ({
        firewall: rule.firewall,
        transport: rule.transport,
        source: address(rule.sources.at(i)),
        sourcePort: rule.sourcePorts.at(i)?.to ?? 1024,
        destination: address(rule.destinations.at(i)),
        port: rule.ports.at(i)?.to ?? 7,
      }),
    );
  });
}
