import type { Root } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import rehypeRaw from 'rehype-raw';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { keepWrittenCells } from './pipe-table.ts';

// With single tildes as strikethrough, two ranges such as 1024~65535 in one cell would lose their tildes.
const toMarkdown = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm, { singleTilde: false });
const toHtml = unified().use(keepWrittenCells).use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw);

export interface Tree {
  /** The YAML between the opening dashes; null where there is none. */
  frontMatter: string | null;
  /** The whole page as one HTML tree, pipe tables and raw HTML alike. */
  root: Root;
}

/** Markdown with HTML in it to one HTML tree, which is what a browser would show. */
export function parseTree(markdown: string): Tree {
  const tree: MarkdownRoot = toMarkdown.parse(markdown);
  const first = tree.children[0];
  const frontMatter = first?.type === 'yaml' ? first.value : null;
  return { frontMatter, root: toHtml.runSync(tree) as Root };
}
