import { describe, expect, it } from 'vitest';
import { describeField, fieldsThat, RULE_FIELDS } from '../../packages/catalog/src/fields.ts';
import { ports, rangesText, rangeText } from '../../packages/catalog/src/index.ts';

describe('the table of fields', () => {
  it('has each field of a rule', () => {
    for (const rule of ports) expect(Object.keys(rule).toSorted(), rule.id).toEqual(fieldsThat().toSorted());
  });

  it('prints every fact and every text with a label, or in CSV', () => {
    const hidden = fieldsThat('fact', 'text').filter((field) => {
      const { label, csv } = describeField(field);
      return label === null && csv.length === 0;
    });
    expect(hidden).toEqual([]);
  });

  it('has no column of CSV for two facts', () => {
    const columns = fieldsThat('place', 'fact', 'record').flatMap((field) => [...RULE_FIELDS[field].csv]);
    expect(columns).toEqual([...new Set(columns)]);
  });
});

describe('ports as text', () => {
  it.each([
    { ranges: [], text: '' },
    { ranges: [{ from: 5061, to: 5061 }], text: '5061' },
    { ranges: [{ from: 50000, to: 59999 }], text: '50000-59999' },
    {
      ranges: [
        { from: 67, to: 67 },
        { from: 1024, to: 65535 },
      ],
      text: '67, 1024-65535',
    },
  ])('$text', ({ ranges, text }) => {
    expect(rangesText(ranges)).toBe(text);
  });

  it('may have another dash, or something else between them', () => {
    expect(rangeText({ from: 1, to: 2 }, ' – ')).toBe('1 – 2');
    const both = [
      { from: 1, to: 2 },
      { from: 3, to: 3 },
    ];
    expect(rangesText(both, ' ')).toBe('1-2 3');
  });
});
