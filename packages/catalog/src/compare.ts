import { fieldsThat } from './fields.ts';
import type { PortRule, ProductId } from './generated/types.ts';
import type { Comparison, Fact, SameRule } from './results.ts';
import { tableName } from './table-name.ts';

/** Compares the rules of two products, fact by fact; notes are texts and make no difference. */
export function compareRules(rules: readonly PortRule[], productA: ProductId, productB: ProductId): Comparison {
  const inA = rules.filter(({ product }) => product === productA);
  const inB = rules.filter(({ product }) => product === productB);
  const facts = fieldsThat('fact');
  const allOf = (rule: PortRule) =>
    [tableName(rule), rule.ruleName?.en, ...facts.map((fact) => said(rule, fact))].join('\n');
  const same = pairUp(inA, inB, allOf);
  const about = pairUp(same.onlyInA, same.onlyInB, subjectOf);
  const changed = about.pairs.map(({ a, b }) => ({
    a,
    b,
    fields: facts.filter((fact) => said(a, fact) !== said(b, fact)),
  }));
  return { same: same.pairs, changed, onlyInA: about.onlyInA, onlyInB: about.onlyInB };
}

/** Each rule of `inA` with the first of `inB` that has the same key and no partner yet. */
function pairUp(inA: readonly PortRule[], inB: readonly PortRule[], keyOf: (rule: PortRule) => string) {
  // Node 20 has no `Map.groupBy`.
  const waiting = new Map<string, PortRule[]>();
  for (const b of inB) {
    const key = keyOf(b);
    const alike = waiting.get(key);
    if (alike === undefined) waiting.set(key, [b]);
    else alike.push(b);
  }
  const onlyInA: PortRule[] = [];
  const pairs: SameRule[] = [];
  for (const a of inA) {
    const b = waiting.get(keyOf(a))?.shift();
    if (b === undefined) onlyInA.push(a);
    else pairs.push({ a, b });
  }
  const left = new Set([...waiting.values()].flat());
  return { pairs, onlyInA, onlyInB: inB.filter((b) => left.has(b)) };
}

function subjectOf(rule: PortRule): string {
  const name = rule.ruleName?.en;
  const ends = [rule.source?.roles, rule.destination?.roles];
  const about = name === undefined ? [rule.role, rule.service, rule.ports?.ranges, ends] : [name];
  return JSON.stringify([tableName(rule), ...about]);
}

/** A fact without the words that the page puts it in. */
function said(rule: PortRule, fact: Fact): string {
  const value = rule[fact];
  return JSON.stringify(value, (key, part) => (key === 'text' ? undefined : part));
}
