import type { PortRule } from '@lync/port-catalog';
import type { Deployment } from '@lync/port-firewall';
import { isIn, type Packet } from './packets.ts';

/**
 * Whether a row of the catalog that a plan uses asks for a packet, told from the row and the deployment by asking of each
 * address who it is. It knows nothing of sets, merging or firewalls' rules, and shares no code with the planner.
 */
export function asks(rule: PortRule, d: Deployment, packet: Packet): boolean {
  const transports = rule.transports.length > 0 ? rule.transports : ['tcp'];
  if (!transports.includes(packet.transport)) return false;
  return ends(rule, d).some(
    ([from, to, at]) =>
      at(packet.firewall) &&
      whoIs(packet.source, d, from) &&
      whoIs(packet.destination, d, to) &&
      portsOk(rule, d, packet, to),
  );
}

/** Names of places, each with the addresses that are there. */
export function places(d: Deployment): Record<string, readonly string[]> {
  const e = d.edge;
  const there = e.kind === 'none' ? [] : e.servers;
  const pools = (list: readonly { servers: string[] }[]) => list.flatMap(({ servers }) => servers);
  const web = (list: Deployment['pools'] | Deployment['directors']) =>
    list.flatMap((p) => (p.balancing === 'none' || !p.virtual ? p.servers : [p.virtual]));
  const sip = (list: Deployment['pools'] | Deployment['directors']) =>
    list.flatMap((p) => (p.balancing === 'hardware' && p.virtual ? [p.virtual] : p.servers));
  const virtuals = (list: readonly { balancing: string; virtual?: string | undefined }[], kinds: string[]) =>
    list.flatMap((p) => (p.virtual && kinds.includes(p.balancing) ? [p.virtual] : []));
  const one = e.addresses === 'one';
  const nodes = (name: 'access' | 'webConferencing' | 'av') => there.flatMap((s) => s[one ? 'access' : name] ?? []);
  const branches = (kind: string) => d.survivableBranches.flatMap((b) => (b.kind === kind ? [b.address] : []));
  const product = [
    ...pools(d.pools),
    ...pools(d.directors),
    ...pools(d.mediationServers),
    ...pools(d.persistentChat),
    ...d.survivableBranches.map((b) => b.address),
  ];
  const partners = (name: 'access' | 'media') => d.external.partners.flatMap((p) => p[name]);
  const { federation, users } = d.external;
  const list = (end: 'any' | readonly string[]) => (end === 'any' ? ['any'] : end);
  return {
    internet: ['any'],
    'edge internal': there.map((s) => s.internal),
    'edge internal virtual': e.virtual.internal ? [e.virtual.internal] : [],
    'access nodes': nodes('access'),
    'webConferencing nodes': nodes('webConferencing'),
    'av nodes': nodes('av'),
    'access virtual': [e.virtual.access ?? []].flat(),
    'webConferencing virtual': [(one ? e.virtual.access : e.virtual.webConferencing) ?? []].flat(),
    'av virtual': [(one ? e.virtual.access : e.virtual.av) ?? []].flat(),
    'av public': there.flatMap((s) => (e.nat ? s.public?.[one ? 'access' : 'av'] : s[one ? 'access' : 'av']) ?? []),
    'proxy outside': d.reverseProxy.outside,
    'reverse-proxy': d.reverseProxy.inside,
    'front-end-server': pools(d.pools),
    'front-end-server web': web(d.pools),
    'front-end-server sip': sip(d.pools),
    'front-end-server-with-mediation-server': pools(d.pools.filter((p) => p.mediation)),
    'front-end-server-with-central-management-store': pools(d.pools.filter((p) => p.centralManagementStore)),
    director: pools(d.directors),
    'director web': web(d.directors),
    'director sip': sip(d.directors),
    'mediation-server': pools(d.mediationServers),
    'persistent-chat-front-end-server': pools(d.persistentChat),
    'office-web-apps-server': d.officeWebApps,
    'survivable-branch-appliance': branches('appliance'),
    'survivable-branch-server': branches('server'),
    'exchange-unified-messaging': d.exchangeUnifiedMessaging,
    'file-store': d.fileServers,
    'trusted-application-server': d.trustedApplications,
    'statistics-manager-server': d.statisticsManager,
    'statistics-manager-agent': product,
    'all-internal-servers': product,
    'management-host': d.networks.administrators,
    'internal-client': [...d.networks.clients, ...d.networks.branches],
    'ip-phone': [...d.networks.clients, ...d.networks.branches],
    inside: [...d.networks.clients, ...d.networks.branches, ...product, ...d.exchangeUnifiedMessaging],
    gateways: [...d.gateways.tcp, ...d.gateways.tls],
    'gateways tcp': d.gateways.tcp,
    'gateways tls': d.gateways.tls,
    'pool virtual': d.pools.flatMap((p) => p.virtual ?? []),
    'front-end-load-balancer web': virtuals(d.pools, ['dns', 'hardware']),
    'director-load-balancer web': virtuals(d.directors, ['dns', 'hardware']),
    'front-end-load-balancer all': virtuals(d.pools, ['hardware']),
    'director-load-balancer all': virtuals(d.directors, ['hardware']),
    'mediation-load-balancer all': virtuals(d.mediationServers, ['hardware']),
    'front-end-load-balancer-with-mediation-server all': virtuals(
      d.pools.filter((p) => p.mediation),
      ['hardware'],
    ),
    'sql default': d.sqlServers.flatMap((s) => (s.defaultInstance ? [s.address] : [])),
    'sql browser': d.sqlServers.flatMap((s) => (s.browser ? [s.address] : [])),
    'sql named': d.sqlServers.flatMap((s) => (s.namedInstances.length > 0 ? [s.address] : [])),
    'cloud-connector-edge-component': d.cloudConnector.edge,
    'cloud-connector-mediation-component': d.cloudConnector.mediation,
    'cloud-connector-host': d.cloudConnector.hosts,
    dns: list(d.networks.dns),
    xmpp: list(d.external.xmpp),
    publicIm: list(d.external.publicIm),
    sip: [
      ...(federation === 'open' ? ['any'] : federation === 'partners' ? partners('access') : []),
      ...list(d.external.publicIm),
    ],
    federated: federation === 'open' ? ['any'] : federation === 'partners' ? partners('access') : [],
    media: users || federation === 'open' ? ['any'] : federation === 'partners' ? partners('media') : [],
    old: d.external.partners.flatMap((p) => (p.communicationsServer2007 ? p.media : [])),
  };
}

