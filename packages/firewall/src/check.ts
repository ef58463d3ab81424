import { type Block, blockOf, type Family, isHost } from './addresses.ts';
import type { Deployment } from './deployment.ts';
import { type MessageCode, say } from './messages.ts';
import { type Fault, pathText } from './read.ts';
import { overlap } from './spans.ts';

/** Where an address stands, which decides the firewalls on its way. */
type Zone = 'internet' | 'perimeter' | 'internal';

interface Use {
  readonly path: string;
  readonly zone: Zone;
  readonly block: Block;
  /** Whether nobody else may have the address. */
  readonly exclusive: boolean;
}

/** What is wrong with answers taken together; each alone is right. */
export function check(deployment: Deployment): Fault[] {
  return [
    ...edgeFaults(deployment),
    ...poolFaults(deployment),
    ...otherFaults(deployment),
    ...addressFaults(deployment),
  ];
}

function faultAt(code: MessageCode, path: string, value: unknown, words = ''): Fault {
  return { code, path, value, ...say(code, words) };
}

function edgeFaults({ edge }: Deployment): Fault[] {
  const { kind, servers, nat, addresses, virtual } = edge;
  if (kind === 'none') return servers.length > 0 ? [faultAt('no-edge', 'edge.servers', servers.length)] : [];
  const faults: Fault[] = [];
  if (servers.length === 0) faults.push(faultAt('no-servers', 'edge.servers', servers));
  if (kind === 'single' && servers.length > 1) faults.push(faultAt('one-server', 'edge.servers', servers.length));
  if (servers.length > 12) faults.push(faultAt('too-many-edges', 'edge.servers', servers.length));
  const services = addresses === 'three' ? (['access', 'webConferencing', 'av'] as const) : (['access'] as const);
  const hardware = kind === 'scaled' && edge.balancing === 'hardware';
  if (hardware && nat) faults.push(faultAt('hardware-with-nat', 'edge.nat', nat));
  const needed = [
    ...(hardware ? services : []),
    ...(kind === 'scaled' && (edge.internalBalancing ?? edge.balancing) === 'hardware' ? (['internal'] as const) : []),
  ];
  for (const name of needed) {
    if (!virtual[name]) faults.push(faultAt('needs-virtual', `edge.virtual.${name}`, undefined));
  }
  servers.forEach((server, i) => {
    const at = `edge.servers[${i}]`;
    for (const name of services) {
      if (!server[name]) faults.push(faultAt('needs-address', `${at}.${name}`, undefined));
      if (nat && !server.public?.[name]) faults.push(faultAt('needs-public', `${at}.public.${name}`, undefined));
      if (!nat && isPrivate(server[name])) faults.push(faultAt('private-outside', `${at}.${name}`, server[name]));
    }
    if (!nat && server.public) faults.push(faultAt('public-without-nat', `${at}.public`, server.public));
  });
  return faults;
}

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'].map((text) => blockOf(text) as Block);

function isPrivate(address: string | undefined): boolean {
  const block = address === undefined ? undefined : (blockOf(address) as Block);
  return block !== undefined && PRIVATE.some((one) => one.family === block.family && overlap([one.span], [block.span]));
}

function poolFaults(deployment: Deployment): Fault[] {
  return (['pools', 'directors', 'mediationServers', 'persistentChat'] as const).flatMap((list) =>
    deployment[list].flatMap(({ balancing, virtual }, i) =>
      balancing !== 'none' && !virtual ? [faultAt('needs-virtual', `${list}[${i}].virtual`, undefined)] : [],
    ),
  );
}

