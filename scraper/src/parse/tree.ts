import { defaultTreeAdapter, html, parseFragment } from 'parse5';
import { type Element, isElement } from './element.ts';
import { toHtml } from './markdown.ts';

/** A browser shows a page in the body of a document, and ignores tags that may not stand there, as `<tr>` alone. */
const BODY = defaultTreeAdapter.createElement('body', html.NS.HTML, []);

/**
 * Parses a page into one HTML tree, pipe tables and raw HTML alike.
 *
 * @param markdown LF line ends, without front matter
 * @param whole whether to keep all prose, and not only what bears on tables
 * @returns the outermost elements of the page, in their order, and those of tables of its loose rows
 */
export function parseTree(markdown: string, whole: boolean): { elements: Element[]; loose: Element[] } {
  const { html, loose } = toHtml(markdown, whole);
  return { elements: elementsOf(html), loose: loose === '' ? [] : elementsOf(toHtml(loose, true).html) };
}

function elementsOf(html: string): Element[] {
  return parseFragment(BODY, withoutIds(html), {}).childNodes.filter(isElement);
}

/** Bilingual pages give each sentence an id, a sixth of their text. Only its presence matters, so its value goes. */
function withoutIds(html: string): string {
  return html.replace(/(<span data-[ts]tu-id)="[\w-]*"/g, '$1');
}
