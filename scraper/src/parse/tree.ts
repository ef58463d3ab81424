import { defaultTreeAdapter, html, parseFragment } from 'parse5';
import { type Element, isElement } from './element.ts';
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
  return parseFragment(BODY, withoutIds(toHtml(markdown, whole)), {}).childNodes.filter(isElement);
}

/** Bilingual pages have an id for each sentence, a sixth of their text; that there is one is all that is read of it. */
function withoutIds(html: string): string {
  return html.replace(/(<span data-[ts]tu-id)="[\w-]*"/g, '$1');
}
