/** What a head of a table shows, told without parsing it. */

// Tags that do no more than mark text up or lay it out, with attributes that are written as they should be. What
// `hidden` marks is not shown.
const NAME =
  'a|abbr|b|blockquote|br|caption|center|code|col|colgroup|div|em|font|hr|i|img|li|ol|p|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul';
// One line break at most: a blank line would end what the tag stands in. No pipe: it may end a cell, and then this is
// no tag but text.
const SPACE = '(?:[ \\t]|\\n(?![ \\t]*\\n))';
const ATTRIBUTE = `(?!hidden\\b)[a-z][\\w:-]*(?:=(?:"[^"<>\\n|]*"|'[^'<>\\n|]*'|[\\w#%.-]+))?`;
const TAG = new RegExp(`</(?:${NAME})[ \\t]*>|<(?:${NAME})(?:${SPACE}+${ATTRIBUTE})*[ \\t]*/?>`, 'gi');
// Character references that stand for no letter.
const REFERENCE = /&(?:nbsp|amp|lt|gt|quot|#160|#xa0);/gi;
// The end of a link, and an image: with what they point at, which is not shown.
const LINK = /!\[[^[\]]*\](?:\([^()<>[\]\\]*\)|\[[^[\]]*\])?|\](?:\([^()<>[\]\\]*\)|\[[^[\]]*\])/g;
/** In place of what is not shown. */
export const GONE = '\n';

/**
 * What a head may show: its text without its tags and references, and, where it has links or images, the same without
 * what those point at.
 *
 * @param head as it is written, see `parse/heads.ts`
 * @returns null where it may show anything
 */
export function textsOf(head: string): string[] | null {
  const tags = head.includes('<');
  const untagged = tags ? head.replace(TAG, GONE) : head;
  const marked = untagged.includes('&') ? untagged.replace(REFERENCE, GONE) : untagged;
  // A table that begins or ends in the midst of a head is not what it seems.
  if (isUnclear(marked, head) || (tags && /.<\/?table/is.test(head))) return null;
  if (!marked.includes('[')) return [marked];
  const shown = marked.replace(LINK, GONE);
  if (shown === marked) return [marked];
  return /!\[|\][([]/.test(shown) ? null : [marked, shown];
}

/**
 * Whether something is left that may hide or add letters: other tags, comments, references, tags as mere text, or parts
 * of Korean letters, which join others.
 */
function isUnclear(marked: string, head: string): boolean {
  if (/[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\ud7b0-\ud7ff\uffa0-\uffdc]/.test(marked)) return true;
  return /<|&(?=[#\p{L}])/iu.test(marked) || (head.includes('<') && /`|\\(?![\p{L}\p{N}\s])/u.test(head));
}

/**
 * The letters and digits of a text, as every look-up sees them: without case, width, accents, white space and
 * punctuation, and without the s of a plural.
 */
export function letters(text: string): string {
  const lower = isPlain(text)
    ? text.toLowerCase()
    : text.normalize('NFKD').toLowerCase().replaceAll('\u03c2', '\u03c3');
  if (isPlain(lower)) return lower.replace(NO_LETTERS, '');
  return lower.replace(/[^\p{L}\p{N}#]|s/gu, '').normalize('NFC');
}

/** In a plain text, in lower case. */
export const NO_LETTER = '[^a-rt-z0-9#\\uac00-\\ud7a3]';
const NO_LETTERS = new RegExp(`${NO_LETTER}+`, 'g');

/** Whether a text has no letters but those of English and whole ones of Korean, which stand for themselves. */
export function isPlain(text: string): boolean {
  return !/[^ -~\s\u2010-\u2027\uac00-\ud7a3]/.test(text);
}

/** A pattern that matches a text. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
