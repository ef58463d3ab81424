// The line under the header of a pipe table, in quotations or not (https://github.github.com/gfm/#tables-extension-).
const DELIMITER_ROW = /^[ \t>]*[|:-][ \t|:-]*$/gm;

/**
 * Whether a page may hold a table, told by its text before anything is parsed. It may answer yes
 * where code or a comment looks like a table, and never answers no where there is one.
 *
 * @param text LF line ends
 */
export function mayHoldTable(text: string): boolean {
  if (/<table/i.test(text)) return true;
  return text.match(DELIMITER_ROW)?.some((line) => line.includes('-') && /[|:]/.test(line)) ?? false;
}
