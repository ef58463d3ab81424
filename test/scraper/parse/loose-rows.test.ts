import { describe, expect, it } from 'vitest';
import { pageOf, plain } from '../../support/pages.ts';

/** The rows of a page that stand in no table, and the headers above them. */
function looseOf(body: string): { columns: string[]; rows: string[][] }[] {
  return pageOf(body).loose.map(({ columns, rows }) => ({ columns: plain(columns), rows: rows.map(plain) }));
}

const TABLE = '|a|b|\n|---|---|\n|1|2|\n';

describe('rows below a table are loose that is ended by', () => {
  it.each([
    ['a blank line', '\n|3|4|'],
    ['several', '\n \n\t\n|3|4|'],
    ['a paragraph', '\n다음 포트\n\n|3|4|'],
    ['a comment', '<!-- x -->\n|3|4|'],
    ['a comment in front of a row', '<!-- x -->|3|4|'],
    ['a comment over lines', '<!--\n|x|y|\n-->\n|3|4|'],
    ['a heading', '## x\n|3|4|'],
    ['the mark of a heading in front of a row', '# |3|4|'],
    ['an underlined row', '\n|3|4|\n---'],
    ['the mark of a list', '- |3|4|'],
    ['one with a number', '7. |3|4|'],
    ['a list within a list', '* + |3|4|'],
    ['a quotation', '> |3|4|'],
    ['one in another', '> > |3|4|'],
    ['a line across', '---\n|3|4|'],
    ['an indent', '    |3|4|'],
    ['a fence', '```\n|3|4|\n```'],
    ['a fence, without an end of its own', '```\n|3|4\n```'],
    ['raw HTML', '<div>\n|3|4|\n</div>'],
    ['a table of HTML that ends at once', '\n<table></table>\n|3|4|'],
    ['a lone tag of one', '<table>|3|4|'],
    ['a tag in front of a row', '<p><br/> |3|4'],
    ['one that ends', '</table>\n|3|4|'],
  ])('%s', (_, below) => {
    expect(looseOf(TABLE + below)).toEqual([{ columns: ['a', 'b'], rows: [['3', '4']] }]);
  });
});

describe('a row is loose', () => {
  it.each<[how: string, line: string, row: string[]]>([
    ['without a pipe at its end', '|3|4', ['3', '4']],
    ['without one at its beginning', '3|4|', ['3', '4']],
    ['without any at its ends, where it has as many cells', '3|4', ['3', '4']],
    ['with more cells', '|3|4|5|', ['3', '4', '5']],
    ['with fewer', '|3|', ['3']],
    ['with markup', '|**3**|[4](x)|', ['3', '4']],
    ['with a pipe in a cell', '|3\\|4|5|', ['3|4', '5']],
  ])('%s', (_, line, row) => {
    expect(looseOf(`${TABLE}\n${line}`)).toEqual([{ columns: ['a', 'b'], rows: [row] }]);
  });

  it('under headers with a pipe in them', () => {
    const [loose] = looseOf('|a\\|b|\n|---|\n|1|\n\n|2|');
    expect(loose).toEqual({ columns: ['a|b'], rows: [['2']] });
  });

  it('with both of its languages', () => {
    const cell = '<span data-ttu-id="1">포트</span><span class="sxs-lookup"><span data-stu-id="1">Port</span></span>';
    expect(pageOf(`${TABLE}\n|${cell}|443|`).loose[0]?.rows[0]?.[0]).toEqual([{ text: '포트', en: 'Port' }]);
  });

  it('also where no table is above it', () => {
    expect(looseOf('|a|b|\n|3|4|')).toEqual([
      {
        columns: [''],
        rows: [
          ['a', 'b'],
          ['3', '4'],
        ],
      },
    ]);
  });

  it('under no headers where a table of HTML is above it', () => {
    expect(looseOf(`${TABLE}\n<table><tr><td>x</td></tr></table>\n|3|4|`)).toEqual([
      { columns: [''], rows: [['3', '4']] },
    ]);
  });

  it('under no headers where it has neither pipes at its ends nor as many cells', () => {
    expect(looseOf(`${TABLE}\n3|4|5`)).toEqual([{ columns: [''], rows: [['3', '4', '5']] }]);
  });
});

describe('no row is loose', () => {
  it.each([
    ['of the table', ''],
    ['that is a line without pipes', '\nx'],
    ['that is a line with one', '\n|x'],
    ['that is a delimiter row', '\n|---|---|'],
    ['in a comment', '<!-- |3|4| -->'],
    ['of another table', `\n${TABLE}`],
    ['of a table of HTML', '\n<table><tr><td>3|4</td></tr></table>'],
    ['of more cells without an end in code', '```\n|3|4|5\n```'],
    ['of commands in code', '```\nGet-A | Set-A\n| Get-B\n```'],
  ])('%s', (_, below) => {
    expect(looseOf(TABLE + below)).toEqual([]);
  });
});
