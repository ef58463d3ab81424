import type { PortRule } from '@lync/port-catalog';
import { callerPlaces } from './callers.ts';
import { cloudPlaces } from './cloud-connector.ts';
import { edgePlace, peersOf } from './edge-places.ts';
import { otherTopology, tableOf } from './pages.ts';
import type { Place, Places } from './places.ts';
import { EVERY_PORT, portsOf } from './port-sets.ts';
import { portsOfRule, servicePorts } from './ports-of-rule.ts';
import { PROSE } from './prose.ts';
import type { Context, Unused, Wish } from './wishes.ts';

/** What a row that names both ends asks for, or why it asks for nothing. */
export function flowWishes(rule: PortRule, context: Context): Wish[] | Unused {
  const { places } = context;
  const { source, destination } = rule;
  if (!source || !destination) return { code: 'no-ends', words: '' };
  if (destination.roles.includes('office-365')) return { code: 'no-address', words: 'office-365' };
  const port = rule.ports?.ranges[0]?.from ?? 0;
  // Summaries open it to anybody; the table of the Edge page names who connects, and that is enough.
  const narrower = port === 23456 && source.roles.length === 0 ? narrowed(rule, context) : undefined;
  if (narrower) return { code: 'covered-by', words: narrower.id };
  const cloud = rule.scenario === 'cloud-connector';
  if (port === 50000 && !cloud) return mediaRange(rule, places);
  const from = cloud ? cloudEnd(source, rule, places) : endsOf(source.roles, source.any, rule, places, 'from');
  const to = cloud
    ? cloudEnd(destination, rule, places)
    : endsOf(destination.roles, destination.any, rule, places, 'to');
  const lacking = [from, to].find((ends) => 'code' in ends);
  if (lacking && 'code' in lacking) return lacking;
  const [role] = destination.roles;
  const ports = role ? servicePorts(portsOfRule(rule, places), role, places) : portsOfRule(rule, places);
  const sourcePorts =
    rule.sourcePorts && !rule.sourcePorts.any && rule.sourcePorts.ranges.length > 0
      ? portsOf(rule.sourcePorts.ranges)
      : EVERY_PORT;
  // With old clients the page's virtual address stays, and the nodes come to it.
  const toNodes = isInternalMedia(rule) && tableOf(rule).includes('virtual-ips');
  return (from as Place[]).flatMap((one) =>
    (to as Place[]).map(
      (other): Wish => ({
        from: one,
        to: other,
        ports,
        sourcePorts,
        basis: 'flow',
        ...(toNodes ? { prose: PROSE['media-to-nodes'].id } : {}),
      }),
    ),
  );
}

/** The row of the deployment's own Edge page for the same port, with the roles that connect. */
function narrowed(rule: PortRule, { rules, places }: Context): PortRule | undefined {
  return rules.find(
    (other) =>
      other.ports?.text === rule.ports?.text &&
      (other.source?.roles.length ?? 0) > 0 &&
      otherTopology(other, places.deployment) === undefined,
  );
}

function isInternalMedia({ destination, ports }: PortRule): boolean {
  const port = ports?.ranges[0]?.from;
  return (destination?.roles.includes('edge-server') ?? false) && (port === 443 || port === 3478);
}

/**
 * 50,000-59,999 is a source range going out, to any port, and asked for by the person; the page of Lync Server 2013 has
 * UDP for OCS 2007 alone. Inbound it is a range of destination ports, and for partners with OCS 2007 alone.
 */
function mediaRange(rule: PortRule, places: Places): Wish[] | Unused {
  const { external, edge, product } = places.deployment;
  const range = portsOfRule(rule, places);
  const old = places.named('communications server 2007', () =>
    external.partners.flatMap(({ communicationsServer2007, media }) => (communicationsServer2007 ? media : [])),
  );
  const inbound = rule.destination?.roles.includes('av-edge-service');
  const [av] = edgePlace('av-edge-service', inbound ? 'to' : 'from', rule, places);
  if (!av) return { code: 'no-server', words: 'edge' };
  const partners: Place | undefined = old && { role: 'federated-partner', zone: 'internet', set: old };
  if (inbound) {
    if (!partners) return { code: 'feature-off', words: 'external.partners[].communicationsServer2007, media' };
    return [{ from: partners, to: av, ports: range, basis: 'flow' }];
  }
  if (!edge.mediaRangeOutbound) return { code: 'feature-off', words: 'edge.mediaRangeOutbound' };
  const only = rule.transports.includes('udp') && product === 'lync-server-2013';
  const peers = only ? (partners ? [partners] : []) : peersOf(rule, places, 'av-edge-service');
  if (peers.length === 0) return { code: 'feature-off', words: 'external.partners[].communicationsServer2007, media' };
  return peers.map((to): Wish => ({ from: av, to, ports: EVERY_PORT, sourcePorts: range, basis: 'flow' }));
}

