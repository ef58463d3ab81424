import { type Product, ports, scenarios } from '@lync/port-catalog';
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
