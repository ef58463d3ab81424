import type { Plan, PlanRule } from '../plan.ts';
import { commented, firewallsOf, type OutputFile, rangesOf, slugOf, titleOf } from './head.ts';

/**
 * Windows Firewall of each role inside: run on every server of the role. A second run replaces what the first made, for
 * the group is taken away first.
 */
export function powershell(plan: Plan): OutputFile[] {
  return firewallsOf(plan)
    .filter((firewall) => firewall.startsWith('host:'))
    .map((firewall) => {
      const rules = plan.rules.filter((rule) => rule.firewall === firewall);
      const group = quoted(`@lync/port-firewall ${firewall.slice(5)}`);
      const text = [
        commented(plan, rules, '#'),
        '#Requires -RunAsAdministrator',
        "$ErrorActionPreference = 'Stop'",
        `$group = ${group}`,
        'Get-NetFirewallRule -Group $group -ErrorAction SilentlyContinue | Remove-NetFirewallRule',
        ...rules.map(ruleText),
        '',
      ].join('\n');
      return { name: `${slugOf(firewall)}.ps1`, text };
    });
}

function ruleText(rule: PlanRule): string {
  const list = (items: readonly string[]) => (items.length === 0 ? "'Any'" : `@(${items.map(quoted).join(', ')})`);
  const addresses = (blocks: readonly string[]) => (blocks.includes('any') ? "'Any'" : list(blocks));
  return [
    `New-NetFirewallRule -Name ${quoted(rule.code)} -DisplayName ${quoted(titleOf(rule))} -Group $group`,
    `-Direction Inbound -Action Allow -Profile Any -Protocol ${rule.transport.toUpperCase()}`,
    `-RemoteAddress ${addresses(rule.sources)} -RemotePort ${list(rangesOf(rule.sourcePorts))}`,
    `-LocalAddress ${addresses(rule.destinations)} -LocalPort ${list(rangesOf(rule.ports))} | Out-Null`,
  ].join(' `\n  ');
}

/** A text of PowerShell in which nothing is run; it takes typographic quotes for plain ones. */
export function quoted(text: string): string {
  return `'${text.replaceAll(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}
