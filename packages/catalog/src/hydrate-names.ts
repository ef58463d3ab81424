import { freeze } from './shipped.ts';
import type { Advisory, Correction, Document, PortRule, Product, Protocol, Role, Scenario, Service } from './types.ts';

/** All lists but those of the products, and what was renamed. */
export interface ShippedNames {
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

/** Corrections as the package ships them: the same words are put right in many rules, so what all these share, once. */
export interface ShippedCorrections {
  /** The fields of a correction but its id and its rule, which the rules have; the witness if it is no rule. */
  readonly shared: readonly (readonly [
    field: string,
    published: string,
    corrected: string,
    reason: string,
    evidence: Correction['evidence'],
    witness: string | null,
  ])[];
  /**
   * Two numbers a correction, in the order of the rules: the place of what it shares, and that of the rule in `ports` that
   * is its witness, from 1; 0 where the witness is none.
   */
  readonly of: readonly number[];
}

/** Makes the corrections, frozen. */
export function hydrateCorrections(
  { corrections: { shared, of } }: Pick<ShippedNames, 'corrections'>,
  ports: readonly PortRule[],
): readonly Correction[] {
  const list: Correction[] = [];
  let next = 0;
  for (let index = 0; index < ports.length; index += 1) {
    const { id: rule, corrections } = ports[index] as PortRule;
    for (let at = 0; at < corrections.length; at += 1, next += 2) {
      const each = shared[of[next] as number] as ShippedCorrections['shared'][number];
      const correction: Correction = {
        id: corrections[at] as Correction['id'],
        rule,
        field: each[0],
        published: each[1],
        corrected: each[2],
        reason: each[3],
        evidence: each[4],
        witness: ports[(of[next + 1] as number) - 1]?.id ?? each[5],
      };
      list.push(Object.freeze(correction));
    }
  }
  return Object.freeze(list);
}

/** An advisory as the package ships it: its rules are places in `ports`. */
export type ShippedAdvisory = Omit<Advisory, 'rules'> & { readonly rules: readonly number[] };

/** Makes the advisories, frozen. */
export function hydrateAdvisories(
  { advisories }: Pick<ShippedNames, 'advisories'>,
  ports: readonly PortRule[],
): readonly Advisory[] {
  return freeze(
    advisories.map(({ rules, ...rest }) => ({ ...rest, rules: rules.map((at) => (ports[at] as PortRule).id) })),
  );
}
