import type { ElementContent, Element as HastElement } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { toText } from 'hast-util-to-text';
import type { Line } from '../model/snapshot.ts';
import { attribute, type Element, elementsIn, isElement, type Node, textOf } from './element.ts';

type Side = 'text' | 'en';

/** A block with no other beside it. */
const BOX = { type: 'element', tagName: 'div', properties: {} } as const;
const SPACE = { nodeName: '#text', value: ' ', parentNode: null } as const;

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

/** Puts the lines side by side. Where the languages break lines differently, the English keeps its lines. */
function pair(own: string[], english: string[]): Line[] {
  if (english.length === 0) return own.map((text) => ({ text, en: null }));
  const beside = own.length === english.length || own.length === 0 ? own : [own.join(' ')];
  return english.map((en, index) => ({ text: beside[index] ?? null, en }));
}

function shownLines(element: Element, side: Side): string[] {
  const struck =
    isStruck(element) || (element.parentNode !== null && 'attrs' in element.parentNode && isStruck(element.parentNode));
  const lines =
    plainText(element.childNodes, side, struck)?.split(BREAK) ?? browserText(element, side, struck).split('\n');
  return lines.map((line) => line.replace(OTHER_SPACE, ' ').trim()).filter((line) => line !== '');
}

/** White space other than a single space. Nearly all white space is a single space, and need not be replaced. */
const OTHER_SPACE = /[^\S ]\s*| \s+/g;

/** Ends a line. The HTML parser drops this character, so no text has it; a `\n` in a text is only white space. */
const BREAK = '\0';

/** Elements that show their content within a line and add nothing to it. */
const INLINE: ReadonlySet<string> = new Set(['span', 'a', 'strong', 'b', 'em', 'i', 'u', 'code', 's', 'del', 'strike']);

/**
 * What nodes show, where they are text, paragraphs and line breaks only, as in nearly all cells. null for others: they
 * need the rules of a browser.
 */
function plainText(nodes: readonly Node[], side: Side, struck: boolean): string | null {
  let shown = '';
  for (const node of nodes) {
    if (!isElement(node)) {
      shown += markStruck(textOf(node) ?? '', struck);
      continue;
    }
    const { tagName, childNodes } = node;
    if (isOtherSide(node, side)) shown += ' ';
    else if (tagName === 'br') shown += BREAK;
    else if ((tagName !== 'p' && !INLINE.has(tagName)) || changesDisplay(node)) return null;
    else {
      const text = plainText(childNodes, side, struck || isStruck(node));
      if (text === null) return null;
      shown += tagName === 'p' ? `${BREAK}${text}${BREAK}` : text;
    }
  }
  return shown;
}

const STRUCK: ReadonlySet<string> = new Set(['s', 'del', 'strike']);

function changesDisplay(element: Element): boolean {
  return attribute(element, 'hidden') !== null || attribute(element, 'style') !== null;
}

/** What a browser would show of an element, without the other side's spans. */
function browserText(element: Element, side: Side, struck: boolean): string {
  const { children } = fromParse5({ ...element, childNodes: only(element.childNodes, side, struck) }) as HastElement;
  return toText({ ...BOX, children: inBoxes(children) });
}

/** The nodes without the other side's spans; a space in their place keeps sentences apart. */
function only(nodes: readonly Node[], side: Side, struck: boolean): Node[] {
  return nodes.map((node) => {
    if (!isElement(node)) {
      const text = textOf(node);
      return text === null || !struck ? node : { ...SPACE, value: markStruck(text, struck) };
    }
    if (isOtherSide(node, side)) return SPACE;
    return { ...node, childNodes: only(node.childNodes, side, struck || isStruck(node)) };
  });
}

/** Whether an element shows its text struck out. */
function isStruck(element: Element): boolean {
  return STRUCK.has(element.tagName) || /\bline-through\b/i.test(attribute(element, 'style') ?? '');
}

/** Struck-out text stays, as markdown has it: what it says is taken back, which only its reader can tell. */
function markStruck(text: string, struck: boolean): string {
  return struck ? text.replace(/\S(?:.*\S)?/gs, (shown) => `~~${shown}~~`) : text;
}

/** Wraps tables in blocks and raises numbers, because hast-util-to-text does neither by itself. */
function inBoxes(nodes: ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    const children = inBoxes(node.children);
    if (node.tagName === 'sup') return { type: 'text', value: raised(toText({ ...node, children })) };
    return node.tagName === 'table' ? { ...BOX, children: [{ ...node, children }] } : { ...node, children };
  });
}

/** A superscript number in superscript characters: as plain digits behind a port it would make another port. */
function raised(text: string): string {
  return /^\s*\d+\s*$/.test(text) ? text.trim().replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))) : text;
}

function hasEnglish(element: Element): boolean {
  return elementsIn(element).some((child) => isEnglish(child) || hasEnglish(child));
}

/** Whether an element is one of the other language's spans. */
function isOtherSide(element: Element, side: Side): boolean {
  return side === 'text' ? isEnglish(element) : attribute(element, 'data-ttu-id') !== null;
}

function isEnglish(element: Element): boolean {
  return (
    attribute(element, 'data-stu-id') !== null || /(?:^|\s)sxs-lookup(?:$|\s)/.test(attribute(element, 'class') ?? '')
  );
}
