/** What a block of prose is: whether it bears on no table, and whether it may be part of a list. */
export interface Prose {
  idle: boolean;
  list: boolean;
}

const MARKER = /^[ \t]*(?:[-*+]|\d{1,9}[.)]) {1,3}(?=\S)/;
// What a line begins with that begins no other block, and no raw HTML.
const START =
  /^(?:\p{L}|\d+(?![\d.)])|\*\*?(?=[^\s*])|\\[*#]|[("'[!\u00b2\u00b3\u00b9\u2070\u2074-\u2079†‡§]|`(?!`)|<(?:span |sup>|a name))/u;
const VOID = /<a name="[\w.-]*"><\/a>|<br ?\/?>/g;
const SPAN = /<span (?:data-ttu-id|data-stu-id|class)="[\w-]*">([^<>]*)<\/span>/g;
const RAISED = /<sup>[^<>]*<\/sup>/g;
// Bold text at the beginning that is followed by text that is not.
const BOLD = /^\*\*(\p{L}(?:[^*_~`\\&[\]\s]|[ \t](?!\*))*)\*\* (?=\p{L})/u;
const MARKS = /[*_~`\\&\u00b2\u00b3\u00b9\u2070\u2074-\u2079†‡§]/;
const NOTE = /^\[![A-Z]+\](?:[ \t]+|\n|$)/;

/**
 * Tells what a block of prose is: lines that are no blank ones.
 *
 * @returns null where it is, or may be, more than a paragraph or a list that stands for itself
 */
export function proseOf(block: string): Prose | null {
  const lines = block.trimEnd().split('\n');
  if (lines[0]?.startsWith('>')) return quotation(lines);
  const list = lines.some((line) => MARKER.test(line));
  const texts: string[] = [];
  for (const line of lines) {
    const text = line.replace(MARKER, '').replace(/^[ \t]+/, '');
    if (!START.test(text) || text.includes('|') || !isPlainText(text)) return null;
    texts.push(text);
  }
  return { idle: list ? texts.every(isIdle) : isIdleParagraph(texts), list };
}

/** A quotation of idle prose, with or without the mark of a note; null for any other. */
function quotation(lines: readonly string[]): Prose | null {
  if (!lines.every((line) => /^> ?\S/.test(line))) return null;
  const text = lines
    .map((line) => line.replace(/^> ?/, ''))
    .join('\n')
    .replace(NOTE, '');
  const prose = text === '' ? { idle: true, list: false } : proseOf(text);
  return prose?.idle ? prose : null;
}

/** A paragraph whose first line begins with letters is no caption and no footnote, unless in the English beside it. */
function isIdleParagraph(texts: readonly string[]): boolean {
  if (texts.some((text) => text.includes('<'))) return texts.every(isIdle);
  return /^\p{L}/u.test(texts.join('\n').replace(BOLD, ''));
}

/** Nothing in the line is an element that is all bold, or begins with a mark: what a list holds may be read by itself. */
function isIdle(text: string): boolean {
  const bare = withoutTags(text).replace(BOLD, '$1 ');
  return /^\p{L}/u.test(bare) && !MARKS.test(bare) && (text.startsWith('**') || !text.includes('**'));
}

/** Whether the tags in a line are those of bilingual pages, each closed where it should be. */
export function isPlainText(line: string): boolean {
  return !line.includes('<') || !/[<`\\]/.test(withoutTags(line));
}

function withoutTags(line: string): string {
  let text = line.replace(VOID, '').replace(RAISED, '§');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(SPAN, '$1');
  }
  return text;
}
