import { type Headers, readHeaders } from '../interpret/columns.ts';
import { evidenceOfPorts, looksLikePorts } from '../interpret/port-evidence.ts';
import { englishOf, publishedOf } from '../interpret/reading.ts';
import { isHidden, writtenOf } from '../interpret/shown.ts';
import type { DiagnosticCode } from '../model/codes.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { isForeign } from '../parse/language.ts';
import type { Page, PageTable } from '../parse/page.ts';
import { compact } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { listUnread } from './unread-table.ts';

/** Whether a table of a page is a port table, and why. */
export interface TableVerdict {
  /** The table's number on the page, from 1. */
  number: number;
  /** A doubtful table is reported, and not read. */
  is: 'port-table' | 'doubtful' | 'other';
  /** Why, as a sentence without a full stop. */
  because: string;
  /** What there is to report of it; nothing of a port table. */
  diagnostics: Diagnostic[];
}

/** A table and its headers, as read before any verdict, because a verdict also depends on the other tables. */
interface Reading {
  table: PageTable;
  columns: Headers['columns'];
  byHeaders: Headers['is'];
  /** Whether no browser shows any of it. */
  isHidden: boolean;
}

/**
 * Decides for each table of a page whether it is a port table: by its headers, then by what its cells hold. A table
 * that holds ports under headers that are not understood is doubtful, whatever the language.
 *
 * @param path what diagnostics call the document
 */
export function verdictsOf(page: Page, path: string, vocabulary: Vocabulary): TableVerdict[] {
  const readings = page.tables.map((published): Reading => {
    // What is hidden may be a port table as well; what is odd about it is reported where it is read.
    const table = writtenIn(published);
    const { columns, is } = readHeaders(table.columns, vocabulary, table.rows);
    const cells = [...published.columns, ...published.rows.flat()].filter((cell) => cell.length > 0);
    return { table, columns, byHeaders: is, isHidden: cells.length > 0 && cells.every(isHidden) };
  });
  const outer = outerTables(readings);
  return readings.map((reading, index) => {
    const header = reading.table.columns.map(publishedOf).join(' | ');
    const say = (
      severity: Diagnostic['severity'],
      code: DiagnosticCode,
      message: string,
      column: string | null = null,
    ) => diagnostic(severity, code, message, path, { table: index + 1, row: 0, column, text: header });
    const doubtful = (because: string, ...diagnostics: Diagnostic[]): TableVerdict => {
      return { number: index + 1, is: 'doubtful', because, diagnostics };
    };
    const foreign = isForeign(page.locale);
    /** In another language the cells tell what else the vocabulary lacks, so that it need not be found out table by table. */
    const withCells = (verdict: TableVerdict): TableVerdict => {
      if (!foreign) return verdict;
      const severity = verdict.diagnostics.at(-1)?.severity ?? 'warning';
      listUnread(reading.table, vocabulary, (code, message, place) => {
        const level = code === 'unread-row' ? severity : 'warning';
        verdict.diagnostics.push(diagnostic(level, code, message, path, { table: index + 1, ...place }));
      });
      return verdict;
    };
    const other = (because: string): TableVerdict => {
      const note = say('note', 'not-a-port-table', `no port table: ${because}`);
      return { number: index + 1, is: 'other', because, diagnostics: [note] };
    };
    const { byHeaders } = reading;
    if (reading.isHidden) {
      const because = 'no browser shows it';
      if (byHeaders === 'other' || byHeaders === 'records') return other(because);
      return { ...other(because), diagnostics: [say('warning', 'unseen-table', `not read: ${because}`)] };
    }
    const obstacle = obstacleTo(reading, readings, vocabulary);
    if (obstacle !== null) return doubtful(obstacle.message, say('error', obstacle.code, obstacle.message));
    if (byHeaders === 'ports' && reading.table.rows.every((row) => row.every((cell) => cell.length === 0))) {
      const because = 'this port table has no rows';
      return doubtful(because, say('error', 'no-rows', because));
    }
    if (byHeaders === 'ports') {
      return { number: index + 1, is: 'port-table', because: 'its headers are those of a port table', diagnostics: [] };
    }
    const reviewed = reviewOf(reading.table, page, vocabulary);
    if (reviewed !== null) return other(reviewed);
    if (byHeaders === 'records') return other('it lists DNS records');
    if (outer.has(index)) return other('it lays out the page around a port table');
    const hidden = byHeaders !== 'suspected' && foreign && looksLikePorts(reading.table, vocabulary);
    if (byHeaders === 'suspected' || hidden) {
      const message = 'this looks like a port table, but this header is not known';
      const unknown = reading.columns.filter(({ field }) => field === null);
      return withCells(
        doubtful(message, ...unknown.map((each) => say('error', 'unknown-header', message, each.header))),
      );
    }
    if (byHeaders === 'doubtful') {
      const because = 'its headers name ports, but not all that a port table names';
      return withCells(doubtful(because, say('warning', 'doubtful-table', `not read: ${because}`)));
    }
    // A row stands in the place of the headers where something ended the table above it.
    const rows = [reading.table.columns, ...reading.table.rows];
    const evidence = evidenceOfPorts({ ...reading.table, rows }, vocabulary, foreign);
    if (evidence === null) return other(reasonOf(reading.table));
    const message = `not read: ${evidence}, but its headers are not those of a port table`;
    return doubtful(evidence, say('warning', 'doubtful-table', message));
  });
}