const cache = new WeakMap<Deployment, Record<string, readonly string[]>>();

function whoIs(address: string, d: Deployment, place: string): boolean {
  let all = cache.get(d);
  if (!all) {
    all = places(d);
    cache.set(d, all);
  }
  const blocks = all[place];
  if (!blocks) throw new Error(`no place ${place}`);
  return blocks.length > 0 && isIn(address, blocks);
}

type End = readonly [from: string, to: string, at: (firewall: string) => boolean];

const external = (firewall: string) => firewall === 'external';
const internal = (firewall: string) => firewall === 'internal';
const host = (role: string) => {
  const name = role.startsWith('front-end')
    ? 'front-end-server'
    : role.startsWith('survivable')
      ? 'survivable-branch'
      : role;
  return (firewall: string) => firewall === `host:${name}`;
};
const HOSTS =
  /^(?:front-end-server|director$|mediation-server|persistent-chat|office-web|survivable|file-store|statistics-manager-server)/;
const WEB = [80, 443, 4443, 8080];

function ends(rule: PortRule, d: Deployment): End[] {
  const port = rule.ports?.ranges[0]?.from ?? 0;
  const table = rule.table.split('/')[1] ?? '';
  if (rule.kind === 'flow') return flowEnds(rule, d, port, table);
  if (rule.role === 'sql-server') {
    const which = rule.ports?.configurable ? 'named' : rule.transports[0] === 'udp' ? 'browser' : 'default';
    return rule.callers.map(({ role }) => [role, `sql ${which}`, host('sql-server')]);
  }
  const serves: End[] = rule.calls.flatMap(({ role }): End[] => {
    if (role.endsWith('-edge-service')) return outsideIn(role, port, d, table);
    const names =
      role === 'all-internal-servers'
        ? [
            'front-end-server',
            'director',
            'mediation-server',
            'persistent-chat-front-end-server',
            'survivable-branch-appliance',
            'survivable-branch-server',
          ]
        : [role];
    return names.filter((name) => HOSTS.test(name)).map((name) => [rule.role ?? '', name, host(name)]);
  });
  // A client of a row of clients is one inside where it calls a server.
  const calling: End[] = serves.map(([from, to, at]) => [from === 'client' ? 'internal-client' : from, to, at]);
  const callers = port === 5060 ? ['trusted-application-server'] : rule.callers.map(({ role }) => role);
  const listening = callers.flatMap((caller): End[] => {
    const from = callerName(caller, port, d);
    const across = from.zone === 'perimeter' && !(from.behind ?? false);
    if (rule.kind === 'virtual-ip') return across ? [[from.name, 'pool virtual', internal]] : [];
    if (rule.kind === 'load-balancer') {
      const name = `${rule.role} ${WEB.includes(port) ? 'web' : 'all'}`;
      return across ? [[from.name, name, internal]] : [];
    }
    const roles = rule.role === 'all-internal-servers' ? ['front-end-server', 'mediation-server'] : [rule.role ?? ''];
    return roles.flatMap((role): End[] => [
      ...(HOSTS.test(role) ? [[from.name, role, host(role)] as const] : []),
      ...(across ? [[from.name, reach(role, port), internal] as const] : []),
    ]);
  });
  return [...calling, ...listening];
}

