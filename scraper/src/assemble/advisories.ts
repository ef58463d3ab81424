import type { Advisory, PortRule } from '../model/catalog.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { testOf } from './selectors.ts';

/** The advisories with the rules of the catalog that they are about. An advisory without any is left out. */
export function selectAdvisories(rules: readonly PortRule[], { entries }: Vocabulary): Advisory[] {
  return entries.advisories.flatMap(({ id, title, explanation, severity, rules: selectors }) => {
    const selected = rules.filter(testOf(selectors));
    return selected.length === 0 ? [] : [{ id, title, explanation, rules: selected.map((rule) => rule.id), severity }];
  });
}
