import type { ReportedTable } from '../model/report.ts';
import { counted } from './summary.ts';

/**
 * "709 tables: 68 port tables, 20 doubtful, 621 of other things": every table is one of the three. Without tables there
 * is no line.
 */
export function countTables(tables: readonly ReportedTable[]): string[] {
  if (tables.length === 0) return [];
  const count = (is: ReportedTable['is']) => tables.filter((each) => each.is === is).length;
  const ports = counted(count('port-table'), 'port table');
  return [
    `${counted(tables.length, 'table')}: ${ports}, ${count('doubtful')} doubtful, ${count('other')} of other things`,
  ];
}
