/** The published cells behind every rule: what the page says, as it says it, and where. */
import { shipped } from './data/evidence.ts';
import { documents, ports, scenarios, tables } from './index.ts';
import { sideBySide } from './order.ts';
import { linesOf, REPEATING } from './repeating.ts';
import { freeze } from './shipped.ts';
import type { Document, LocalizedText, PortRule, RuleId, Table } from './types.ts';

/** A line of a published cell: in the page's language, and the English that the page shows beside it. */
export interface PublishedLine {
  readonly text: string | null;
  readonly en: string | null;
}

/** A published cell under its header. */
export interface PublishedCell {
  readonly column: LocalizedText;
  readonly lines: readonly PublishedLine[];
}

/** Where a rule comes from, to the cell. */
export interface Evidence {
  readonly rule: RuleId;
  /** The page, with repository, path, commit and sha256. */
  readonly document: Document;
  readonly table: Table;
  /** The body row in the published table, from 1. */
  readonly row: number;
  readonly cells: readonly PublishedCell[];
}

/** A line is a pair of texts; a number is a cell that the rule repeats, see REPEATING. */
type ShippedCell = number | readonly (readonly [text: string | null, en: string | null])[];

/** The published cells of each rule, in the order of `sideBySide`. */
export type ShippedEvidence = readonly (readonly ShippedCell[])[];

const cellsOf = new Map(sideBySide(ports, scenarios).map((rule, at) => [rule.id, shipped[at] ?? []]));

/** The evidence of every rule, in the order of `ports`. */
export const evidence: readonly Evidence[] = freeze(ports.map((rule) => toEvidence(rule, cellsOf.get(rule.id) ?? [])));

const byRule = new Map(evidence.map((each) => [each.rule as string, each]));

/** The evidence of a rule; undefined where there is no such rule. */
export function evidenceFor(id: RuleId): Evidence | undefined {
  return byRule.get(id);
}

function toEvidence(rule: PortRule, cells: readonly ShippedCell[]): Evidence {
  const table = tables.find(({ id }) => id === rule.table) as Table;
  const document = documents.find(({ id }) => id === rule.origin.document) as Document;
  return {
    rule: rule.id,
    document,
    table,
    row: rule.origin.row,
    cells: table.columns.map((column, at) => ({
      column,
      lines: publishedLines(cells[at] ?? [], rule),
    })),
  };
}

function publishedLines(cell: ShippedCell, rule: PortRule): PublishedLine[] {
  if (typeof cell !== 'number') return cell.map(([text, en]) => ({ text, en }));
  return linesOf(rule, REPEATING[cell] ?? 'notes');
}
