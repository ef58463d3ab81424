import type { PortRule } from '@lync/port-catalog';
import type { Deployment, Plan } from '@lync/port-firewall';
import { places } from './asked.ts';
import { type Packet, passes } from './packets.ts';

/** Nobody's address: "Any" as printed lets it pass. */
const STRANGER = '192.0.2.77';

/**
 * Whether a plan lets pass what a row of an Edge page says to the letter: its own words for the ends, "Any" being
 * anybody, its ports as destination ports, and its source ports where it has any.
 */
export function isToTheLetter(rule: PortRule, deployment: Deployment, plan: Plan): boolean {
  const firewall = rule.firewall?.at ?? 'external';
  const table = rule.table.split('/')[1] ?? '';
  const there = places(deployment);
  const side = (end: PortRule['source']): readonly string[] => {
    if (!end || end.roles.length === 0) return [STRANGER];
    // "Any" on the Internet is anybody at all.
    return end.roles.flatMap((role) =>
      (there[placeOf(role, table, rule.ports?.ranges[0]?.from)] ?? []).map((text) =>
        text === 'any' ? STRANGER : text,
      ),
    );
  };
  const [sources, destinations] = [side(rule.source), side(rule.destination)];
  if (sources.length === 0 || destinations.length === 0) return false;
  const numbers = rule.ports?.any ? [7] : (rule.ports?.ranges ?? []).flatMap(({ from, to }) => [from, to]);
  return rule.transports.every((transport) =>
    sources.every((source) =>
      destinations.every((destination) =>
        numbers.every((port) => {
          const packet: Packet = {
            firewall,
            transport,
            source,
            sourcePort: rule.sourcePorts?.ranges[0]?.from ?? 1024,
            destination,
            port,
          };
          return passes(plan, packet);
        }),
      ),
    ),
  );
}

function placeOf(role: string, table: string, port?: number): string {
  if (role === 'pstn-gateway')
    return port === 5067 ? 'gateways tls' : port === 5060 || port === 5068 ? 'gateways tcp' : 'gateways';
  const address = table.endsWith('virtual-ips') ? 'virtual' : 'nodes';
  switch (role) {
    case 'access-edge-service':
    case 'xmpp-proxy-service':
      return `access ${address}`;
    case 'web-conferencing-edge-service':
      return `webConferencing ${address}`;
    case 'av-edge-service':
      return `av ${address}`;
    case 'edge-server':
      return address === 'virtual' ? 'edge internal virtual' : 'edge internal';
    case 'client':
    case 'federated-partner':
    case 'public-im-partner':
      return 'internet';
    case 'standard-edition-server':
      return 'front-end-server';
    default:
      return role;
  }
}
