import MarkdownIt, { type StateCore } from 'markdown-it';
import { pipeTable } from './pipe-table.ts';
import { regionsOf } from './regions.ts';

// What is nested so deeply that the stack runs out is reported; within a limit, markdown-it would leave it out silently.
const markdown = new MarkdownIt({ html: true, maxNesting: Number.POSITIVE_INFINITY });
// Where a link points is never read. By itself markdown-it shows the markdown of a link that it takes for unsafe.
markdown.validateLink = () => true;
markdown.normalizeLink = (url) => url;
markdown.normalizeLinkText = (text) => text;
markdown.block.ruler.at('table', pipeTable, { alt: ['paragraph', 'reference'] });
// Between finding the blocks and parsing the text in them.
markdown.core.ruler.before('inline', 'regions', (state: StateCore) => {
  if (state.env.whole !== true) state.tokens = regionsOf(state.tokens);
});

/**
 * Turns markdown into the HTML that a browser would show, raw HTML as it is written.
 *
 * @param text LF line ends, without front matter
 * @param whole whether to keep all prose, and not only what bears on tables (`regions.ts`)
 * @throws RangeError where blocks are nested too deeply
 */
export function toHtml(text: string, whole: boolean): string {
  return markdown.render(text, { whole });
}