function cloudEnd(end: NonNullable<PortRule['source']>, rule: PortRule, places: Places): Place[] | Unused {
  const found = cloudPlaces(end, rule, places);
  return found.length > 0 ? found : { code: 'no-server', words: end.roles.join(', ') || 'networks.dns' };
}

/** One end of a flow: the roles that it names, or who "Any" is there. */
function endsOf(
  roles: readonly string[],
  any: boolean,
  rule: PortRule,
  places: Places,
  way: 'from' | 'to',
): Place[] | Unused {
  const { deployment } = places;
  const port = rule.ports?.ranges[0]?.from ?? 0;
  const others = way === 'from' ? rule.destination : rule.source;
  if (any && roles.length === 0) {
    const inside = others?.roles.includes('edge-server') || others?.roles.includes('director');
    if (!inside) {
      const peers = peersOf(rule, places, others?.roles[0] ?? '');
      return peers.length > 0 ? peers : { code: 'no-server', words: peerQuestion(port) };
    }
    if (port >= 50001 && port <= 50003) {
      const admins = callerPlaces('management-host', rule, places);
      return admins.length > 0 ? admins : { code: 'no-server', words: 'networks.administrators' };
    }
    const everybody = places.everybodyInside();
    return everybody.length > 0 ? everybody : { code: 'no-server', words: 'networks.clients, pools' };
  }
  const found = roles.flatMap((role): Place[] => {
    // Directors host no conferences, and Office Web Apps is published on 443: the catalog's advisories say so.
    if (role === 'director' && port === 8057) return [];
    if (role === 'office-web-apps-server' && port !== 443) return [];
    if (role === 'standard-edition-server' && roles.includes('front-end-server')) return [];
    if (['federated-partner', 'public-im-partner', 'client'].includes(role))
      return peersOf(rule, places, others?.roles[0] ?? '');
    if (role === 'reverse-proxy') return reverseProxy(rule, places, way);
    if (role.endsWith('-edge-service') || role === 'edge-server' || role === 'xmpp-proxy-service') {
      return edgePlace(role, way, rule, places);
    }
    // 4443 from inside is replication, which the server that holds the Central Management store does.
    const replicates = port === 4443 && way === 'from' && role === 'front-end-server';
    if (replicates) return places.from('front-end-server-with-central-management-store');
    return way === 'from' ? callerPlaces(role, rule, places) : directorsOf(rule, role, port, places);
  });
  if (found.length > 0) return found;
  const words =
    port === 4443 && way === 'from' && others?.roles.includes('edge-server')
      ? 'pools[].centralManagementStore'
      : roles.join(', ');
  return { code: 'no-server', words: deployment.edge.kind === 'none' && words.includes('edge') ? 'edge' : words };
}

/** The pages on Directors are for one way of load balancing each. */
function directorsOf(rule: PortRule, role: string, port: number, places: Places): Place[] {
  const table = tableOf(rule);
  if (role === 'director-load-balancer' && table === 'director-pool-dns-load-balancing' && port === 5061)
    return places.to('director', port);
  return places.to(role, port);
}

function peerQuestion(port: number): string {
  if (port === 53) return 'networks.dns';
  return port === 5269 ? 'external.xmpp' : 'external';
}

function reverseProxy(rule: PortRule, places: Places, way: 'from' | 'to'): Place[] {
  const { reverseProxy } = places.deployment;
  if (way === 'from') return callerPlaces('reverse-proxy', rule, places);
  const set = places.named('reverse-proxy outside', () => reverseProxy.outside);
  return set ? [{ role: 'reverse-proxy', zone: 'perimeter', set }] : [];
}
