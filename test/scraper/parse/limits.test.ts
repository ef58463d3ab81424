import { describe, expect, it } from 'vitest';
import { type Limit, MOST } from '../../../scraper/src/parse/limits.ts';
import { readPageOrSay, type Unread } from '../../../scraper/src/parse/read-or-say.ts';

const TABLE = '|Port|\n|---|\n|443|\n';
const row = (cells: number) => `|${'a|'.repeat(cells)}\n`;
const pipes = (columns: number, rows: number) =>
  `${row(columns)}|${'-|'.repeat(columns)}\n${row(columns).repeat(rows)}`;
const html = (...rows: string[]) => `<table>${rows.map((each) => `<tr>${each}</tr>`).join('')}</table>\n`;

/** What is made of a page with so many of something, just within the limit and just beyond it. */
const AT_LIMITS: readonly [limit: Limit, page: (count: number) => string][] = [
  ['too-many-lines', (count) => TABLE + '\n'.repeat(count - 4)],
  ['too-long-text', (count) => `${'a'.repeat(count)}\n\n${TABLE}`],
  ['too-many-elements', (count) => `<div>\n${'<i></i>'.repeat(count - 1)}</div>\n`],
  ['too-many-tables', (count) => `${TABLE}\n`.repeat(count)],
  ['too-many-rows', (count) => pipes(1, count - 1)],
  ['too-many-rows', (count) => html(...Array<string>(count).fill('<td>a'))],
  ['too-many-columns', (count) => pipes(count, 1)],
  ['too-many-columns', (count) => html('<td>a'.repeat(count))],
  ['too-many-cells', (count) => pipes(100, count / 100 - 1) + (count % 100 === 0 ? '' : `\n${pipes(1, 0)}`)],
  ['too-many-cells', (count) => html(...Array<string>(Math.ceil(count / 100)).fill('<td colspan=100>a'))],
  [
    'too-many-cells',
    (count) =>
      html(...Array<string>(count / 200).fill('<td colspan=100>a')).repeat(2) + html('<td>a').repeat(count % 200),
  ],
  ['too-many-footnotes', (count) => TABLE + '\n\\* note\n'.repeat(count)],
  ['too-long-cell', (count) => html('<td>a', `<td>${'a'.repeat(count)}`)],
  [
    'too-much-text',
    (count) =>
      html('<td>a', ...Array<string>(Math.ceil(count / 10_000)).fill(`<td>${'a'.repeat(9_999)}`)) +
      html('<td>a'.repeat(count % 2)),
  ],
];

const told = (page: ReturnType<typeof readPageOrSay>) => (typeof page === 'string' ? page : page.tables.length > 0);

describe('how much a page may hold', () => {
  it.each(AT_LIMITS.filter(([limit]) => limit !== 'too-many-elements'))('is limited: %s', (limit, page) => {
    const most = MOST[limit];
    expect(told(readPageOrSay(page(most)))).toBe(true);
    expect(told(readPageOrSay(page(most * 2)))).toBe(limit);
  });

  it('is limited: too many elements', () => {
    expect(told(readPageOrSay(`<div>\n${'<i></i>'.repeat(MOST['too-many-elements'])}</div>\n`))).toBe(
      'too-many-elements',
    );
  });

  it.each<[what: string, page: string, unread: Unread]>([
    ['elements', '<div>'.repeat(300) + TABLE, 'too-deep'],
    ['elements of text', `|a|\n|-|\n|${'<span>'.repeat(300)}|\n`, 'too-deep'],
    ['lists', `${Array.from({ length: 300 }, (_, at) => `${' '.repeat(2 * at)}- a\n`).join('')}\n${TABLE}`, 'too-deep'],
    ['lists on a line', `${'- '.repeat(300)}a\n\n${TABLE}`, 'too-deep'],
    ['numbered lists on a line', `${'1. '.repeat(300)}a\n\n${TABLE}`, 'too-deep'],
    ['quotations on a line', `${'>'.repeat(300)}a\n\n${TABLE}`, 'too-deep'],
    ['lists in quotations on a line', `${'> - '.repeat(150)}a\n\n${TABLE}`, 'too-deep'],
    ['tables', `${'<table><tr><td>'.repeat(7)}${TABLE}`, 'too-deep'],
  ])('is limited: %s in one another', (_, page, unread) => {
    expect(readPageOrSay(page)).toBe(unread);
  });

  it('is far above what pages hold', () => {
    expect(told(readPageOrSay(`${'<div>'.repeat(50)}\n\n${pipes(14, 160)}${'</div>'.repeat(50)}`))).toBe(true);
    expect(told(readPageOrSay(`${'-'.repeat(400)}\n\n${'* '.repeat(100)}\n\n${TABLE}`))).toBe(true);
  });
});

describe('a control character', () => {
  it.each([
    ['as it is', 'a\u001bb\u0000c\u0085'],
    ['as a reference', 'a&#27;b&#x0;c&#133;'],
  ])('in a page, %s, is shown as one that is none', (_, text) => {
    const page = readPageOrSay(
      `---\ntitle: "a\\e"\n---\n# <a name="x&#27;"></a>b${text}\n\n|${text}|\n|---|\n|${text}|c|\n`,
    );
    expect(typeof page === 'object' && page.tables).toMatchObject([{ headings: [{ anchor: 'x\ufffd' }] }]);
    expect(JSON.stringify(page)).not.toMatch(/[\u0080-\u009f]|\\u00[01]/);
    expect(JSON.stringify(page)).toMatch(/a(?:\ufffd|⟦U\+[0-9A-F]{4}⟧)b/);
  });

  it('in English beside the text is shown so too', () => {
    const cell = '<span data-ttu-id="a">가</span><span class="sxs-lookup"><span data-stu-id="a">b&#27;</span></span>';
    const page = readPageOrSay(`|${cell}|\n|---|\n|c|\n`);
    expect(typeof page === 'object' && page.tables[0]?.columns).toEqual([[{ text: '가', en: 'b\ufffd' }]]);
  });
});
