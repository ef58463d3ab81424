/** The heads of a document's tables, as they are written: cheap to find, and never less than what they hold. */
export interface Head {
  /** What the first row is written in, and perhaps more. */
  first: string;
  /** What the first two rows are written in: headers may stand under a title. */
  firstTwo: string;
  /** Where in the text it begins. */
  from: number;
}

// The line under the header of a pipe table, in quotations or not (https://github.github.com/gfm/#tables-extension-).
const DELIMITER_ROW = /\n([ \t>]*[|:-][ \t|:-]*)(?=\n|$)/g;
const TABLE_OR_HEAD = /<t(?:able|head)/gi;
// A row begins, or a table begins or ends; the name of a tag ends with white space, a slash or a bracket.
const ROW_OR_TABLE = /<(?:tr|\/?table)(?=[\s/>])/gi;

/**
 * Finds where the tables of a text begin: each place that may be the first row of a table, or of a `<thead>`, when the
 * text is parsed, in the order of the text. Places in code or in comments are among them.
 *
 * @param text LF line ends
 * @returns null where what a table begins with cannot be told without parsing
 */
export function tableHeads(text: string): Head[] | null {
  const heads = pipeHeads(text);
  let simple = false;
  let firstRow = 0;
  for (const { 0: tag, index } of text.matchAll(TABLE_OR_HEAD)) {
    const table = /table/i.test(tag);
    // The head that a table begins with has its rows.
    if (!table && index < firstRow) continue;
    if (table) simple = /^ {0,3}$/.test(text.slice(text.lastIndexOf('\n', index) + 1, index));
    const head = htmlHead(text, index);
    // Lines that are indented may be code, where the table began in the middle of something: no row begins there.
    if (head === null || (!simple && /\n[ \t>]*(?: {4}|\t)/.test(head.firstTwo))) return null;
    firstRow = head.firstRow;
    heads.push(head);
  }
  return heads.sort((a, b) => a.from - b.from);
}

function pipeHeads(text: string): Head[] {
  const heads: Head[] = [];
  for (const { 1: line = '', index } of text.matchAll(DELIMITER_ROW)) {
    if (!line.includes('-') || !/[|:]/.test(line)) continue;
    const from = text.lastIndexOf('\n', index - 1) + 1;
    const above = text.slice(from, index);
    const below = index + 1 + line.length + 1;
    const lineEnd = text.indexOf('\n', below);
    const end = lineEnd < 0 ? text.length : lineEnd;
    heads.push({ first: above, firstTwo: `${above}\n${text.slice(below, end)}`, from });
  }
  return heads;
}

/** Up to the second and the third row that begin after the tag, or to the end of the table; null for a table in it. */
function htmlHead(text: string, from: number): (Head & { firstRow: number }) | null {
  const rows: number[] = [];
  let end = text.length;
  ROW_OR_TABLE.lastIndex = from + 1;
  for (let found = ROW_OR_TABLE.exec(text); found !== null && rows.length < 3; found = ROW_OR_TABLE.exec(text)) {
    if (/^<table/i.test(found[0])) return null;
    if (found[0].startsWith('</')) {
      end = found.index;
      break;
    }
    rows.push(found.index);
  }
  const [firstRow = end, second = end, third = end] = rows;
  return { first: text.slice(from, second), firstTwo: text.slice(from, third), from, firstRow };
}
