import { advisories, type PortRule, ports, version } from '@lync/port-catalog';
import type { AddressSet } from './addresses.ts';
import { familyOf } from './check.ts';
import { codesOf } from './codes.ts';
import type { Deployment } from './deployment.ts';
import { grouped } from './grouped.ts';
import { type Box, meet, smallest } from './merge.ts';
import { type MessageCode, say, type Text } from './messages.ts';
import { Places } from './places.ts';
import { EVERY_PORT, type PortRange, portsOf } from './port-sets.ts';
import { PROSE, type ProseRule } from './prose.ts';
import { PURPOSES } from './purposes.ts';
import { deploymentOf, type Fault } from './read.ts';
import { type Flow, resolve } from './resolve.ts';
import { contains, overlap } from './spans.ts';
import type { Basis } from './wishes.ts';

/** One rule of one firewall. What is not allowed by a rule of a plan is closed. */
export interface PlanRule {
  /** `external`, `internal`, or `host:` and the role of the servers. */
  readonly firewall: string;
  /** Into what the firewall protects, or out of it. */
  readonly way: 'in' | 'out';
  /** Short and stable: the same packets keep it when others change. */
  readonly code: string;
  /** Addresses and networks in order, or `any` alone. */
  readonly sources: readonly string[];
  /** Empty: any. */
  readonly sourcePorts: readonly PortRange[];
  readonly destinations: readonly string[];
  /** Empty: any. */
  readonly ports: readonly PortRange[];
  readonly transport: 'tcp' | 'udp';
  readonly sourceRoles: readonly string[];
  readonly destinationRoles: readonly string[];
  /** The rules of the catalog, and those in prose, that ask for packets of this one. */
  readonly why: readonly string[];
  readonly required: boolean;
  readonly ifClosed: readonly Text[];
  /** The catalog's advisories about rows behind it. */
  readonly advisories: readonly string[];
  /** On what it rests who connects. */
  readonly derived: readonly Basis[];
}

/** A row of the catalog that asks for nothing here. */
export interface UnusedRow extends Text {
  readonly id: string;
  readonly code: MessageCode;
}

/** What a person must still decide or know. */
export interface Note extends Text {
  readonly code: MessageCode;
}

/** An address as a server has it, and as others outside see it. */
export interface Translation {
  readonly inside: string;
  readonly outside: string;
}

/** Everything that outputs are made of. */
export interface Plan {
  readonly deployment: Pick<Deployment, 'name' | 'version' | 'product' | 'firewalls'>;
  /** Of the catalog. */
  readonly catalog: string;
  readonly family: 4 | 6;
  readonly rules: readonly PlanRule[];
  readonly unused: readonly UnusedRow[];
  readonly notes: readonly Note[];
  readonly translations: readonly Translation[];
  readonly prose: readonly ProseRule[];
}

/**
 * The smallest set of rules for each firewall of a deployment, with the rows of the catalog behind each, and every other
 * row with the reason why it is not used; or what is wrong with the deployment.
 */
export function planOf(input: unknown): { plan: Plan } | { faults: readonly Fault[] } {
  const read = deploymentOf(input);
  return 'faults' in read ? read : { plan: planFor(read.deployment) };
}

function planFor(deployment: Deployment): Plan {
  const family = familyOf(deployment);
  const places = new Places(deployment, family);
  const rules = ports.filter(({ product }) => product === deployment.product);
  const byId = new Map<string, PortRule>(rules.map((rule) => [rule.id, rule]));
  const flows: Flow[] = [];
  const unused: UnusedRow[] = [];
  for (const rule of rules) {
    const result = resolve(rule, { places, rules, byId });
    if ('flows' in result) flows.push(...result.flows);
    else unused.push({ id: rule.id, code: result.unused.code, ...say(result.unused.code, result.unused.words) });
  }
  flows.push(...hairpins(places));
  const planned = rulesOf(flows, deployment.product);
  const used = new Set(planned.flatMap(({ why }) => why));
  return {
    deployment: {
      name: deployment.name,
      version: deployment.version,
      product: deployment.product,
      firewalls: deployment.firewalls,
    },
    catalog: version,
    family,
    rules: planned,
    unused,
    notes: notesOf(deployment, planned).map((code) => ({ code, ...say(code, wordsOf(code, deployment)) })),
    translations: translationsOf(deployment),
    prose: Object.values(PROSE).filter(({ id }) => used.has(id)),
  };
}

