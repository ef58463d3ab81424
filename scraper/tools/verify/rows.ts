import { isDeepStrictEqual } from 'node:util';
import type { CatalogData, Evidence, PortRule } from '../../src/model/catalog.ts';
import type { Cell, SnapshotFile, SnapshotTable } from '../../src/model/snapshot.ts';
import type { Finding } from './finding.ts';

/** A rule, and the row that it says it comes from. */
export interface FoundRow {
  readonly rule: PortRule;
  readonly table: SnapshotTable;
  readonly cells: readonly Cell[];
  /** The other rows of the table that it was read from. */
  readonly and: readonly (readonly Cell[])[];
}

/** Finds the rows of each rule, and checks that the evidence of the rule is those rows, cell by cell. */
export function checkRows(
  { ports, evidence }: CatalogData,
  sources: ReadonlyMap<string, SnapshotFile>,
): { found: FoundRow[]; findings: Finding[] } {
  const published = new Map(evidence.map((each) => [each.rule, each]));
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
    const said = published.get(rule.id);
    const english = englishRow(said, source);
    if (english === undefined) {
      const text = JSON.stringify(said?.english);
      findings.push({ ...at, field: 'english', text, message: 'the snapshot has no such row of another variant' });
      continue;
    }
    const footnotes = [...table.footnotes, ...english.footnotes];
    const and = (said?.and ?? []).map((other) => table.rows[other.row - 1] ?? []);
    found.push({ rule, table: { ...table, footnotes }, cells: [...cells, ...english.cells], and });
    const different = [
      ...differences(said?.cells, cells, english.cells),
      ...(said?.and ?? []).flatMap((other, index) =>
        differences(other.cells, and[index] ?? [], []).map(({ field, ...each }) => {
          return { ...each, field: `row ${other.row}, ${field}` };
        }),
      ),
    ];
    findings.push(...different.map((each) => ({ ...at, ...each })));
  }
  const rules = new Set(ports.map(({ id }) => id));
  const strange = evidence.filter(({ rule }) => !rules.has(rule));
  const at = { file: 'packages/catalog/data/evidence.json', field: null, text: null };
  findings.push(...strange.map(({ rule }) => ({ ...at, record: rule, message: 'there is no such rule' })));
  return { found, findings };
}

/** The row that the English comes from, with the footnotes of its table; undefined where there is none such. */
function englishRow(
  evidence: Evidence | undefined,
  source: SnapshotFile | undefined,
): (Pick<SnapshotTable, 'footnotes'> & { cells: readonly Cell[] }) | undefined {
  if (evidence?.english === undefined) return { cells: [], footnotes: [] };
  const table = source?.snapshot.english?.tables[evidence.english.table - 1];
  const cells = table?.rows[evidence.english.row - 1];
  return table === undefined || cells === undefined ? undefined : { cells, footnotes: table.footnotes };
}

/** Where the evidence of a rule is not its row; where the row has no English, that of the other row may stand beside. */
function differences(
  evidence: readonly Cell[] | undefined,
  cells: readonly Cell[],
  english: readonly Cell[],
): Pick<Finding, 'field' | 'text' | 'message'>[] {
  if (evidence === undefined) return [{ field: null, text: null, message: 'evidence.json does not have this rule' }];
  const longer = evidence.length > cells.length ? evidence : cells;
  return longer.flatMap((_, at) => {
    const [cell, published] = [evidence[at], cells[at]];
    if (isDeepStrictEqual(cell, published) || isMerged(cell, published, english)) return [];
    const text = cell === undefined ? null : JSON.stringify(cell);
    return [{ field: `cell ${at + 1}`, text, message: 'evidence.json has another cell than the snapshot' }];
  });
}

/** Whether the cell is the published one with the English of a cell of the other row. */
function isMerged(cell: Cell | undefined, published: Cell | undefined, english: readonly Cell[]): boolean {
  if (cell === undefined || published === undefined || published.some((line) => line.en !== null)) return false;
  const said = (side: Cell, language: 'text' | 'en') => side.flatMap((line) => line[language] ?? []).join(' ');
  return (
    said(cell, 'text') === said(published, 'text') && english.some((other) => said(other, 'en') === said(cell, 'en'))
  );
}
