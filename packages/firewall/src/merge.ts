import { type AddressSet, union } from './addresses.ts';
import { grouped } from './grouped.ts';
import { EVERY_PORT, type PortsSet, portsOfSpans } from './port-sets.ts';
import { common, contains, joined, overlap, type Span, without } from './spans.ts';

/** The packets of one transport that pass: any source with any destination, as a rule of a firewall has it. */
export interface Box {
  readonly sources: AddressSet;
  readonly sourcePorts: PortsSet;
  readonly destinations: AddressSet;
  readonly ports: PortsSet;
}

const SIDES = ['sources', 'sourcePorts', 'destinations', 'ports'] as const;
type Side = (typeof SIDES)[number];

/** Ports before addresses reads best; the others win only where they need fewer rules. */
const ORDERS: readonly (readonly Side[])[] = [
  ['sourcePorts', 'ports', 'destinations', 'sources'],
  ['sourcePorts', 'destinations', 'sources', 'ports'],
  ['sourcePorts', 'sources', 'destinations', 'ports'],
];

/**
 * The fewest boxes by which exactly the packets of `boxes` pass. They are cut where ports of any begin or end, so that
 * what one asks for within another is found; then boxes that differ on one side only become one, side by side, until
 * none do; ports that were cut for the sake of another are made whole; at last a box whose packets all pass by the others
 * goes. The order of `boxes` makes no difference.
 */
export function smallest(boxes: readonly Box[]): readonly Box[] {
  const pieces = outermost(cut(boxes));
  let best: readonly Box[] | undefined;
  for (const order of ORDERS) {
    const merged = needed(mergedBy(widened(mergedBy(pieces, order), boxes), order));
    if (!best || merged.length < best.length) best = merged;
  }
  return best ?? [];
}

/** Whether a packet of the one may be one of the other. */
export function meet(a: Box, b: Box): boolean {
  return SIDES.every((side) => overlap(a[side].spans, b[side].spans));
}

/** What makes two boxes the same, and their order. */
export function keyOf(box: Box): string {
  return SIDES.map((side) => box[side].key).join('|');
}

function cut(boxes: readonly Box[]): Box[] {
  const pieces = new Map<string, Box>();
  const sourceEdges = edges(boxes.map(({ sourcePorts }) => sourcePorts));
  const portEdges = edges(boxes.map(({ ports }) => ports));
  for (const box of boxes) {
    for (const sourcePorts of cutAt(box.sourcePorts, sourceEdges)) {
      for (const ports of cutAt(box.ports, portEdges)) {
        const piece = { ...box, sourcePorts, ports };
        pieces.set(keyOf(piece), piece);
      }
    }
  }
  return sorted([...pieces.values()]);
}

function edges(sets: readonly PortsSet[]): bigint[] {
  const all = new Set(sets.flatMap(({ spans }) => spans.flatMap(([from, to]) => [from, to + 1n])));
  return [...all].sort((a, b) => (a < b ? -1 : 1));
}

function cutAt(set: PortsSet, at: readonly bigint[]): PortsSet[] {
  return set.spans.flatMap(([from, to]) => {
    const starts = [from, ...at.filter((edge) => edge > from && edge <= to)];
    return starts.map((start, i) => portsOfSpans([[start, (starts[i + 1] ?? to + 1n) - 1n]]));
  });
}

/** Without pieces that lie inside another piece of the same ports. */
function outermost(pieces: readonly Box[]): Box[] {
  return [...grouped(pieces, ({ sourcePorts, ports }) => `${sourcePorts.key}|${ports.key}`).values()].flatMap((alike) =>
    alike.filter((piece) => !alike.some((other) => other !== piece && inside(piece, other))),
  );
}

function inside(inner: Box, outer: Box): boolean {
  return SIDES.every((side) => inner[side].key === outer[side].key || contains(outer[side].spans, inner[side].spans));
}

function mergedBy(pieces: readonly Box[], order: readonly Side[]): readonly Box[] {
  let boxes = pieces;
  for (let before = -1; before !== boxes.length; ) {
    before = boxes.length;
    for (const side of order) boxes = mergedAlong(boxes, side);
  }
  return sorted(boxes);
}

function mergedAlong(boxes: readonly Box[], side: Side): readonly Box[] {
  const others = SIDES.filter((other) => other !== side);
  const groups = grouped(boxes, (box) => others.map((other) => box[other].key).join('|'));
  return [...groups.values()].map((group) => {
    const [first] = group as [Box, ...Box[]];
    if (group.length === 1) return first;
    const spans = () => joined(group.flatMap((box) => box[side].spans));
    if (side === 'sources' || side === 'destinations') return { ...first, [side]: union(...group.map((b) => b[side])) };
    return { ...first, [side]: portsOfSpans(spans()) };
  });
}

/**
 * Boxes with ports as somebody asked for them: what was cut out of a range for the sake of another box is put back where
 * those packets pass by the others anyway, so that no rule has holes that mean nothing.
 */
function widened(boxes: readonly Box[], asked: readonly Box[]): Box[] {
  return boxes.map((box) => {
    let wide = box;
    for (const side of ['sourcePorts', 'ports'] as const) {
      const sets = new Map(asked.filter((one) => meet(one, box)).map((one) => [one[side].key, one[side]]));
      for (const set of [...sets.values()].sort((a, b) => (a.key < b.key ? -1 : 1))) {
        const more = without(set.spans, wide[side].spans);
        if (more.length === 0) continue;
        const added = { ...wide, [side]: portsOfSpans(more) };
        if (!passes(added, boxes)) continue;
        wide = { ...wide, [side]: portsOfSpans(joined([...wide[side].spans, ...more])) };
      }
    }
    return wide;
  });
}

function passes(box: Box, others: readonly Box[]): boolean {
  const near = others.filter((other) => meet(other, box));
  return near.length > 0 && covered(sidesOf(box), near.map(sidesOf));
}

/** Without boxes whose packets all pass by those that stay. */
function needed(boxes: readonly Box[]): readonly Box[] {
  const kept = [...boxes];
  for (const box of boxes.toReversed()) {
    if (
      passes(
        box,
        kept.filter((other) => other !== box),
      )
    )
      kept.splice(kept.indexOf(box), 1);
  }
  return kept;
}

type Sides = readonly (readonly Span[])[];

function sidesOf(box: Box): Sides {
  return SIDES.map((side) => box[side].spans);
}

/** What the first of the others leaves of the box is a piece on each side, and the rest must cover every piece. */
function covered(box: Sides, others: readonly Sides[]): boolean {
  const [other, ...rest] = others;
  if (!other) return false;
  if (box.some((spans, i) => !overlap(spans, other[i] ?? []))) return covered(box, rest);
  return box.every((spans, i) => {
    const left = without(spans, other[i] ?? []);
    if (left.length === 0) return true;
    return covered(
      box.map((own, j) => (j < i ? common(own, other[j] ?? []) : j === i ? left : own)),
      rest,
    );
  });
}

function sorted(boxes: readonly Box[]): Box[] {
  const keys = new Map(boxes.map((box) => [box, keyOf(box)]));
  return [...boxes].sort((a, b) => ((keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1));
}

/** A box for any source port, which is nearly every box. */
export function boxOf(sources: AddressSet, destinations: AddressSet, ports: PortsSet, sourcePorts = EVERY_PORT): Box {
  return { sources, sourcePorts, destinations, ports };
}
