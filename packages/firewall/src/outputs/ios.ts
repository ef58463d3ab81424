import type { Plan, PlanRule } from '../plan.ts';
import { interfaceOf } from './asa.ts';
import { commented, cut, firewallsOf, type OutputFile, outsideOf, titleOf, withReplies } from './head.ts';
import { wildcardOf, written } from './networks.ts';

/**
 * Cisco IOS: extended lists of access, an entry for each pair of addresses and range of ports. Packets that come in by
 * the outside interface still have the public address; those that go out have the server's own.
 */
export function ios(plan: Plan): OutputFile[] {
  return firewallsOf(plan)
    .filter((firewall) => !firewall.startsWith('host:'))
    .map((firewall) => {
      const rules = plan.rules.filter((rule) => rule.firewall === firewall);
      const lists = new Map<string, string[]>();
      for (const rule of withReplies(plan, rules)) {
        const list = `${interfaceOf(plan, rule)}-in`.toUpperCase();
        const lines = lists.get(list) ?? [];
        lists.set(list, [...lines, ` remark ${cut(titleOf(rule), 100)}`, ...entries(rule, plan)]);
      }
      const kind = plan.family === 6 ? 'ipv6 access-list' : 'ip access-list extended';
      const end = plan.family === 6 ? ' deny ipv6 any any' : ' deny ip any any';
      const text = [...lists].flatMap(([list, lines]) => [`${kind} ${list}`, ...lines, end, '!']);
      return { name: `ios-${firewall}.cfg`, text: [commented(plan, rules, '!'), '!', ...text, ''].join('\n') };
    });
}

function entries(rule: PlanRule & { readonly reply?: true }, plan: Plan): string[] {
  const { firewall, way, transport } = rule;
  const translated = firewall === 'external' && way === 'in';
  const destinations = translated ? rule.destinations.map((one) => outsideOf(one, plan)) : rule.destinations;
  return rule.sources.flatMap((source) =>
    ports(rule.sourcePorts).flatMap((sourcePort) =>
      destinations.flatMap((destination) =>
        ports(rule.ports).map((port) => {
          const established = rule.reply && transport === 'tcp' ? ' established' : '';
          return ` permit ${transport} ${end(source)}${sourcePort} ${end(destination)}${port}${established}`;
        }),
      ),
    ),
  );
}

function end(block: string): string {
  if (block === 'any') return 'any';
  const { address, length, isHost } = written(block);
  if (isHost) return `host ${address}`;
  return address.includes(':') ? block : `${address} ${wildcardOf(length)}`;
}

function ports(ranges: PlanRule['ports']): string[] {
  if (ranges.length === 0) return [''];
  return ranges.map(({ from, to }) => (from === to ? ` eq ${from}` : ` range ${from} ${to}`));
}
