import type { Plan, PlanRule } from '../plan.ts';
import { interfaceOf } from './asa.ts';
import { commented, cut, firewallsOf, type OutputFile, outsideOf, rangesOf, titleOf, withReplies } from './head.ts';

/**
 * Palo Alto PAN-OS `set` commands. A rule names the address before NAT and the zone after it: what comes in from outside
 * names public destinations and the zone of the perimeter network.
 */
export function paloalto(plan: Plan): OutputFile[] {
  return firewallsOf(plan)
    .filter((firewall) => !firewall.startsWith('host:'))
    .map((firewall) => {
      const rules = plan.rules.filter((rule) => rule.firewall === firewall);
      const all = withReplies(plan, rules);
      const blocks = new Set(all.flatMap((rule) => [...rule.sources, ...destinationsOf(rule, plan)]));
      blocks.delete('any');
      const lines = [
        ...[...blocks].map((block) => `set address ${objectName(block)} ip-netmask ${block}`),
        ...all.flatMap((rule) => [...service(rule), security(rule, plan)]),
      ];
      return { name: `paloalto-${firewall}.txt`, text: [commented(plan, rules, '#'), ...lines, ''].join('\n') };
    });
}

type Maybe = PlanRule & { readonly reply?: true };

function nameOf({ code, reply }: Maybe): string {
  return reply ? `${code}-REPLY` : code;
}

function destinationsOf(rule: PlanRule, plan: Plan): readonly string[] {
  const translated = rule.firewall === 'external' && rule.way === 'in';
  return translated ? rule.destinations.map((one) => outsideOf(one, plan)) : rule.destinations;
}

/** Names take letters, digits, spaces, dots, hyphens and underscores. */
function objectName(block: string): string {
  return `N-${block.replaceAll(':', '_').replaceAll('/', '-')}`;
}

function service(rule: Maybe): string[] {
  const ports = rule.ports.length === 0 ? '0-65535' : rangesOf(rule.ports).join(',');
  const from = rule.sourcePorts.length === 0 ? '' : ` source-port ${rangesOf(rule.sourcePorts).join(',')}`;
  return [`set service ${nameOf(rule)} protocol ${rule.transport} port ${ports}${from}`];
}

function security(rule: Maybe, plan: Plan): string {
  const list = (blocks: readonly string[]) =>
    `[ ${blocks.map((one) => (one === 'any' ? one : objectName(one))).join(' ')} ]`;
  const other = { ...rule, way: rule.way === 'in' ? ('out' as const) : ('in' as const) };
  return [
    `set rulebase security rules ${nameOf(rule)}`,
    `from ${interfaceOf(plan, rule)} to ${interfaceOf(plan, other)}`,
    `source ${list(rule.sources)} destination ${list(destinationsOf(rule, plan))}`,
    `application any service ${nameOf(rule)} action allow description "${cut(titleOf(rule), 200)}"`,
  ].join(' ');
}
