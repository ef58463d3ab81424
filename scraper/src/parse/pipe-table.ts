import type { Root, Table } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Lets each row of a pipe table keep the cells that it was written with. GitHub's specification has a cell beyond the
 * header's last dropped, and a row too short filled up (https://github.github.com/gfm/#tables-extension-); in a table
 * of ports either would be a fact lost or made up, so it must be seen.
 */
export function keepWrittenCells() {
  return (tree: Root): void => {
    visit(tree, 'table', (table: Table) => {
      // The alignments are what tells how many cells a row is cut or filled to.
      table.align = null;
    });
  };
}