function reach(role: string, port: number): string {
  if (role !== 'front-end-server' && role !== 'director') return role;
  if (WEB.includes(port)) return `${role} web`;
  return port === 5061 ? `${role} sip` : role;
}

function callerName(role: string, port: number, d: Deployment): { name: string; zone?: string; behind?: boolean } {
  if (role === 'edge-server') return { name: edgeFrom('internal', d), zone: 'perimeter' };
  if (role === 'reverse-proxy') {
    return { name: role, zone: 'perimeter', behind: !d.reverseProxy.translatesPorts && [4443, 8080].includes(port) };
  }
  if (role === 'pstn-gateway')
    return { name: port === 5067 ? 'gateways tls' : port === 5068 ? 'gateways tcp' : 'gateways' };
  return { name: role === 'client' ? 'internal-client' : role };
}

function isHardware(d: Deployment, inside: boolean): boolean {
  return (
    d.edge.kind === 'scaled' && ((inside ? d.edge.internalBalancing : undefined) ?? d.edge.balancing) === 'hardware'
  );
}

function edgeFrom(which: 'internal' | 'access' | 'webConferencing' | 'av', d: Deployment): string {
  const inside = which === 'internal';
  const virtual = isHardware(d, inside) && d.edge.translatesSources && which !== 'av';
  if (inside) return virtual ? 'edge internal virtual' : 'edge internal';
  return `${which} ${virtual ? 'virtual' : 'nodes'}`;
}

const SERVICE: Record<string, 'access' | 'webConferencing' | 'av'> = {
  'access-edge-service': 'access',
  'xmpp-proxy-service': 'access',
  'web-conferencing-edge-service': 'webConferencing',
  'av-edge-service': 'av',
};

/** From the Internet to a service of the Edge. */
function outsideIn(role: string, port: number, d: Deployment, table: string, partner?: string): End[] {
  const which = SERVICE[role] ?? 'access';
  const to = `${which} ${isHardware(d, false) && !table.endsWith('nodes') ? 'virtual' : 'nodes'}`;
  return [[peers(which, port, d, partner), to, external]];
}

function peers(which: string, port: number, d: Deployment, partner?: string): string {
  if (port === 53) return 'dns';
  if (port === 80) return 'internet';
  if (port === 5269) return 'xmpp';
  if (port === 5061)
    return partner === 'public-im-partner' ? 'publicIm' : partner === 'federated-partner' ? 'federated' : 'sip';
  if (which === 'access') return 'internet';
  void d;
  return 'media';
}

