import type { Correction, PortRule, Table } from './types.ts';

/**
 * A product's tables and rules as the package ships them: a rule stands under its table, and what its table says, or
 * what most rules have not, is left out. tools/modules.ts writes this.
 */
export interface ShippedTables {
  readonly tables: readonly Table[];
  /** The rules of each table. */
  readonly rules: readonly (readonly ShippedRule[])[];
}

/** A rule without what `hydrateRules` puts back; the id is the last part of it. */
export type ShippedRule = Partial<Omit<PortRule, 'id' | 'origin' | 'corrections' | 'ports'>> & {
  readonly id: string;
  readonly row: number;
  readonly ports: PortRule['ports'];
  readonly corrections?: readonly string[];
};

/** A correction whose id and rule are put back from the rule that it belongs to. */
export type ShippedCorrection = Omit<Correction, 'id'> & { readonly id: string };

const NONE: readonly never[] = Object.freeze([]);

/** Makes the rules of a product, frozen, in the order of its tables. */
export function hydrateRules({ tables, rules }: ShippedTables): readonly PortRule[] {
  const all: PortRule[] = [];
  tables.forEach((table, at) => {
    for (const rule of rules[at] ?? NONE) all.push(hydrateRule(rule, table));
  });
  return freeze(all);
}

function hydrateRule(rule: ShippedRule, table: Table): PortRule {
  const id = `${table.id}/${rule.id}` as PortRule['id'];
  return {
    id,
    product: table.product,
    scenario: table.scenario,
    table: table.id,
    kind: table.kind,
    role: rule.role ?? null,
    service: rule.service ?? null,
    source: rule.source ?? null,
    destination: rule.destination ?? null,
    transports: rule.transports ?? NONE,
    transportsImplied: rule.transportsImplied ?? false,
    protocols: rule.protocols ?? NONE,
    protocolNote: rule.protocolNote ?? null,
    ports: rule.ports,
    sourcePorts: rule.sourcePorts ?? null,
    ruleName: rule.ruleName ?? null,
    authentication: rule.authentication ?? null,
    direction: rule.direction ?? null,
    notes: rule.notes ?? null,
    footnotes: rule.footnotes ?? NONE,
    devices: rule.devices ?? NONE,
    corrections: (rule.corrections ?? NONE).map((part) => `${id}#${part}` as Correction['id']),
    origin: { document: table.document, table: table.index, row: rule.row },
  };
}

/** Freezes a value and all that is in it. */
export function freeze<Value>(value: Value): Value {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}
