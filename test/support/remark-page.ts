import type { Root } from 'hast';
import { toHtml as toText } from 'hast-util-to-html';
import type { Root as MarkdownRoot } from 'mdast';
import { parseFragment } from 'parse5';
import rehypeRaw from 'rehype-raw';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { readBlocks } from '../../scraper/src/parse/blocks.ts';
import { isElement } from '../../scraper/src/parse/element.ts';
import { splitFrontMatter } from '../../scraper/src/parse/front-matter.ts';
import { keepTablesTogether } from '../../scraper/src/parse/html-table.ts';
import { isEnglish, languageOfPage } from '../../scraper/src/parse/language.ts';
import type { Page } from '../../scraper/src/parse/page.ts';
import { mayStyle } from '../../scraper/src/parse/style-sheet.ts';

// With single tildes as strikethrough, two ranges such as 1024~65535 in one cell would lose their tildes.
const toMarkdown = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm, { singleTilde: false });
const toHtml = unified().use(keepWrittenCells).use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw);

/** Markdown as one HTML tree: what GitHub would show. */
export function treeByRemark(markdown: string): Root {
  return toHtml.runSync(toMarkdown.parse(markdown)) as Root;
}

/** A page as other parsers see it: all of its markdown by remark, joined with its HTML by rehype. */
export function readByRemark(text: string): Omit<Page, 'loose'> {
  const { frontMatter, body } = splitFrontMatter(text);
  const locale = languageOfPage(frontMatter, null, body);
  const html = toText(treeByRemark(keepTablesTogether(text)), { allowDangerousHtml: true });
  const elements = parseFragment(html).childNodes.filter(isElement);
  return { frontMatter, locale, ...readBlocks(elements, isEnglish(locale)), styled: elements.some(mayStyle) };
}

/** Rows keep the cells that they were written with, see `pipe-table.ts`. */
function keepWrittenCells() {
  return ({ children }: MarkdownRoot): void => {
    const nodes: unknown[] = [...children];
    for (const node of nodes) {
      if (typeof node !== 'object' || node === null) continue;
      if ('type' in node && node.type === 'table') Object.assign(node, { align: null });
      if ('children' in node && Array.isArray(node.children)) nodes.push(...node.children);
    }
  };
}
