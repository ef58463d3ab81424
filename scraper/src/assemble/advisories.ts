import { rangeText } from '../../../packages/catalog/src/ranges.ts';
import type { Advisory, PortRule } from '../model/catalog.ts';
import type { AdvisorySelector } from '../vocabulary/schema.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** The advisories with the rules of the catalog that they are about. An advisory without any is left out. */
export function selectAdvisories(rules: readonly PortRule[], { entries }: Vocabulary): Advisory[] {
  return entries.advisories.flatMap(({ id, title, explanation, severity, rules: selectors }) => {
    const selected = rules.filter((rule) => selectors.some((selector) => selects(selector, rule)));
    return selected.length === 0 ? [] : [{ id, title, explanation, rules: selected.map((rule) => rule.id), severity }];
  });
}

/** What a rule has of that which selectors ask for. */
const HAS: { [Key in keyof Required<AdvisorySelector>]: (rule: PortRule) => readonly (string | null | undefined)[] } = {
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
  source: ({ source }) => source?.roles ?? [],
  destination: ({ destination }) => destination?.roles ?? [],
  ruleName: ({ ruleName }) => [ruleName?.en],
};

function selects(selector: AdvisorySelector, rule: PortRule): boolean {
  const asked = Object.entries(selector) as [keyof AdvisorySelector, string | readonly string[]][];
  return asked.every(([key, value]) => {
    const has = HAS[key](rule);
    return [value].flat().some((each) => has.includes(each));
  });
}
