import { isPlainText } from './plain-prose.ts';

const DELIMITER = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;

/**
 * The header of a plain pipe table, with the line under it.
 *
 * @param block lines that are no blank ones
 * @returns null where it is, or may be, more than one table of text
 */
export function pipeHead(block: string): string | null {
  const [header = '', delimiter = '', ...rows] = block.trimEnd().split('\n');
  if (!DELIMITER.test(delimiter) || !isPlainText(header)) return null;
  for (const row of rows)
    if (!row.startsWith('|') || !isPlainText(row) || /^[|:\- \t]*-[|:\- \t]*$/.test(row)) return null;
  return `${header}\n${delimiter}`;
}

const PIECE = /<(\/?)([a-z]+)((?: [a-z-]+(?:="[^"<>\n]*")?)*) ?(\/?)>|[^<]+/y;
const VOID = new Set(['col', 'br', 'img']);
const IN_CELL = new Set([
  'p',
  'br',
  'span',
  'strong',
  'b',
  'em',
  'i',
  'u',
  'a',
  'sup',
  'sub',
  'ul',
  'ol',
  'li',
  'div',
  'code',
  'img',
]);
const CELL = ['td', 'th'];
/** What an element of a table may stand in. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  colgroup: ['table'],
  col: ['colgroup'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  tr: ['table', 'thead', 'tbody', 'tfoot'],
  td: ['tr'],
  th: ['tr'],
};

/**
 * An HTML table up to its second row, and closed there.
 *
 * @param block lines that are no blank ones
 * @returns null where it is not one table in which every element is closed and stands where it may
 */
export function tableHead(block: string): string | null {
  const html = block.trimEnd();
  const open: string[] = [];
  let head: string | null = null;
  let rows = 0;
  for (let at = 0; at < html.length; at = PIECE.lastIndex) {
    PIECE.lastIndex = at;
    const piece = PIECE.exec(html);
    if (piece === null) return null;
    const [whole, slash, name, , end] = piece;
    const parent = open.at(-1) ?? '';
    const inCell = CELL.includes(parent) || IN_CELL.has(parent);
    if (name === undefined) {
      if (!inCell && /[^ \t\n]/.test(whole)) return null;
    } else if (slash === '/') {
      if (open.pop() !== name || (open.length === 0 && PIECE.lastIndex < html.length)) return null;
    } else {
      if (name === 'table' ? at > 0 : !(IN_CELL.has(name) ? inCell : PARENTS[name]?.includes(parent))) return null;
      // A header may stand below the rows.
      if (name === 'thead' && rows > 0) head = html;
      if (name === 'tr' && ++rows === 2)
        head ??=
          html.slice(0, at) +
          open
            .toReversed()
            .map((each) => `</${each}>`)
            .join('');
      if (!VOID.has(name)) open.push(name);
      if (end === '/' && !VOID.has(name)) return null;
    }
  }
  return open.length === 0 ? (head ?? html) : null;
}
