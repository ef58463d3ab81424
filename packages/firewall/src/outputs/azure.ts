import type { Plan, PlanRule } from '../plan.ts';
import { addressOf, commented, cut, firewallsOf, headOf, type OutputFile, rangesOf, slugOf, titleOf } from './head.ts';

const FIRST = 100;
const LAST = 4096;
const GAP = 10;

/** A rule of a network security group, as ARM has it. */
interface Rule {
  readonly name: string;
  readonly description: string;
  readonly priority: number;
  readonly direction: 'Inbound' | 'Outbound';
  readonly access: 'Allow' | 'Deny';
  readonly protocol: 'Tcp' | 'Udp' | '*';
  readonly sources: readonly string[];
  readonly sourcePorts: readonly string[];
  readonly destinations: readonly string[];
  readonly ports: readonly string[];
}

/**
 * Azure network security groups, as an ARM template. The groups of both firewalls stand at the subnets of the perimeter
 * network, those of hosts at theirs; addresses are private. A group lets its whole network in if nothing closes it, so
 * one rule each way does.
 */
export function azure(plan: Plan): OutputFile[] {
  const resources = groupsOf(plan).map(({ name, rules }) => ({
    type: 'Microsoft.Network/networkSecurityGroups',
    apiVersion: '2023-11-01',
    name,
    location: "[parameters('location')]",
    properties: {
      securityRules: rules.map(({ name: rule, sources, sourcePorts, destinations, ports, ...rest }) => ({
        name: rule,
        properties: {
          ...rest,
          ...oneOrMore('sourceAddressPrefix', 'sourceAddressPrefixes', sources),
          ...oneOrMore('sourcePortRange', 'sourcePortRanges', sourcePorts),
          ...oneOrMore('destinationAddressPrefix', 'destinationAddressPrefixes', destinations),
          ...oneOrMore('destinationPortRange', 'destinationPortRanges', ports),
        },
      })),
    },
  }));
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    metadata: {
      head: headOf(plan),
      codes: Object.fromEntries(plan.rules.map(({ code, why }) => [code, why.map((id) => addressOf(id, plan))])),
    },
    parameters: { location: { type: 'string', defaultValue: '[resourceGroup().location]' } },
    resources,
  };
  return [{ name: 'nsg.json', text: `${JSON.stringify(template, null, 2)}\n` }];
}

/** The same groups for Terraform's azurerm provider. */
export function terraform(plan: Plan): OutputFile[] {
  const text = JSON.stringify;
  const list = (items: readonly string[]) => `[${items.map((item) => text(item)).join(', ')}]`;
  const side = (one: string, more: string, items: readonly string[]) =>
    items.length === 1 ? `  ${one} = ${text(items[0])}` : `  ${more} = ${list(items)}`;
  const blocks = groupsOf(plan).flatMap(({ name, rules }) => {
    const id = name.replaceAll('-', '_');
    return [
      `resource "azurerm_network_security_group" "${id}" {`,
      `  name = ${text(name)}`,
      '  location = var.location',
      '  resource_group_name = var.resource_group_name',
      '}',
      ...rules.flatMap((rule) => [
        `resource "azurerm_network_security_rule" "${id}_${rule.name.toLowerCase().replaceAll('-', '_')}" {`,
        `  name = ${text(rule.name)}`,
        `  description = ${text(rule.description)}`,
        '  resource_group_name = var.resource_group_name',
        `  network_security_group_name = azurerm_network_security_group.${id}.name`,
        `  priority = ${rule.priority}`,
        `  direction = ${text(rule.direction)}`,
        `  access = ${text(rule.access)}`,
        `  protocol = ${text(rule.protocol)}`,
        side('source_address_prefix', 'source_address_prefixes', rule.sources),
        side('source_port_range', 'source_port_ranges', rule.sourcePorts),
        side('destination_address_prefix', 'destination_address_prefixes', rule.destinations),
        side('destination_port_range', 'destination_port_ranges', rule.ports),
        '}',
      ]),
    ];
  });
  const variables = ['location', 'resource_group_name'].map((name) => `variable "${name}" {\n  type = string\n}`);
  return [{ name: 'nsg.tf', text: [commented(plan, plan.rules, '#'), ...variables, ...blocks, ''].join('\n') }];
}

function oneOrMore(one: string, more: string, items: readonly string[]) {
  return items.length === 1 ? { [one]: items[0] } : { [more]: items };
}

function groupsOf(plan: Plan): { name: string; rules: Rule[] }[] {
  return firewallsOf(plan).map((firewall) => {
    const rules = plan.rules.filter((rule) => rule.firewall === firewall);
    const allowed = (['Inbound', 'Outbound'] as const).flatMap((direction) => {
      const those = rules.filter((rule) => directionOf(rule) === direction);
      const priorities = prioritiesOf(those);
      return those.map((rule, i) => allow(rule, direction, priorities[i] ?? LAST));
    });
    return { name: `lync-${slugOf(firewall)}`, rules: [...allowed, deny('Inbound'), deny('Outbound')] };
  });
}

/** As the perimeter network sees it, which is outside of the internal firewall. */
function directionOf({ firewall, way }: PlanRule): 'Inbound' | 'Outbound' {
  if (firewall === 'internal') return way === 'in' ? 'Outbound' : 'Inbound';
  return way === 'in' ? 'Inbound' : 'Outbound';
}

/** By the numbers of codes, so that a rule that comes or goes moves no other; a taken one gives way to the next. */
function prioritiesOf(rules: readonly PlanRule[]): number[] {
  const slots = Math.floor((LAST - 1 - FIRST) / GAP);
  const taken = new Set<number>();
  const priorities: number[] = rules.map(() => 0);
  const ordered = rules.map(({ code }, i) => ({ code, i })).sort((a, b) => (a.code < b.code ? -1 : 1));
  for (const { code, i } of ordered) {
    let slot = Number(code.split('-')[1]) % slots;
    while (taken.has(slot)) slot = (slot + 1) % slots;
    taken.add(slot);
    priorities[i] = FIRST + slot * GAP;
  }
  return priorities;
}

function allow(rule: PlanRule, direction: Rule['direction'], priority: number): Rule {
  const any = (items: readonly string[]) => (items.length === 0 || items.includes('any') ? ['*'] : items);
  return {
    name: rule.code,
    description: cut(titleOf(rule), 140),
    priority,
    direction,
    access: 'Allow',
    protocol: rule.transport === 'tcp' ? 'Tcp' : 'Udp',
    sources: any(rule.sources),
    sourcePorts: any(rangesOf(rule.sourcePorts)),
    destinations: any(rule.destinations),
    ports: any(rangesOf(rule.ports)),
  };
}

function deny(direction: Rule['direction']): Rule {
  const all = ['*'];
  return {
    name: `deny-${direction.toLowerCase()}`,
    description: 'What no rule allows is closed.',
    priority: LAST,
    direction,
    access: 'Deny',
    protocol: '*',
    sources: all,
    sourcePorts: all,
    destinations: all,
    ports: all,
  };
}
