import type { PortRule } from '@lync/port-catalog';
import type { Place, Places } from './places.ts';

/**
 * Who is at one end of a row of Cloud Connector Edition. Its machines stand in the perimeter network, with the gateways
 * and clients behind the internal firewall; "Any" is the Internet.
 */
export function cloudPlaces(end: PortRule['source'], rule: PortRule, places: Places): Place[] {
  const { cloudConnector, gateways, networks } = places.deployment;
  const port = rule.ports?.ranges[0]?.from ?? 0;
  if (!end || end.roles.length === 0) {
    const set = port === 53 ? places.open('dns', networks.dns) : places.any;
    return set ? [{ role: port === 53 ? 'dns-server' : 'any', zone: 'internet', set }] : [];
  }
  return end.roles.flatMap((role): Place[] => {
    const { edge, mediation, hosts } = cloudConnector;
    const addresses = {
      'cloud-connector-edge-component': edge,
      'cloud-connector-mediation-component': mediation,
      'cloud-connector-host': hosts,
    }[role as string];
    if (addresses) {
      const set = places.named(role, () => addresses);
      return set ? [{ role, zone: 'perimeter', set }] : [];
    }
    if (role !== 'pstn-gateway') return places.from(role);
    // 5060 and 5068 are without TLS, 5067 is with it, media is of all.
    const list = port === 5067 ? gateways.tls : port === 5060 || port === 5068 ? gateways.tcp : undefined;
    const set = places.named(`${role}:${list ? port : ''}`, () => list ?? [...gateways.tcp, ...gateways.tls]);
    return set ? [{ role, zone: 'internal', set }] : [];
  });
}
