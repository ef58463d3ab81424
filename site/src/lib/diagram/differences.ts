import { type ChangedRule, compare, type PortRule, type ProductId, type ScenarioId } from '@lync/port-catalog';

export interface Differences {
  changed: ChangedRule[];
  /** By product, those that have rules of their own. */
  only: { product: ProductId; rules: PortRule[] }[];
}

/** What differs between two products in a scenario; null where fewer than two have it. */
export function differencesOf(scenario: ScenarioId, products: readonly ProductId[]): Differences | null {
  const [a, b] = products;
  if (a === undefined || b === undefined) return null;
  const { changed, onlyInA, onlyInB } = compare(a, b);
  const here = (rule: PortRule) => rule.scenario === scenario;
  const only = [
    { product: a, rules: onlyInA.filter(here) },
    { product: b, rules: onlyInB.filter(here) },
  ];
  return {
    changed: changed.filter((each) => here(each.a)),
    only: only.filter(({ rules }) => rules.length > 0),
  };
}
