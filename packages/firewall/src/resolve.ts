import { ports as everyRule, type PortRule } from '@lync/port-catalog';
import type { AddressSet } from './addresses.ts';
import { cloudPlaces } from './cloud-connector.ts';
import { edgePlace, peersOf } from './edge-places.ts';
import { switchedOff } from './features.ts';
import type { MessageCode } from './messages.ts';
import { otherTopology, tableOf } from './pages.ts';
import { INTERNAL_SERVERS, type Place, type Places } from './places.ts';
import { EVERY_PORT, type PortsSet, portsOf } from './port-sets.ts';
import { PROSE } from './prose.ts';
import { type Purpose, purposeOf, rolesOf } from './purposes.ts';

/**
 * Whence it is known who connects: a published flow names both ends, a page's words do, this project says so, or a page
 * does so in prose.
 */
export type Basis = 'flow' | 'quoted' | 'project' | 'prose';

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

/** Why a row is not used. */
export interface Unused {
  readonly code: MessageCode;
  readonly words: string;
}

/** What a row asks for between two ends, before the firewalls on the way are known. */
interface Wish {
  readonly from: Place;
  readonly to: Place;
  readonly ports: PortsSet;
  readonly sourcePorts?: PortsSet;
  readonly basis: Basis;
  readonly prose?: string;
}

