import type { Element, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parse } from 'parse5';
import { toHtml } from './markdown.ts';

/** A page is shown in the body of a document; there, what has no place in a body is not read as if it had one. */
const BODY = '<!doctype html><body>';

/**
 * Parses a page into one HTML tree, pipe tables and raw HTML alike.
 *
 * @param markdown LF line ends, without front matter
 * @param whole whether to keep all prose, and not only what bears on tables
 * @returns the elements of the page, outermost first
 */
export function parseTree(markdown: string, whole: boolean): Element[] {
  const document = fromParse5(parse(BODY + toHtml(markdown, whole))) as Root;
  const html = document.children.find((child) => child.type === 'element');
  const body = html?.children.find((child) => child.type === 'element' && child.tagName === 'body');
  return body?.type === 'element' ? body.children.filter((child) => child.type === 'element') : [];
}
