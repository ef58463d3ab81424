import { englishOf, localOf } from '../interpret/reading.ts';
import type { Cell, Footnote, Heading, Snapshot, SnapshotTable } from '../model/snapshot.ts';
import type { ColumnField } from '../vocabulary/schema.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { matchVariants, type TablePair } from './match.ts';

/** A row of the variant that has the English; both count from 1. */
export interface EnglishRow {
  table: number;
  row: number;
}

/** A snapshot with the English of its other variant in its cells. */
export interface WithEnglish {
  snapshot: Snapshot;
  /** By table and row of the snapshot, as `1 2`: where the row's English comes from. */
  rows: ReadonlyMap<string, EnglishRow>;
}

/**
 * Puts the English of a snapshot's other variant beside the text of its own, wherever that has none: in rows that both
 * variants have, in the headers of the same columns, and in what stands around the table. A cell whose two variants
 * state different things is left alone. A snapshot without another variant is given back as it is.
 */
export function withEnglish(snapshot: Snapshot, vocabulary: Vocabulary): WithEnglish {
  const { english, tables } = snapshot;
  if (english === undefined) return { snapshot, rows: new Map() };
  const matched = matchVariants(snapshot, english, vocabulary);
  const rows = new Map<string, EnglishRow>();
  const merged = tables.map((table, index) => {
    const pair = matched.tables.find((each) => each.index === index);
    const other = pair === undefined ? undefined : english.tables[pair.other];
    if (pair === undefined || other === undefined) return table;
    for (const each of pair.rows) rows.set(`${index + 1} ${each.row}`, { table: pair.other + 1, row: each.other });
    return mergeTable(table, other, pair);
  });
  const document = { ...snapshot.document, title: beside(snapshot.document.title, english.document.title) };
  return { snapshot: { ...snapshot, document, tables: merged }, rows };
}

function mergeTable(table: SnapshotTable, other: SnapshotTable, pair: TablePair): SnapshotTable {
  // Of several columns that hold the same, as one for each role, nothing tells which is which.
  const isOnce = (field: ColumnField) =>
    [pair.fields, pair.otherFields].every((fields) => fields.indexOf(field) === fields.lastIndexOf(field));
  const columnOf = (field: ColumnField | null) =>
    field !== null && isOnce(field) ? pair.otherFields.indexOf(field) : -1;
  return {
    ...table,
    headings: table.headings.map((heading, at) => mergeHeading(heading, other.headings[at])),
    caption: beside(table.caption, other.caption),
    columns: table.columns.map((cell, at) => beside(cell, other.columns[columnOf(pair.fields[at] ?? null)])),
    rows: table.rows.map((cells, at) => {
      const found = pair.rows.find(({ row }) => row === at + 1);
      if (found === undefined) return cells;
      // The notes of rows that disagree may be about what differs, so their English is not taken over.
      return cells.map((cell, column) => {
        const field = pair.fields[column] ?? null;
        const isOther =
          field !== null && (found.different.includes(field) || (field === 'notes' && found.different.length > 0));
        return isOther ? cell : beside(cell, other.rows[found.other - 1]?.[columnOf(field)]);
      });
    }),
    footnotes: table.footnotes.map((footnote) => mergeFootnote(footnote, other.footnotes)),
  };
}

function mergeHeading(heading: Heading, other: Heading | undefined): Heading {
  return other === undefined || other.anchor !== heading.anchor || other.depth !== heading.depth
    ? heading
    : { ...heading, text: beside(heading.text, other.text) };
}

/** Takes a footnote's English from the other variant, where exactly one footnote there has its mark. */
function mergeFootnote(footnote: Footnote, others: readonly Footnote[]): Footnote {
  const same = others.filter(({ mark }) => mark === footnote.mark);
  return same.length === 1 ? { ...footnote, text: beside(footnote.text, same[0]?.text) } : footnote;
}

/** Puts lines side by side. Where their numbers differ, the English keeps its lines, as in a bilingual cell. */
export function beside(own: Cell, other: Cell | undefined): Cell {
  const english = other === undefined ? null : englishOf(other);
  const text = localOf(own);
  if (english === null || text === null || englishOf(own) !== null) return own;
  const lines = english.split('\n');
  const texts = own.length === lines.length ? own.map((line) => line.text) : [text.replaceAll('\n', ' ')];
  return lines.map((en, at) => ({ text: texts[at] ?? null, en }));
}
