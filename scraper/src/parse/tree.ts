import type { Element, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { defaultTreeAdapter, html, parseFragment } from 'parse5';
import { toHtml } from './markdown.ts';

/** A page is shown in the body of a document; there, what has no place in a body is not read as if it had one. */
const BODY = defaultTreeAdapter.createElement('body', html.NS.HTML, []);

/**
 * Parses a page into one HTML tree, pipe tables and raw HTML alike.
 *
 * @param markdown LF line ends, without front matter
 * @param whole whether to keep all prose, and not only what bears on tables
 * @returns the outermost elements of the page, in their order
 */
export function parseTree(markdown: string, whole: boolean): Element[] {
  const root = fromParse5(parseFragment(BODY, toHtml(markdown, whole), {})) as Root;
  return root.children.filter((child) => child.type === 'element');
}
