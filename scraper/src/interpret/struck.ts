import type { Cell, SnapshotTable } from '../model/snapshot.ts';
import { spaced } from '../vocabulary/text.ts';

// With the separator that stood between it and what stays.
const STRUCK = /^(?:\s?~~.+?~~\s?[,;/&]?)+|(?:\s?[,;/&])?\s?~~.+?~~/gs;

/** A cell without what is struck out in it. */
export function withoutStruck(cell: Cell): Cell {
  const visible = (text: string | null) =>
    text && (spaced(text).replace(STRUCK, ' ').replace(/\s+/g, ' ').trim() || null);
  if (!cell.some(({ text, en }) => text?.includes('~~') || en?.includes('~~'))) return cell;
  const lines = cell.map(({ text, en }) => ({ text: visible(text), en: visible(en) }));
  return lines.filter(({ text, en }) => text !== null || en !== null);
}

/** The same of all around the rows of a table. */
export function aroundWithoutStruck(table: SnapshotTable): SnapshotTable {
  return {
    ...table,
    caption: withoutStruck(table.caption),
    headings: table.headings.map((heading) => ({ ...heading, text: withoutStruck(heading.text) })),
    columns: table.columns.map(withoutStruck),
    footnotes: table.footnotes.map((footnote) => ({ ...footnote, text: withoutStruck(footnote.text) })),
  };
}
