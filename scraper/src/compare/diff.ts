import { isDeepStrictEqual } from 'node:util';
import { type CurrentId, factsOf, textOf } from './fields.ts';
import { byCodeUnit, type Entry, entriesByKey, type Key, keyOf, type Lists, nameOf, partsOf } from './names.ts';
import { type Redirects, resolve } from './redirects.ts';

/** A record that both catalogs have, by the id that it has in the older one. */
export interface Change {
  readonly id: string;
  /** Every field that differs, be it in facts or in text alone. */
  readonly fields: readonly string[];
  /** Those of them that differ in facts. A field that only one of the catalogs has is left out on the other side. */
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What two catalogs differ in. Records are named as `nameOf` names them, and everything is sorted by name. */
export interface Difference {
  readonly added: readonly string[];
  /** Gone, and no redirect says where to. */
  readonly removed: readonly string[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly changed: readonly Change[];
  /** How many records differ in a field's text alone, by kind and field. */
  readonly text: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly corrections: { readonly added: number; readonly removed: number; readonly changed: number };
}

export type Comparable = Lists & { readonly corrections: readonly Entry[] };

/**
 * Compares an older catalog with a newer one. A record is the same where its id is, or where redirects lead from the
 * one id to the other; it is never guessed. The order of records makes no difference.
 */
export function diffCatalogs(older: Comparable, newer: Comparable, redirects: Redirects): Difference {
  const [before, after] = [entriesByKey(older), entriesByKey(newer)];
  const present = new Set(after.keys());
  const current = (key: Key) => resolve(key, redirects, present);
  const currentId: CurrentId = (kind, id) => partsOf(current(keyOf(kind, id)) ?? keyOf(kind, id)).id;
  const names = (keys: Iterable<Key>) => [...keys].map(nameOf).sort(byCodeUnit);
  const kept = [...before].flatMap(([from, entry]) => {
    const to = current(from);
    const now = to === null ? undefined : after.get(to);
    return to === null || now === undefined ? [] : [{ from, to, ...compareFields(from, entry, now, currentId) }];
  });
  const renamed = kept.filter(({ from, to }) => from !== to);
  const targets = new Set(renamed.map(({ to }) => to));
  return {
    added: names([...present].filter((key) => !before.has(key) && !targets.has(key))),
    removed: names([...before.keys()].filter((key) => current(key) === null)),
    renamed: renamed
      .map(({ from, to }) => ({ from: nameOf(from), to: nameOf(to) }))
      .sort((a, b) => byCodeUnit(a.from, b.from)),
    changed: kept
      .map(({ from, facts, texts }) => toChange(from, facts, texts))
      .filter(({ fields }) => fields.length > 0)
      .sort((a, b) => byCodeUnit(a.id, b.id)),
    text: countTexts(kept),
    corrections: countCorrections(older.corrections, newer.corrections),
  };
}

interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

interface FieldChanges {
  facts: FieldChange[];
  /** Fields whose facts are the same. */
  texts: string[];
}

function compareFields(key: Key, before: Entry, after: Entry, currentId: CurrentId): FieldChanges {
  const { kind } = partsOf(key);
  const changes: FieldChanges = { facts: [], texts: [] };
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  fields.delete('id');
  for (const field of [...fields].sort(byCodeUnit)) {
    const sameFacts = isDeepStrictEqual(
      factsOf(kind, field, before, currentId),
      factsOf(kind, field, after, (_, id) => id),
    );
    const inBoth = Object.hasOwn(before, field) === Object.hasOwn(after, field);
    if (!sameFacts || !inBoth) changes.facts.push({ field, before: before[field], after: after[field] });
    else if (!isDeepStrictEqual(textOf(kind, field, before), textOf(kind, field, after))) changes.texts.push(field);
  }
  return changes;
}

function toChange(key: Key, facts: readonly FieldChange[], texts: readonly string[]): Change {
  const side = (name: 'before' | 'after') =>
    Object.fromEntries(facts.filter((each) => each[name] !== undefined).map((each) => [each.field, each[name]]));
  const fields = [...facts.map(({ field }) => field), ...texts].sort(byCodeUnit);
  return { id: nameOf(key), fields, before: side('before'), after: side('after') };
}

function countTexts(kept: readonly { from: Key; texts: readonly string[] }[]): Difference['text'] {
  const counts: Record<string, Record<string, number>> = {};
  const changes = kept.flatMap(({ from, texts }) => texts.map((field) => ({ kind: partsOf(from).kind, field })));
  for (const { kind, field } of changes.sort((a, b) => byCodeUnit(a.kind, b.kind) || byCodeUnit(a.field, b.field))) {
    counts[kind] = { ...counts[kind], [field]: (counts[kind]?.[field] ?? 0) + 1 };
  }
  return counts;
}

function countCorrections(older: readonly Entry[], newer: readonly Entry[]): Difference['corrections'] {
  const before = new Map(older.map((each) => [each.id, each]));
  const kept = newer.flatMap((each) => {
    const earlier = before.get(each.id);
    return earlier === undefined ? [] : [isDeepStrictEqual(earlier, each)];
  });
  return {
    added: newer.length - kept.length,
    removed: older.length - kept.length,
    changed: kept.filter((same) => !same).length,
  };
}
