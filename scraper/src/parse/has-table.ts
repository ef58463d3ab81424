// The line under the header of a pipe table of one column (https://github.github.com/gfm/#tables-extension-).
const DELIMITER_ROW = /^[ \t>]*[:-][ \t:-]*$/gm;

/**
 * Whether a page may hold a table, or rows of one, told by its text before anything is parsed. It may answer yes
 * where there is none, and never answers no where there is one.
 *
 * @param text LF line ends
 */
export function mayHoldTable(text: string): boolean {
  if (text.includes('|') || /<table/i.test(text)) return true;
  return text.match(DELIMITER_ROW)?.some((line) => line.includes('-') && line.includes(':')) ?? false;
}
