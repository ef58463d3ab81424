import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPageOrSay } from '../../../scraper/src/parse/read-or-say.ts';
import { plain, tableOf } from '../../support/pages.ts';

/** The rows below the header `a | b | c`, spans resolved. */
function rowsOf(...rows: string[]): string[][] {
  return tableOf(`<table><tr><th>a</th><th>b</th><th>c</th></tr>${rows.join('')}</table>`).rows.map(plain);
}

const SPANS: [fact: string, rows: string[], cells: string[][]][] = [
  [
    'a cell that spans rows stands in each of them',
    ['<tr><td rowspan="2">x</td><td>1</td><td>2</td></tr>', '<tr><td>3</td><td>4</td></tr>'],
    [
      ['x', '1', '2'],
      ['x', '3', '4'],
    ],
  ],
  [
    'a cell that spans columns stands in each of them',
    ['<tr><td colspan="2">x</td><td>1</td></tr>'],
    [['x', 'x', '1']],
  ],
  [
    'a cell that spans both stands in each place',
    ['<tr><td>1</td><td rowspan="2" colspan="2">x</td></tr>', '<tr><td>2</td></tr>'],
    [
      ['1', 'x', 'x'],
      ['2', 'x', 'x'],
    ],
  ],
  [
    'spans of two columns side by side are both taken',
    ['<tr><td rowspan="2">x</td><td rowspan="2">y</td><td>1</td></tr>', '<tr><td>2</td></tr>'],
    [
      ['x', 'y', '1'],
      ['x', 'y', '2'],
    ],
  ],
  [
    'a row that is spanned all over is there',
    ['<tr><td rowspan="2">x</td><td rowspan="2">y</td><td rowspan="2">z</td></tr>', '<tr></tr>'],
    [
      ['x', 'y', 'z'],
      ['x', 'y', 'z'],
    ],
  ],
  [
    'a span ends where it ends, even if the row that it reaches is too short for it',
    ['<tr><td>1</td><td>2</td><td rowspan="2">x</td></tr>', '<tr><td>3</td></tr>', '<tr><td>4</td><td>5</td></tr>'],
    [['1', '2', 'x'], ['3'], ['4', '5']],
  ],
  [
    'a span beyond the last row ends with the table',
    ['<tr><td rowspan="9">x</td><td>1</td><td>2</td></tr>'],
    [['x', '1', '2']],
  ],
  [
    'a span ends with its section',
    [
      '<tbody><tr><td rowspan="3">x</td><td>1</td><td>2</td></tr></tbody>',
      '<tbody><tr><td>y</td><td>3</td><td>4</td></tr></tbody>',
    ],
    [
      ['x', '1', '2'],
      ['y', '3', '4'],
    ],
  ],
  [
    'a rowspan of 0 reaches to the end of its section',
    [
      '<tbody><tr><td rowspan="0">x</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>',
      '<tr><td>5</td><td>6</td></tr></tbody><tfoot><tr><td>y</td><td>7</td><td>8</td></tr></tfoot>',
    ],
    [
      ['x', '1', '2'],
      ['x', '3', '4'],
      ['x', '5', '6'],
      ['y', '7', '8'],
    ],
  ],
  [
    'a number is read as far as it goes',
    ['<tr><td rowspan="2.5">x</td><td colspan=" +2px">1</td></tr>', '<tr><td>2</td><td>3</td></tr>'],
    [
      ['x', '1', '1'],
      ['x', '2', '3'],
    ],
  ],
];

describe('in a table with spans', () => {
  it.each(SPANS)('%s', (_, rows, cells) => {
    expect(rowsOf(...rows)).toEqual(cells);
  });

  it.each(['-3', '.5', 'two', '', 'Infinity'])('rowspan="%s" is no span', (span) => {
    const rows = rowsOf(`<tr><td rowspan="${span}">x</td></tr>`, '<tr><td>1</td></tr>');
    expect(rows).toEqual([['x'], ['1']]);
  });

  it('colspan="0" is no span', () => {
    expect(rowsOf('<tr><td colspan="0">x</td><td>1</td></tr>')).toEqual([['x', '1']]);
  });

  it.each<[how: string, rows: string[], overlaps: boolean]>([
    ['a wide cell upon one that reaches down', ['<td>1</td><td rowspan="2">x</td>', '<td colspan="2">2</td>'], true],
    ['wide cells that go around it', ['<td>1</td><td rowspan="2">x</td>', '<td>2</td><td colspan="2">3</td>'], false],
    ['one behind which it ends', ['<td rowspan="2">x</td><td>1</td>', '<td colspan="2">2</td>'], false],
  ])('of %s, %j, it is %s that two cover one place', (_, rows, overlaps) => {
    const body = rows.map((row) => `<tr>${row}</tr>`).join('');
    expect(tableOf(`<table><tr><th>a</th><th>b</th></tr>${body}</table>`).overlaps).toBe(overlaps);
  });

  it.each([
    ['a row', `<table><tr>${'<td colspan="100">x</td>'.repeat(3)}</tr></table>`, 'too-many-columns'],
    [
      'a row with what spans into it',
      `<table><tr><td>a</td><td colspan="100" rowspan="9">b</td><td colspan="99" rowspan="9">c</td></tr><tr><td>d</td><td>e</td></tr></table>`,
      'too-many-columns',
    ],
    [
      'a table',
      `<table><tr><td>a</td></tr>${'<tr><td colspan="100">x</td></tr>'.repeat(201)}</table>`,
      'too-many-cells',
    ],
  ])('%s of more cells than it may have makes the page one that is not read', (_, body, limit) => {
    expect(readPageOrSay(body)).toBe(limit);
  });

  it('the header is expanded like any row', () => {
    const { columns } = tableOf('<table><tr><th colspan="2">a</th></tr><tr><td>1</td><td>2</td></tr></table>');
    expect(plain(columns)).toEqual(['a', 'a']);
  });

  it('whatever the spans are, every row is there and keeps its own cells in their order', () => {
    const cell = fc.record({
      text: fc.stringMatching(/^[a-z]{1,3}$/),
      rowspan: fc.oneof(fc.integer({ min: -2, max: 6 }).map(String), fc.string()),
      colspan: fc.oneof(fc.integer({ min: -2, max: 6 }).map(String), fc.string({ maxLength: 2 })),
    });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }), (rows) => {
        const attribute = (value: string) => value.replaceAll(/[&"<>\n\r]/g, '');
        const html = rows.map((row) => {
          const cells = row.map(({ text, rowspan, colspan }) => {
            return `<td rowspan="${attribute(rowspan)}" colspan="${attribute(colspan)}">${text}</td>`;
          });
          return `<tr>${cells.join('')}</tr>`;
        });
        const read = rowsOf(...html);
        expect(read).toHaveLength(rows.length);
        rows.forEach((row, at) => {
          const left = [...(read[at] ?? [])];
          for (const { text } of row) expect(left.splice(0, left.indexOf(text) + 1)).toContain(text);
        });
      }),
      { numRuns: 50 },
    );
  });
});
