import { HIDDEN, named, tag } from '../model/markup.ts';
import { type Element, isElement, type Node, textOf } from './element.ts';
import { describe, type Look, lookOf } from './look.ts';

/**
 * What a browser shows of an element, as text, in lines (https://html.spec.whatwg.org/multipage/dom.html#the-innertext-idl-attribute),
 * with the marks of `model/markup.ts` where it shows something else than plain text.
 *
 * @param leavesOut what is not there for this reader; a space in its place keeps sentences apart
 * @param around what the elements around it make of its text
 */
export function shownLines(element: Element, leavesOut: (element: Element) => boolean, around: Look): string[] {
  const writer: Writer = { text: '', edges: [], leavesOut };
  if (around.hidden) writer.text = hidden(textIn(element.childNodes, leavesOut));
  else writeNodes(writer, element.childNodes, { struck: around.struck, pre: element.tagName === 'pre' });
  const lines = withSplitNumbers(writer)
    .split(BREAK)
    .map((line) => line.replace(OTHER_SPACE, ' ').trim())
    .filter((line) => line !== '');
  return around.odd === null || lines.length === 0 ? lines : inTag(around.odd, lines.join(BREAK)).split(BREAK);
}

interface Writer {
  text: string;
  /** Where an element begins or ends. */
  edges: { at: number; element: Element; begins: boolean }[];
  leavesOut: (element: Element) => boolean;
}

interface State {
  struck: boolean;
  /** Whether line ends are shown as such. */
  pre: boolean;
}

/** White space other than a single space. Nearly all white space is a single space, and need not be replaced. */
const OTHER_SPACE = /[^\S ]\s*| \s+/g;

/** Ends a line. The HTML parser drops this character, so no text has it; a `\n` in a text is only white space. */
const BREAK = '\0';

