import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage, readWholePage } from '../../../scraper/src/parse/page.ts';
import { slicesOf } from '../../../scraper/src/parse/slices.ts';
import { FIXTURES } from '../../support/cli.ts';
import { sharedDocs, withoutDocs } from '../../support/shared-docs.ts';

const MATTER = '---\nms.contentlocale: ko-KR\ntitle: 포트\n---\n';
const TABLE = '|포트|\n|---|\n|443|';
const HTML =
  '<table>\n<colgroup>\n<col style="width: 50%" />\n</colgroup>\n<thead>\n<tr class="header">\n<th>포트</th>\n</tr>\n</thead>\n' +
  '<tbody>\n<tr>\n<td><p>443<br />TCP</p></td>\n</tr>\n</tbody>\n</table>';
const SPAN =
  '<span data-ttu-id="a1-101">포트</span><span class="sxs-lookup"><span data-stu-id="a1-101">Ports</span></span>';

describe('what bears on no table of a plain page is not parsed', () => {
  it.each([
    ['paragraphs', 'Ports and more.\nOver lines.\n\n**굵은** 포트를 엽니다.'],
    ['bilingual paragraphs', `${SPAN}<br/>${SPAN}`],
    ['lists', '- one\n  1. two [a](b)\n* three\n\n2. **네** 다섯'],
    ['bilingual lists', `- ${SPAN}\n- **${SPAN}** ${SPAN}`],
    ['notes', '> [!NOTE]\n> Ports and more.\n\n> [!TIP]'],
    ['code', '```powershell\nGet-CsPool | x\n\n<b>\n```'],
  ])('%s', (_, text) => {
    expect(slicesOf(`${MATTER}\n# T\n\n${text}\n\n${TABLE}`, 'all')).toBe(`${MATTER}# T\n\n\nx\n\n${TABLE}`);
  });

  it.each([
    ['a caption', '**Ports**'],
    ['a heading', '## <a name="a"></a>Ports'],
    ['a footnote', '\\* configurable'],
    ['a footnote with a superscript', '<sup>1</sup> Configurable'],
    ['a footnote in English only', '구성<span class="sxs-lookup"><span data-stu-id="1">* Configurable</span></span>'],
    ['a list with what may be a caption, as a whole', '1. Ports\n\n2. **Ports**'],
    ['code that begins with a mark', '```\n* Ports\n```'],
  ])('but %s is', (_, text) => {
    const page = `# T\n\n${text}\n\n${TABLE}`;
    expect(slicesOf(page, 'all').replace(/\n+/g, '\n')).toBe(page.replace(/\n+/g, '\n'));
  });

  it('nor are the rows of tables that are not wanted', () => {
    const page = `Ports\n\n${TABLE}\n\n${HTML}\n\n${TABLE}\n`;
    expect(slicesOf(page, [page.lastIndexOf('|포트')])).toBe(
      `x\n\n|포트|\n|---|\n\n${HTML.slice(0, HTML.indexOf('<tr>'))}</tbody></table>\n\n${TABLE}\n`,
    );
    for (const one of ['<table><tr><td>a</td></tr></table>', HTML.replace('<thead>', '<tr><td>a</td></tr>\n<thead>')]) {
      expect(slicesOf(`Ports\n\n${one}`, [])).toBe(`x\n\n${one}`);
    }
  });
});

describe('a page that is not plain is parsed whole', () => {
  it.each([
    ['front matter that does not end', '---\ntitle: Ports'],
    ['a heading that is underlined', 'Ports\n==='],
    ['a heading with other HTML', '# <b>Ports'],
    ['a definition', 'Ports [a]\n\n[a]: b'],
    ['other HTML', 'Ports <b>open</b>'],
    ['HTML in code', 'Ports `<span class="x">`'],
    ['spans that are not closed', 'Ports <span class="x">'],
    ['spans that are closed first', 'Ports</span><span class="x">'],
    ['what is indented', '- Ports\n\n  Ports'],
    ['an indented start', '    Ports'],
    ['code that does not end', '```\nPorts'],
    ['a table in code', '```\n<table>\n```'],
    ['a quotation of other things', '> # Ports'],
    ['a quotation of a caption', '> **Ports**'],
    ['a quotation that the next line goes on with', '> Ports\nPorts'],
    ['a table without pipes at its ends', 'Port | x\n-|-\n1|2'],
    ['pipes that are no table', '|Port|\n|443|'],
    ['a row that may be the line under a header', `${TABLE}\n|---|`],
    ['a row without a pipe at its beginning', `${TABLE}\n443`],
    ['HTML in a row', `${TABLE}\n|<td>|`],
    ['HTML in a header', '|<td>|\n|---|'],
    ['spans of cells', '<table><tr><td colspan="2">a</td></tr></table>'],
    ['an HTML table with text outside of its cells', '<table>a<tr><td>a</td></tr></table>'],
    ['an HTML table that is not closed', '<table><tr><td>a</td></tr>'],
    ['an HTML table with cells that are not closed', '<table><tr><td>a</tr></table>'],
    ['an HTML table with a cell outside of rows', '<table><td>a</td></table>'],
    ['an HTML table with a tag that closes itself', '<table><tr><td/></tr></table>'],
    ['an HTML table with a comment', '<table><!-- --><tr><td>a</td></tr></table>'],
    ['an HTML table in another', '<table><tr><td><table></table></td></tr></table>'],
    ['two HTML tables in one block', '<table><tr><td>a</td></tr></table>\n<table><tr><td>a</td></tr></table>'],
    ['a blank line with a space that is none to Markdown', 'Ports\n\u00a0\nPorts'],
    ['more cells than a page may have', `|${'a|'.repeat(50_001)}`],
  ])('%s', (_, text) => {
    const page = `${text}\n\nPorts and more\n\n${TABLE}`;
    expect(slicesOf(page, 'all')).toBe(page);
  });
});

