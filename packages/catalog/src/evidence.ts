/** The published cells behind every rule: what the page says, as it says it, and where. */
import { freeze } from './format.ts';
import { rows } from './generated/published-cells.ts';
import type { Document, LocalizedText, PortRule, RuleId, Table } from './generated/types.ts';
import { documents, ports, tables } from './index.ts';

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

/** The published cells of a rule, by the place of their column. */
export type PublishedRow = Readonly<Record<number, readonly PublishedLine[]>>;

const tableById = new Map(tables.map((table) => [table.id, table]));
const documentById = new Map(documents.map((document) => [document.id, document]));

/** The evidence of every rule, in the order of `ports`. */
export const evidence: readonly Evidence[] = freeze(ports.map((rule, at) => toEvidence(rule, rows[at] ?? {})));

const byRule = new Map(evidence.map((each) => [each.rule as string, each]));

/** The evidence of a rule; undefined where there is no such rule. */
export function evidenceFor(id: RuleId): Evidence | undefined {
  return byRule.get(id);
}

function toEvidence({ id, table: tableId, origin }: PortRule, row: PublishedRow): Evidence {
  const table = tableById.get(tableId) as Table;
  const document = documentById.get(origin.document) as Document;
  const cells = table.columns.map((column, at) => ({ column, lines: row[at] ?? [] }));
  return { rule: id, document, table, row: origin.row, cells };
}
