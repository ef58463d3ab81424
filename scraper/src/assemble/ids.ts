import { rangesText } from '../../../packages/catalog/src/ranges.ts';
import type { RuleFacts } from '../interpret/draft.ts';
import type { Endpoint, PortSet } from '../model/catalog.ts';
import { joinSlug, LONGEST, slug } from '../model/id.ts';

/**
 * The last part of a rule's id: what the rule opens. It is made of facts alone, so that neither a translation nor a
 * moved row changes it. Rows that state the same facts get the same. Where it is too long, `joinSlug` shortens it.
 */
export function ruleSlug(facts: RuleFacts): string {
  const name = slug(facts.ruleName?.en ?? '');
  if (name !== '') return joinSlug(name.split('-'), LONGEST.rule);
  const transports = facts.transportsImplied ? [] : facts.transports;
  const parts = [facts.role, facts.service, portsSlug(facts.ports), ...transports, ...facts.protocols];
  if (facts.source !== null) parts.push('from', ...endParts(facts.source));
  if (facts.destination !== null) parts.push('to', ...endParts(facts.destination));
  const stated = parts.filter((part) => part !== null);
  return joinSlug(stated, LONGEST.rule);
}

function portsSlug(ports: PortSet | null): string | null {
  if (ports === null) return null;
  if (ports.any) return 'any';
  if (ports.ranges.length === 0) return 'configurable';
  return rangesText(ports.ranges, '-and-');
}

function endParts({ any, roles }: Endpoint): string[] {
  return [...(any ? ['any'] : []), ...roles];
}

/** Gives each item an id of its own: the second with the same base gets `-2`, the third `-3`, in the order given. */
export function numberRepeats<Item>(
  items: readonly Item[],
  baseOf: (item: Item) => string,
): { item: Item; id: string }[] {
  const taken = new Set(items.map(baseOf));
  const counts = new Map<string, number>();
  return items.map((item) => {
    const base = baseOf(item);
    let count = (counts.get(base) ?? 0) + 1;
    // "…-2" may be a base of its own; then the repeat goes on to the next number that is free.
    while (count > 1 && taken.has(`${base}-${count}`)) count += 1;
    counts.set(base, count);
    return { item, id: count === 1 ? base : `${base}-${count}` };
  });
}
