import type { Token } from 'markdown-it';
import { endsWithItsBlock, endsWithItsCell, standsForItself } from './raw-html.ts';

/** Stands in place of the text of prose that bears on no table. */
const STUB = 'x';

/** A text that begins with a letter or a digit begins with neither markdown nor the mark of a footnote. */
const PLAIN_BEGINNING = /^[\p{L}\p{Nd}]/u;
const TAG = /<[^<>]*>/g;
/** Raw HTML other than spans, breaks and anchors, which all pages have. It may hide text, make it bold or raise it. */
const CHANGES_TEXT = /hidden|style|<(?!\/?(?:span|br|a)[\s/>])/i;
/** Text without a character that is markdown, in one line; tags and character references in it are whole. */
const NO_MARKDOWN =
  /^(?:[^\\`*_~[&<\n]|&(?:nbsp|amp|lt|gt|quot|#x[\da-f]{3,5});|<\/?[a-z]+(?: [a-z-]+="[^"<>\n]*")* ?\/?>)*$/i;

/**
 * Picks the regions of a page that bear on its tables, before any text in them is parsed: the tables, headings, and
 * paragraphs that stand next to a table or may be a caption (all bold) or a footnote. Other prose gets a stub for its
 * text where a table stands between the same two headings, and is left out elsewhere. Where raw HTML may reach from one
 * block into others, the whole page is kept, because only the HTML parser can tell what belongs where. Text without
 * markdown, as in most cells, goes to the HTML parser as it is written.
 *
 * @param blocks what markdown-it makes of the page, texts not yet parsed; they are changed
 */
export function regionsOf(blocks: Token[]): Token[] {
  if (!blocks.every((block, at) => isSelfContained(block, blocks[at - 1]))) return blocks;
  const regions: Token[] = [];
  let section = 0;
  let hasTable = false;
  const endSection = (end: number) => {
    for (let at = section; at < end; at += 1) {
      const block = blocks[at] as Token;
      const prose = isProse(block, blocks[at - 1]);
      if (prose && !hasTable) continue;
      const isStub = prose && isIdle(block, blocks[at - 1]) && !isBesideTable(blocks, at);
      regions.push(isStub ? withStub(block) : asHtml(block));
    }
  };
  for (const [at, block] of blocks.entries()) {
    if (block.type === 'heading_open') {
      endSection(at);
      section = at;
      hasTable = false;
    }
    if (holdsTable(block)) hasTable = true;
  }
  endSection(blocks.length);
  return regions;
}

/** Whether the raw HTML in a block ends with it. */
function isSelfContained({ type, content }: Token, before: Token | undefined): boolean {
  if (type === 'html_block') return standsForItself(content);
  if (type !== 'inline') return true;
  return before?.type === 'td_open' || before?.type === 'th_open'
    ? endsWithItsCell(content)
    : endsWithItsBlock(content);
}

function holdsTable({ type, content }: Token): boolean {
  return type === 'table_open' || (type === 'html_block' && /<table/i.test(content));
}

/** Whether the text of a paragraph stands next to a table, where it may say what the table's ports are. */
function isBesideTable(blocks: readonly Token[], at: number): boolean {
  if (isCode((blocks[at] as Token).type)) return false;
  const isNext = (block: Token | undefined, side: 'open' | 'close') => {
    return block?.type.endsWith(`_${side}`) === true ? !TABLE_EDGE.test(block.type) : isPlainHtml(block);
  };
  let [above, below] = [at - 1, at + 1];
  while (isNext(blocks[above], 'open')) above -= 1;
  while (isNext(blocks[below], 'close')) below += 1;
  return [blocks[above], blocks[below]].some(
    (block) => block !== undefined && (TABLE_EDGE.test(block.type) || holdsTable(block)),
  );
}

const TABLE_EDGE = /^table_/;

/** Raw HTML without a table, such as a comment, stands between a text and a table without parting them. */
function isPlainHtml(block: Token | undefined): boolean {
  return block?.type === 'html_block' && !holdsTable(block);
}

/** Whether a block is code, or a paragraph's beginning, text or end. */
function isProse({ type }: Token, before: Token | undefined): boolean {
  if (type === 'inline') return before?.type === 'paragraph_open';
  return type === 'paragraph_open' || type === 'paragraph_close' || isCode(type);
}

function isCode(type: string): boolean {
  return type === 'fence' || type === 'code_block';
}

/** Whether prose can be neither a caption nor a footnote: it is code, or begins with plain text in both languages. */
function isIdle({ type, content }: Token, before: Token | undefined): boolean {
  if (isCode(type)) return true;
  // In a tight list, text has no paragraph around it, so each element in it is read as a block of its own.
  if (before?.hidden && (content.includes('<') || !NO_MARKDOWN.test(content))) return false;
  if (type !== 'inline' || CHANGES_TEXT.test(content)) return false;
  const parts = content.split(TAG).filter((part) => part.trim() !== '');
  return parts.length > 0 && parts.every((part) => PLAIN_BEGINNING.test(part.trimStart()));
}

function withStub(block: Token): Token {
  block.content = STUB;
  return block;
}

/** A text as the HTML that it is, where it holds no markdown. */
function asHtml(block: Token): Token {
  if (block.type === 'inline' && NO_MARKDOWN.test(block.content)) block.type = 'html_block';
  return block;
}
