import type { Plan, PlanRule } from '../plan.ts';
import { interfaceOf } from './asa.ts';
import { commented, cut, firewallsOf, type OutputFile, rangesOf, titleOf, withReplies } from './head.ts';
import { maskOf, written } from './networks.ts';

/**
 * FortiGate FortiOS. With NAT, what comes in from outside names the object of the translation (VIP). No reader of another
 * maker has read this output; look at it before it is used.
 */
export function fortigate(plan: Plan): OutputFile[] {
  const six = plan.family === 6 ? '6' : '';
  return firewallsOf(plan)
    .filter((firewall) => !firewall.startsWith('host:'))
    .map((firewall) => {
      const rules = plan.rules.filter((rule) => rule.firewall === firewall);
      const all = withReplies(plan, rules);
      const blocks = new Set(all.flatMap((rule) => [...rule.sources, ...rule.destinations]));
      blocks.delete('any');
      const used = new Set(all.flatMap((rule) => destinationsOf(rule, plan)));
      const vips = firewall === 'external' ? plan.translations.filter(({ inside }) => used.has(`VIP-${inside}`)) : [];
      const text = [
        commented(plan, rules, '#'),
        '# No reader of another maker has read this output: look at it before it is used.',
        `config firewall address${six}`,
        ...[...blocks].flatMap((block) => [`  edit "N-${block}"`, `    ${subnet(block)}`, '  next']),
        'end',
        ...(vips.length > 0
          ? [
              `config firewall vip${six}`,
              ...vips.flatMap(({ inside, outside }) => [
                `  edit "VIP-${inside}"`,
                `    set extip ${outside}`,
                `    set mappedip ${six ? inside : `"${inside}"`}`,
                ...(six ? [] : ['    set extintf "any"']),
                '  next',
              ]),
              'end',
            ]
          : []),
        'config firewall service custom',
        ...all.flatMap((rule) => [
          `  edit "${nameOf(rule)}"`,
          `    set ${rule.transport}-portrange ${portrange(rule)}`,
          '  next',
        ]),
        'end',
        'config firewall policy',
        ...all.flatMap((rule) => policy(rule, plan, six)),
        'end',
        '',
      ];
      return { name: `fortigate-${firewall}.conf`, text: text.join('\n') };
    });
}

type Maybe = PlanRule & { readonly reply?: true };

function nameOf({ code, reply }: Maybe): string {
  return reply ? `${code}-REPLY` : code;
}

function destinationsOf({ firewall, way, destinations }: PlanRule, { translations }: Plan): string[] {
  return destinations.map((block) => {
    if (block === 'any') return 'all';
    const translated = firewall === 'external' && way === 'in' && translations.some(({ inside }) => inside === block);
    return translated ? `VIP-${block}` : `N-${block}`;
  });
}

function subnet(block: string): string {
  const { address, length } = written(block);
  return address.includes(':') ? `set ip6 ${address}/${length}` : `set subnet ${address} ${maskOf(length)}`;
}

/** Destination ports, and source ports behind a colon. */
function portrange({ ports, sourcePorts }: PlanRule): string {
  const to = ports.length === 0 ? ['1-65535'] : rangesOf(ports);
  const from = sourcePorts.length === 0 ? [''] : rangesOf(sourcePorts).map((range) => `:${range}`);
  return to.flatMap((one) => from.map((other) => `${one}${other}`)).join(' ');
}

function policy(rule: Maybe, plan: Plan, six: string): string[] {
  const names = (list: readonly string[]) => list.map((name) => `"${name}"`).join(' ');
  const other = { ...rule, way: rule.way === 'in' ? ('out' as const) : ('in' as const) };
  return [
    '  edit 0',
    `    set name "${nameOf(rule)}"`,
    `    set srcintf "${interfaceOf(plan, rule)}"`,
    `    set dstintf "${interfaceOf(plan, other)}"`,
    `    set srcaddr${six} ${names(rule.sources.map((block) => (block === 'any' ? 'all' : `N-${block}`)))}`,
    `    set dstaddr${six} ${names(destinationsOf(rule, plan))}`,
    '    set action accept',
    '    set schedule "always"',
    `    set service "${nameOf(rule)}"`,
    `    set comments "${cut(titleOf(rule), 250)}"`,
    '  next',
  ];
}
