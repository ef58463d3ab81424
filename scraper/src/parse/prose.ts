/** In place of prose: a letter for private use, which no page has. */
export const STUB = '\ue000';

// Lines of prose in a paragraph or a list item, to the first letter.
const TO_LETTER = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?=\p{L})/u;
// What bilingual pages wrap sentences in.
const OPEN = /<span (?:data-ttu-id|data-stu-id|class)="[\w-]*">/g;
const CLOSE = /<\/span>/g;
const BREAK = /<br ?\/?>/g;

/**
 * Shortens the prose of a page to a stub for each line, so that what is parsed is the tables and what stands around
 * them. Only text that is a paragraph's or a list item's, whatever it says, is shortened: every block stays the block
 * that it was, and nothing in it reaches beyond it. What the stub must not be is part of a table, heading or footnote;
 * who reads the page has to see to that.
 *
 * @param markdown LF line ends, no blank lines in HTML tables
 * @returns the text itself where nothing can be shortened
 */
export function shortenProse(markdown: string): string {
  if (markdown.includes(STUB)) return markdown;
  const lines = markdown.split('\n');
  let shortened = false;
  for (let from = afterFrontMatter(lines); from < lines.length; ) {
    let to = from;
    while (to < lines.length && !isBlank(lines[to])) to += 1;
    const stubs = lines.slice(from, to).map(stubOf);
    if (to > from && stubs.every((stub) => stub !== null)) {
      lines.splice(from, to - from, ...stubs);
      shortened = true;
    }
    from = to + 1;
  }
  return shortened ? lines.join('\n') : markdown;
}

function afterFrontMatter(lines: readonly string[]): number {
  const [start, end] = lines.flatMap((line, at) => (/^---[ \t]*$/.test(line) ? [at] : []));
  if (start !== 0) return 0;
  return end === undefined ? lines.length : end + 1;
}

function isBlank(line = ''): boolean {
  return /^[ \t]*$/.test(line);
}

/** What stands for a line of prose; null for a line that is or may be something else. */
function stubOf(line: string): string | null {
  if (/[|]|\[\^/.test(line)) return null;
  const text = line.includes('<') ? unwrapped(line) : line;
  if (text === null || /[<>]/.test(text)) return null;
  const start = TO_LETTER.exec(text)?.[0];
  return start === undefined ? null : start + STUB;
}

/** The line without the spans of bilingual pages; null where they are not balanced, or where a footnote's mark is. */
function unwrapped(line: string): string | null {
  const opened = line.match(OPEN)?.length ?? 0;
  if (opened !== (line.match(CLOSE)?.length ?? 0) || /[*†‡§⁰¹²³⁴-⁹]/.test(line.replace(/^[ \t]*\*[ \t]/, '')))
    return null;
  if (/^[^<]*(?:<\/span>|<br)/.test(line)) return null;
  return line.replace(OPEN, '').replace(CLOSE, '').replace(BREAK, '');
}
