import { isDeepStrictEqual } from 'node:util';
import { type HeaderClass, readHeaders } from '../interpret/columns.ts';
import { evidenceOfPorts } from '../interpret/port-evidence.ts';
import { publishedOf } from '../interpret/reading.ts';
import type { DiagnosticCode } from '../model/codes.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Cell } from '../model/snapshot.ts';
import { isForeign } from '../parse/language.ts';
import type { Page } from '../parse/page.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/**
 * Reports the rows of a page that stand in no table and may state ports: those that look like the rows of the port table
 * above them, those under a header of ports that has no delimiter row, and others with ports in them. None is read:
 * what ended their table may as well have been meant to end it.
 *
 * @param path what diagnostics call the document
 */
export function reportLooseRows(page: Page, path: string, vocabulary: Vocabulary): Diagnostic[] {
  return page.loose.flatMap(({ columns, rows }) => {
    const say = (severity: 'error' | 'warning', code: DiagnosticCode, message: string, row: readonly Cell[], at = 0) =>
      diagnostic(severity, code, message, path, { table: at || null, text: row.map(publishedOf).join(' | ') });
    const is = (row: readonly Cell[]) => readHeaders(row, vocabulary).is;
    if (PORTS.includes(is(columns)) || is(columns) === 'doubtful') {
      const table = page.tables.findIndex((each) => isDeepStrictEqual(each.columns, columns)) + 1;
      const message = 'this looks like a row of the table above it, which ends before it; it is not read';
      return rows.map((row) => say('error', 'loose-row', message, row, table));
    }
    const header = rows.find((row) => PORTS.includes(is(row)));
    if (header !== undefined)
      return [say('error', 'no-delimiter-row', `these are headers of a port table, ${NO_TABLE}`, header)];
    const evidence = evidenceOfPorts({ columns, rows }, vocabulary, isForeign(page.locale));
    if (evidence !== null) return [say('warning', 'loose-row', `not read: ${evidence}, in no table`, rows.flat())];
    const doubtful = rows.find((row) => is(row) === 'doubtful');
    return doubtful === undefined
      ? []
      : [say('warning', 'no-delimiter-row', `these name ports, ${NO_TABLE}`, doubtful)];
  });
}

const PORTS: readonly HeaderClass[] = ['ports', 'suspected'];
const NO_TABLE = 'and no delimiter row with as many cells stands below them';
