import type { Cell, Footnote, Heading } from '../model/snapshot.ts';
import { readBlocks } from './blocks.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter.ts';
import { keepTablesTogether } from './html-table.ts';
import { isEnglish, languageOfPage } from './language.ts';
import { keepWithin } from './limits.ts';
import { mayStyle } from './style-sheet.ts';
import { parseTree } from './tree.ts';

/** A table as the page has it, with what stands around it. */
export interface PageTable {
  headings: Heading[];
  caption: Cell;
  columns: Cell[];
  rows: Cell[][];
  footnotes: Footnote[];
  /** How many header rows it has. A table with more than one is not understood. */
  headerRows: number;
  /** The row after the header, a row of `rows` or a further header row: a title may stand above the headers. */
  second: Cell[];
  /** The index, from 0, of the table that has this one in a cell; null for none. */
  inside: number | null;
  /** The paragraphs next to it, above and below, that are neither its caption nor a footnote. */
  beside: Cell[];
  /** Whether two of its cells cover one place. */
  overlaps: boolean;
}

export interface Page {
  /** null where the page has none, or none that can be read. */
  frontMatter: FrontMatter | null;
  /** `ms.contentlocale`; without that, what its publisher says, then by the script of the title. */
  locale: string;
  title: Heading | null;
  tables: PageTable[];
  /** Whether it has a style sheet or a script that may change what its tables show. */
  styled: boolean;
  /** Rows that stand in none of them, under the headers of the table above where they look like its rows. */
  loose: Pick<PageTable, 'columns' | 'rows'>[];
}

export interface PageOptions {
  /** The language in which it was published, as a BCP 47 tag, where its repository or path tells. */
  published?: string | null;
  /** Whether to parse all of its prose: the same page comes out, and later. */
  whole?: boolean;
}

/**
 * Reads a page: its front matter and every table in it.
 *
 * @param text LF line ends, no byte order mark
 * @throws RangeError where elements or tables are nested too deeply
 * @throws LimitError where it holds more of something than a page may
 */
export function readPage(text: string, { published = null, whole = false }: PageOptions = {}): Page {
  keepWithin('too-many-lines', countLines(text));
  const { frontMatter, body } = splitFrontMatter(text);
  const locale = languageOfPage(frontMatter, published, body);
  const { elements, loose } = parseTree(keepTablesTogether(body), whole);
  const english = isEnglish(locale);
  const styled = elements.some(mayStyle);
  return { frontMatter, locale, ...readBlocks(elements, english), styled, loose: readBlocks(loose, english).tables };
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
