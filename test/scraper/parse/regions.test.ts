import { describe, expect, it } from 'vitest';
import { toHtml } from '../../../scraper/src/parse/markdown.ts';

const TABLE = '|포트|\n|---|\n|443|\n';
const SPAN = '<span data-ttu-id="1">포트</span><span class="sxs-lookup"><span data-stu-id="1">Ports</span></span>';
/** What of a page between two headings is given to the HTML parser. */
function leftOf(section: string): string {
  const { html } = toHtml(`# A\n\n${section}\n\n# B\n`, false);
  return html.replaceAll('\n', '').replace('<h1>A</h1>', '').replace('<h1>B</h1>', '');
}

describe('of a section without a table, no prose is parsed', () => {
  it.each([
    ['a paragraph', '**Ports** and *more*.\nOver lines.'],
    ['a bilingual one', `${SPAN}<br/>${SPAN}`],
    ['what would be a footnote', '\\* note'],
    ['code', '```\n* Ports\n```'],
  ])('%s', (_, section) => {
    expect(leftOf(section)).toBe('');
  });
});

describe('in the section of a table', () => {
  it.each([
    ['idle prose is a stub', 'Ports *and* more.', '<p>x</p>'],
    [
      'in a tight list, only prose without elements is one',
      `- Ports\n- ${SPAN}`,
      `<ul><li>x</li><li>${SPAN}</li></ul>`,
    ],
    ['so is bilingual prose', `${SPAN} ${SPAN}`, '<p>x</p>'],
    ['code is one too', '```\n* Ports\n```', '<pre><code>x</code></pre>'],
    ['a caption is parsed', '**Ports**', '<p><strong>Ports</strong></p>'],
    ['a footnote is', '\\* *x*', '<p>* <em>x</em></p>'],
    [
      'a footnote in English alone is',
      `구성<span data-stu-id="1">* x</span>`,
      '<p>구성<span data-stu-id="1">* x</span></p>',
    ],
  ])('%s', (_, block, html) => {
    expect(
      leftOf(`${block}\n\nMore.\n\n${TABLE}`)
        .replace(/\n*<p>More\.[\s\S]*/, '')
        .trim(),
    ).toBe(html);
  });
});

describe('next to a table', () => {
  it.each([
    ['above', `Ports *and* more.\n\n${TABLE}`],
    ['below', `${TABLE}\n\nPorts *and* more.`],
    ['in a quotation, behind a comment', `> Ports *and* more.\n\n<!-- x -->\n\n${TABLE}`],
    ['above raw HTML', 'Ports *and* more.\n\n<table><tr><td>1</td></tr></table>'],
  ])('prose is parsed: %s', (_, page) => {
    expect(leftOf(page)).toContain('Ports <em>and</em> more.');
  });

  it('code is a stub', () => {
    expect(leftOf(`\`\`\`\n* Ports\n\`\`\`\n\n${TABLE}`)).toContain('<code>x</code>');
  });
});

describe('a page is parsed whole where raw HTML may reach from one block into another:', () => {
  it.each([
    ['an element that is not closed', '<b>Ports'],
    ['one that is closed first', 'Ports</b>'],
    ['a block in a paragraph', 'Ports <div>'],
    ['a block of an element that holds text', '<span>\n\nPorts\n\n</span>'],
    ['a table that is not closed', '<table><tr><td>'],
    ['a comment that is not closed', '<div><!-- Ports'],
    ['a table in a cell', '|a|\n|---|\n|<table>|'],
  ])('%s', (_, block) => {
    expect(leftOf(`${block}\n\nPorts *and* more.`)).toContain('Ports <em>and</em> more.');
  });

  it.each([
    ['containers', '<div data-xmlns="x">\n\n<div>'],
    ['the inline tags of bilingual pages', SPAN],
    ['code and escapes that only look like tags', '`<b>` and \\<domain\\>'],
    ['links in brackets', '<https://example.org>'],
    ['names that are no elements', 'https://<pool>/x'],
    ['blocks in a cell', '|a|\n|---|\n|<p>b<ul><li>c|'],
  ])('but not for %s', (_, block) => {
    expect(leftOf(`${block}\n\nFirst.\n\nPorts *and* more.`)).not.toContain('more');
  });
});
