/** What raw HTML in a page does to what stands behind it, told by its tags alone. */

/** Elements that hold blocks of a page; what is in any other is read as one piece of text, if no table is in it. */
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

/**
 * Elements that may reach beyond the paragraph or the cell that they are written in, or whose content is no HTML: the
 * special ones of the HTML parser (https://html.spec.whatwg.org/multipage/parsing.html#special), and those of other
 * languages. Any other ends with its paragraph at the latest.
 */
const SPECIAL = [
  ...[
    'address',
    'applet',
    'article',
    'aside',
    'base',
    'basefont',
    'bgsound',
    'blockquote',
    'body',
    'button',
    'caption',
  ],
  ...['center', 'colgroup', 'dd', 'details', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer'],
  ...['form', 'frame', 'frameset', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'head', 'header', 'hgroup', 'hr', 'html'],
  ...['iframe', 'li', 'listing', 'main', 'marquee', 'math', 'menu', 'nav', 'noembed', 'noframes', 'noscript', 'object'],
  ...['ol', 'optgroup', 'option', 'p', 'plaintext', 'pre', 'rb', 'rp', 'rt', 'rtc', 'ruby', 'script', 'search'],
  ...['section', 'select', 'style', 'summary', 'svg', 'table', 'tbody', 'td', 'template', 'textarea', 'tfoot', 'th'],
  ...['thead', 'title', 'tr', 'ul', 'xmp'],
];

/** Those of them that do not end with the cell of a table. */
const BEYOND_CELL_TAG = tagOf(SPECIAL.filter((name) => !MAY_STAY_OPEN.has(name) && !VOID.has(name) && name !== 'hr'));
const SPECIAL_TAG = tagOf(SPECIAL);

const COMMENT_END = /^-?>|--!?>/;
const TAG = /<(\/?)([a-z][^\s/>]*)/gi;
// A character that a backslash makes plain text, and a code span between single backticks.
const NO_TAG = /\\[\s\S]|(?<!`)`(?!`)[^`]*`(?!`)/g;
// Nothing stays open in a text whose only tags are these, as in most texts.
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

/** HTML without its comments. A comment with another beginning in it stays, and counts as one that is not closed. */
function withoutComments(html: string): string {
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
  return !/<[!?]/.test(tags) && !SPECIAL_TAG.test(tags) && isBalanced(tags, (name) => FORMATTING.has(name));
}

/** Whether the raw HTML in the text of a cell, in markdown, ends with the cell: blocks do, and what formats text. */
export function endsWithItsCell(text: string): boolean {
  return !OTHER_TAG.test(text) || (!/<[!?]/.test(text) && !BEYOND_CELL_TAG.test(text));
}

function tagOf(names: readonly string[]): RegExp {
  return new RegExp(`</?(?:${names.join('|')})(?=[\\s/>]|$)`, 'i');
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