/** Edge Servers of a pool reach each other on their public A/V addresses, as a page says in prose. */
function hairpins(places: Places): Flow[] {
  const { edge, features, firewalls, external } = places.deployment;
  const reached = external.users || external.federation !== 'none';
  const media = (features.audioVideo || features.applicationSharing) && reached;
  if (edge.kind !== 'scaled' || edge.servers.length < 2 || !firewalls.external || !media) return [];
  const own = edge.addresses === 'three' ? 'av' : 'access';
  const sources = places.named(`edge ${own}`, () => edge.servers.flatMap((server) => server[own] ?? []));
  const destinations = places.named(`edge public ${own}`, () =>
    edge.servers.flatMap((server) => (edge.nat ? server.public?.[own] : server[own]) ?? []),
  );
  if (!sources || !destinations) return [];
  return (
    [
      ['tcp', 443],
      ['udp', 3478],
    ] as const
  ).map(([transport, port]) => ({
    rule: PROSE['edge-servers-reach-each-other'].id,
    firewall: 'external',
    way: 'out',
    transport,
    sources,
    sourcePorts: EVERY_PORT,
    destinations,
    ports: portsOf([{ from: port, to: port }]),
    sourceRole: 'av-edge-service',
    destinationRole: 'av-edge-service',
    basis: 'prose',
    purpose: 'edge-media',
    optional: false,
  }));
}

const ADVISORIES = new Map<string, string[]>();
for (const { id, rules } of advisories) {
  for (const rule of rules) ADVISORIES.set(rule, [...(ADVISORIES.get(rule) ?? []), id]);
}

function rulesOf(flows: readonly Flow[], product: Deployment['product']): PlanRule[] {
  const rules = [
    ...grouped(flows, ({ firewall, way, transport }) => `${firewall}|${way}|${transport}`).values(),
  ].flatMap((group) => {
    const boxes = smallest(group);
    const behind = new Map<Box, Flow[]>(boxes.map((box) => [box, []]));
    for (const flow of group) for (const box of boxesOf(flow, boxes)) behind.get(box)?.push(flow);
    return boxes.map((box) => ruleOf(box, behind.get(box) as Flow[]));
  });
  const orders = new Map(rules.map((rule) => [rule, orderOf(rule)]));
  rules.sort((a, b) => ((orders.get(a) ?? '') < (orders.get(b) ?? '') ? -1 : 1));
  const codes = codesOf(rules, product);
  return rules.map((rule, i) => ({ ...rule, code: codes[i] ?? '' }));
}

/**
 * The boxes by which the packets of a flow pass: those that have both of its ends. Only where none does are they several
 * that have a part of it each; to go by parts always would count what "any" has in common with everything.
 */
function boxesOf(flow: Flow, boxes: readonly Box[]): readonly Box[] {
  const whole = boxes.filter(
    ({ sources, destinations, ports, sourcePorts }) =>
      overlap(ports.spans, flow.ports.spans) &&
      overlap(sourcePorts.spans, flow.sourcePorts.spans) &&
      contains(sources.spans, flow.sources.spans) &&
      contains(destinations.spans, flow.destinations.spans),
  );
  return whole.length > 0 ? whole : boxes.filter((box) => meet(flow, box));
}

/** Firewalls from the outside to the inside, rules by their ports and ends. */
function orderOf({ firewall, transport, ports: [first], destinations, sources }: PlanRule): string {
  const depth = firewall === 'external' ? 0 : firewall === 'internal' ? 1 : 2;
  const port = String(first?.from ?? 0).padStart(5, '0');
  return [depth, firewall, transport, port, destinations.join(), sources.join()].join('|');
}

