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

function selects(selector: AdvisorySelector, rule: PortRule): boolean {
  return (
    (selector.scenario === undefined || selector.scenario === rule.scenario) &&
    (selector.kind === undefined || selector.kind === rule.kind) &&
    (selector.role === undefined || selector.role === rule.role) &&
    (selector.service === undefined || selector.service === rule.service) &&
    (selector.protocol === undefined || rule.protocols.includes(selector.protocol)) &&
    (selector.ports === undefined || (rule.ports?.ranges ?? []).some((range) => rangeText(range) === selector.ports))
  );
}
