import type { Advisory, Endpoint, PortRange, PortRule, Role, RoleId, Transport, Zone } from '@lync/port-catalog';
import { advisoriesOf, roleOf } from '../catalog.ts';
import { gatherPorts } from './gather.ts';

/** Who talks to whom, before anything is placed: one node for each role, one line for each pair. */

/** "Any", as the page says it; the inner one is whoever reaches an interface that faces the inside. */
export type AnyId = 'any' | 'any-inside';
/** A role that load balancers stand before is drawn apart from their virtual IP, which has ports of its own. */
export type NodeId = RoleId | AnyId | `${RoleId}${typeof VIRTUAL}`;
const VIRTUAL = ' virtual-ip';

/** The exemptions' "Any" is on no side: it stands before the zones. */
export type Band = 'neutral' | Zone;
export const BANDS: readonly Band[] = ['neutral', 'external', 'perimeter', 'internal'];

export interface FlowNode {
  id: NodeId;
  /** Null for "Any". */
  role: Role | null;
  /** Whether it is the virtual IP before the role rather than the role. */
  virtual: boolean;
  band: Band;
}

/** Which way traffic starts, as drawn: to the right, to the left, or from either end. */
export type Way = 'right' | 'left' | 'both';

/** Ports of a line that are opened the same way. */
export interface FlowPorts {
  /** Null for any port. */
  range: PortRange | null;
  transports: Transport[];
  way: Way;
  rules: PortRule[];
  /** What has to be known about any of the rules. */
  advisories: readonly Advisory[];
}

export interface FlowLine {
  /** The end that is drawn on the left; the same as `right` for a line from a node to itself. */
  left: NodeId;
  right: NodeId;
  ports: FlowPorts[];
}

export interface Flows {
  nodes: FlowNode[];
  lines: FlowLine[];
}

interface Flow {
  source: NodeId;
  destination: NodeId;
  rule: PortRule;
}

/** The nodes and lines of rules that say who talks to whom. */
export function flowsOf(rules: readonly PortRule[]): Flows {
  const neutral = rules.every((rule) => rule.kind === 'ipsec-exemption');
  const pairs = Map.groupBy(rules.flatMap(flowsOfRule), ({ source, destination }) =>
    [source, destination].sort().join(' '),
  );
  const nodes = new Map<NodeId, FlowNode>();
  const lines = [...pairs.values()].map((pair) => {
    const flows = neutral || !isInside(pair) ? pair : pair.map(inside);
    const ends = new Set(flows.flatMap(({ source, destination }) => [source, destination]));
    const [left, right = left] = [...ends].map((id) => nodeOf(id, neutral)).sort(leftToRight);
    if (left === undefined || right === undefined) throw new Error('a pair of roles has no flow');
    nodes.set(left.id, left).set(right.id, right);
    return { left: left.id, right: right.id, ports: portsOf(flows, left.id) };
  });
  return { nodes: [...nodes.values()].sort(leftToRight), lines };
}

/** A rule between several roles is a flow between each two of them. */
function flowsOfRule(rule: PortRule): Flow[] {
  const { source, destination } = rule;
  if (source === null || destination === null) return [];
  return endsOf(source, rule).flatMap((from) =>
    endsOf(destination, rule).map((to) => ({ source: from, destination: to, rule })),
  );
}

/** "Any" is drawn where the page does not narrow it to roles; the interface is that of whoever is in the perimeter. */
function endsOf({ roles }: Endpoint, rule: PortRule): readonly NodeId[] {
  if (roles.length === 0) return ['any'];
  const isVirtual = rule.interface?.address === 'virtual-ip';
  return roles.map((id): NodeId => (isVirtual && roleOf(id).zone === 'perimeter' ? `${id}${VIRTUAL}` : id));
}

/**
 * Whether "Any" means somebody inside: all that it has to do with the role is at an interface that the page calls
 * internal. Drawn outside it would look as if the Internet reached that interface.
 */
function isInside(flows: readonly Flow[]): boolean {
  return flows.every(({ source, destination, rule }) => {
    if ((source === 'any') === (destination === 'any')) return false;
    const other = source === 'any' ? rule.destination : rule.source;
    const id = source === 'any' ? destination : source;
    return nodeOf(id, false).band === 'perimeter' && /\binternal\b/i.test(other?.text.en ?? '');
  });
}

function inside({ source, destination, rule }: Flow): Flow {
  const move = (id: NodeId): NodeId => (id === 'any' ? 'any-inside' : id);
  return { source: move(source), destination: move(destination), rule };
}

function nodeOf(id: NodeId, neutral: boolean): FlowNode {
  if (id === 'any') return { id, role: null, virtual: false, band: neutral ? 'neutral' : 'external' };
  if (id === 'any-inside') return { id, role: null, virtual: false, band: 'internal' };
  const virtual = id.endsWith(VIRTUAL);
  const role = roleOf(id.replace(VIRTUAL, ''));
  return { id, role, virtual, band: role.zone };
}

function leftToRight(a: FlowNode, b: FlowNode): number {
  return BANDS.indexOf(a.band) - BANDS.indexOf(b.band) || (a.id < b.id ? -1 : 1);
}

function portsOf(flows: readonly Flow[], left: NodeId): FlowPorts[] {
  const tagged = flows.flatMap(({ source, destination, rule }) => {
    const ways =
      source === destination ? (['right', 'left'] as const) : ([source === left ? 'right' : 'left'] as const);
    return ways.map((tag) => ({ rule, tag }));
  });
  return gatherPorts<'right' | 'left'>(tagged, ['right', 'left']).map(({ range, transports, tags, rules }) => ({
    range,
    transports,
    way: tags.length === 2 ? 'both' : (tags[0] ?? 'right'),
    rules,
    advisories: [...new Set(rules.flatMap(advisoriesOf))],
  }));
}
