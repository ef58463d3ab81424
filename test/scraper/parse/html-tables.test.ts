import { describe, expect, it } from 'vitest';
import { pageOf, plain, tableOf } from '../../support/pages.ts';

const TABLES = [
  {
    fact: 'cells may be indented, paragraphs in them, and blank lines between them',
    html: '<table>\n<thead>\n<tr>\n<th>포트</th>\n</tr>\n</thead>\n\n<tbody>\n<tr>\n\n     <td><p>443</p></td>\n\n</tr>\n</tbody>\n</table>',
    header: ['포트'],
    rows: [['443']],
  },
  {
    fact: 'its columns may be laid out first',
    html: '<table><caption>x</caption><colgroup><col /></colgroup><tr><td>포트</td></tr><tr><td>443</td></tr></table>',
    header: ['포트'],
    rows: [['443']],
  },
  {
    fact: 'without a thead the first row is the header',
    html: '<table><tr><td>포트</td></tr><tr><td>443</td></tr></table>',
    header: ['포트'],
    rows: [['443']],
  },
  {
    fact: 'what stands among rows or cells and is none is passed over',
    html: '<table><tbody><script>1</script><tr><script>2</script><td>포트</td></tr><tr><td>443</td></tr></tbody></table>',
    header: ['포트'],
    rows: [['443']],
  },
  {
    fact: 'an empty thead is none',
    html: '<table><thead></thead><tbody><tr><td>포트</td></tr><tr><td>443</td></tr></tbody></table>',
    header: ['포트'],
    rows: [['443']],
  },
  {
    fact: 'the thead is the header wherever it stands',
    html: '<table><tbody><tr><td>443</td></tr></tbody><thead><tr><th>포트</th></tr></thead></table>',
    header: ['포트'],
    rows: [['443']],
  },
  {
    fact: 'rows of a tfoot are rows, a colgroup and a caption are not',
    html: '<table><caption>표</caption><colgroup><col></colgroup><tr><th>포트</th></tr><tfoot><tr><td>443</td></tr></tfoot></table>',
    header: ['포트'],
    rows: [['443']],
  },
  {
    fact: 'tags in capitals are tags',
    html: '<TABLE><TR><TH>포트</TH></TR><TR><TD>443<BR>444</TD></TR></TABLE>',
    header: ['포트'],
    rows: [['443 / 444']],
  },
  {
    fact: 'a row keeps the cells that it was written with, too many or too few',
    html: '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td><td>3</td></tr><tr><td>1</td></tr></table>',
    header: ['a', 'b'],
    rows: [['1', '2', '3'], ['1']],
  },
  {
    fact: 'a row of non-breaking spaces is a row of empty cells',
    html: '<table><tr><th>a</th><th>b</th></tr><tr><td><p>&nbsp;</p></td><td>\u00a0</td></tr></table>',
    header: ['a', 'b'],
    rows: [['', '']],
  },
  {
    fact: 'an unclosed table ends with the page',
    html: '<table><tr><th>포트</th></tr>\n\n<tr><td>443',
    header: ['포트'],
    rows: [['443']],
  },
];

describe('in an HTML table', () => {
  it.each(TABLES)('$fact', ({ html, header, rows }) => {
    const table = tableOf(html);
    expect({ header: plain(table.columns), rows: table.rows.map(plain) }).toEqual({ header, rows });
  });

  it('two header rows are counted, and neither is a row', () => {
    const table = tableOf('<table><thead><tr><th>a</th></tr><tr><th>b</th></tr></thead><tr><td>1</td></tr></table>');
    expect({ header: plain(table.columns), rows: table.rows.map(plain), headerRows: table.headerRows }).toEqual({
      header: ['a'],
      rows: [['1']],
      headerRows: 2,
    });
  });

  it('no rows make no columns', () => {
    expect(tableOf('<table></table>')).toMatchObject({ columns: [], rows: [] });
  });
});

describe('an HTML table is found', () => {
  const table = '<table>\n<tr><th>포트</th></tr>\n<tr><td>443</td></tr>\n</table>';

  it.each([
    ['between divs that open in one block and close in another', `<div>\n\n<div class="a">\n\n${table}\n\n</div>\n\n`],
    [
      'in a section, a list item or a quotation',
      `<section><ul><li><blockquote>${table}</blockquote></li></ul></section>`,
    ],
    ['in an element that holds no blocks as a rule', `<figure>${table}</figure>`],
    ['deep in such elements', `<aside><form>\n\n${table}\n\n</form></aside>`],
    ['in a list item of markdown', `- ${table.replaceAll('\n', '\n  ')}`],
    ['behind a line of code that names the tag', `\`<table>\`\n\n${table}`],
  ])('%s', (_, markdown) => {
    expect(pageOf(markdown).tables.map(({ rows }) => rows.map(plain))).toEqual([[['443']]]);
  });

  it('two tables are two, in the order of the page, pipe tables among them', () => {
    const { tables } = pageOf(`${table}\n\n|a|\n|---|\n|1|\n\n${table}`);
    expect(tables.map(({ rows }) => plain(rows[0] ?? []))).toEqual([['443'], ['1'], ['443']]);
  });
});
