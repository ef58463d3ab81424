import type { Parts } from './hydrate-parts.ts';
import { freeze } from './shipped.ts';
import type { Advisory, Correction, PortRule, Table } from './types.ts';

/**
 * A product's tables and rules as the package ships them, small to carry and quick to build: the rules lie in columns,
 * table by table, and what they are made of stands once among the `parts` that all products share. tools/ship.ts writes
 * this.
 */
export interface ShippedTables {
  readonly tables: readonly Table[];
  /** How many rules each table has. */
  readonly counts: readonly number[];
  /** A column for each field that a rule of the product has: strings and numbers as they are, 0 for none. */
  readonly plain: Readonly<Record<string, readonly (string | number)[]>>;
  /** Columns of places in the lists of the parts, from 1; 0 for none. */
  readonly places: Readonly<Record<string, readonly number[]>>;
}

const NONE: readonly never[] = Object.freeze([]);

/**
 * Makes the rules of a product, frozen, in the order of its tables. Every import of the package waits for this: a column
 * is looked up once, not for each rule.
 */
export function hydrateRules(
  { tables, counts, plain, places }: ShippedTables,
  { texts, ends, sets, lists, textLists }: Parts,
): readonly PortRule[] {
  const { id: ids, row: rows, transportsImplied, role, service, authentication, direction } = plain;
  const { source, destination, transports, protocols, protocolNote, ports, sourcePorts } = places;
  const { ruleName, notes, footnotes, devices, corrections } = places;
  const rules: PortRule[] = [];
  let index = 0;
  const text = <Text>(column: readonly unknown[] | undefined) => (column?.[index] || null) as Text | null;
  const part = <Part>(column: readonly number[] | undefined, of: readonly Part[]) => of[(column?.[index] ?? 0) - 1];
  const list = <Item>(column: readonly number[] | undefined) => (part(column, lists) ?? NONE) as readonly Item[];
  tables.forEach((table, at) => {
    for (let left = counts[at] ?? 0; left > 0; left -= 1) {
      const id = `${table.id}/${ids?.[index]}` as PortRule['id'];
      const rule: PortRule = {
        id,
        product: table.product,
        scenario: table.scenario,
        table: table.id,
        kind: table.kind,
        role: text(role),
        service: text(service),
        source: part(source, ends) ?? null,
        destination: part(destination, ends) ?? null,
        transports: list(transports),
        transportsImplied: transportsImplied?.[index] === 1,
        protocols: list(protocols),
        protocolNote: part(protocolNote, texts) ?? null,
        ports: part(ports, sets) ?? null,
        sourcePorts: part(sourcePorts, sets) ?? null,
        ruleName: part(ruleName, texts) ?? null,
        authentication: text(authentication),
        direction: text(direction),
        notes: part(notes, texts) ?? null,
        footnotes: part(footnotes, textLists) ?? NONE,
        devices: part(devices, textLists) ?? NONE,
        corrections: correctionIds(id, list(corrections)),
        origin: Object.freeze({ document: table.document, table: table.index, row: Number(rows?.[index]) }),
      };
      rules.push(Object.freeze(rule));
      index += 1;
    }
  });
  return Object.freeze(rules);
}

function correctionIds(rule: string, fields: readonly string[]): PortRule['corrections'] {
  return fields.length === 0 ? NONE : Object.freeze(fields.map((field) => `${rule}#${field}` as const));
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
