import { readdirSync } from 'node:fs';
import { readText } from '../../support/catalog-data.ts';

/** The published rows, as the snapshots have them: files are read here as JSON, by nothing of the scraper's. */

interface Line {
  text: string | null;
  en: string | null;
}
type Lines = readonly Line[];

interface Table {
  headings: readonly { text: Lines }[];
  caption: Lines;
  columns: readonly Lines[];
  rows: readonly (readonly Lines[])[];
  footnotes: readonly { mark: string; text: Lines }[];
}

export interface Snapshot {
  document: { id: string; product: string; products?: readonly string[] };
  tables: readonly Table[];
  english?: { tables: readonly Table[] };
}

/** A body row of a port table, in English. */
export interface PublishedRow {
  document: string;
  products: readonly string[];
  /** Numbers from 1, as in a rule's `origin`. */
  table: number;
  row: number;
  cells: readonly { header: string; lines: readonly string[] }[];
  /** The caption, or the nearest heading where there is none; then all headings above it. */
  captions: readonly string[];
  footnotes: readonly { mark: string; text: string }[];
  /** The cells of the whole table, for rows that are read together. */
  others: readonly (readonly string[])[];
}

export function snapshots(): Snapshot[] {
  const root = new URL('../../../snapshots/', import.meta.url);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => JSON.parse(readText(`snapshots/${name}`)) as Snapshot);
}

export function rowsOf({ document, tables, english }: Snapshot): PublishedRow[] {
  return tables.flatMap((table, at) => {
    const beside = english?.tables[at];
    const rows = table.rows.map((cells, row) => {
      // The rows of a variant stand beside these where it has as many.
      const variant = beside?.rows.length === table.rows.length ? beside.rows[row] : undefined;
      return cells.map((cell, place) => englishLines(cell, variant?.[place]));
    });
    const headers = table.columns.map((cell, place) => englishLines(cell, beside?.columns[place]).join(' '));
    const headings = table.headings.map(({ text }) => englishLines(text).join(' ')).toReversed();
    const caption = englishLines(table.caption).join(' ');
    return rows.map((cells, row) => ({
      document: document.id,
      products: document.products ?? [document.product],
      table: at + 1,
      row: row + 1,
      cells: cells.map((lines, place) => ({ header: headers[place] ?? '', lines })),
      captions: caption === '' ? headings : [caption, ...headings],
      footnotes: table.footnotes.map(({ mark, text }) => ({ mark, text: englishLines(text).join(' ') })),
      others: rows.map((each) => each.map((lines) => lines.join(' '))),
    }));
  });
}

/** What is the same in both languages, as `--`, has no English beside it. */
function englishLines(cell: Lines, variant?: Lines): string[] {
  const hasOwn = cell.some(({ en }) => en !== null);
  const source = hasOwn || variant === undefined ? cell : variant;
  return source.map(({ en, text }) => en ?? text ?? '');
}
