import { describe, expect, it } from 'vitest';
import { both, en, ko } from '../../support/cells.ts';
import { cellOf } from '../../support/pages.ts';

/** A sentence as the pages' publishing system marks it. */
function pair(korean: string, english: string, id = '46d6d-103'): string {
  return (
    `<span data-ttu-id="${id}">${korean}</span>` +
    `<span class="sxs-lookup"><span data-stu-id="${id}">${english}</span></span>`
  );
}

const CELLS = [
  { fact: 'Korean with English beside it', html: pair('이상', 'Any'), cell: both(['이상', 'Any']) },
  {
    fact: 'several pairs in one cell are sentences, joined by a space in each language',
    html: `${pair('첫째입니다.', 'First.', '1')}${pair('둘째입니다.', 'Second.', '2')}`,
    cell: both(['첫째입니다. 둘째입니다.', 'First. Second.']),
  },
  {
    fact: 'a pair with a paragraph id is one like any other',
    html: pair('참고', 'Notes', '46d6d-p103'),
    cell: both(['참고', 'Notes']),
  },
  {
    fact: 'two paragraphs are two lines',
    html: `<p>${pair('하나', 'One')}</p>\n<p>${pair('둘', 'Two')}</p>`,
    cell: both(['하나', 'One'], ['둘', 'Two']),
  },
  {
    fact: 'Korean equal to English is kept in both languages',
    html: pair('HTTPS', 'HTTPS'),
    cell: both(['HTTPS', 'HTTPS']),
  },
  ...['<del>443</del> 8443', '<s>443</s> 8443', '<strike>443</strike> 8443'].map((html) => ({
    fact: `text that is struck out is kept as such: ${html}`,
    html,
    cell: ko('~~443~~ 8443'),
  })),
  {
    fact: 'what needs the rules of a browser has them inside of a paragraph too',
    html: `<p>443<sup>1</sup></p>`,
    cell: ko('443¹'),
  },
  {
    fact: 'items of a list are lines, in each language',
    html: `<ul><li>${pair('하나', 'One')}</li><li>${pair('둘', 'Two')}</li></ul>`,
    cell: both(['하나', 'One'], ['둘', 'Two']),
  },
  {
    fact: 'English without a translation is English only',
    html: '<span class="sxs-lookup"><span data-stu-id="7">SIP</span></span>',
    cell: en('SIP'),
  },
  {
    fact: 'an English sentence without its wrapper is hidden from the Korean all the same',
    html: '<span data-ttu-id="1">중재</span><span data-stu-id="1">Mediation</span>',
    cell: both(['중재', 'Mediation']),
  },
  { fact: 'a translation without English is Korean only', html: '<span data-ttu-id="7">중재</span>', cell: ko('중재') },
  {
    fact: 'an English span that is empty leaves the Korean alone',
    html: '<span data-ttu-id="7">중재</span><span class="sxs-lookup"><span data-stu-id="7"></span></span>',
    cell: ko('중재'),
  },
  {
    fact: 'what stands outside the spans belongs to both languages',
    html: `${pair('에지', 'Edge')} (A/V)`,
    cell: both(['에지 (A/V)', 'Edge (A/V)']),
  },
  {
    fact: 'more English lines than Korean: the Korean stands whole beside the first',
    html: `${pair('중재 서버', 'Mediation<br>Server(s)')}`,
    cell: [
      { text: '중재 서버', en: 'Mediation' },
      { text: null, en: 'Server(s)' },
    ],
  },
  {
    fact: 'fewer English lines than Korean: the Korean is joined',
    html: `<p>${pair('하나', 'One and two')}</p><p><span data-ttu-id="2">둘</span></p>`,
    cell: both(['하나 둘', 'One and two']),
  },
  { fact: 'Korean alone is Korean only', html: '모든 서버', cell: ko('모든 서버') },
  { fact: '<BR> in capitals breaks a line', html: '중재<BR>서버 (s)', cell: ko('중재', '서버 (s)') },
  {
    fact: '<A HREF> is its text',
    html: '<A HREF="https://example.org/">자세한 내용</A>은 여기',
    cell: ko('자세한 내용은 여기'),
  },
  { fact: 'list items are lines', html: '<ul><li>하나</li><li>둘</li></ul>', cell: ko('하나', '둘') },
  {
    fact: 'white space, also non-breaking, is one space between words and none at the ends',
    html: '&nbsp; A \n\t B&nbsp;&nbsp;C ',
    cell: ko('A B C'),
  },
  { fact: 'a cell of non-breaking spaces is empty', html: '<p>&nbsp;</p>\u00a0', cell: [] },
  { fact: 'a superscript number is not a digit of the port before it', html: '443<sup>1</sup>', cell: ko('443¹') },
  { fact: 'a superscript number may have several digits', html: '443<sup> 12 </sup>', cell: ko('443¹²') },
  { fact: 'a superscript that is no number is its text', html: '1<sup>st</sup>', cell: ko('1st') },
];

describe('a cell', () => {
  it.each(CELLS)('$fact', ({ html, cell }) => {
    expect(cellOf(html)).toEqual(cell);
  });

  it('is English where the page is', () => {
    expect(cellOf('All servers<br>and clients', 'en-US')).toEqual(en('All servers', 'and clients'));
  });
});