describe('a page is read as the whole parse reads it', () => {
  const both = (text: string) => [readPage(text), readWholePage(text)];

  it.each([
    [
      'prose in a cell, behind a comment that seems to end the table',
      '<table><tr><td>\n<!-- </table> -->\n\nPorts\n\n</td></tr></table>',
    ],
    ['prose in a heading', `<h1>\n\nPorts\n\n</h1>\n\n${TABLE}`],
    ['prose in an element that makes it bold', `<b>\n\nPorts\n\n${TABLE}`],
    ['a caption in an element that is not closed', `<b>Ports\n\n${SPAN}\n\n${TABLE}`],
    ['a language that only the heading tells', `# 포트\n\nPorts\n\n${TABLE}`],
    ['a table in a list behind prose', '- Ports\n\n  |a|\n  |---|\n'],
    ['emphasis in a list that is taken for a caption', `- Ports ***bold***\n\n${TABLE}`],
    ['a list between a caption and its table', `**Ports**\n\n- Ports\n\n${TABLE}`],
    ['a list in a quotation there', `**Ports**\n\n> - Ports\n\n- Ports\n\n${TABLE}`],
    ['a list behind prose', `**Ports**\n\nPorts\n\n- Ports\n\n${TABLE}`],
    ['a mark in a list that is taken for that of a footnote', `${TABLE}\n\n- Ports *† x*`],
    ['bold text in a list behind the English of a page', `- <span class="x">**a**</span> b\n\n${TABLE}`],
  ])('%s', (_, text) => {
    const [page, whole] = both(text);
    expect(page).toEqual(whole);
    expect(whole?.tables.length).toBeGreaterThan(0);
  });

  const pieces = [
    ...['Ports', '포트', '443', ' ', '    ', '- ', '1. ', '> ', '# ', '**', '*', '_', '~~', '`', '```', '~~~'],
    ...['[^1]', '[^1]: ', '[a]: b', '[a](b)', '[', '](b)', '![', '\\', '\\* ', '† ', '² ', '&nbsp;', '&#42; ', '\t'],
    ...['<div>', '</div>', '<b>', '</b>', '<p>', '</p>', '<!--', '-->', '<pre>', '</pre>', '<h2>', '</h2>', '<br/>'],
    ...[SPAN, '<span data-ttu-id="1">', '</span>', '<span class="sxs-lookup">', '<a name="x"></a>', '<sup>1</sup>'],
    ...['<table>', '</table>', '<tr>', '<td>', '</td>', '<td>x', '<ul><li>', '</li></ul>', '|', '|a|b|', '|---|---|'],
    ...['---', '===', '* * *', '\u00a0', 'x ', ' x', '** ', ' **'],
  ];
  const ofPieces = (from: readonly string[]) =>
    fc.array(fc.constantFrom(...from), { maxLength: 5 }).map((each) => each.join(''));
  // Most pages that are made of anything are not plain; these nearly are.
  const plain = pieces.filter(
    (piece) => !/^<(?:!--|\/?(?:div|b|p|pre|h2|t|ul|li))\b|^<!|-->|: |^~~~|^===|^<\/(?!span)/.test(piece),
  );
  const lines = (from: readonly string[]) =>
    fc
      .tuple(fc.constantFrom('', '', 'Ports ', '- ', '2. ', '> ', '**Ports** ', '- **Ports** ', '  - '), ofPieces(from))
      .map((each) => each.join(''));
  const blockOf = (from: readonly string[]) =>
    fc.oneof(
      fc.array(lines(from), { maxLength: 3 }).map((each) => each.join('\n')),
      fc.array(lines(from), { maxLength: 3 }).map((each) => `\`\`\`\n${each.join('\n')}\n\`\`\``),
      fc.array(ofPieces(from), { minLength: 1, maxLength: 3 }).map((each) => `${TABLE}\n|${each.join('|\n|')}|`),
      ofPieces(from).map((each) => HTML.replace('443', () => each)),
      fc.constantFrom(
        TABLE,
        HTML,
        '**Ports**',
        '\\* foot',
        'Ports and more',
        '- Ports',
        '1. **Ports**',
        '> - Ports',
        SPAN,
        '## Ports',
      ),
    );
  const pageOf = (from: readonly string[]) =>
    fc
      .tuple(fc.constantFrom(MATTER, ''), fc.array(blockOf(from), { maxLength: 6 }), fc.constantFrom(TABLE, HTML, ''))
      .map(([matter, blocks, table]) => matter + [...blocks, table].join('\n\n'));

  it.each([
    ['whatever it is', pageOf(pieces)],
    ['where it is nearly plain', pageOf(plain)],
  ])('%s', (_, pages) => {
    fc.assert(
      fc.property(pages, (text) => {
        const [page, whole] = both(text);
        expect(page).toEqual(whole);
      }),
      { numRuns: Number(process.env.SLICES_RUNS ?? 300) },
    );
  });

  it('each of the fixtures', () => {
    for (const folder of ['documents', 'faulty']) {
      for (const name of readdirSync(join(FIXTURES, folder))) {
        const [page, whole] = both(readFileSync(join(FIXTURES, folder, name), 'utf8'));
        expect(page).toEqual(whole);
      }
    }
  });

  it.skipIf(sharedDocs === null)(`each real document${withoutDocs}`, () => {
    const folder = sharedDocs ?? '';
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
    for (const path of paths) {
      const [page, whole] = both(readFileSync(join(folder, path), 'utf8'));
      expect(page).toEqual(whole);
    }
    expect(paths.length).toBeGreaterThan(9);
  });
});
