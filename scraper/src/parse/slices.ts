import { MOST_CELLS } from './html-table.ts';
import { isPlainText, proseOf } from './plain-prose.ts';
import { pipeHead, tableHead } from './plain-tables.ts';

/** Where the tables stand whose rows are wanted: an offset in the text of each; or all tables. */
export type Wanted = readonly number[] | 'all';

/** In place of prose. */
const STUB = 'x';

const BLANK_LINES = /(?:[ \t]*\n)*(?:[ \t]+$)?/y;
const FRONT_MATTER = /---\n(?:(?!---[ \t]*$).*\n)*---(?:\n|$)/my;
const HEADING = /#{1,6} [^\n]*\S[^\n]*(?:\n|$)/y;
// The first line that may close it does.
const FENCE = /```[\w#-]*\n((?:(?! {0,3}```+[ \t]*$).*\n)*)```[ \t]*(?:\n|$)/my;
const LINES = /\S[^\n]*(?:\n[ \t]*\S[^\n]*)*(?:\n|$)/y;

/** A block of a page, and what is parsed of it. */
interface Block {
  kept: string;
  /** Whether it is prose that bears on no table: no caption, no footnote. */
  idle: boolean;
  /** Whether it is a list or part of one; another next to it may be of the same. */
  list: boolean;
  /** Whether no caption above it is that of a table below it. */
  ends: boolean;
}

/**
 * Cuts a page down to what bears on its tables: front matter, headings, captions, footnotes, and the tables
 * themselves, of those that are not wanted only the header. This is sure only of a page all of whose blocks are plain,
 * so that each stands for itself: no HTML but well-formed tables and the inline tags of bilingual pages, no definitions
 * that others refer to, nothing that is indented or unfinished. Any other page stays as it is.
 *
 * @param markdown LF line ends
 */
export function slicesOf(markdown: string, wanted: Wanted): string {
  // All cells of a page count towards what it may have.
  if (markdown.length >= MOST_CELLS || /\]:|(?:col|row)span/i.test(markdown)) return markdown;
  const matter = matchAt(FRONT_MATTER, markdown, 0)?.[0] ?? '';
  const blocks: Block[] = [];
  for (let from = afterBlank(markdown, matter.length); from < markdown.length; ) {
    const found = blockAt(markdown, from, wanted);
    if (found === null) return markdown;
    blocks.push(found.block);
    from = afterBlank(markdown, found.to);
  }
  return matter + joined(blocks);
}

function afterBlank(text: string, from: number): number {
  BLANK_LINES.lastIndex = from;
  BLANK_LINES.test(text);
  return BLANK_LINES.lastIndex;
}

function matchAt(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

function blockAt(text: string, from: number, wanted: Wanted): { block: Block; to: number } | null {
  const heading = matchAt(HEADING, text, from)?.[0];
  if (heading !== undefined) return isPlainText(heading) ? found(heading, heading, { ends: true }) : null;
  const fence = matchAt(FENCE, text, from);
  if (fence !== null) {
    const [whole, code = ''] = fence;
    // A table in code is one to `keepTablesTogether`; and code that begins with a mark is taken for a footnote.
    if (/<\/?table/i.test(code)) return null;
    return found(whole, whole, { idle: /^\s*\p{L}/u.test(code) });
  }
  const lines = matchAt(LINES, text, from)?.[0];
  if (lines === undefined) return null;
  const isWanted = wanted === 'all' || wanted.some((at) => from <= at && at < from + lines.length);
  if (/^(?:<table|\|)/.test(lines)) {
    const head = lines.startsWith('|') ? pipeHead(lines) : tableHead(lines);
    return head === null ? null : found(lines, isWanted ? lines : head, { ends: true });
  }
  const prose = proseOf(lines);
  return prose === null ? null : found(lines, lines, prose);

  function found(whole: string, kept: string, is: Partial<Block>) {
    return { block: { idle: false, list: false, ends: false, ...is, kept }, to: from + whole.length };
  }
}

/** Idle prose becomes one stub as far as it goes; lists that stand together stay whole unless all of them are idle. */
function joined(blocks: readonly Block[]): string {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last !== undefined && block.list && last[0]?.list) last.push(block);
    else runs.push([block]);
  }
  const parts: string[] = [];
  // Whether what came last may be a caption: a list whose items are mere text lets it stand.
  let caption = false;
  for (const run of runs) {
    const idle = run.every((block) => block.idle && !(block.list && caption));
    if (!idle) parts.push(...run.map(({ kept }) => kept));
    else if (parts.at(-1) !== STUB) parts.push(STUB);
    caption = !idle && run.every(({ ends }) => !ends);
  }
  return parts.join('\n\n');
}
