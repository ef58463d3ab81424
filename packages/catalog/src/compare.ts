import type { PortRule, ProductId } from './types.ts';

/** A rule in two products that is about the same, and what it says differently. */
export interface ChangedRule {
  readonly a: PortRule;
  readonly b: PortRule;
  readonly fields: readonly ('transports' | 'protocols' | 'ports' | 'role' | 'service' | 'source' | 'destination')[];
}

export interface Comparison {
  /** Rules that state the same facts. */
  readonly same: readonly { readonly a: PortRule; readonly b: PortRule }[];
  /** Rules about the same (table, role, service and ports, or table and rule name) that differ in other facts. */
  readonly changed: readonly ChangedRule[];
  readonly onlyInA: readonly PortRule[];
  readonly onlyInB: readonly PortRule[];
}

const FIELDS: ChangedRule['fields'] = ['role', 'service', 'transports', 'protocols', 'ports', 'source', 'destination'];

/** Compares the rules of two products, fact by fact; notes are texts and make no difference. */
export function compareRules(rules: readonly PortRule[], productA: ProductId, productB: ProductId): Comparison {
  const left = rules.filter((rule) => rule.product === productA);
  const rest = rules.filter((rule) => rule.product === productB);
  const take = (matches: (other: PortRule) => boolean): PortRule | undefined => {
    const at = rest.findIndex(matches);
    return at < 0 ? undefined : rest.splice(at, 1)[0];
  };
  const same: { a: PortRule; b: PortRule }[] = [];
  const unmatched: PortRule[] = [];
  for (const a of left) {
    const b = take((other) => withoutProduct(other.id, productB) === withoutProduct(a.id, productA));
    if (b === undefined) unmatched.push(a);
    else same.push({ a, b });
  }
  const changed: ChangedRule[] = [];
  const onlyInA: PortRule[] = [];
  for (const a of unmatched) {
    const b = take((other) => subject(other, productB) === subject(a, productA));
    if (b === undefined) onlyInA.push(a);
    else changed.push({ a, b, fields: FIELDS.filter((field) => factOf(a, field) !== factOf(b, field)) });
  }
  return { same, changed, onlyInA, onlyInB: rest };
}

/** An id states its rule's facts: equal but for the product, they are the same facts. */
function withoutProduct(id: string, product: ProductId): string {
  return id.slice(product.length);
}

function subject(rule: PortRule, product: ProductId): string {
  const name = rule.ruleName?.en;
  const ends = [rule.source?.roles, rule.destination?.roles];
  const about = name === undefined ? [rule.role, rule.service, rule.ports?.ranges, ends] : [name];
  return JSON.stringify([withoutProduct(rule.table, product), ...about]);
}

function factOf(rule: PortRule, field: ChangedRule['fields'][number]): string {
  if (field === 'source' || field === 'destination') return JSON.stringify([rule[field]?.any, rule[field]?.roles]);
  if (field === 'ports') return JSON.stringify([rule.ports?.ranges, rule.ports?.any, rule.ports?.configurable]);
  return JSON.stringify(rule[field]);
}
