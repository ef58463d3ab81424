import { type AddressSet, blockOf, everywhere, setOf } from './addresses.ts';
import { type Box, smallest } from './merge.ts';
import type { Plan, PlanRule } from './plan.ts';
import { EVERY_PORT, portsOf, portsOfSpans } from './port-sets.ts';
import { common, type Span, without } from './spans.ts';

/** What to open and what to close; a rule in both would be no difference. */
export interface Difference {
  readonly open: readonly PlanRule[];
  readonly close: readonly PlanRule[];
}

/**
 * What a new plan lets pass that an old one does not, and the other way round, in packets: rules that were only merged
 * otherwise are no difference. A rule that is new in part is listed whole with its code where its addresses cannot be
 * taken apart by blocks, and by those of its blocks that are new otherwise.
 */
export function differenceOf(before: Plan, after: Plan): Difference {
  return { open: newIn(after, before), close: newIn(before, after) };
}

function newIn(plan: Plan, other: Plan): PlanRule[] {
  return plan.rules.flatMap((rule) => {
    const others = other.rules.filter(({ firewall, transport }) => {
      return firewall === rule.firewall && transport === rule.transport;
    });
    const left = others
      .map(boxOf)
      .reduce<Box[]>((boxes, taken) => boxes.flatMap((box) => minus(box, taken)), pieces(rule));
    return smallest(left).map((box) => ({
      ...rule,
      sources: box.sources.blocks.map(({ text }) => text),
      destinations: box.destinations.blocks.map(({ text }) => text),
      ports: box.ports.key === EVERY_PORT.key ? [] : box.ports.ranges,
      sourcePorts: box.sourcePorts.key === EVERY_PORT.key ? [] : box.sourcePorts.ranges,
    }));
  });
}

/** A box for each pair of blocks, so that each is new or not by itself. */
function pieces(rule: PlanRule): Box[] {
  const { sources, destinations, ...rest } = boxOf(rule);
  return sources.blocks.flatMap((source) =>
    destinations.blocks.map((destination) => ({
      ...rest,
      sources: setOf([source]),
      destinations: setOf([destination]),
    })),
  );
}

/** What of a box of one block each is not in another; ports are taken apart, blocks stay whole where a part is left. */
function minus(box: Box, taken: Box): Box[] {
  const within = (a: AddressSet, b: AddressSet) => without(a.spans, b.spans).length === 0;
  if (!within(box.sources, taken.sources) || !within(box.destinations, taken.destinations)) return [box];
  const ports = without(box.ports.spans, taken.ports.spans);
  const rest = common(box.ports.spans, taken.ports.spans);
  const sourcePorts = without(box.sourcePorts.spans, taken.sourcePorts.spans);
  const some = (spans: readonly Span[], sources: readonly Span[]): Box[] =>
    spans.length === 0 || sources.length === 0
      ? []
      : [{ ...box, ports: portsOfSpans(spans), sourcePorts: portsOfSpans(sources) }];
  return [...some(ports, box.sourcePorts.spans), ...some(rest, sourcePorts)];
}

function boxOf(rule: PlanRule): Box {
  return {
    sources: setFrom(rule.sources, rule),
    sourcePorts: rule.sourcePorts.length === 0 ? EVERY_PORT : portsOf(rule.sourcePorts),
    destinations: setFrom(rule.destinations, rule),
    ports: rule.ports.length === 0 ? EVERY_PORT : portsOf(rule.ports),
  };
}

function setFrom(blocks: readonly string[], { sources, destinations }: PlanRule): AddressSet {
  const six = [...sources, ...destinations].some((text) => text.includes(':'));
  if (blocks.includes('any')) return everywhere(six ? 6 : 4);
  return setOf(blocks.flatMap((text) => [blockOf(text)].filter((block) => typeof block === 'object')));
}
