import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage, readWholePage } from '../../../scraper/src/parse/page.ts';
import { STUB, shortenProse } from '../../../scraper/src/parse/prose.ts';
import { FIXTURES } from '../../support/cli.ts';
import { sharedDocs, withoutDocs } from '../../support/shared-docs.ts';

const MATTER = '---\nms.contentlocale: ko-KR\ntitle: 포트\n---\n';
const TABLE = '|포트|\n|---|\n|443|';
const SPAN =
  '<span data-ttu-id="a1-101">포트</span><span class="sxs-lookup"><span data-stu-id="a1-101">Ports</span></span>';

describe('prose', () => {
  it.each([
    ['a paragraph', 'Ports and more.\nOver lines.', `${STUB}\n${STUB}`],
    ['a paragraph in Korean', '포트를 엽니다.', STUB],
    ['list items', '- one\n  1. two [a](b)\n* three', `- ${STUB}\n  1. ${STUB}\n* ${STUB}`],
    ['a bilingual sentence', `- ${SPAN}<br/>`, `- ${STUB}`],
  ])('is shortened to a stub: %s', (_, text, stub) => {
    expect(shortenProse(`${MATTER}\n${text}\n\n${TABLE}`)).toBe(`${MATTER}\n${stub}\n\n${TABLE}`);
  });

  it.each([
    ['front matter', ''],
    ['a heading', '## Ports'],
    ['a heading that is underlined', 'Ports\n==='],
    ['a caption', '**Ports**'],
    ['a footnote', '\\* configurable'],
    ['a footnote in English only', '구성<span class="sxs-lookup"><span data-stu-id="1">* Configurable</span></span>'],
    ['what refers to a footnote', 'Ports[^1]'],
    ['a quotation', '> Ports'],
    ['code', '```\nPorts\n```'],
    ['HTML', 'Ports <b>open</b>'],
    ['spans that are not closed', 'Ports <span class="x">'],
    ['spans that are closed first', 'Ports</span><span class="x">'],
    ['a table without pipes at its ends', 'Port | x\n-|-\n1|2'],
  ])('is not: %s', (_, text) => {
    const page = `${MATTER}\n${text}\n\n${TABLE}`;
    expect(shortenProse(page)).toBe(page);
  });

  it('is nothing in front matter that does not end, and in a page that has the stub itself', () => {
    for (const page of ['---\ntitle: Ports\n\nPorts', `Ports\n\n${STUB}`]) expect(shortenProse(page)).toBe(page);
  });
});

describe('a page is read as if all its prose were parsed', () => {
  const both = (text: string) => [readPage(text), readWholePage(text)];

  it.each([
    [
      'prose in a cell, behind a comment that seems to end the table',
      '<table><tr><td>\n<!-- </table> -->\n\nPorts\n\n</td></tr></table>',
    ],
    ['prose in a heading', `<h1>\n\nPorts\n\n</h1>\n\n${TABLE}`],
    ['prose in an element that makes it bold', `<b>\n\nPorts\n\n${TABLE}`],
    ['a language that only the heading tells', `# 포트\n\nPorts\n\n${TABLE}`],
    ['a table in a list behind prose', '- Ports\n\n  |a|\n  |---|\n'],
  ])('%s', (_, text) => {
    const [page, whole] = both(text);
    expect(page).toEqual(whole);
    expect(whole?.tables.length).toBeGreaterThan(0);
  });

  const line = fc
    .array(
      fc.constantFrom(
        ...[
          'Ports',
          '포트',
          '443',
          ' ',
          '    ',
          '- ',
          '1. ',
          '> ',
          '# ',
          '**',
          '*',
          '`',
          '```',
          '~~~',
          '[^1]',
          '[^1]: ',
          '[a]: b',
        ],
        ...[
          '<div>',
          '</div>',
          '<b>',
          '</b>',
          '<p>',
          '</p>',
          '<!--',
          '-->',
          '<pre>',
          '</pre>',
          '<h2>',
          '</h2>',
          '<br/>',
          '|',
          '\\* ',
        ],
        ...[
          SPAN,
          '<span data-ttu-id="1">',
          '</span>',
          '<span class="sxs-lookup">',
          '<table>',
          '</table>',
          '<tr>',
          '<td>',
          '</td>',
        ],
        ...[
          '|a|b|',
          '|---|---|',
          '---',
          '===',
          '<sup>1</sup>',
          '<ul><li>',
          '</li></ul>',
          '<td>x',
          '&nbsp;',
          '\t',
          '* * *',
          '² ',
        ],
      ),
      { maxLength: 4 },
    )
    .map((pieces) => pieces.join(''));
  const block = fc.oneof(
    fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n')),
    fc.constantFrom(
      TABLE,
      `**Ports**\n\n${TABLE}\n\n\\* foot`,
      'Ports and more',
      `<table><tr><td>a</td></tr></table>`,
      SPAN,
    ),
  );

  it('whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(MATTER, ''), fc.array(block, { maxLength: 6 }), (matter, blocks) => {
        const [page, whole] = both(matter + blocks.join('\n\n'));
        expect(page).toEqual(whole);
      }),
      { numRuns: Number(process.env.PROSE_RUNS ?? 1000) },
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
