import { freeze } from './shipped.ts';
import type { Advisory, Correction, PortRule } from './types.ts';

/** Corrections as the package ships them: those of a rule behind its place in `ports`, reasons once. */
export interface ShippedCorrections {
  readonly reasons: readonly string[];
  readonly of: readonly (readonly [
    rule: number,
    ...corrections: (readonly [
      id: string,
      field: string,
      published: string,
      corrected: string,
      reason: number,
      evidence: Correction['evidence'],
      witness: string | number | null,
    ])[],
  ])[];
}

/** Makes the corrections, frozen; a witness that is a rule is shipped as its place in `ports`. */
export function hydrateCorrections(
  { corrections: { reasons, of } }: { readonly corrections: ShippedCorrections },
  ports: readonly PortRule[],
): readonly Correction[] {
  const list: Correction[] = [];
  const ruleAt = (index: number) => (ports[index] as PortRule).id;
  for (const [index, ...corrections] of of) {
    const rule = ruleAt(index);
    for (const [id, field, published, corrected, reason, evidence, witness] of corrections) {
      const correction: Correction = {
        id: `${rule}#${id}`,
        rule,
        field,
        published,
        corrected,
        reason: reasons[reason] as string,
        evidence,
        witness: typeof witness === 'number' ? ruleAt(witness) : witness,
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
  { advisories }: { readonly advisories: readonly ShippedAdvisory[] },
  ports: readonly PortRule[],
): readonly Advisory[] {
  return freeze(
    advisories.map(({ rules, ...rest }) => ({ ...rest, rules: rules.map((at) => (ports[at] as PortRule).id) })),
  );
}
