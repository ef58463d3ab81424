import { ports as everyRule, type PortRule } from '@lync/port-catalog';
import type { AddressSet } from './addresses.ts';
import { switchedOff } from './features.ts';
import { flowWishes } from './flow-wishes.ts';
import { listenerWishes } from './listener-wishes.ts';
import type { MessageCode } from './messages.ts';
import { otherTopology } from './pages.ts';
import type { Places } from './places.ts';
import { EVERY_PORT, type PortsSet } from './port-sets.ts';
import { type Purpose, purposeOf, rolesOf } from './purposes.ts';
import type { Basis, Context, Unused, Wish } from './wishes.ts';

/** Packets that a row asks for at one firewall. */
export interface Flow {
  readonly rule: string;
  readonly firewall: string;
  readonly way: 'in' | 'out';
  readonly transport: 'tcp' | 'udp';
  readonly sources: AddressSet;
  readonly sourcePorts: PortsSet;
  readonly destinations: AddressSet;
  readonly ports: PortsSet;
  readonly sourceRole: string;
  readonly destinationRole: string;
  readonly basis: Basis;
  readonly purpose: Purpose;
  readonly optional: boolean;
}

/** What a row asks for in a deployment, or why it asks for nothing. */
export function resolve(rule: PortRule, context: Context): { flows: Flow[] } | { unused: Unused } {
  const { places } = context;
  const { deployment } = places;
  const unused = (code: MessageCode, words = ''): { unused: Unused } => ({ unused: { code, words } });
  if (rule.kind === 'ipsec-exemption') return unused('ipsec-exemption');
  if (rule.kind === 'media-range') return unused('media-setting');
  if (rule.releases && !rule.releases.includes(deployment.product as never)) {
    return unused('other-release', rule.releases.join(', '));
  }
  const other = otherTopology(rule, deployment);
  if (other !== undefined) return unused('other-topology', other);
  const transports = transportsOf(rule, context);
  if ('unused' in transports) return transports;
  const ended = rolesOf(rule).includes('live-messenger-client');
  if (ended) return unused('ended');
  const off = switchedOff(rule, deployment);
  if (off !== undefined) return unused('feature-off', off);
  const wishes = rule.kind === 'flow' ? flowWishes(rule, context) : listenerWishes(rule, context);
  if ('code' in wishes) return { unused: wishes };
  const flows = wishes.flatMap((wish) => transports.of.flatMap((transport) => flowsOf(rule, wish, transport, places)));
  if (flows.length > 0) return { flows };
  const [first] = wishes;
  if (wishes.every(isOneHost)) return unused('same-host');
  return unused('no-firewall', first ? `${first.from.role} → ${first.to.role}` : '');
}

/** A row without a transport has that of another row, of its product if one has it, for the same role or service and port. */
function transportsOf(rule: PortRule, { rules }: Context): { of: PortRule['transports'] } | { unused: Unused } {
  if (rule.transports.length > 0) return { of: rule.transports };
  const isSame = ({ transports, ports, role, service, destination }: PortRule) =>
    transports.length > 0 &&
    ports?.text === rule.ports?.text &&
    ((rule.service !== null && service === rule.service) ||
      (rule.role !== null && (role === rule.role || (destination?.roles.includes(rule.role) ?? false))));
  const same = rules.find(isSame) ?? everyRule.find(isSame);
  if (!same) return { unused: { code: rule.source || rule.role ? 'no-port' : 'no-ends', words: 'TCP / UDP' } };
  if (rule.role === null) return { unused: { code: 'covered-by', words: same.id } };
  return { of: same.transports };
}

/** The firewalls that a packet meets, and what it looks like there. */
function flowsOf(rule: PortRule, wish: Wish, transport: 'tcp' | 'udp', { deployment }: Places): Flow[] {
  const { from, to, ports, sourcePorts = EVERY_PORT, basis } = wish;
  const outer = from.zone === 'internet' || (from.zone === 'perimeter' && to.zone === 'internal');
  const flow = (firewall: string, destinations: AddressSet, id: string = rule.id, why: Basis = basis): Flow => ({
    rule: id,
    firewall,
    way: outer || firewall.startsWith('host:') ? 'in' : 'out',
    transport,
    sources: from.set,
    sourcePorts,
    destinations,
    ports,
    sourceRole: from.role,
    destinationRole: to.role,
    basis: why,
    purpose: purposeOf(rule),
    optional: rule.optional === true,
  });
  const zones = new Set([from.zone, to.zone]);
  const at: Flow[] = [];
  const crosses = (firewall: 'external' | 'internal') => {
    if (!deployment.firewalls[firewall]) return;
    at.push(flow(firewall, to.set));
    if (wish.prose) at.push(flow(firewall, to.set, wish.prose, 'prose'));
  };
  if (zones.has('internet') && zones.size > 1) crosses('external');
  if (zones.has('internal') && zones.size > 1) crosses('internal');
  if (to.hosts && deployment.firewalls.hosts && !isOneHost(wish)) at.push(flow(to.hosts.firewall, to.hosts.set));
  return at;
}

function isOneHost({ from, to }: Wish): boolean {
  const hosts = to.hosts?.set ?? to.set;
  return (
    from.set.key === hosts.key && from.set.blocks.length === 1 && from.set.spans[0]?.[0] === from.set.spans[0]?.[1]
  );
}
