import { isDeepStrictEqual } from 'node:util';
import { fieldsThat } from '../../../packages/catalog/src/fields.ts';
import { factsOf, isFact } from '../compare/fields.ts';
import type { ComparedCatalog, ComparedRule } from './before.ts';

/** A rule before and after. */
export interface RulePair {
  before: ComparedRule;
  after: ComparedRule;
}

export interface PairedRules {
  pairs: RulePair[];
  added: ComparedRule[];
  removed: ComparedRule[];
}

/** Fields that ids are made of too, besides the facts that releases compare. */
const ALSO: readonly string[] = fieldsThat('inference');

/** The fields of a rule that hold facts, in which the two differ. */
export function changedFacts({ before, after }: RulePair): string[] {
  return factFields(before, after).filter((field) => !isDeepStrictEqual(factOf(before, field), factOf(after, field)));
}

/**
 * Pairs each rule with what it was before: by its id, or by its place where a fact in the id changed. Two rules of one
 * table that have a neighbour in common and share more than half of what they state are the same row with a changed
 * cell.
 */
export function pairRules(before: ComparedCatalog, after: ComparedCatalog): PairedRules {
  const [old, now] = [byId(before.ports), byId(after.ports)];
  const pairs = after.ports.flatMap((rule): RulePair[] => {
    const earlier = old.get(rule.id);
    return earlier === undefined ? [] : [{ before: earlier, after: rule }];
  });
  const removed = before.ports.filter(({ id }) => !now.has(id));
  const added = after.ports.filter(({ id }) => !old.has(id));
  if (removed.length === 0 || added.length === 0) return { pairs, added, removed };
  const [places, newPlaces] = [placesOf(before.ports, now), placesOf(after.ports, old)];
  const near = nearTo(added, newPlaces);
  const taken = new Set<ComparedRule>();
  for (const rule of removed) {
    const [best] = near(rule, places.get(rule.id))
      .filter((each) => !taken.has(each))
      .map((each) => ({ each, alike: likeness(rule, each) }))
      .filter(({ alike }) => alike > 0.5)
      .sort((a, b) => b.alike - a.alike);
    if (best === undefined) continue;
    taken.add(best.each).add(rule);
    pairs.push({ before: rule, after: best.each });
  }
  const left = (rule: ComparedRule) => !taken.has(rule);
  return { pairs, added: added.filter(left), removed: removed.filter(left) };
}

function byId(rules: readonly ComparedRule[]): Map<string, ComparedRule> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

interface Place {
  /** The nearest rule of the table that stayed, above and below; null at its ends. */
  above: string | null;
  below: string | null;
}

/** Where the rules that did not stay stand among those of their table that did. */
function placesOf(rules: readonly ComparedRule[], stayed: ReadonlyMap<string, unknown>): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const table of Map.groupBy(rules, (rule) => rule.table).values()) {
    const rows = table.toSorted((a, b) => a.origin.row - b.origin.row);
    const above = lastStayed(rows, stayed);
    const below = lastStayed(rows.toReversed(), stayed);
    for (const { id } of rows) {
      if (!stayed.has(id)) places.set(id, { above: above.get(id) ?? null, below: below.get(id) ?? null });
    }
  }
  return places;
}

/** For each rule, the last before it that stayed. */
function lastStayed(rules: readonly ComparedRule[], stayed: ReadonlyMap<string, unknown>): Map<string, string | null> {
  let last: string | null = null;
  const found = new Map<string, string | null>();
  for (const { id } of rules) {
    found.set(id, last);
    if (stayed.has(id)) last = id;
  }
  return found;
}

/** With more rules than this beside a rule that is gone, nobody could tell which of them it became. */
const MOST_NEAR = 200;

/** Finds the rules of a table that have a neighbour in common with one that is gone, in their order. */
function nearTo(added: readonly ComparedRule[], places: ReadonlyMap<string, Place>) {
  const order = new Map(added.map((rule, at) => [rule, at]));
  const by = (side: keyof Place) => Map.groupBy(added, ({ id, table }) => keyOf(table, places.get(id), side));
  const [above, below] = [by('above'), by('below')];
  return ({ table }: ComparedRule, place: Place | undefined): ComparedRule[] => {
    const near = new Set(
      [above.get(keyOf(table, place, 'above')), below.get(keyOf(table, place, 'below'))].flatMap((each) => each ?? []),
    );
    return near.size > MOST_NEAR ? [] : [...near].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  };
}

function keyOf(table: string, place: Place | undefined, side: keyof Place): string {
  return JSON.stringify([table, place?.[side]]);
}

/** The share of the stated fields in which two rules agree. Fields that are empty in both do not count. */
function likeness(a: ComparedRule, b: ComparedRule): number {
  const own = factFields(a, b).filter((field) => !OF_THE_TABLE.has(field));
  const stated = own.filter((field) => !isEmpty(a[field]) || !isEmpty(b[field]));
  return stated.filter((field) => isDeepStrictEqual(factOf(a, field), factOf(b, field))).length / stated.length;
}

// Rules are compared within one table only, so the fields of their table would make any two of them alike.
const OF_THE_TABLE: ReadonlySet<string> = new Set(fieldsThat('place'));

function factFields(a: ComparedRule, b: ComparedRule): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((field) => isFact('rule', field) || ALSO.includes(field))
    .sort();
}

function factOf(rule: ComparedRule, field: string): unknown {
  return ALSO.includes(field) ? rule[field] : factsOf('rule', field, rule, (_, id) => id);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0);
}
