import { TAGS_IN_FRONT } from '../../parse/loose-rows.ts';
import { withoutComments } from '../../parse/raw-html.ts';

// What may stand in front of a row of a pipe table: marks of quotations, headings and lists.
const MARKS = /^[ \t>#*+-]*(?:\d+[.)][ \t]+)?/;

/**
 * Everything in a page that is written like a row of a table, whatever stands around it, as two tables in markdown: a
 * page in which something breaks a table still has its rows.
 *
 * @param text LF line ends
 */
export function rowsAlone(text: string): string {
  const shown = withoutComments(text);
  const lines = shown.split('\n').filter((line) => line.includes('|') && !/<t[dhr]\b/i.test(line));
  const pipes = lines.map((line) => `|${line.replace(MARKS, '').replace(TAGS_IN_FRONT, '').replace(/^\|/, '')}`);
  const [, ...rows] = shown.split(/<tr(?=[\s>])/i);
  const html = rows.map((row) => `<tr${row.split(/<\/t(?:r|able)\b/i)[0]}</tr>`);
  return `|x|\n|-|\n${pipes.join('\n')}\n\n<table>\n${html.join('\n')}\n</table>\n`;
}
