import type { Element } from 'hast';
import type { Root, TableRow } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Marks each row of a pipe table with the number of cells that it was written with. HTML has no place for a cell
 * beyond the header's last, and GitHub's specification has it dropped (https://github.github.com/gfm/#tables-extension-);
 * in a table of ports a dropped cell is a lost fact, so it must be seen.
 */
export function countCells() {
  return (tree: Root): void => {
    visit(tree, 'tableRow', (row: TableRow) => {
      row.data = { ...row.data, hProperties: { dataCells: String(row.children.length) } };
    });
  };
}

/** The number of cells that a pipe table's row was written with; null for a row of an HTML table. */
export function writtenCells(row: Element): number | null {
  const mark = row.properties.dataCells;
  return typeof mark === 'string' && /^\d+$/.test(mark) ? Number(mark) : null;
}
