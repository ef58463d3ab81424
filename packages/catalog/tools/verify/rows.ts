import { isDeepStrictEqual } from 'node:util';
import type { PortRule } from '../../../../scraper/src/model/record.ts';
import type { Cell, SnapshotTable } from '../../../../scraper/src/model/snapshot.ts';
import type { CatalogData } from '../data.ts';
import type { Finding } from './finding.ts';
import type { Source } from './sources.ts';

/** A rule, and the row that it says it comes from. */
export interface FoundRow {
  readonly rule: PortRule;
  readonly table: SnapshotTable;
  readonly cells: readonly Cell[];
}

/** Finds the row of each rule, and checks that the evidence of the rule is that row, cell by cell. */
export function checkRows(
  { ports, evidence }: CatalogData,
  sources: ReadonlyMap<string, Source>,
): { found: FoundRow[]; findings: Finding[] } {
  const published = new Map(evidence.map(({ rule, cells }) => [rule, cells]));
  const found: FoundRow[] = [];
  const findings: Finding[] = [];
  for (const rule of ports) {
    const { document, table: number, row } = rule.origin;
    const source = sources.get(document);
    const table = source?.snapshot.tables[number - 1];
    const cells = table?.rows[row - 1];
    const at = { file: source?.file ?? `snapshots/${document}.json`, record: rule.id };
    if (table === undefined || cells === undefined) {
      findings.push({ ...at, field: 'origin', text: `table ${number}, row ${row}`, message: 'there is no such row' });
      continue;
    }
    found.push({ rule, table, cells });
    const different = differences(published.get(rule.id), cells);
    findings.push(...different.map((each) => ({ ...at, ...each })));
  }
  const rules = new Set(ports.map(({ id }) => id));
  const strange = evidence.filter(({ rule }) => !rules.has(rule));
  const at = { file: 'packages/catalog/data/evidence.json', field: null, text: null };
  findings.push(...strange.map(({ rule }) => ({ ...at, record: rule, message: 'there is no such rule' })));
  return { found, findings };
}

/** Where the evidence of a rule is not its row. */
function differences(
  evidence: readonly Cell[] | undefined,
  cells: readonly Cell[],
): Pick<Finding, 'field' | 'text' | 'message'>[] {
  if (evidence === undefined) return [{ field: null, text: null, message: 'evidence.json does not have this rule' }];
  const longer = evidence.length > cells.length ? evidence : cells;
  return longer.flatMap((_, at) => {
    const [cell, published] = [evidence[at], cells[at]];
    if (isDeepStrictEqual(cell, published)) return [];
    const text = cell === undefined ? null : JSON.stringify(cell);
    return [{ field: `cell ${at + 1}`, text, message: 'evidence.json has another cell than the snapshot' }];
  });
}
