/** In place of rows: a letter for private use, other than that of prose. */
export const ROWS_STUB = '\ue001';

/** Where rows stand in a text. */
export interface Rows {
  from: number;
  to: number;
}

// Rows of plain text: nothing in them reaches beyond them, whatever they stand in.
const PIPE_ROWS = /\n(?:\|[^\n<>[\]`\\*_~&]*(?:\n|$))+(?=\n|$)/y;
const HTML_ROWS =
  /(?:<tr(?: class="\w*")?>\n?(?:<td(?: style="[\w:; -]*")?>(?:<p>)?[^\n<>[\]`\\*_~&]*(?:<\/p>)?<\/td>\n?)+<\/tr>\n?)+/y;

/**
 * Finds the rows that follow a place in a text, to be left out when it is parsed.
 *
 * @param from where the rows before them end: in a pipe table at a line's end, in an HTML table at a tag
 * @returns null where there are none, or none that are sure to be no more than rows
 */
export function plainRows(text: string, from: number): Rows | null {
  const pattern = text[from] === '<' ? HTML_ROWS : PIPE_ROWS;
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found === null ? null : { from, to: from + found[0].length };
}

/** The text with a row of one cell, the stub, in place of each of the rows. */
export function withoutRows(text: string, rows: readonly Rows[]): string {
  let out = '';
  let at = 0;
  for (const { from, to } of rows) {
    if (from < at) continue;
    out += text.slice(at, from) + (text[from] === '<' ? `<tr><td>${ROWS_STUB}</td></tr>\n` : `\n|${ROWS_STUB}|\n`);
    at = to;
  }
  return out + text.slice(at);
}
