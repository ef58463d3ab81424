import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Beginnings, decode, encode } from '../../packages/catalog/src/format.ts';
import { isFrozen } from '../support/frozen.ts';

const text = fc.constantFrom('Any', '', '에지 서버', "it's `so` \\ \u2028", 'two\nlines');
/** A value of JSON, whose records are made of fields. */
function valueWith(recordOf: (value: fc.Arbitrary<unknown>) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      tie('list'),
      tie('record'),
    ),
    list: fc.array(tie('value'), { maxLength: 3 }),
    record: recordOf(tie('value')),
  })).value;
}
const whole = valueWith((value) => fc.record({ en: value, ko: value }));
const optional = fc.option(
  valueWith((value) => fc.dictionary(fc.constantFrom('en', 'ko', 'by'), value, { maxKeys: 3 })),
  { nil: undefined },
);
const sameFields = fc.array(fc.record({ id: text, notes: whole, ports: whole, kind: text }), { maxLength: 6 });
const anyFields = fc.array(
  fc
    .record({ id: text, english: optional, row: optional })
    .map((record) => JSON.parse(JSON.stringify(record)) as object),
  { maxLength: 6 },
);

describe('records as the package carries them', () => {
  it('are, read again, what they were, their fields in the same order', () => {
    fc.assert(
      fc.property(sameFields, (records) => {
        expect(JSON.stringify(decode(encode(records)))).toBe(JSON.stringify(records));
      }),
    );
  });

  it('so are those that leave fields out', () => {
    fc.assert(
      fc.property(anyFields, (records) => {
        expect(decode(encode(records))).toEqual(records);
      }),
    );
  });

  it('are frozen at any depth', () => {
    fc.assert(
      fc.property(anyFields, (records) => {
        expect(isFrozen(decode(encode(records)))).toBe(true);
      }),
    );
  });

  it('so are those with more values than a byte has', () => {
    const records = Array.from({ length: 600 }, (_, at) => ({ id: at, half: `${at >> 1}` }));
    expect(decode(encode(records))).toEqual(records);
  });

  it('a value that many of them have is made once', () => {
    const same = { en: 'A note.', ko: null };
    const [first, second] = decode<{ notes: object }>(
      encode([
        { at: 1, notes: same },
        { at: 2, notes: { ...same } },
      ]),
    );
    expect(first?.notes).toBe(second?.notes);
  });

  it('and so is a record in many of their lists', () => {
    const [same, other] = [
      { role: 'client', from: 'A reason.' },
      { role: 'director', from: 'A reason.' },
    ];
    const records = [
      { callers: [same, other] },
      { callers: [{ ...same }] },
      { callers: [] },
      { callers: [other, same] },
    ];
    const text = encode(records);
    const [first, second, third, fourth] = decode<{ callers: object[] }>(text);
    expect(decode(text)).toEqual(records);
    expect(third?.callers).toEqual([]);
    expect(second?.callers[0]).toBe(first?.callers[0]);
    expect(fourth?.callers[1]).toBe(first?.callers[0]);
    expect(text.split('A reason.').length - 1).toBe(1);
  });
});

describe('a field that begins with another', () => {
  const beginnings: Beginnings = { id: 'table', corrections: 'id' };
  const rules = fc.array(
    fc.record({ table: text, rest: text, corrections: fc.array(text, { maxLength: 2 }) }).map((rule) => {
      const id = `${rule.table}/${rule.rest}`;
      return { id, table: rule.table, corrections: rule.corrections.map((each) => `${id}#${each}`) };
    }),
    { maxLength: 6 },
  );

  it('is whole again, and carried without its beginning', () => {
    fc.assert(
      fc.property(rules, (records) => {
        const carried = encode(records, beginnings);
        expect(JSON.stringify(decode(carried))).toBe(JSON.stringify(records));
        expect(isFrozen(decode(carried))).toBe(true);
      }),
    );
    expect(encode([{ id: 'a/table/rule', table: 'a/table' }], { id: 'table' })).not.toContain('a/table/rule');
  });

  it('must begin with it', () => {
    const wrong = [{ id: 'b/table/rule', table: 'a/table' }];
    expect(() => encode(wrong, { id: 'table' })).toThrow('id: "b/table/rule" does not begin with "a/table"');
  });
});
