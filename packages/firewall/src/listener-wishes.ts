import type { PortRule } from '@lync/port-catalog';
import { callerPlaces } from './callers.ts';
import { edgePlace, peersOf } from './edge-places.ts';
import { INTERNAL_SERVERS, type Place, type Places } from './places.ts';
import { portsOf } from './port-sets.ts';
import { portsOfRule, servicePorts } from './ports-of-rule.ts';
import { basisOf, type Context, type Unused, type Wish } from './wishes.ts';

/** What a row of listening ports asks for: its callers, or whom its role calls; or why it asks for nothing. */
export function listenerWishes(rule: PortRule, context: Context): Wish[] | Unused {
  const { places } = context;
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
