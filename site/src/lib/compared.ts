import { type PortRule, type Product, ports, type Scenario, scenarios } from '@lync/port-catalog';
import { byRelease } from './products.ts';

/** Which products stand side by side on pages of their own: each two that have a scenario in common, the older first. */
export const comparedPairs: readonly (readonly [Product, Product])[] = byRelease.flatMap((a, at) =>
  byRelease.slice(at + 1).flatMap((b) => (haveInCommon(a, b) ? [[a, b] as const] : [])),
);

/** Products that have nothing to be compared with. */
export const alone: readonly Product[] = byRelease.filter((product) => !comparedPairs.flat().includes(product));

function haveInCommon(a: Product, b: Product): boolean {
  return scenarios.some(({ id }) => [a, b].every((product) => isIn(id, product)));
}

/** Whether a product has a scenario. */
export function isIn(scenario: string, product: Product): boolean {
  return ports.some((rule) => rule.scenario === scenario && rule.product === product.id);
}

/** Rules of one product that another has not. */
export interface OnlyIn {
  /** Of scenarios for which the other has a page as well: these differ. */
  readonly rules: readonly PortRule[];
  /** Of scenarios for which the other has no page: of its ports nothing is known. */
  readonly noPage: readonly { readonly scenario: Scenario; readonly rules: readonly PortRule[] }[];
}

/** Tells rules that another product's page leaves out from those for which it has no page. */
export function onlyIn(rules: readonly PortRule[], other: Product): OnlyIn {
  const without = scenarios.filter(({ id }) => !isIn(id, other));
  const noPage = without.map((scenario) => ({
    scenario,
    rules: rules.filter((rule) => rule.scenario === scenario.id),
  }));
  return {
    rules: rules.filter((rule) => isIn(rule.scenario, other)),
    noPage: noPage.filter((each) => each.rules.length > 0),
  };
}

/** How many rules there are for which the other product has no page. */
export function countNoPage({ noPage }: OnlyIn): number {
  return noPage.reduce((sum, { rules }) => sum + rules.length, 0);
}