function flowEnds(rule: PortRule, d: Deployment, port: number, table: string): End[] {
  const from = rule.source?.roles ?? [];
  const to = rule.destination?.roles ?? [];
  const [source = ''] = from;
  const [target = ''] = to;
  if (rule.scenario === 'cloud-connector') {
    const of = (role: string) => {
      if (role === '') return port === 53 ? 'dns' : 'internet';
      if (role !== 'pstn-gateway') return role;
      return port === 5067 ? 'gateways tls' : port === 5060 || port === 5068 ? 'gateways tcp' : 'gateways';
    };
    return [[of(source), of(target), source === '' || target === '' ? external : internal]];
  }
  if (port === 50000) {
    if (target === 'av-edge-service')
      return [['old', `av ${table.endsWith('virtual-ips') ? 'virtual' : 'nodes'}`, external]];
    const only = d.product === 'lync-server-2013' && rule.transports[0] === 'udp';
    return [['av nodes', only ? 'old' : 'media', external]];
  }
  if (target in SERVICE) return outsideIn(target, port, d, table, source);
  if (source in SERVICE) {
    const which = SERVICE[source] ?? 'access';
    return [[edgeFrom(which, d), peers(which, port, d, target), external]];
  }
  if (target === 'reverse-proxy') return [['internet', 'proxy outside', external]];
  if (target === 'edge-server') {
    const virtual = table.endsWith('virtual-ips');
    const media = port === 443 || port === 3478;
    const tos = !virtual
      ? ['edge internal']
      : media
        ? ['edge internal', ...(d.edge.oldClients ? ['edge internal virtual'] : [])]
        : ['edge internal virtual'];
    const admins = port >= 50001 && port <= 50003;
    const froms =
      from.length === 0
        ? [admins ? 'management-host' : 'inside']
        : from.flatMap((role) => {
            if (role === 'standard-edition-server' || (role === 'director' && port === 8057)) return [];
            return role === 'front-end-server' && port === 4443
              ? ['front-end-server-with-central-management-store']
              : [role];
          });
    return froms.flatMap((one) => tos.map((other): End => [one, other, internal]));
  }
  if (source === 'edge-server' && to.length === 0) return [[edgeFrom('internal', d), 'inside', internal]];
  const froms = from.length === 0 ? ['management-host'] : from;
  return froms.flatMap((one) =>
    to.flatMap((role): End[] => {
      if (role === 'office-web-apps-server' && port !== 443) return [];
      const caller = callerName(one, port, d);
      const across = caller.zone === 'perimeter' && !caller.behind;
      const balanced = role.endsWith('load-balancer');
      const name = !balanced
        ? reach(role, port)
        : table === 'director-pool-dns-load-balancing' && port === 5061
          ? 'director sip'
          : `${role} ${WEB.includes(port) ? 'web' : 'all'}`;
      return [
        ...(across ? [[caller.name, name, internal] as const] : []),
        ...(HOSTS.test(role) ? [[caller.name, role, host(role)] as const] : []),
      ];
    }),
  );
}

function portsOk(rule: PortRule, d: Deployment, { port, sourcePort }: Packet, to: string): boolean {
  const within = (ranges: readonly { from: number; to: number }[], n: number) =>
    ranges.some((r) => r.from <= n && n <= r.to);
  const own = rule.ports?.ranges ?? [];
  if (rule.ports?.configurable && rule.role === 'sql-server') {
    return d.sqlServers.some(({ namedInstances }) => namedInstances.includes(port));
  }
  if (rule.ports?.any) return within(rule.sourcePorts?.ranges ?? [], sourcePort);
  if (own[0]?.from === 50000 && rule.scenario !== 'cloud-connector' && !to.startsWith('av '))
    return within(own, sourcePort);
  const configured = mediaRange(rule, d);
  if (configured) return within([configured], port);
  const says = rule.sourcePorts && !rule.sourcePorts.any && rule.sourcePorts.ranges.length > 0;
  if (says && !within(rule.sourcePorts?.ranges ?? [], sourcePort)) return false;
  if (d.edge.addresses === 'one' && own.length === 1 && own[0]?.from === 443) {
    if (to.startsWith('access ')) return port === 5061;
    if (to.startsWith('webConferencing ')) return port === 444;
  }
  return within(own, port);
}

function mediaRange(rule: PortRule, d: Deployment): { from: number; to: number } | undefined {
  if (rule.kind !== 'listener') return undefined;
  const first = rule.ports?.ranges[0]?.from;
  if (rule.role === 'all-internal-servers' && first === 49152) return d.mediaRanges.audio;
  if (rule.service === 'av-conferencing-service' && first === 57501) return d.mediaRanges.video;
  if (rule.service === 'application-sharing-service' && first === 49152) return d.mediaRanges.applicationSharing;
  return undefined;
}