/** What the rows of a product have between them, which one row cannot know alone. */
export interface Context {
  readonly places: Places;
  readonly rules: readonly PortRule[];
  readonly byId: ReadonlyMap<string, PortRule>;
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
  const wishes = wishesOf(rule, context);
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

function wishesOf(rule: PortRule, context: Context): Wish[] | Unused {
  const { places } = context;
  if (rule.kind === 'flow') return flowWishes(rule, context);
  if (rule.role === 'sql-server') return sqlWishes(rule, context);
  if (rule.calls.length > 0) return callWishes(rule, context);
  if (rule.ports?.ranges[0]?.from === 5060) return remoteCallControl(rule, places);
  if (rule.callers.length === 0) return { code: rule.service === null ? 'outgoing' : 'no-caller', words: '' };
  const listeners = listenersOf(rule, places);
  if (listeners.length === 0) return { code: 'no-server', words: rule.role ?? '' };
  if (rule.kind === 'virtual-ip' && rule.callers.some(({ role }) => role === 'reverse-proxy')) {
    if (places.deployment.reverseProxy.translatesPorts) {
      return { code: 'translated', words: '' };
    }
  }
  const ports = portsOfRule(rule, places);
  const wishes = rule.callers.flatMap(({ role, by, from }) =>
    callerPlaces(role, rule, places).flatMap((caller) =>
      listeners.map((to): Wish => ({ from: caller, to, ports, basis: basisOf(by, from, context) })),
    ),
  );
  if (wishes.length > 0) return wishes;
  return { code: 'no-server', words: rule.callers.map(({ role }) => role).join(', ') };
}

function basisOf(by: string, from: string, { byId }: Context): Basis {
  if (by === 'project') return 'project';
  return byId.get(from)?.kind === 'flow' ? 'flow' : 'quoted';
}

/** Who listens: servers, load balancers, or both of what "all internal servers" are for a port. */
function listenersOf(rule: PortRule, places: Places): Place[] {
  const port = rule.ports?.ranges[0]?.from ?? 0;
  if (rule.kind === 'virtual-ip') {
    const set = places.named('web virtual addresses', () =>
      places.deployment.pools.flatMap(({ virtual }) => virtual ?? []),
    );
    return set ? [{ role: 'front-end-load-balancer', zone: 'internal', set }] : [];
  }
  // The note says which servers terminate audio.
  if (rule.role === 'all-internal-servers') {
    return [...places.to('front-end-server', port), ...places.to('mediation-server', port)];
  }
  return rule.role ? places.to(rule.role, port) : [];
}

function callerPlaces(role: string, rule: PortRule, places: Places): Place[] {
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

/** Rows among listening ports whose role is the one that connects. */
function callWishes(rule: PortRule, context: Context): Wish[] | Unused {
  const { places } = context;
  const ports = portsOfRule(rule, places);
  const port = ports.ranges[0]?.from ?? 0;
  const wishes: Wish[] = [];
  const missing: string[] = [];
  for (const { role, by, from } of rule.calls) {
    const outside = role.endsWith('-edge-service');
    const targets = outside
      ? edgePlace(role, 'to', rule, places)
      : role === 'all-internal-servers'
        ? INTERNAL_SERVERS.flatMap((one) => places.to(one, port))
        : places.to(role, port);
    const callers = outside ? peersOf(rule, places, role) : rule.role ? callerPlaces(rule.role, rule, places) : [];
    if (targets.length === 0) missing.push(role);
    else if (callers.length === 0) missing.push(outside ? 'external' : (rule.role ?? ''));
    for (const to of targets) {
      for (const caller of callers) {
        const at = outside ? servicePorts(ports, role, places) : ports;
        wishes.push({ from: caller, to, ports: at, basis: basisOf(by, from, context) });
      }
    }
  }
  return wishes.length > 0 ? wishes : { code: 'no-server', words: missing.join(', ') };
}

/** 5060 without TLS is for trusted applications alone; nobody else is told to use it. */
function remoteCallControl(rule: PortRule, places: Places): Wish[] | Unused {
  const from = places.from('trusted-application-server');
  const listeners = listenersOf(rule, places);
  if (from.length === 0) return { code: 'no-server', words: 'trustedApplications' };
  if (listeners.length === 0) return { code: 'no-server', words: rule.role ?? '' };
  const ports = portsOfRule(rule, places);
  return from.flatMap((caller) => listeners.map((to): Wish => ({ from: caller, to, ports, basis: 'quoted' })));
}

/** Each SQL Server has ports of its own. */
function sqlWishes(rule: PortRule, context: Context): Wish[] | Unused {
  const { places } = context;
  const { sqlServers } = places.deployment;
  const question = rule.ports?.configurable
    ? 'namedInstances'
    : rule.transports.includes('udp')
      ? 'browser'
      : 'defaultInstance';
  if (sqlServers.length === 0) return { code: 'no-server', words: 'sqlServers' };
  const wishes = sqlServers.flatMap((server) => {
    const numbers = question === 'namedInstances' ? server.namedInstances : server[question] ? [undefined] : [];
    const set = places.named(`sql ${server.address}`, () => [server.address]);
    if (!set || numbers.length === 0) return [];
    const ports =
      question === 'namedInstances'
        ? portsOf(server.namedInstances.map((port) => ({ from: port, to: port })))
        : portsOfRule(rule, places);
    const to: Place = { role: 'sql-server', zone: 'internal', set, hosts: { firewall: 'host:sql-server', set } };
    return rule.callers.flatMap(({ role, by, from }) =>
      callerPlaces(role, rule, places).map(
        (caller): Wish => ({ from: caller, to, ports, basis: basisOf(by, from, context) }),
      ),
    );
  });
  if (wishes.length > 0) return wishes;
  return { code: 'no-port', words: `sqlServers[].${question}` };
}

/** Rows that name both ends. */
function flowWishes(rule: PortRule, context: Context): Wish[] | Unused {
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

/** With one address for all services, each has a port of its own. */
function servicePorts(ports: PortsSet, role: string, { deployment }: Places): PortsSet {
  if (deployment.edge.addresses === 'three' || ports.key !== '443') return ports;
  if (role === 'access-edge-service') return portsOf([{ from: 5061, to: 5061 }]);
  if (role === 'web-conferencing-edge-service') return portsOf([{ from: 444, to: 444 }]);
  return ports;
}

/** The ports of a row, with ranges of media as they are configured. */
function portsOfRule(rule: PortRule, { deployment }: Places): PortsSet {
  const { mediaRanges } = deployment;
  const { ports, service, role } = rule;
  const first = ports?.ranges[0]?.from;
  if (rule.kind === 'listener' && first !== undefined) {
    const { audio, video, applicationSharing } = mediaRanges;
    if (role === 'all-internal-servers' && first === 49152 && audio) return portsOf([audio]);
    if (service === 'av-conferencing-service' && first === 57501 && video) return portsOf([video]);
    if (service === 'application-sharing-service' && first === 49152 && applicationSharing) {
      return portsOf([applicationSharing]);
    }
  }
  return !ports || ports.any ? EVERY_PORT : portsOf(ports.ranges);
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