/** A rule has the words of every flow behind it. */
function ruleOf(box: Box, behind: readonly Flow[]): PlanRule {
  const each = <T>(of: (flow: Flow) => T): T[] => [...new Set(behind.map(of))].sort();
  const why = each(({ rule }) => rule);
  const [{ firewall, way, transport }] = behind as readonly [Flow, ...Flow[]];
  return {
    firewall,
    way,
    code: '',
    sources: textsOf(box.sources),
    sourcePorts: rangesOf(box.sourcePorts),
    destinations: textsOf(box.destinations),
    ports: rangesOf(box.ports),
    transport,
    sourceRoles: each(({ sourceRole }) => sourceRole),
    destinationRoles: each(({ destinationRole }) => destinationRole),
    why,
    required: behind.some(({ optional }) => !optional),
    ifClosed: each(({ purpose }) => purpose).map((purpose) => PURPOSES[purpose]),
    advisories: [...new Set(why.flatMap((id) => ADVISORIES.get(id) ?? []))].sort(),
    derived: each(({ basis }) => basis),
  };
}

function textsOf({ blocks }: AddressSet): string[] {
  return blocks.map(({ text }) => text);
}

function rangesOf({ key, ranges }: Box['ports']): readonly PortRange[] {
  return key === EVERY_PORT.key ? [] : ranges;
}

function notesOf(deployment: Deployment, rules: readonly PlanRule[]): MessageCode[] {
  const { edge, external, networks, sqlServers, fileServers, persistentChat, pools, directors, firewalls, product } =
    deployment;
  const is2013 = product === 'lync-server-2013';
  const notes: MessageCode[] = [];
  const scaled = edge.kind === 'scaled';
  if (scaled && edge.internalBalancing && edge.internalBalancing !== edge.balancing) notes.push('mixed-balancing');
  const why = new Set(rules.flatMap((rule) => rule.why));
  if (why.has(PROSE['edge-servers-reach-each-other'].id)) notes.push('hairpin');
  if (edge.kind !== 'none') {
    const outside = external.users || external.federation !== 'none' || external.publicIm.length > 0;
    if (outside && networks.dns.length === 0) notes.push('no-dns');
    if (edge.nat) notes.push('nat-symmetric');
    if (scaled && edge.balancing === 'hardware') notes.push('source-address');
    notes.push('media-range');
  }
  if (firewalls.hosts && [...pools, ...directors].some(({ virtual }) => virtual)) notes.push('pool-translation');
  if ([...why].some((id) => id.includes('-135-'))) notes.push('dynamic-ports');
  if (sqlServers.length > 0) notes.push(is2013 ? 'windows-firewall' : 'sql-not-listed');
  if (fileServers.length > 0 && is2013) notes.push('files-not-listed');
  if (persistentChat.some(({ servers }) => servers.length > 1)) notes.push('chat-8011');
  if (!firewalls.stateful) notes.push('stateless');
  return notes;
}

function wordsOf(code: MessageCode, { edge }: Deployment): string | Text {
  if (code !== 'source-address') return '';
  return edge.translatesSources ? { en: 'the virtual address', ko: '가상 주소' } : { en: 'each server', ko: '각 서버' };
}

function translationsOf({ edge, reverseProxy, cloudConnector }: Deployment): Translation[] {
  const pairs = edge.servers.flatMap((server) =>
    (['access', 'webConferencing', 'av'] as const).map((name) => [server[name], server.public?.[name]] as const),
  );
  pairs.push(...reverseProxy.outside.map((inside, i) => [inside, reverseProxy.public[i]] as const));
  pairs.push(...cloudConnector.edge.map((inside, i) => [inside, cloudConnector.public[i]] as const));
  return pairs.flatMap(([inside, outside]) => (inside && outside ? [{ inside, outside }] : []));
}
