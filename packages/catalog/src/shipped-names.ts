import { shipped } from './data/names.ts';
import type { ShippedAdvisory, ShippedCorrections } from './hydrate-names.ts';
import { readShipped } from './shipped.ts';
import type { Document, Product, Protocol, Role, Scenario, Service } from './types.ts';

interface Names {
  readonly scenarios: readonly Scenario[];
  readonly products: readonly Product[];
  readonly documents: readonly Document[];
  readonly roles: readonly Role[];
  readonly services: readonly Service[];
  readonly protocols: readonly Protocol[];
  readonly corrections: ShippedCorrections;
  readonly advisories: readonly ShippedAdvisory[];
  readonly redirects: Readonly<Record<string, string>>;
}

/** All lists but those of the products, and what was renamed. */
export const names: Names = /* @__PURE__ */ readShipped<Names>(shipped);
