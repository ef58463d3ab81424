import { html } from 'parse5';

/** Tells by the tags of raw HTML whether it changes how the blocks behind it are read. */

/** Elements that hold blocks of a page. Any other element without a table in it is read as one piece of text. */
export const CONTAINERS: ReadonlySet<string> = new Set([
  ...['div', 'section', 'article', 'main', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dd', 'details', 'center'],
]);

/** A block may leave these open: the next block closes a paragraph, and containers are read block by block. */
const MAY_STAY_OPEN: ReadonlySet<string> = new Set([...CONTAINERS, 'p']);

/** Elements without content (https://html.spec.whatwg.org/multipage/syntax.html#void-elements). */
const VOID: ReadonlySet<string> = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'],
]);

/**
 * Elements that the HTML parser opens again in the blocks that follow, where they are not closed
 * (https://html.spec.whatwg.org/multipage/parsing.html#formatting).
 */
const FORMATTING: ReadonlySet<string> = new Set([
  ...['a', 'b', 'big', 'code', 'em', 'font', 'i', 'nobr', 's', 'small', 'strike', 'strong', 'tt', 'u'],
]);

/** Elements that close others, or hold another language, though the HTML parser does not list them as special. */
const ALSO_SPECIAL: ReadonlySet<string> = new Set([
  ...['base', 'hr', 'math', 'optgroup', 'option', 'rb', 'rp', 'rt', 'rtc', 'ruby', 'search', 'svg'],
]);

/**
 * Whether an element may reach beyond the paragraph that it is written in, or its content is no HTML: the special ones
 * of the HTML parser (https://html.spec.whatwg.org/multipage/parsing.html#special) and a few more. Any other element
 * ends with its paragraph at the latest.
 */
function isSpecial(name: string): boolean {
  const listed = html.SPECIAL_ELEMENTS[html.NS.HTML].has(html.getTagID(name)) && !VOID.has(name);
  return listed || ALSO_SPECIAL.has(name);
}

/** Whether an element may reach beyond the cell of a table that it is written in. */
function isBeyondCell(name: string): boolean {
  return isSpecial(name) && !MAY_STAY_OPEN.has(name) && !VOID.has(name);
}

const COMMENT_END = /^-?>|--!?>/;
const TAG = /<(\/?)([a-z][^\s/>]*)/gi;
// A character that a backslash makes plain text, and a code span between single backticks.
const NO_TAG = /\\[\s\S]|(?<!`)`(?!`)[^`]*`(?!`)/g;
// A tag other than `span` and `br`. A text without one, as most are, leaves nothing open.
const OTHER_TAG = /<(?!\/?span[ >]|br ?\/?>)/i;

/**
 * Whether a block of raw HTML ends with nothing open but containers, and closes nothing that others opened. What it
 * leaves open would hold the blocks that follow.
 */
export function standsForItself(html: string): boolean {
  const tags = withoutComments(html);
  if (/<[!?]/.test(tags)) return false;
  return isBalanced(tags, (name) => !MAY_STAY_OPEN.has(name) && !VOID.has(name));
}

/** HTML without its comments. A comment that does not end before the next one begins stays. */
export function withoutComments(html: string): string {
  const [before = '', ...comments] = html.split('<!--');
  const rest = comments.map((comment) => {
    const end = COMMENT_END.exec(comment);
    return end === null ? `<!--${comment}` : comment.slice(end.index + end[0].length);
  });
  return before + rest.join('');
}

/** Whether the raw HTML in the text of a block, in markdown, ends with that block. */
export function endsWithItsBlock(text: string): boolean {
  if (!OTHER_TAG.test(text)) return true;
  const tags = text.replace(NO_TAG, '');
  return !/<[!?]/.test(tags) && !holds(isSpecial, tags) && isBalanced(tags, (name) => FORMATTING.has(name));
}

/** Whether the raw HTML in the text of a cell, in markdown, ends with the cell: blocks do, and what formats text. */
export function endsWithItsCell(text: string): boolean {
  return !OTHER_TAG.test(text) || (!/<[!?]/.test(text) && !holds(isBeyondCell, text));
}

function holds(test: (name: string) => boolean, text: string): boolean {
  for (const [, , name = ''] of text.matchAll(TAG)) if (test(name.toLowerCase())) return true;
  return false;
}

/** Whether each element that counts is closed as often as it is opened, and never before. */
function isBalanced(text: string, counts: (name: string) => boolean): boolean {
  const open = new Map<string, number>();
  for (const [, slash, tag = ''] of text.matchAll(TAG)) {
    const name = tag.toLowerCase();
    if (!counts(name)) continue;
    const count = (open.get(name) ?? 0) + (slash === '/' ? -1 : 1);
    if (count < 0) return false;
    open.set(name, count);
  }
  return [...open.values()].every((count) => count === 0);
}
