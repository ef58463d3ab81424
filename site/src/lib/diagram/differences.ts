import {
  type ChangedRule,
  type Comparison,
  compare,
  type PortRule,
  type Product,
  type ProductId,
  type ScenarioId,
} from '@lync/port-catalog';

export interface Differences {
  changed: ChangedRule[];
  /** By product, those that have rules of their own. */
  only: { product: ProductId; rules: PortRule[] }[];
}

const compared = new Map<string, Comparison>();

/** The catalog's comparison, made once for each two products: every scenario asks for it. */
export function comparisonOf(a: ProductId, b: ProductId): Comparison {
  const known = compared.get(`${a} ${b}`) ?? compare(a, b);
  compared.set(`${a} ${b}`, known);
  return known;
}

/** Each product and the one that came after it. */
export function neighbours(products: readonly Product[]): [Product, Product][] {
  return products.flatMap((product, at): [Product, Product][] => {
    const next = products[at + 1];
    return next === undefined ? [] : [[product, next]];
  });
}

/** What differs between two products in a scenario. */
export function differencesOf(scenario: ScenarioId, a: ProductId, b: ProductId): Differences {
  const { changed, onlyInA, onlyInB } = comparisonOf(a, b);
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
