import type { Advisory, PortRule } from '../model/catalog.ts';
import type { AdvisorySelector } from '../vocabulary/schema.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** The advisories that are about rules of the catalog; one whose rules are not there is left out. */
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
    (selector.ports === undefined || rangesOf(rule).includes(selector.ports))
  );
}

/** The ranges of a rule as the vocabulary writes them: `5060`, `50000-59999`. */
function rangesOf({ ports }: PortRule): string[] {
  return (ports?.ranges ?? []).map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
}
