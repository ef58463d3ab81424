import { freeze } from './shipped.ts';
import type { Advisory, Correction, PortRule } from './types.ts';

/** Corrections as the package ships them: the same words are put right in many rules, so what all these share, once. */
export interface ShippedCorrections {
  /** What stands behind the rule in the id; then the other fields, with the witness that is no rule. */
  readonly shared: readonly (readonly [
    id: string,
    field: string,
    published: string,
    corrected: string,
    reason: string,
    evidence: Correction['evidence'],
    witness: string | null,
  ])[];
  /**
   * Three numbers a correction: the place of its rule in `ports`, that of what it shares, and that of the rule that is
   * its witness, from 1; 0 where the witness is none.
   */
  readonly of: readonly number[];
}

/** Makes the corrections, frozen. */
export function hydrateCorrections(
  { corrections: { shared, of } }: { readonly corrections: ShippedCorrections },
  ports: readonly PortRule[],
): readonly Correction[] {
  const list: Correction[] = [];
  for (let at = 0; at < of.length; at += 3) {
    const rule = (ports[of[at] as number] as PortRule).id;
    const each = shared[of[at + 1] as number] as ShippedCorrections['shared'][number];
    const correction: Correction = {
      id: `${rule}#${each[0]}`,
      rule,
      field: each[1],
      published: each[2],
      corrected: each[3],
      reason: each[4],
      evidence: each[5],
      witness: ports[(of[at + 2] as number) - 1]?.id ?? each[6],
    };
    list.push(Object.freeze(correction));
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
