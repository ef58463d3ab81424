import type { Plan, PlanRule } from '../plan.ts';
import { commented, cut, firewallsOf, type OutputFile, titleOf, withReplies } from './head.ts';
import { maskOf, written } from './networks.ts';

/**
 * Cisco ASA, 8.3 and later: rules name real addresses, whatever NAT makes of them. A list of access for each interface
 * that packets enter by; an ASA closes what a list does not allow.
 */
export function asa(plan: Plan): OutputFile[] {
  return firewallsOf(plan)
    .filter((firewall) => !firewall.startsWith('host:'))
    .map((firewall) => {
      const rules = plan.rules.filter((rule) => rule.firewall === firewall);
      const all = withReplies(plan, rules);
      const lists = new Map<string, string>();
      const lines = all.flatMap((rule) => {
        const by = interfaceOf(plan, rule);
        lists.set(`${by}_in`, by);
        return [...groups(rule), ...entry(rule, `${by}_in`)];
      });
      const bound = [...lists].map(([list, by]) => `access-group ${list} in interface ${by}`);
      const text = [commented(plan, rules, '!'), '!', ...lines, ...bound, ''].join('\n');
      return { name: `asa-${firewall}.cfg`, text };
    });
}

/** By which interface a packet enters, as the deployment names them. */
export function interfaceOf({ deployment }: Plan, { firewall, way }: PlanRule): string {
  const { outside, perimeter, inside } = deployment.firewalls.interfaces;
  const names = firewall === 'external' ? { in: outside, out: perimeter } : { in: perimeter, out: inside };
  return names[way].replaceAll(/[^\w.-]+/g, '-');
}

type Maybe = PlanRule & { readonly reply?: true };

function nameOf({ code, reply }: Maybe): string {
  return reply ? `${code}-REPLY` : code;
}

function groups(rule: Maybe): string[] {
  const name = nameOf(rule);
  return [
    ...network(`${name}-SRC`, rule.sources),
    ...network(`${name}-DST`, rule.destinations),
    ...service(`${name}-SPORT`, rule.sourcePorts, rule.transport),
    ...service(`${name}-PORT`, rule.ports, rule.transport),
  ];
}

function network(name: string, blocks: readonly string[]): string[] {
  if (blocks.includes('any')) return [];
  return [
    `object-group network ${name}`,
    ...blocks.map((block) => {
      const { address, length, isHost } = written(block);
      if (isHost) return ` network-object host ${address}`;
      return address.includes(':') ? ` network-object ${block}` : ` network-object ${address} ${maskOf(length)}`;
    }),
  ];
}

function service(name: string, ranges: PlanRule['ports'], transport: string): string[] {
  if (ranges.length === 0) return [];
  return [
    `object-group service ${name} ${transport}`,
    ...ranges.map(({ from, to }) => (from === to ? ` port-object eq ${from}` : ` port-object range ${from} ${to}`)),
  ];
}

function entry(rule: Maybe, list: string): string[] {
  const name = nameOf(rule);
  const end = (side: string, blocks: readonly string[]) => {
    if (!blocks.includes('any')) return `object-group ${name}-${side}`;
    return 'any';
  };
  const ports = (side: string, ranges: PlanRule['ports']) =>
    ranges.length === 0 ? [] : [`object-group ${name}-${side}`];
  const words = [
    `access-list ${list} extended permit ${rule.transport}`,
    end('SRC', rule.sources),
    ...ports('SPORT', rule.sourcePorts),
    end('DST', rule.destinations),
    ...ports('PORT', rule.ports),
  ];
  return [`access-list ${list} remark ${cut(`${titleOf(rule)}${rule.reply ? ' (reply)' : ''}`, 100)}`, words.join(' ')];
}
