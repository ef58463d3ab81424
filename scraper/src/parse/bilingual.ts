import type { Element, ElementContent } from 'hast';
import { toText } from 'hast-util-to-text';
import type { Line } from '../model/snapshot.ts';

type Side = 'text' | 'en';

/** A block that nothing stands beside. */
const BOX = { type: 'element', tagName: 'div', properties: {} } as const;

/**
 * Splits what an element shows into lines, and each line into the page's own language and the English beside it.
 *
 * The pages' publishing system marks a sentence `<span data-ttu-id>translation</span>` and, hidden behind it,
 * `<span class="sxs-lookup"><span data-stu-id>English</span></span>`. Each language's text is what a browser
 * would show if the other's spans were not there; what stands outside such spans belongs to both.
 *
 * @param english whether the page itself is in English, so that unmarked text is English
 */
export function readLines(element: Element, english: boolean): Line[] {
  const own = shownLines(element, 'text');
  if (english) return own.map((en) => ({ text: null, en }));
  if (!hasEnglish(element)) return own.map((text) => ({ text, en: null }));
  return pair(own, shownLines(element, 'en'));
}

/** Lines stand side by side; where the languages break lines differently, the English keeps its lines. */
function pair(own: string[], english: string[]): Line[] {
  if (english.length === 0) return own.map((text) => ({ text, en: null }));
  const beside = own.length === english.length || own.length === 0 ? own : [own.join(' ')];
  return english.map((en, index) => ({ text: beside[index] ?? null, en }));
}

function shownLines(element: Element, side: Side): string[] {
  const text = plainText(element.children, side) ?? toText({ ...BOX, children: only(element.children, side) });
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
}

/** Elements that show no more than what is in them, within a line. */
const INLINE: ReadonlySet<string> = new Set(['span', 'a', 'strong', 'b', 'em', 'i', 'u', 'code']);

/**
 * What nodes show that are no more than text, paragraphs and line breaks, as nearly all cells are; null for others, which
 * need all that a browser does.
 */
function plainText(nodes: readonly ElementContent[], side: Side): string | null {
  let shown = '';
  for (const node of nodes) {
    if (node.type === 'text') shown += node.value.replace(/\s+/gu, ' ');
    if (node.type !== 'element') continue;
    const { tagName, properties, children } = node;
    if (side === 'text' ? isEnglish(node) : isTranslation(node)) shown += ' ';
    else if (tagName === 'br') shown += '\n';
    else if ((tagName !== 'p' && !INLINE.has(tagName)) || 'hidden' in properties || 'style' in properties) return null;
    else {
      const text = plainText(children, side);
      if (text === null) return null;
      shown += tagName === 'p' ? `\n${text}\n` : text;
    }
  }
  return shown;
}

/** The nodes without the other side's spans; a space in their place keeps sentences apart. */
function only(nodes: ElementContent[], side: Side): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    if (side === 'text' ? isEnglish(node) : isTranslation(node)) return { type: 'text', value: ' ' };
    const children = only(node.children, side);
    if (node.tagName === 'sup') return { type: 'text', value: raised(toText({ ...node, children })) };
    // hast-util-to-text takes a table for inline: what it holds would run into the text before it.
    if (node.tagName === 'table') return { ...BOX, children: [{ ...node, children }] };
    return { ...node, children };
  });
}

/** A superscript number in the characters for one: behind a port its digits would make another port. */
function raised(text: string): string {
  return /^\s*\d+\s*$/.test(text) ? text.trim().replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))) : text;
}

function hasEnglish(node: Element): boolean {
  return node.children.some((child) => child.type === 'element' && (isEnglish(child) || hasEnglish(child)));
}

function isTranslation(node: Element): boolean {
  return node.properties.dataTtuId !== undefined;
}

function isEnglish(node: Element): boolean {
  const { className, dataStuId } = node.properties;
  return dataStuId !== undefined || (Array.isArray(className) && className.includes('sxs-lookup'));
}
