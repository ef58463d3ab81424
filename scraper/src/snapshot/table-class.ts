import { looksLikePorts, namesTransport } from '../interpret/body.ts';
import { classify, isOfRecords, readColumns, type TableClass } from '../interpret/columns.ts';
import { publishedOf } from '../interpret/reading.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Page, PageTable } from '../parse/page.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { isForeignPage } from './language.ts';

/** What a table of a page is, and what kept it from being read. */
export interface TableVerdict {
  kind: TableClass;
  obstacle: Obstacle | null;
}

/** What kept a table that looks like a port table from being read; null where nothing did. */
interface Obstacle {
  code: string;
  message: string;
}

/** Decides whether a table is a port table: by its headers, then by what may hide or spoil one. */
export function classOf(table: PageTable, page: Page, vocabulary: Vocabulary): TableVerdict {
  const byHeaders = classOfHeaders(table.columns, vocabulary);
  const hidden = isHidden(byHeaders, table, page.locale, vocabulary);
  const kind = hidden ? (isForeignPage(page.locale) ? 'suspected' : 'doubtful') : byHeaders;
  const looksLikeOne = kind === 'ports' || kind === 'suspected';
  const secondIsHeader = !looksLikeOne && classOfHeaders(table.second, vocabulary) === 'ports';
  const obstacle = looksLikeOne || secondIsHeader ? obstacleTo(table, page, secondIsHeader, vocabulary) : null;
  return obstacle === null ? { kind, obstacle } : { kind: 'suspected', obstacle };
}

/** The vocabulary has the headers of Korean and English pages; what a table holds tells where they are not known. */
function isHidden(by: TableClass, { columns, rows }: PageTable, locale: string, vocabulary: Vocabulary): boolean {
  if (isForeignPage(locale)) return (by === 'other' || by === 'doubtful') && looksLikePorts(rows, vocabulary);
  if (by !== 'other' || isOfRecords(readColumns(columns, vocabulary).fields)) return false;
  return namesTransport(rows) && looksLikePorts(rows, vocabulary);
}

function obstacleTo(
  { headerRows, tooLarge, inside }: PageTable,
  { tables }: Page,
  secondIsHeader: boolean,
  vocabulary: Vocabulary,
): Obstacle | null {
  if (headerRows > 1) {
    return { code: 'header-rows', message: `a port table with ${headerRows} header rows is not understood` };
  }
  if (secondIsHeader) {
    return { code: 'header-rows', message: 'the headers of a port table stand in the row below this one' };
  }
  if (tooLarge) return { code: 'too-large', message: 'a table with so many cells is not read' };
  const outer = inside === null ? undefined : tables[inside];
  if (outer === undefined || classOfHeaders(outer.columns, vocabulary) !== 'ports') return null;
  return { code: 'nested-table', message: 'a port table in a cell of another is not understood' };
}

function classOfHeaders(header: PageTable['columns'], vocabulary: Vocabulary): TableClass {
  return classify(header, readColumns(header, vocabulary), vocabulary);
}

/** What there is to say of a table that is not read; nothing of one that is. */
export function reportTable(
  table: PageTable,
  index: number,
  { kind, obstacle }: TableVerdict,
  path: string,
  vocabulary: Vocabulary,
): Diagnostic[] {
  const header = table.columns.map(publishedOf).join(' | ');
  const place = { table: index + 1, row: 0, text: header };
  if (kind === 'ports') return [];
  if (kind === 'other') {
    const records = isOfRecords(readColumns(table.columns, vocabulary).fields);
    const message = records ? 'no port table: its headers are those of DNS records' : 'no port table';
    return [diagnostic('note', 'not-a-port-table', message, path, place)];
  }
  if (kind !== 'suspected') {
    const message = 'not read: this names ports, but has not the headers of a port table';
    return [diagnostic('warning', 'not-a-port-table', message, path, place)];
  }
  if (obstacle !== null) return [diagnostic('error', obstacle.code, obstacle.message, path, place)];
  const { fields } = readColumns(table.columns, vocabulary);
  const unknown = table.columns.filter((_, column) => fields[column] === null).map(publishedOf);
  const message = 'this looks like a port table, but this header is not known';
  return unknown.map((text) =>
    diagnostic('error', 'unknown-header', message, path, { ...place, column: text, text: header }),
  );
}
