import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPorts } from '../../../scraper/src/interpret/ports.ts';
import type { PortSet } from '../../../scraper/src/model/catalog.ts';

/** Ranges as `80 443-444`, or what stands for them. */
function written({ ranges, any, configurable }: PortSet): string {
  const list = ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
  return [...list, ...(any ? ['any'] : []), ...(configurable ? ['configurable'] : [])].join(' ');
}

describe('the ports of a cell', () => {
  it.each([
    ['443', '443'],
    [' 443 ', '443'],
    ['1', '1'],
    ['65535', '65535'],
    ['57501-65535', '57501-65535'],
    ['57501 - 65535', '57501-65535'],
    ['49152–57500', '49152-57500'],
    ['49152—57500', '49152-57500'],
    ['49152‑57500', '49152-57500'],
    ['49152~57500', '49152-57500'],
    ['49152～57500', '49152-57500'],
    ['49152 to 57500', '49152-57500'],
    ['49152 through 57500', '49152-57500'],
    ['443-443', '443'],
    ['67/68', '67 68'],
    ['80, 443', '80 443'],
    ['80; 443', '80 443'],
    ['80 and 443', '80 443'],
    ['80, and 443', '80 443'],
    ['80 or 443', '80 443'],
    ['80 & 443', '80 443'],
    ['80\n443', '80 443'],
    ['80, 5060-5062 and 443', '80 5060-5062 443'],
    ['50,000-59,999', '50000-59999'],
    ['1,024 - 65,535', '1024-65535'],
    ['50,000', '50000'],
    ['5,061', '5061'],
    ['80,443', '80 443'],
    ['443,4443,8080', '443 4443 8080'],
    ['Any', 'any'],
    [' any ', 'any'],
    ['Specified media port range', 'configurable'],
  ])('"%s" are %s', (text, ports) => {
    const read = readPorts(text);
    expect(read.ok && written(read.value)).toBe(ports);
  });

  it.each([
    ['65536', 'port-number', '65536'],
    ['0', 'port-number', '0'],
    ['70,000', 'port-number', '70,000'],
    ['1-65536', 'port-number', '1-65536'],
    ['0-80', 'port-number', '0-80'],
    ['80/70000', 'port-number', '70000'],
    ['443-80', 'port-range', '443-80'],
    ['80, 443-80', 'port-range', '443-80'],
    ['50,443', 'ambiguous-port', '50,443'],
    ['65,535', 'ambiguous-port', '65,535'],
    ['80,70000', 'unknown-port', '80,70000'],
    ['1,,2', 'unknown-port', '1,,2'],
    ['', 'unknown-port', ''],
    ['443-', 'unknown-port', '443-'],
    ['-443', 'unknown-port', '-443'],
    ['80-90-100', 'unknown-port', '80-90-100'],
    ['5060-5062,443', 'unknown-port', '5060-5062,443'],
    ['443a', 'unknown-port', '443a'],
    ['80 or more', 'unknown-port', 'more'],
    ['0x50', 'unknown-port', '0x50'],
    ['1e3', 'unknown-port', '1e3'],
    ['-1', 'unknown-port', '-1'],
    ['４４３', 'unknown-port', '４４３'],
    ['Anyone', 'unknown-port', 'Anyone'],
  ])('"%s" are reported: %s', (text, code, offending) => {
    expect(readPorts(text)).toMatchObject({ ok: false, code, text: offending });
  });

  const port = fc.integer({ min: 1, max: 65535 });
  const range = fc.tuple(port, port).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
  const separated = (number: number) => String(number).replace(/(\d{1,3})(\d{3})$/, '$1,$2');

  it('written one after the other are read as written, whatever the dash and what is between', () => {
    fc.assert(
      fc.property(
        fc.array(range, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('-', '–', '~', ' - ', ' to '),
        fc.constantFrom('/', ', ', ' and ', '\n', ';'),
        (ranges, dash, between) => {
          const text = ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}${dash}${to}`)).join(between);
          expect(readPorts(text)).toMatchObject({ ok: true, value: { ranges, any: false, configurable: false } });
        },
      ),
    );
  });

  it('of a range are the same with and without thousands separators', () => {
    fc.assert(
      fc.property(range, ({ from, to }) => {
        expect(readPorts(`${separated(from)}-${separated(to)}`)).toMatchObject({
          ok: true,
          value: { ranges: [{ from, to }] },
        });
      }),
    );
  });

  it('are what is written or a problem, for any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\d,\- /]{0,12}$/)), (text) => {
        const read = readPorts(text);
        const ranges = read.ok ? read.value.ranges : [];
        for (const { from, to } of ranges) expect(1 <= from && from <= to && to <= 65535).toBe(true);
        const digits = (each: string) => each.replaceAll(/\D|\b0+/g, '');
        // A range of one port may be written with both its ends.
        const written = ranges.map(({ from, to }) => (from === to ? `${from}(${to})?` : `${from}${to}`)).join('');
        if (read.ok) expect(digits(text)).toMatch(new RegExp(`^${written}$`));
        else expect(text).toContain(read.text);
      }),
    );
  });
});
