import type { Correction, PortRule, Table } from './types.ts';

/**
 * A product's tables and rules as the package ships them, small to carry and quick to build: the rules lie in columns,
 * table by table, and a value that is a record or a list stands once among the `parts` that all products share.
 * tools/ship.ts writes this.
 */
export interface ShippedTables {
  readonly tables: readonly Table[];
  /** How many rules each table has. */
  readonly counts: readonly number[];
  /** A column for each field that a rule of the product has: strings and numbers as they are, 0 for none. */
  readonly plain: Readonly<Record<string, readonly (string | number)[]>>;
  /** Columns of places among `parts`, from 1; 0 for none. */
  readonly places: Readonly<Record<string, readonly number[]>>;
}

const NONE: readonly never[] = Object.freeze([]);

/** Makes the rules of a product, frozen, in the order of its tables. */
export function hydrateRules(
  { tables, counts, plain, places }: ShippedTables,
  parts: readonly unknown[],
): readonly PortRule[] {
  const rules: PortRule[] = [];
  tables.forEach((table, at) => {
    for (let left = counts[at] ?? 0; left > 0; left -= 1) {
      const index = rules.length;
      const text = <Field extends keyof PortRule>(field: Field) =>
        (plain[field]?.[index] || null) as PortRule[Field] | null;
      const part = <Field extends keyof PortRule>(field: Field) =>
        (parts[(places[field]?.[index] ?? 0) - 1] ?? null) as PortRule[Field] | null;
      const id = `${table.id}/${text('id')}` as PortRule['id'];
      rules.push({
        id,
        product: table.product,
        scenario: table.scenario,
        table: table.id,
        kind: table.kind,
        role: text('role'),
        service: text('service'),
        source: part('source'),
        destination: part('destination'),
        transports: part('transports') ?? NONE,
        transportsImplied: plain.transportsImplied?.[index] === 1,
        protocols: part('protocols') ?? NONE,
        protocolNote: part('protocolNote'),
        ports: part('ports'),
        sourcePorts: part('sourcePorts'),
        ruleName: part('ruleName'),
        authentication: text('authentication'),
        direction: text('direction'),
        notes: part('notes'),
        footnotes: part('footnotes') ?? NONE,
        devices: part('devices') ?? NONE,
        corrections: (part('corrections') ?? NONE).map((field) => `${id}#${field}` as Correction['id']),
        origin: { document: table.document, table: table.index, row: Number(plain.row?.[index]) },
      });
    }
  });
  return freeze(rules);
}

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
  { reasons, of }: ShippedCorrections,
  ports: readonly PortRule[],
): readonly Correction[] {
  const ruleAt = (index: number) => (ports[index] as PortRule).id;
  return freeze(
    of.flatMap(([index, ...corrections]) => {
      const rule = ruleAt(index);
      return corrections.map(([id, field, published, corrected, reason, evidence, witness]) => ({
        id: `${rule}#${id}` as Correction['id'],
        rule,
        field,
        published,
        corrected,
        reason: reasons[reason] as string,
        evidence,
        witness: typeof witness === 'number' ? ruleAt(witness) : witness,
      }));
    }),
  );
}

/** Freezes a value and all that is in it. */
export function freeze<Value>(value: Value): Value {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}
