import MarkdownIt, { type StateCore } from 'markdown-it';
import { keepLinesShallow, keepShallow, keepWithin } from './limits.ts';
import { looseRows } from './loose-rows.ts';
import { pipeTable } from './pipe-table.ts';
import { regionsOf } from './regions.ts';

// With a limit of its own, markdown-it silently leaves out what is nested more deeply.
const markdown = new MarkdownIt({ html: true, maxNesting: Number.POSITIVE_INFINITY });
// Nothing reads where a link points, so all links are valid. Otherwise markdown-it shows the markdown of unsafe links.
markdown.validateLink = () => true;
markdown.normalizeLink = (url) => url;
markdown.normalizeLinkText = (text) => text;
markdown.block.ruler.at('table', pipeTable, { alt: ['paragraph', 'reference'] });
markdown.block.ruler.before('table', 'depth', ({ level }) => {
  keepShallow(level);
  return false;
});
// Between finding the blocks and parsing the text in them.
markdown.core.ruler.before('inline', 'regions', (state: StateCore) => {
  for (const { type, content } of state.tokens) if (type === 'inline') keepWithin('too-long-text', content.length);
  state.env.loose = looseRows(state.tokens);
  if (state.env.whole !== true) state.tokens = regionsOf(state.tokens);
});

/**
 * Turns markdown into the HTML that a browser would show, raw HTML as it is written; and the lines in it that may be
 * rows of a table and stand in none into markdown of their own (`loose-rows.ts`).
 *
 * @param text LF line ends, without front matter
 * @param whole whether to keep all prose, and not only what bears on tables (`regions.ts`)
 * @throws RangeError where blocks are nested too deeply
 * @throws LimitError where a text is too long, or there are too many cells
 */
export function toHtml(text: string, whole: boolean): { html: string; loose: string } {
  keepLinesShallow(text);
  const env = { whole, loose: '' };
  const html = markdown.render(text, env);
  return { html, loose: env.loose };
}
