import { isDeepStrictEqual } from 'node:util';
import {
  type FieldHolding,
  type FieldThat,
  fieldsThat,
  type Holding,
  RULE_FIELDS,
} from '../../../packages/catalog/src/fields.ts';
import { PortRule, type RuleKind, type Transport } from '../model/catalog.ts';
import type { CaptionFacts } from './caption.ts';
import type { FoundCorrection } from './corrections.ts';
import type { ReadContext } from './fact.ts';
import type { FootnoteReading } from './footnotes.ts';
import { learntTerm, type Use } from './reading.ts';
import { type Problem, problem } from './result.ts';

/** The facts of a row: a rule without what its place in the catalog adds. */
export type RuleFacts = Pick<PortRule, FieldThat<'fact' | 'inference' | 'text'>>;

/** Something to report about a row; `column` is the header of the cell that it is about. */
export interface CellProblem extends Omit<Problem, 'ok'> {
  column: string | null;
  severity: 'error' | 'warning' | 'note';
}

export interface RowContext extends ReadContext {
  locale: string;
  footnotes: readonly FootnoteReading[];
  caption: CaptionFacts;
  kind: RuleKind;
  /** The role of rows that name none. */
  about: string | null;
  /** The products that the page is for. */
  products: readonly string[];
}

/** The fields that hold ports. */
export type PortsField = FieldHolding<'ports'>;

/** What a text beside the ports says, in English. */
interface Said {
  /** The header of the text. */
  column: string | null;
  english: string;
  /** What is said beside its English. */
  local: string | null;
  /** Whether it is of a mark behind several ports, which may be that of the last. */
  atLast?: boolean;
}

/** What is known of a row while its cells are read. */
export type Draft = ReturnType<typeof beginRow>;

/** @param part which of the parts of a cell of ports is read, from 0 */
export function beginRow(context: RowContext, part = 0) {
  return {
    context,
    part,
    /** How many parts there are. */
    parts: 1,
    /** Whether the row states no rule, for a reason that is reported. */
    withdrawn: false,
    /** The first port of a range, and how many it has. */
    start: null as number | null,
    count: null as number | null,
    facts: emptyFacts(),
    corrections: [] as FoundCorrection[],
    uses: [] as Use[],
    problems: [] as CellProblem[],
    /** The header of the cell that is being read; null between cells. */
    column: null as string | null,
    /** The footnote marks of all cells, and those of each port cell. */
    marks: new Set<string>(),
    portMarks: { ports: [], sourcePorts: [], nodePorts: [] } as Record<PortsField, readonly string[]>,
    /** What texts beside the ports say. */
    said: [] as Said[],
    /** The transports that stand beside ports. */
    besidePorts: [] as Transport[][],
  };
}

const LISTS: readonly Holding[] = ['texts', 'transports', 'protocols', 'callers'];

/** The facts of a row that states nothing, in the order of the published record. */
function emptyFacts(): RuleFacts {
  const stated: readonly string[] = fieldsThat('fact', 'inference', 'text');
  const fields = PortRule.keyof().options.filter((field) => stated.includes(field));
  const blank = (holding: Holding) => (holding === 'flag' ? false : LISTS.includes(holding) ? [] : null);
  return Object.fromEntries(fields.map((field) => [field, blank(RULE_FIELDS[field].holds)])) as unknown as RuleFacts;
}

/**
 * Puts a fact into a row. Two columns may state the same fact; where they state it differently, either may be wrong.
 *
 * @param text what the cell says, for the report
 */
export function state<Field extends keyof RuleFacts>(
  row: Draft,
  field: Field,
  value: RuleFacts[Field],
  text: string,
): void {
  if (value === null) return;
  const before = row.facts[field];
  if (before !== null && !isDeepStrictEqual(withoutText(before), withoutText(value))) {
    report(row, 'error', problem('columns-disagree', `another cell of the row states another ${field}`, text));
  }
  row.facts[field] = value;
}

/** What a fact states, without its wording. */
function withoutText(fact: unknown): unknown {
  return typeof fact === 'object' ? { ...fact, text: null } : fact;
}

/** Remembers which forms were found. A form that was learnt and not accepted yet is reported at each use. */
export function addUses(row: Draft, uses: readonly Use[]): void {
  for (const use of uses) {
    row.uses.push(use);
    const learnt = learntTerm(use);
    if (learnt !== null) report(row, 'warning', learnt);
  }
}

export function report(row: Draft, severity: CellProblem['severity'], { code, message, text }: Problem): void {
  row.problems.push({ column: row.column, severity, code, message, text });
}
