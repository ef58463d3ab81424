import { describe, expect, it } from 'vitest';
import { both, en, ko } from '../../support/cells.ts';
import { pageOf, tableOf } from '../../support/pages.ts';

const TABLE = '|포트|\n|---|\n|443|';

describe('the headings above a table', () => {
  const headings = (body: string) => tableOf(body).headings.map(({ depth, anchor }) => [depth, anchor]);

  it.each([
    ['are named by the anchor inside them', '# <a name="ports"></a>포트\n\n', [[1, 'ports']]],
    ['are named by their id, where they have one', '<h2 id="ports">포트</h2>\n\n', [[2, 'ports']]],
    ['are named by an id deep inside them', '## *<b><span id="ports">포트</span></b>*\n\n', [[2, 'ports']]],
    ['may have no name', '# 포트\n\n', [[1, null]]],
    ['are not named by a link', '# [포트](ports.md)\n\n', [[1, null]]],
    ['are not named by the name of anything but an anchor', '<h2><span name="ports">포트</span></h2>\n\n', [[2, null]]],
    [
      'stand outermost first',
      '# <a name="a"></a>가\n\n### <a name="b"></a>나\n\n',
      [
        [1, 'a'],
        [3, 'b'],
      ],
    ],
    [
      'end where one of the same depth or less begins',
      '# <a name="a"></a>가\n\n## <a name="b"></a>나\n\n### <a name="c"></a>다\n\n## <a name="d"></a>라\n\n',
      [
        [1, 'a'],
        [2, 'd'],
      ],
    ],
  ])('%s', (_, above, expected) => {
    expect(headings(`${above}${TABLE}`)).toEqual(expected);
  });

  it('keep both languages', () => {
    const heading =
      '## <span data-ttu-id="1">포트</span><span class="sxs-lookup"><span data-stu-id="1">Ports</span></span>';
    expect(tableOf(`${heading}\n\n${TABLE}`).headings).toEqual([
      { depth: 2, anchor: null, text: both(['포트', 'Ports']) },
    ]);
  });

  it('the first of depth 1 is the title of the page', () => {
    const page = pageOf('## <a name="a"></a>가\n\n# <a name="b"></a>나\n\n# <a name="c"></a>다');
    expect(page.title).toEqual({ depth: 1, anchor: 'b', text: ko('나') });
  });

  it('a page without one has no title', () => {
    expect(pageOf('## 가').title).toBeNull();
  });
});

describe('the caption of a table', () => {
  const caption = (body: string) => tableOf(body).caption;

  it.each([
    ['is a bold paragraph above it', `**필수 포트**\n\n${TABLE}`, ko('필수 포트')],
    ['may be bold by <b>', `<p><b>필수</b> <b>포트</b></p>\n\n${TABLE}`, ko('필수 포트')],
    [
      'may be bold inside the spans of both languages',
      `<p><span data-ttu-id="1"><b>포트</b></span><span class="sxs-lookup"><span data-stu-id="1"><b>Ports</b></span></span></p>\n\n${TABLE}`,
      both(['포트', 'Ports']),
    ],
    ['may hold a comment', `<p><b>필수 포트</b><!-- x --></p>\n\n${TABLE}`, ko('필수 포트')],
    [
      'is its own <caption>, before a bold paragraph',
      '**가**\n\n<table><caption>나</caption><tr><td>포트</td></tr></table>',
      ko('나'),
    ],
    ['is no paragraph that is bold in part', `**참고** 포트\n\n${TABLE}`, []],
    ['is no paragraph with a link in it', `**참고** [포트](x.md)\n\n${TABLE}`, []],
    ['is no bold paragraph with another paragraph behind it', `**가**\n\n나\n\n${TABLE}`, []],
    ['is no bold paragraph above a heading', `**가**\n\n## 나\n\n${TABLE}`, []],
    ['is still there behind a paragraph that is empty', `**가**\n\n<p>&nbsp;</p>\n\n${TABLE}`, ko('가')],
  ])('%s', (_, body, expected) => {
    expect(caption(body)).toEqual(expected);
  });

  it('belongs to the first table below it only', () => {
    expect(pageOf(`**가**\n\n${TABLE}\n\n<p>&nbsp;</p>\n\n${TABLE}`).tables.map((table) => table.caption)).toEqual([
      ko('가'),
      [],
    ]);
  });
});

describe('the footnotes of a table', () => {
  const footnotes = (below: string) => tableOf(`${TABLE}\n\n${below}`).footnotes;

  it.each([
    ['begin with an asterisk', '\\* 구성할 수 있음', [{ mark: '*', text: ko('구성할 수 있음') }]],
    ['or with several', '\\*\\*구성', [{ mark: '**', text: ko('구성') }]],
    ['or with a dagger', '† 구성', [{ mark: '†', text: ko('구성') }]],
    ['or with a superscript digit', '² 구성', [{ mark: '²', text: ko('구성') }]],
    ['or with a number in <sup>', '<sup>12</sup> 구성', [{ mark: '¹²', text: ko('구성') }]],
    [
      'may be several',
      '\\* 하나\n\n\\*\\* 둘',
      [
        { mark: '*', text: ko('하나') },
        { mark: '**', text: ko('둘') },
      ],
    ],
    ['may have more lines', '\\* 하나<br/>둘', [{ mark: '*', text: ko('하나', '둘') }]],
    ['may have other paragraphs before them', '설명\n\n\\* 구성', [{ mark: '*', text: ko('구성') }]],
    ['may stand in a div', '<div>\n\n\\* 구성\n\n</div>', [{ mark: '*', text: ko('구성') }]],
    [
      'lose their mark in both languages',
      '<p><span data-ttu-id="1">* 구성</span><span class="sxs-lookup"><span data-stu-id="1">* Configurable</span></span></p>',
      [{ mark: '*', text: both(['구성', 'Configurable']) }],
    ],
    [
      'may have their mark in English only',
      '<p><span class="sxs-lookup"><span data-stu-id="1">* Configurable</span></span></p>',
      [{ mark: '*', text: en('Configurable') }],
    ],
    [
      'may have their mark in one of the languages only',
      '<p><span data-ttu-id="1">* 구성</span><span class="sxs-lookup"><span data-stu-id="1">Configurable</span></span></p>',
      [{ mark: '*', text: both(['구성', 'Configurable']) }],
    ],
    ['are no paragraphs without a mark', '설명', []],
    ['are not a mark alone', '<p>*</p>', []],
    ['end where a heading begins', '## 나\n\n\\* 구성', []],
  ])('%s', (_, below, expected) => {
    expect(footnotes(below)).toEqual(expected);
  });

  it('belong to the table above them', () => {
    const { tables } = pageOf(`\\* 아님\n\n${TABLE}\n\n\\* 하나\n\n${TABLE}\n\n\\* 둘`);
    expect(tables.map((table) => table.footnotes.map(({ text }) => text))).toEqual([[ko('하나')], [ko('둘')]]);
  });
});
