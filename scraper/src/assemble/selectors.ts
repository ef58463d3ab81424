import { rangeText } from '../../../packages/catalog/src/ranges.ts';
import type { Endpoint, PortRule } from '../model/catalog.ts';
import type { RuleSelector } from '../vocabulary/schema.ts';

/** What a rule has of that which selectors ask for. */
const HAS: { [Key in keyof Required<RuleSelector>]: (rule: PortRule) => readonly (string | null | undefined)[] } = {
  product: ({ product }) => [product],
  scenario: ({ scenario }) => [scenario],
  table: ({ table }) => [table.slice(table.indexOf('/') + 1)],
  kind: ({ kind }) => [kind],
  role: ({ role }) => [role],
  service: ({ service }) => [service],
  protocol: ({ protocols }) => protocols,
  transport: ({ transports }) => transports,
  ports: ({ ports }) => ports?.ranges.map((range) => rangeText(range)) ?? [],
  sourcePorts: ({ sourcePorts }) => sourcePorts?.ranges.map((range) => rangeText(range)) ?? [],
  source: ({ source }) => partiesAt(source),
  destination: ({ destination }) => partiesAt(destination),
  ruleName: ({ ruleName }) => [ruleName?.en],
  note: ({ notes }) => [notes?.en],
};

/** Whether a rule has everything that a selector of the vocabulary asks for, and of a list one of its values. */
export function selects(selector: RuleSelector, rule: PortRule): boolean {
  const asked = Object.entries(selector) as [keyof RuleSelector, string | readonly string[]][];
  return asked.every(([key, value]) => {
    const has = HAS[key](rule);
    const isThere = (each: string) => (key === 'note' ? has.some((note) => note?.includes(each)) : has.includes(each));
    return [value].flat().some(isThere);
  });
}

/** The roles at an end, and `any` where it is open to anybody. */
function partiesAt(end: Endpoint | null): readonly string[] {
  if (end === null) return [];
  return end.any && !end.narrowed ? [...end.roles, 'any'] : end.roles;
}
