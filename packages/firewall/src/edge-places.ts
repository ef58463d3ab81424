import type { PortRule } from '@lync/port-catalog';
import type { AddressSet } from './addresses.ts';
import { tableOf } from './pages.ts';
import type { Place, Places } from './places.ts';

/** Services of the Edge by the names that their addresses have in a deployment. */
const SERVICES = {
  'access-edge-service': 'access',
  'xmpp-proxy-service': 'access',
  'web-conferencing-edge-service': 'webConferencing',
  'av-edge-service': 'av',
  'edge-server': 'internal',
} as const;

type EdgeRole = keyof typeof SERVICES;

/**
 * Where a role of the Edge is in a row. With hardware load balancing, the table says whether its ends are virtual
 * addresses; a row of another page has them as what others connect to. What the Edge begins leaves from the server, or
 * from the virtual address where the load balancer translates sources, but for media, which never passes it.
 */
export function edgePlace(role: string, way: 'from' | 'to', rule: PortRule, places: Places): Place[] {
  if (!(role in SERVICES)) return [];
  const { edge } = places.deployment;
  if (edge.kind === 'none') return [];
  const side = SERVICES[role as EdgeRole];
  const own = side === 'internal' || edge.addresses === 'three' ? side : 'access';
  const balancing = side === 'internal' ? (edge.internalBalancing ?? edge.balancing) : edge.balancing;
  const nodes = () => places.named(`edge ${own}`, () => edge.servers.flatMap((server) => server[own] ?? []));
  const virtual = () => places.named(`edge virtual ${own}`, () => [edge.virtual[own] ?? []].flat()) ?? nodes();
  const place = (set: AddressSet | undefined): Place[] => (set ? [{ role, zone: 'perimeter', set }] : []);
  if (edge.kind !== 'scaled' || balancing !== 'hardware') return place(nodes());
  const table = tableOf(rule);
  if (way === 'from') return place(edge.translatesSources && side !== 'av' ? virtual() : nodes());
  const isMedia = side === 'internal' && ['443', '3478'].includes(rule.ports?.text ?? '');
  if (isMedia && table.includes('virtual-ips')) {
    return place(edge.oldClients ? places.together(nodes(), virtual()) : nodes());
  }
  return place(/nodes$/.test(table) || (side === 'internal' && !table.includes('virtual-ips')) ? nodes() : virtual());
}

/** Who is at the other side of an Edge service, out on the Internet: as many as the answers let in. */
export function peersOf(rule: PortRule, places: Places, role: string): Place[] {
  const { external, networks, reverseProxy } = places.deployment;
  const port = rule.ports?.ranges[0]?.from ?? 0;
  const place = (name: string, set: AddressSet | undefined): Place[] =>
    set ? [{ role: name, zone: 'internet', set }] : [];
  const partners = (kind: 'access' | 'media') =>
    places.named(`partners ${kind}`, () => external.partners.flatMap((partner) => partner[kind]));
  if (role === 'reverse-proxy') return reverseProxy.outside.length > 0 ? place('any', places.any) : [];
  if (port === 53) return place('dns-server', places.open('dns', networks.dns));
  if (port === 80) return place('any', places.any);
  if (port === 5269) return place('xmpp-partner', places.open('xmpp', external.xmpp));
  const publicIm = places.open('public im', external.publicIm);
  const federated =
    external.federation === 'open' ? places.any : external.federation === 'none' ? undefined : partners('access');
  if (port === 5061) {
    const named = [...(rule.source?.roles ?? []), ...(rule.destination?.roles ?? [])];
    if (named.includes('public-im-partner')) return place('public-im-partner', publicIm);
    if (named.includes('federated-partner')) return place('federated-partner', federated);
    return place('federated-partner', places.together(federated, publicIm));
  }
  if (role === 'access-edge-service') return external.users ? place('client', places.any) : [];
  if (external.users || external.federation === 'open') return place('any', places.any);
  return external.federation === 'none' ? [] : place('federated-partner', partners('media'));
}
