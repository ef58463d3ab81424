import type { PortRule } from '@lync/port-catalog';
import { edgePlace } from './edge-places.ts';
import type { Place, Places } from './places.ts';

/** Where the hosts of a role stand that connect to the ports of a row; empty where the deployment has none. */
export function callerPlaces(role: string, rule: PortRule, places: Places): Place[] {
  const { gateways, reverseProxy, networks } = places.deployment;
  const port = rule.ports?.ranges[0]?.from ?? 0;
  switch (role) {
    case 'edge-server':
      return edgePlace('edge-server', 'from', rule, places);
    case 'reverse-proxy': {
      const set = places.named('reverse-proxy inside', () => reverseProxy.inside);
      // Where the load balancer behind it translates, 4443 and 8080 are met by no firewall but the servers' own.
      const behind = !reverseProxy.translatesPorts && (port === 4443 || port === 8080);
      return set ? [{ role, zone: behind ? 'internal' : 'perimeter', set }] : [];
    }
    case 'pstn-gateway': {
      const list = port === 5067 ? gateways.tls : port === 5068 ? gateways.tcp : [...gateways.tcp, ...gateways.tls];
      const set = places.named(`${role}:${port === 5067 || port === 5068 ? port : ''}`, () => list);
      return set ? [{ role, zone: 'internal', set }] : [];
    }
    case 'management-host': {
      const set = places.named(role, () => networks.administrators);
      return set ? [{ role, zone: 'internal', set }] : [];
    }
    default:
      return places.from(role);
  }
}