function otherFaults(deployment: Deployment): Fault[] {
  const { product, persistentChat, external, reverseProxy, cloudConnector, edge, pools } = deployment;
  const faults: Fault[] = [];
  const machines = [...cloudConnector.edge, ...cloudConnector.mediation, ...cloudConnector.hosts];
  if (product === 'cloud-connector-edition') {
    const name = 'Cloud Connector Edition';
    if (edge.kind !== 'none') faults.push(faultAt('not-in-product', 'edge.kind', edge.kind, name));
    if (pools.length > 0) faults.push(faultAt('not-in-product', 'pools', pools.length, name));
  } else if (machines.length > 0) faults.push(faultAt('not-in-product', 'cloudConnector', machines.length, product));
  if (cloudConnector.public.length > 0 && cloudConnector.public.length !== cloudConnector.edge.length) {
    faults.push(faultAt('public-count', 'cloudConnector.public', cloudConnector.public.length));
  }
  if (product === 'skype-for-business-server-2019') {
    const name = 'Skype for Business Server 2019';
    if (external.xmpp.length > 0) faults.push(faultAt('not-in-product', 'external.xmpp', external.xmpp, name));
    if (persistentChat.length > 0)
      faults.push(faultAt('not-in-product', 'persistentChat', persistentChat.length, name));
  }
  if (external.federation === 'partners' && external.partners.length === 0) {
    faults.push(faultAt('partners-missing', 'external.federation', external.federation));
  }
  if (reverseProxy.public.length > 0 && reverseProxy.public.length !== reverseProxy.outside.length) {
    faults.push(faultAt('public-count', 'reverseProxy.public', reverseProxy.public.length));
  }
  return faults;
}

/** The family of a deployment's addresses, which is one. */
export function familyOf(deployment: Deployment): Family {
  for (const { block } of usesOf(deployment)) return block.family;
  return 4;
}

/**
 * No address may be in two places: two servers of one address are one of them mistyped, and a network that reaches into
 * another zone would open a firewall to machines of the wrong side. Networks of people inside may overlap each other
 * and hold servers, as they do in life.
 */
function addressFaults(deployment: Deployment): Fault[] {
  const uses = [...usesOf(deployment)];
  const [first] = uses;
  const stranger = uses.find(({ block }) => block.family !== first?.block.family);
  if (first && stranger) {
    return [faultAt('families', stranger.path, stranger.block.text, `${first.path} (${first.block.text})`)];
  }
  const ordered = uses
    .map((use, order) => ({ ...use, order }))
    .sort((a, b) =>
      a.block.span[0] < b.block.span[0] ? -1 : a.block.span[0] > b.block.span[0] ? 1 : a.order - b.order,
    );
  const faults: { order: number; fault: Fault }[] = [];
  let open: typeof ordered = [];
  for (const use of ordered) {
    open = open.filter(({ block }) => block.span[1] >= use.block.span[0]);
    const other = open.find((one) => one.zone !== use.zone || (one.exclusive && use.exclusive));
    if (other) {
      const [earlier, later] = other.order < use.order ? [other, use] : [use, other];
      const fault = faultAt('overlap', later.path, later.block.text, `${earlier.path} (${earlier.block.text})`);
      faults.push({ order: later.order, fault });
    }
    open.push(use);
  }
  return faults.sort((a, b) => a.order - b.order).map(({ fault }) => fault);
}

/** Networks and devices may be those of others: a gateway may speak both TCP and TLS, a partner have one address for all. */
const SHARED = /^(?:networks|external|gateways)\./;
const INTERNET = /^(?:external|networks\.dns|.*\.public\b)/;
const PERIMETER = /^(?:edge|reverseProxy|cloudConnector)\b/;

function* usesOf(deployment: Deployment): Generator<Use> {
  for (const [path, text] of texts(deployment, [])) {
    const block = blockOf(text);
    if (typeof block === 'string') continue;
    const zone = INTERNET.test(path) ? 'internet' : PERIMETER.test(path) ? 'perimeter' : 'internal';
    // A reverse proxy with one leg has the same address on both sides.
    if (path.startsWith('reverseProxy.inside') && deployment.reverseProxy.outside.includes(text)) continue;
    yield { path, zone, block, exclusive: !SHARED.test(path) && isHost(block) };
  }
}

function* texts(value: unknown, path: readonly PropertyKey[]): Generator<[string, string]> {
  if (typeof value === 'string') {
    if (!/(?:^|\.)(?:name|version|\$schema)$|^firewalls\.interfaces/.test(pathText(path)))
      yield [pathText(path), value];
  } else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* texts(item, [...path, i]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* texts(item, [...path, key]);
  }
}
