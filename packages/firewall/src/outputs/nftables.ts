import type { Plan, PlanRule } from '../plan.ts';
import { commented, cut, firewallsOf, type OutputFile, rangesOf, slugOf, titleOf, withReplies } from './head.ts';

/** nftables: a table for each firewall, which a second run replaces. Packets pass after NAT, so addresses are real. */
export function nftables(plan: Plan): OutputFile[] {
  const { stateful } = plan.deployment.firewalls;
  return firewallsOf(plan).map((firewall) => {
    const rules = plan.rules.filter((rule) => rule.firewall === firewall);
    const table = `lync_${slugOf(firewall).replaceAll('-', '_')}`;
    const host = firewall.startsWith('host:');
    const text = [
      '#!/usr/sbin/nft -f',
      commented(plan, rules, '#'),
      `# Everything else that ${host ? 'this host receives' : 'this machine forwards'} is dropped: add what else it is for.`,
      `table inet ${table}`,
      `delete table inet ${table}`,
      `table inet ${table} {`,
      `  chain ${host ? 'input' : 'forward'} {`,
      `    type filter hook ${host ? 'input' : 'forward'} priority filter; policy drop;`,
      ...(host ? ['    iif lo accept'] : []),
      ...(stateful ? ['    ct state established,related accept'] : []),
      ...withReplies(plan, rules).map((rule) => `    ${ruleText(rule, plan)}`),
      '  }',
      '}',
      '',
    ];
    return { name: `${slugOf(firewall)}.nft`, text: text.join('\n') };
  });
}

function ruleText(rule: PlanRule, { family }: Plan): string {
  const ip = family === 6 ? 'ip6' : 'ip';
  const addresses = (word: string, blocks: readonly string[]) =>
    blocks.includes('any') ? [] : [`${ip} ${word} { ${blocks.join(', ')} }`];
  const ports = (word: string, ranges: PlanRule['ports']) =>
    ranges.length === 0 ? [] : [`${rule.transport} ${word} { ${rangesOf(ranges).join(', ')} }`];
  const anyPort = rule.ports.length === 0 && rule.sourcePorts.length === 0;
  return [
    ...(rule.sources.includes('any') && rule.destinations.includes('any') ? [`meta nfproto ipv${family}`] : []),
    ...addresses('saddr', rule.sources),
    ...addresses('daddr', rule.destinations),
    ...(anyPort ? [`meta l4proto ${rule.transport}`] : []),
    ...ports('sport', rule.sourcePorts),
    ...ports('dport', rule.ports),
    `accept comment "${cut(titleOf(rule), 120)}"`,
  ].join(' ');
}
