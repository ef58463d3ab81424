import { describe, expect, it } from 'vitest';
import { ko } from '../../support/cells.ts';
import { pageOf, plain, tableOf } from '../../support/pages.ts';

const TABLES = [
  {
    fact: 'cells may be padded',
    markdown: '| 서버 역할  | 포트  |\n| :----- | :----- |\n| 모든 서버  | 443  |',
    header: ['서버 역할', '포트'],
    rows: [['모든 서버', '443']],
  },
  {
    fact: 'cells need no padding',
    markdown: '|서버 역할|포트|\n|:-----|:-----|\n|모든 서버|443|',
    header: ['서버 역할', '포트'],
    rows: [['모든 서버', '443']],
  },
  {
    fact: 'a table needs no pipes at its edges',
    markdown: '서버 역할|포트\n---|---\n모든 서버|443',
    header: ['서버 역할', '포트'],
    rows: [['모든 서버', '443']],
  },
  {
    fact: 'headers may be bold',
    markdown: '|**서버 역할**|**포트** |\n|---|---|\n|모든 서버|443|',
    header: ['서버 역할', '포트'],
    rows: [['모든 서버', '443']],
  },
  {
    fact: 'an escaped pipe is a character of its cell',
    markdown: '|포트|프로토콜|\n|---|---|\n|443|TCP\\|UDP|',
    header: ['포트', '프로토콜'],
    rows: [['443', 'TCP|UDP']],
  },
  {
    fact: 'an escaped asterisk is one',
    markdown: '|포트|\n|---|\n|1024-65535\\*|\n|1024-65535 *|',
    header: ['포트'],
    rows: [['1024-65535*'], ['1024-65535 *']],
  },
  {
    fact: 'a character reference is its character',
    markdown: '|프로토콜|\n|---|\n|UDP &amp; TCP|',
    header: ['프로토콜'],
    rows: [['UDP & TCP']],
  },
  {
    fact: '<br/> breaks a line of a cell',
    markdown: '|프로토콜|\n|---|\n|H <br/> TCP  |\n|HTTPS<br>NET.TCP|',
    header: ['프로토콜'],
    rows: [['H / TCP'], ['HTTPS / NET.TCP']],
  },
  {
    fact: 'two ranges with tildes in a cell are not struck through',
    markdown: '|포트|\n|---|\n|1024~65535, 50000~59999|',
    header: ['포트'],
    rows: [['1024~65535, 50000~59999']],
  },
  {
    fact: 'a table may stand directly under a paragraph',
    markdown: '아래 표\n|포트|\n|---|\n|443|',
    header: ['포트'],
    rows: [['443']],
  },
  {
    fact: 'an address in brackets is its text',
    markdown: '|주소|\n|---|\n|<https://example.org>|',
    header: ['주소'],
    rows: [['https://example.org']],
  },
  {
    fact: 'a row keeps the cells that it was written with, too many or too few',
    markdown: '|a|b|\n|---|---|\n|1|2|3|\n|1|',
    header: ['a', 'b'],
    rows: [['1', '2', '3'], ['1']],
  },
  {
    fact: 'a row that is one pipe has one empty cell',
    markdown: '|a|b|\n|---|---|\n|\n|1|2|',
    header: ['a', 'b'],
    rows: [[''], ['1', '2']],
  },
  {
    fact: 'a blank row of non-breaking spaces is a row of empty cells',
    markdown: '|a|b|\n|---|---|\n|&nbsp;|\u00a0|\n|1|2|',
    header: ['a', 'b'],
    rows: [
      ['', ''],
      ['1', '2'],
    ],
  },
  {
    fact: 'a cell may hold a link and bold words',
    markdown: '|a|\n|---|\n|**참고** [여기](https://example.org/)|',
    header: ['a'],
    rows: [['참고 여기']],
  },
];

describe('in a pipe table', () => {
  it.each(TABLES)('$fact', ({ markdown, header, rows }) => {
    const table = tableOf(markdown);
    expect({ header: plain(table.columns), rows: table.rows.map(plain) }).toEqual({ header, rows });
    expect(table.headerRows).toBe(1);
  });

  it('lines of a cell stay apart', () => {
    expect(tableOf('|a|\n|---|\n|중재 <br/> 서버 (s)|').rows).toEqual([[ko('중재', '서버 (s)')]]);
  });

  it('a header with fewer cells than the line below it makes no table at all', () => {
    expect(pageOf('|a|\n|---|---|\n|1|2|').tables).toEqual([]);
  });
});

describe('no table is', () => {
  it.each([
    ['a line with a delimiter row of fewer cells below it', '|a|b|\n|---|'],
    ['one with more', '|a|\n|---|---|'],
    ['one with a colon alone for a cell', '|a|b|\n|:|---|'],
    ['one with an empty cell', '|a|b|\n|---||'],
    ['one with a space that is none to markdown', '|a|b|\n|---|\u00a0---|'],
    ['one with such a space at its end', '|a|b|\n|---|---|\u00a0'],
    ['a heading that is underlined', 'a\n---'],
    ['code', '    |a|\n    |---|'],
    ['a row at the end of the page', '|a|b|'],
  ])('%s', (_, markdown) => {
    expect(pageOf(markdown).tables).toEqual([]);
  });
});

describe('a pipe table ends', () => {
  it.each([
    ['at a heading', '# b'],
    ['at a quotation', '> b'],
    ['at a list', '- b'],
    ['at code in fences', '```\nb\n```'],
    ['at an HTML block', '<div>b</div>'],
    ['at an indented line', '    b'],
  ])('%s', (_, block) => {
    expect(tableOf(`|a|\n|---|\n|1|\n${block}`).rows.map(plain)).toEqual([['1']]);
  });
});
