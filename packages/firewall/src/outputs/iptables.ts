import type { Plan, PlanRule } from '../plan.ts';
import { commented, firewallsOf, type OutputFile, rangesOf, slugOf, withReplies } from './head.ts';

/** Of a list of ports, multiport takes this many, a range counting twice. */
const SLOTS = 15;

/** iptables, for `iptables-restore --noflush` (`ip6tables-restore` with IPv6): a chain for each firewall. */
export function iptables(plan: Plan): OutputFile[] {
  const { stateful } = plan.deployment.firewalls;
  return firewallsOf(plan).map((firewall, i) => {
    const rules = plan.rules.filter((rule) => rule.firewall === firewall);
    const host = firewall.startsWith('host:');
    // A chain's name takes 28 characters, which some roles are longer than.
    const chain = host ? `LYNC-HOST-${i}` : `LYNC-${firewall.toUpperCase()}`;
    const text = [
      commented(plan, rules, '#'),
      `# Chain ${chain} is ${firewall}. Everything else in it is dropped: add what else the machine is for.`,
      `# Run with ${plan.family === 6 ? 'ip6tables-restore' : 'iptables-restore'} --noflush.`,
      '*filter',
      `:${chain} - [0:0]`,
      ...(host ? [`-A ${chain} -i lo -j ACCEPT`] : []),
      ...(stateful ? [`-A ${chain} -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT`] : []),
      ...withReplies(plan, rules).flatMap((rule) => ruleTexts(rule, chain)),
      `-A ${chain} -j DROP`,
      `-A ${host ? 'INPUT' : 'FORWARD'} -j ${chain}`,
      'COMMIT',
      '',
    ];
    return { name: `${slugOf(firewall)}.${plan.family === 6 ? 'ip6tables' : 'iptables'}`, text: text.join('\n') };
  });
}

function ruleTexts(rule: PlanRule, chain: string): string[] {
  const end = (flag: string, block: string) => (block === 'any' ? '' : ` ${flag} ${block}`);
  return rule.sources.flatMap((source) =>
    rule.destinations.flatMap((destination) =>
      chunks(rule.sourcePorts).flatMap((sourcePorts) =>
        chunks(rule.ports).map((ports) =>
          [
            `-A ${chain}${end('-s', source)}${end('-d', destination)} -p ${rule.transport}`,
            ...(sourcePorts ? [`-m multiport --sports ${sourcePorts}`] : []),
            ...(ports ? [`-m multiport --dports ${ports}`] : []),
            `-m comment --comment "${rule.code}" -j ACCEPT`,
          ].join(' '),
        ),
      ),
    ),
  );
}

function chunks(ranges: PlanRule['ports']): string[] {
  const result: string[][] = [[]];
  let used = 0;
  for (const { from, to } of ranges) {
    const slots = from === to ? 1 : 2;
    if (used + slots > SLOTS) {
      result.push([]);
      used = 0;
    }
    result.at(-1)?.push(...rangesOf([{ from, to }], ':'));
    used += slots;
  }
  return result.map((chunk) => chunk.join(','));
}
