import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Language } from '../lang.ts';
import { BANDS, type Band, type FlowLine, type FlowNode, type FlowPorts, type Flows } from './flows.ts';
import { type Face, widthOf, wrap } from './measure.ts';
import { arrowOf, portLabel } from './words.ts';

/** Where everything stands: elkjs lays the nodes out in columns by zone and leads the lines around them. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** What a line's label says: a row for each port, and how many more there are. */
export interface Label extends Box {
  rows: { text: string; ports: FlowPorts }[];
  /** Ports for which there is no row. */
  rest: FlowPorts[];
}

export interface PlacedNode extends Box {
  node: FlowNode;
  text: string[];
}

export interface PlacedLine {
  line: FlowLine;
  /** To the label and on from it; from a node to itself there is one. */
  paths: Point[][];
  label: Label;
}

export interface Drawing {
  width: number;
  height: number;
  bands: (Box & { band: Band })[];
  nodes: PlacedNode[];
  lines: PlacedLine[];
}

export const NAME: Face = { size: 13, bold: true };
export const PORTS: Face = { size: 12, monospaced: true };
/** Line height of a name; a row of a label is as high as a target has to be for a finger. */
export const LEADING = 17;
export const ROW = 24;
/** The room that an arrowhead needs at the side of a node. */
const TIP = 12;
const BAND_HEAD = 30;
const BAND_PADDING = 12;
const NAME_LIMIT = 140;
/** As many rows as a label has before it says "+n" instead: one more is shown, because "+1" takes as much room. */
const ROWS = 6;

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.partitioning.activate': 'true',
  'elk.separateConnectedComponents': 'false',
  'elk.padding': `[top=${BAND_HEAD},left=${BAND_PADDING},bottom=${BAND_PADDING},right=${BAND_PADDING}]`,
  'elk.spacing.nodeNode': '22',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.labelNode': '10',
  'elk.spacing.nodeSelfLoop': '16',
  'elk.layered.spacing.nodeNodeBetweenLayers': '34',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
  'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.thoroughness': '60',
};

// TypeScript sees the module's default or the module, by its settings; at run time both are the constructor.
type Constructor<Module> = Module extends { default: infer Default } ? Default : Module;
const Elk = ELK as unknown as Constructor<typeof ELK>;

/** Lays out who talks to whom; `nameOf` says what a node is called. The same input gives the same drawing. */
export async function place(flows: Flows, nameOf: (node: FlowNode) => string, lang: Language): Promise<Drawing> {
  const texts = new Map(flows.nodes.map((node) => [node.id, wrap(nameOf(node), NAME_LIMIT, NAME)]));
  const widthIn = (band: Band) =>
    Math.max(
      64,
      ...flows.nodes
        .filter((node) => node.band === band)
        .flatMap(({ id }) => texts.get(id) ?? [])
        .map((line) => widthOf(line, NAME)),
    ) + 20;
  const columnOf = new Map(flows.nodes.map(({ id, band }) => [id, 2 * BANDS.indexOf(band)]));
  const labels = flows.lines.map((line) => labelOf(line, lang));
  const graph: ElkNode = {
    id: 'flows',
    layoutOptions: OPTIONS,
    children: [
      ...flows.nodes.map((node) => {
        const text = texts.get(node.id) ?? [];
        const height = Math.max(text.length * LEADING + 16, linesAt(node, flows) * TIP + 10);
        return inColumn(columnOf.get(node.id), { id: node.id, width: widthIn(node.band), height });
      }),
      ...flows.lines.flatMap(({ left, right }, at) => {
        const { width = 0, height = 0 } = labels[at] ?? {};
        return left === right ? [] : [inColumn((columnOf.get(left) ?? 0) + 1, { id: `label ${at}`, width, height })];
      }),
    ],
    edges: flows.lines.flatMap(({ left, right }, at): ElkExtendedEdge[] => {
      const { width = 0, height = 0 } = labels[at] ?? {};
      if (left === right) {
        return [{ id: `${at}`, sources: [left], targets: [left], labels: [{ text: `${at}`, width, height }] }];
      }
      return [
        { id: `${at}`, sources: [left], targets: [`label ${at}`] },
        { id: `${at} on`, sources: [`label ${at}`], targets: [right] },
      ];
    }),
  };
  const placed = await new Elk().layout(graph);
  const shapes = new Map(placed.children?.map((shape) => [shape.id, shape]));
  const edges = new Map(placed.edges?.map((edge) => [edge.id, edge]));
  const nodes = flows.nodes.map((node) => ({ node, text: texts.get(node.id) ?? [], ...boxOf(shapes.get(node.id)) }));
  const lines = flows.lines.map((line, at) => {
    const first = edges.get(`${at}`);
    const label = { ...labelOf(line, lang), ...boxOf(shapes.get(`label ${at}`) ?? first?.labels?.[0]) };
    return { line, paths: [first, edges.get(`${at} on`)].flatMap((edge) => pathsOf(edge)), label };
  });
  const size = sizeOf([...nodes, ...lines.map(({ label }) => label)]);
  return { ...size, bands: bandsOf(nodes, size.height), nodes, lines };
}

/** How many lines end at the side of a node that has the most. */
function linesAt({ id }: FlowNode, { lines }: Flows): number {
  const between = lines.filter(({ left, right }) => left !== right);
  return Math.max(between.filter(({ left }) => left === id).length, between.filter(({ right }) => right === id).length);
}

/**
 * A label is laid out as a node in a column of its own between two zones: elkjs would put an edge's label wherever the
 * edge has room, among the nodes too, and the columns of the zones would break up.
 */
function inColumn(column: number | undefined, node: ElkNode): ElkNode {
  return { ...node, layoutOptions: { 'elk.partitioning.partition': String(column) } };
}

function pathsOf(edge: ElkExtendedEdge | undefined): Point[][] {
  return (edge?.sections ?? []).map(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map(round),
  );
}

function labelOf({ ports }: FlowLine, lang: Language): Label {
  const shown = ports.length <= ROWS + 1 ? ports : ports.slice(0, ROWS);
  const rest = ports.slice(shown.length);
  const rows = shown.map((each) => ({
    text: `${arrowOf(each)} ${portLabel(each, lang)}${each.advisories.length > 0 ? ' !' : ''}`,
    ports: each,
  }));
  const width = Math.max(0, ...rows.map(({ text }) => widthOf(text, PORTS))) + 14;
  return { rows, rest, x: 0, y: 0, width, height: (rows.length + (rest.length > 0 ? 1 : 0)) * ROW };
}

function boxOf(shape: { x?: number; y?: number; width?: number; height?: number } | undefined): Box {
  const { x = 0, y = 0, width = 0, height = 0 } = shape ?? {};
  return { ...round({ x, y }), width, height };
}

function round({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}

function sizeOf(boxes: readonly Box[]): { width: number; height: number } {
  const edge = (end: (box: Box) => number) => Math.max(...boxes.map(end)) + BAND_PADDING;
  return { width: edge(({ x, width }) => x + width), height: edge(({ y, height }) => y + height) };
}

/** The zones are bands behind their nodes, as high as the drawing. */
function bandsOf(nodes: readonly PlacedNode[], height: number): Drawing['bands'] {
  return BANDS.flatMap((band) => {
    const own = nodes.filter(({ node }) => node.band === band);
    if (own.length === 0 || band === 'neutral') return [];
    const x = Math.min(...own.map((box) => box.x)) - BAND_PADDING;
    const right = Math.max(...own.map((box) => box.x + box.width)) + BAND_PADDING;
    return [{ band, x, y: 0, width: right - x, height }];
  });
}