/** A table with all that is written in it. */
function writtenIn(table: PageTable): PageTable {
  return {
    ...table,
    columns: table.columns.map(writtenOf),
    rows: table.rows.map((row) => row.map(writtenOf)),
    second: table.second.map(writtenOf),
  };
}

/** The tables that hold a port table in one of their cells. The ports in them are those of the inner table. */
function outerTables(readings: readonly Reading[]): ReadonlySet<number> {
  const outer = new Set<number>();
  for (const { byHeaders, table } of readings) {
    if (byHeaders !== 'ports') continue;
    for (let at = table.inside; at !== null && !outer.has(at); at = readings[at]?.table.inside ?? null) outer.add(at);
  }
  return outer;
}

/** What a person has said of a table that only looks like one of ports; null where nobody has. */
function reviewOf({ columns }: PageTable, page: Page, { entries }: Vocabulary): string | null {
  const title = [page.frontMatter?.get('ms:assetid'), page.frontMatter?.get('ms.assetid'), page.title?.anchor];
  const [first = []] = columns;
  const headers = [publishedOf(first), englishOf(first) ?? ''].map(compact);
  const review = entries['other-tables'].find((each) => {
    return title.includes(each.page) && each.header.some((header) => headers.includes(compact(header)));
  });
  return review?.why ?? null;
}

/** What keeps a table that is, or looks like, a port table from being read; null where nothing does. */
function obstacleTo(
  { table, byHeaders }: Reading,
  readings: readonly Reading[],
  vocabulary: Vocabulary,
): { code: DiagnosticCode; message: string } | null {
  const looksLikeOne = byHeaders === 'ports' || byHeaders === 'suspected';
  const secondIsHeader = !looksLikeOne && readHeaders(table.second, vocabulary).is === 'ports';
  if (!looksLikeOne && !secondIsHeader) return null;
  if (table.headerRows > 1) {
    return { code: 'header-rows', message: `a port table with ${table.headerRows} header rows is not understood` };
  }
  if (secondIsHeader) {
    return { code: 'header-rows', message: 'the headers of a port table stand in the row below this one' };
  }
  if (table.overlaps) return { code: 'overlapping-cells', message: 'two cells of this port table cover one place' };
  const outer = table.inside === null ? undefined : readings[table.inside];
  if (outer?.byHeaders !== 'ports') return null;
  return { code: 'nested-table', message: 'a port table in a cell of another is not understood' };
}

/** The simplest true reason why a table without any sign of ports is not a port table. */
function reasonOf({ rows }: PageTable): string {
  if (rows.length === 0) return 'it has no rows';
  const hasNumber = rows.some((row) => row.some((cell) => cell.some(({ text, en }) => /\p{Nd}/u.test(`${text}${en}`))));
  if (!hasNumber) return 'no cell holds a number';
  return 'its numbers stand beside no transport and no word for "port", and no column of them has a known port';
}
