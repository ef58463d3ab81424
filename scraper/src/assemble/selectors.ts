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

type Test = (rule: PortRule) => boolean;

/** The test of selectors of the vocabulary, which is put to hundreds of rules: whether one of them selects a rule. */
export function testOf(selectors: readonly RuleSelector[]): Test {
  const tests = selectors.map(testOfOne);
  return (rule) => tests.some((test) => test(rule));
}

/** Whether a rule has everything that a selector asks for, and of a list one of its values. */
function testOfOne(selector: RuleSelector): Test {
  const entries = Object.entries(selector) as [keyof RuleSelector, string | readonly string[]][];
  const asked = entries.map(([key, value]) => ({ of: HAS[key], values: [value].flat(), isPart: key === 'note' }));
  return (rule) =>
    asked.every(({ of, values, isPart }) => {
      const has = of(rule);
      return values.some((value) => (isPart ? has.some((note) => note?.includes(value)) : has.includes(value)));
    });
}

/** The roles at an end, and `any` where it is open to anybody. */
function partiesAt(end: Endpoint | null): readonly string[] {
  if (end === null) return [];
  return end.any && !end.narrowed ? [...end.roles, 'any'] : end.roles;
}
