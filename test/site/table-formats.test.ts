import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bom, toCsv, toHtml, toMarkdown, toRecords, toTabs } from '../../site/src/scripts/tables/formats.ts';
import { type Key, nextDirection, orderOf } from '../../site/src/scripts/tables/order.ts';

const cell = fc.string({
  unit: fc.oneof(fc.constantFrom(...'=+-@\t\r\n",|\\`*_<[] a5에'), fc.string({ unit: 'grapheme' })),
});

describe('a table as CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'])(
    'never begins a cell as a formula does: %j',
    (text) => {
      const [, [first] = []] = parse(toCsv({ headings: ['a'], rows: [[text]] })) as string[][];
      expect(first).toBe(`'${text}`);
    },
  );

  it('is read back as it was, whatever the cells are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const csv = toCsv({ headings: ['a', 'b'], rows });
        const back = (parse(csv, { record_delimiter: '\r\n' }) as string[][]).slice(1);
        // A cell may begin with an apostrophe of its own.
        const bare = (text: string) => text.replace(/^'(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/, '');
        expect(back.map((row) => row.map(bare))).toEqual(rows.map((row) => row.map(bare)));
      }),
    );
  });
});

describe('CSV for a spreadsheet', () => {
  it.each([
    { text: 'a,b\r\n', marked: false },
    { text: '에지,b\r\n', marked: true },
    { text: 'é,–\r\n', marked: false },
    { text: 'ㄱ', marked: true },
  ])('begins with a byte order mark where Korean is in it: $text', ({ text, marked }) => {
    expect(bom(text)).toBe(marked ? `\ufeff${text}` : text);
  });
});

describe('a table for the clipboard of a spreadsheet', () => {
  it('has a line for each row, whatever the cells are, and no formula', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const lines = toTabs({ headings: ['a', 'b'], rows }).split('\r\n');
        expect(lines.length).toBe(rows.length + 2);
        for (const line of lines.slice(0, -1)) {
          const cells = line.split('\t');
          expect(cells.length).toBe(2);
          expect(cells.filter((text) => /^[=+\-@]/.test(text))).toEqual([]);
        }
      }),
    );
  });

  it('is a table of HTML beside, in which nothing of a cell is markup', () => {
    const html = toHtml({
      headings: ['Ports', '용도'],
      rows: [
        ['50000-59999', '<img src=x onerror="a">&\nb'],
        ['=1', ''],
      ],
    });
    expect(html).toMatch(/^<meta charset="utf-8"><table border="1"><thead><tr><th[^>]*>Ports<\/th><th[^>]*>용도<\/th>/);
    expect(html).toMatch(
      /<tr><td[^>]*>50000-59999<\/td><td[^>]*>&#60;img src=x onerror=&#34;a&#34;&#62;&#38;<br>b<\/td><\/tr>/,
    );
    expect(html).toMatch(/<tr><td[^>]*>'=1<\/td><td[^>]*><\/td><\/tr>/);
  });
});

describe('a table as Markdown', () => {
  it.each([
    { text: 'a|b', shown: 'a\\|b' },
    { text: '<img src=x>', shown: '\\<img src=x>' },
    { text: '[a](javascript:b)', shown: '\\[a\\](javascript:b)' },
    { text: '*a* _b_ `c` \\', shown: '\\*a\\* \\_b\\_ \\`c\\` \\\\' },
    { text: 'a\n| b', shown: 'a \\| b' },
  ])('takes nothing for its own: $text', ({ text, shown }) => {
    expect(toMarkdown({ headings: ['h'], rows: [[text]] })).toBe(`| h |\n| --- |\n| ${shown} |\n`);
  });
});

it('cells are records by their headings', () => {
  expect(toRecords({ headings: ['a', 'b'], rows: [['1', '2'], ['3']] })).toEqual([
    { a: '1', b: '2' },
    { a: '3', b: '' },
  ]);
});

describe('the order of rows', () => {
  const keys = fc.array(
    fc.record<Key>({
      number: fc.option(fc.integer({ min: 0, max: 4 })),
      text: fc.constantFrom('', 'a', 'b', 'a10', 'a9', '에지'),
    }),
  );

  it('goes up, down, and back to that of the document', () => {
    expect(nextDirection(null)).toBe('ascending');
    expect(nextDirection('ascending')).toBe('descending');
    expect(nextDirection('descending')).toBeNull();
  });

  it('has numbers in texts by their value, and those without anything last either way', () => {
    const texts = ['a10', '', 'a9', 'A/V'].map((text): Key => ({ number: null, text }));
    expect(orderOf(texts, 'ascending', 'en')).toEqual([3, 2, 0, 1]);
    expect(orderOf(texts, 'descending', 'en')).toEqual([0, 2, 3, 1]);
  });

  it('has numbers before texts', () => {
    const list: Key[] = [
      { number: 2, text: 'b' },
      { number: null, text: 'a10' },
      { number: 3, text: '' },
      { number: 2, text: 'b' },
    ];
    expect(orderOf(list, 'ascending', 'ko')).toEqual([0, 3, 2, 1]);
    expect(orderOf(list, 'descending', 'ko')).toEqual([1, 2, 0, 3]);
  });

  it('has every row once, and equal ones as they were', () => {
    fc.assert(
      fc.property(keys, fc.constantFrom('ascending' as const, 'descending' as const, null), (list, direction) => {
        const order = orderOf(list, direction, 'ko');
        expect([...order].sort((a, b) => a - b)).toEqual(list.map((_, at) => at));
        const same = (a: number, b: number) => JSON.stringify(list[a]) === JSON.stringify(list[b]);
        order.forEach((place, at) => {
          for (const later of order.slice(at + 1)) if (same(place, later)) expect(place).toBeLessThan(later);
        });
      }),
    );
  });
});
