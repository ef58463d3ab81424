import type { ShippedAdvisory, ShippedCorrections } from './hydrate-names.ts';
import type { Document, Product, Protocol, Role, Scenario, Service } from './types.ts';

/** All lists but those of the products, and what was renamed. */
export interface Names {
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