const BLOCK: ReadonlySet<string> = new Set([
  ...['p', 'div', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'hr', 'pre'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hgroup', 'blockquote', 'center', 'address', 'article', 'aside', 'section'],
  ...['nav', 'header', 'footer', 'main', 'search', 'figure', 'figcaption', 'form', 'fieldset', 'legend', 'dir', 'menu'],
  ...['listing', 'xmp', 'plaintext', 'details', 'summary', 'dialog', 'optgroup', 'option'],
]);
const PRE: ReadonlySet<string> = new Set(['pre', 'listing', 'xmp', 'plaintext', 'textarea']);
/** Elements that show nothing, and are not there for that. */
const NOTHING: ReadonlySet<string> = new Set([
  ...['script', 'style', 'template', 'head', 'meta', 'link', 'base', 'param', 'source', 'track', 'area'],
  ...['col', 'colgroup', 'rp', 'wbr'],
]);

function writeNodes(writer: Writer, nodes: readonly Node[], state: State): void {
  for (const node of nodes) {
    if (isElement(node)) writeElement(writer, node, state);
    else writer.text += shownText(textOf(node) ?? '', state);
  }
}

function writeElement(writer: Writer, element: Element, state: State): void {
  const { tagName, childNodes } = element;
  if (writer.leavesOut(element)) writer.text += ' ';
  else if (tagName === 'br') writer.text += BREAK;
  else {
    const look = lookOf(element);
    writer.edges.push({ at: writer.text.length, element, begins: true });
    if (NOTHING.has(tagName)) writer.text += look.odd === null ? '' : describe(element);
    else if (look.hidden) writer.text += hidden(textIn(childNodes, writer.leavesOut));
    else if (look.raised) writer.text += raised(element, textIn(childNodes, writer.leavesOut), state, look);
    else {
      const isBlock = BLOCK.has(tagName);
      const between = isBlock ? BREAK : tagName === 'td' || tagName === 'th' ? ' ' : '';
      writer.text += between + (look.odd === null ? '' : describe(element));
      writeNodes(writer, childNodes, {
        struck: state.struck || look.struck,
        pre: state.pre || PRE.has(tagName),
      });
      writer.text += (look.odd === null ? '' : tag(`/${tagName}`)) + between;
    }
    writer.edges.push({ at: writer.text.length, element, begins: false });
  }
}

/** Characters that show nothing and reorder or break what is beside them, and the brackets of the marks. */
const ODD_CHARACTER = /[\u27e6\u27e7\u061c\u200f\u2028-\u202e\u2066-\u2069]|(?![\t\n\f\r])\p{Cc}/gu;
const IN_NUMBER = /(?<=\d)[\p{Default_Ignorable_Code_Point}\u200e]+(?=\d)/gu;
const MAY_BE_ODD = /[^\n\t -\u007e\u00a0\u3000-\uabff\uac00-\ud7ff]/;

function shownText(text: string, { struck, pre }: State): string {
  const visible = MAY_BE_ODD.test(text)
    ? text.replace(ODD_CHARACTER, named).replace(IN_NUMBER, (invisible) => [...invisible].map(named).join(''))
    : text;
  const marked = struck ? visible.replace(/\S(?:.*\S)?/gs, (shown) => `~~${shown}~~`) : visible;
  return pre ? marked.replaceAll('\n', BREAK) : marked;
}

/** The text in nodes, whatever a browser shows of it, on one line; elements with a style of their own are told. */
function textIn(nodes: readonly Node[], leavesOut: (element: Element) => boolean): string {
  const texts = nodes.map((node): string => {
    if (!isElement(node)) return shownText(textOf(node) ?? '', { struck: false, pre: false });
    if (leavesOut(node)) return ' ';
    if (NOTHING.has(node.tagName)) return '';
    const text = textIn(node.childNodes, leavesOut);
    const between = BLOCK.has(node.tagName) || node.tagName === 'br' ? ' ' : '';
    const look = lookOf(node);
    return look.odd !== null || look.hidden ? inTag(node, text) : between + text + between;
  });
  return texts.join('');
}

function hidden(text: string): string {
  return text.trim() === '' ? '' : HIDDEN.join(text.trim());
}

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUBSCRIPT = '₀₁₂₃₄₅₆₇₈₉';
const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Raised or lowered text: numbers and signs are marks of footnotes, and as plain digits behind a port they would make
 * another port. An ordinal's ending and a trade mark are text.
 */
function raised(element: Element, text: string, state: State, look: Look): string {
  const plain = text.normalize('NFKC').replace(INVISIBLE, '');
  if (plain === '') return '';
  const digits = element.tagName === 'sub' ? SUBSCRIPT : SUPERSCRIPT;
  const mark = plain.replace(/[()[\]]/g, '');
  if (look.odd === null && /^[\d*†‡§]+(?:[,;][\d*†‡§]+)*$/u.test(mark)) {
    const shown = mark.replace(/\d/g, (digit) => digits.charAt(Number(digit))).replace(/;/g, ',');
    return shownText(shown, { struck: state.struck || look.struck, pre: false });
  }
  if (look.odd === null && /^(?:st|nd|rd|th|tm|sm|[®©™℠ªº])$/iu.test(plain)) return shownText(text, state);
  return inTag(element, text);
}

function inTag(element: Element, text: string): string {
  return `${describe(element)}${text}${tag(`/${element.tagName}`)}`;
}

const THOUSANDS = 5;

/** A number that an element begins or ends in may be two, or a number and its mark: such elements are shown. */
function withSplitNumbers({ text, edges }: Writer): string {
  const split = new Set(edges.filter(({ at }) => isInNumber(text, at)).map(({ element }) => element));
  if (split.size === 0) return text;
  let shown = '';
  let from = 0;
  for (const { at, element, begins } of edges) {
    if (!split.has(element)) continue;
    shown += text.slice(from, at) + (begins ? describe(element) : tag(`/${element.tagName}`));
    from = at;
  }
  return shown + text.slice(from);
}

function isInNumber(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - THOUSANDS), at);
  const after = text.slice(at, at + THOUSANDS);
  if (/[\d０-９][,.，．]?$/u.test(before))
    return /^[,.，．]?[\d０-９]/u.test(after) || (/(?<!\d)\d{1,3}$/.test(before) && /^\s\d{3}(?!\d)/.test(after));
  return /(?<!\d)\d{1,3}\s$/.test(before) && /^\d{3}(?!\d)/.test(after);
}
