import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PortCell, readPortCell, readPorts } from '../../../scraper/src/interpret/ports.ts';
import { problem, type Result, understood } from '../../../scraper/src/interpret/result.ts';
import type { PortSet } from '../../../scraper/src/model/catalog.ts';
import { spaced } from '../../../scraper/src/vocabulary/text.ts';

/** Ranges as `80 443-444`, or what stands for them. */
function written({ ranges, any, configurable }: PortSet): string {
  const list = ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
  return [...list, ...(any ? ['any'] : []), ...(configurable ? ['configurable'] : [])].join(' ');
}

/** A part of a cell, as `80 443-444 of tcp`. */
function inShort({ ports, transports }: PortCell): string {
  return `${written(ports)} of ${transports.join(' ')}`;
}

/** No word is a protocol. */
const noProtocols = (part: string): Result<never> => problem('unknown-port', 'there are no protocols here', part);

/** A text without what takes no room, and with plain characters for wide ones. */
function shown(text: string): string {
  return text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '').normalize('NFKC');
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
    ['1-1023', '1-1023'],
    ['80 - 81', '80-81'],
    ['7 - 65535', '7-65535'],
    ['50,000', '50000'],
    ['5,061', '5061'],
    ['443, 80', '443 80'],
    ['443\n80', '443 80'],
    ['443,4443,8080', '443 4443 8080'],
    ['Any', 'any'],
    [' any ', 'any'],
    ['Specified media port range', 'configurable'],
    ['Statically defined', 'configurable'],
    ['All', 'any'],
    ['any port', 'any'],
    ['All ports', 'any'],
    ['Port 443', '443'],
    ['Ports: 80 and 443', '80 443'],
    ['４４３', '443'],
    ['５０，０００～５９，９９９', '50000-59999'],
    ['80、443', '80 443'],
    ['44\u200b3', '443'],
    ['443\u200b', '443'],
    ['\ufeff443\u00a0', '443'],
    ['50 000 - 59 999', '50000-59999'],
    ['50\u00a0000–59\u202f999', '50000-59999'],
    ['50.000-59.999', '50000-59999'],
    ['50 000', '50000'],
    ['5 061', '5061'],
    ['50.000', '50000'],
    ['443.', '443'],
    ['Port(s) 443', '443'],
    ['from 50,000 to 59,999', '50000-59999'],
    ['Between 50,000 and 59,999.', '50000-59999'],
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
    ['80,443', 'ambiguous-port', '80,443'],
    ['65,536', 'ambiguous-port', '65,536'],
    ['44,3', 'ambiguous-port', '44,3'],
    ['443,80', 'ambiguous-port', '443,80'],
    ['5060,44,3', 'ambiguous-port', '5060,44,3'],
    ['44, 3', 'ambiguous-port', '44, 3'],
    ['80, 44, 3', 'ambiguous-port', '80, 44, 3'],
    ['50, 61', 'ambiguous-port', '50, 61'],
    ['49, 152', 'ambiguous-port', '49, 152'],
    ['49 , 152', 'ambiguous-port', '49 , 152'],
    ['443 , 80', 'ambiguous-port', '443 , 80'],
    ['50 / 61', 'ambiguous-port', '50 / 61'],
    ['49\n152', 'ambiguous-port', '49\n152'],
    ['5, 061', 'ambiguous-port', '5, 061'],
    ['5 / 061', 'ambiguous-port', '5 / 061'],
    ['2 - 3456', 'ambiguous-port', '2 - 3456'],
    ['80, 2 – 3456', 'ambiguous-port', '80, 2 – 3456'],
    ['508、6', 'ambiguous-port', '508、6'],
    ['2/443', 'ambiguous-port', '2/443'],
    ['443 and 5', 'ambiguous-port', '443 and 5'],
    ['2345, 6', 'ambiguous-port', '2345, 6'],
    ['353\n02', 'port-number', '02'],
    ['80, 0443', 'port-number', '0443'],
    ['0443', 'port-number', '0443'],
    ['5/061', 'port-number', '061'],
    ['443-0444', 'unknown-port', '443-0444'],
    ['005,061', 'unknown-port', '005,061'],
    ['\u0664\u0664\u0663', 'unknown-port', '\u0664\u0664\u0663'],
    ['44\u03363\u0336', 'unknown-port', '44\u03363\u0336'],
    ['/24730', 'unknown-port', ''],
    [', 15843', 'unknown-port', ''],
    ['80,70000', 'unknown-port', '80,70000'],
    ['1,,2', 'unknown-port', '1,,2'],
    ['', 'unknown-port', ''],
    ['443-', 'unknown-port', '443-'],
    ['443;', 'unknown-port', ''],
    ['from 443', 'unknown-port', 'from 443'],
    ['between 443 and 80', 'port-range', '443-80'],
    ['-443', 'unknown-port', '-443'],
    ['80-90-100', 'unknown-port', '80-90-100'],
    ['5060-5062,443', 'unknown-port', '5060-5062,443'],
    ['443a', 'unknown-port', '443a'],
    ['80 or more', 'open-range', '80 or more'],
    ['0x50', 'unknown-port', '0x50'],
    ['1e3', 'unknown-port', '1e3'],
    ['-1', 'unknown-port', '-1'],
    ['49152-57500¹', 'unknown-port', '49152-57500¹'],
    ['80 443', 'unknown-port', '80 443'],
    ['5061 5062', 'unknown-port', '5061 5062'],
    ['12 345 678', 'unknown-port', '12 345 678'],
    ['3 478', 'ambiguous-port', '3 478'],
    ['53.443', 'ambiguous-port', '53.443'],
    ['50,000.000', 'unknown-port', '50,000.000'],
    ['50000..59999', 'unknown-port', '50000..59999'],
    ['443 (default)', 'unknown-port', '443 (default)'],
    ['443 (HTTPS)', 'unknown-port', '443 (HTTPS)'],
    ['ICMP', 'unknown-port', 'ICMP'],
    ['*', 'unknown-port', '*'],
    ['N/A', 'no-port', 'N/A'],
    ['NA', 'no-port', 'NA'],
    ['–', 'no-port', '–'],
    ['Not applicable', 'no-port', 'Not applicable'],
    ['None', 'no-port', 'None'],
    ['>1024', 'open-range', '>1024'],
    ['≥ 1,024', 'open-range', '≥ 1,024'],
    ['1024+', 'open-range', '1024+'],
    ['1024 and above', 'open-range', '1024 and above'],
    ['dynamic', 'dynamic-port', 'dynamic'],
    ['135 and dynamic RPC ports', 'dynamic-port', '135 and dynamic RPC ports'],
    ['TCP 443', 'unknown-port', 'TCP 443'],
    ['Anyone', 'unknown-port', 'Anyone'],
  ])('"%s" are reported: %s', (text, code, offending) => {
    expect(readPorts(text)).toMatchObject({ ok: false, code, text: offending });
  });

  const port = fc.integer({ min: 1, max: 65535 });
  const range = fc.tuple(port, port).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
  const separated = (number: number) => String(number).replace(/(\d{1,3})(\d{3})$/, '$1,$2');

  // With fewer digits, two of them may be one number that was taken apart.
  const long = fc.integer({ min: 1000, max: 65535 });
  const longRange = fc.tuple(long, long).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

  it('written one after the other are read as written, whatever the dash and what is between', () => {
    fc.assert(
      fc.property(
        fc.array(longRange, { minLength: 1, maxLength: 5 }),
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
        const digits = (each: string) => shown(each).replaceAll(/\D/g, '');
        // A range of one port may be written with both its ends.
        const written = ranges.map(({ from, to }) => (from === to ? `${from}(${to})?` : `${from}${to}`)).join('');
        if (read.ok) expect(digits(text)).toMatch(new RegExp(`^${written}$`));
        else expect(spaced(shown(text))).toContain(spaced(shown(read.text)));
      }),
    );
  });
});

describe('ports with their transport in the same cell', () => {
  it.each<[text: string, ports: string, transports: string]>([
    ['443', '443', ''],
    ['TCP 443', '443', 'tcp'],
    ['TCP/5061', '5061', 'tcp'],
    ['UDP/3478', '3478', 'udp'],
    ['TCP: 443', '443', 'tcp'],
    ['tcp 443', '443', 'tcp'],
    ['443/TCP', '443', 'tcp'],
    ['443 TCP', '443', 'tcp'],
    ['443 (TCP)', '443', 'tcp'],
    ['443(TCP)', '443', 'tcp'],
    ['TCP 50,000-59,999', '50000-59999', 'tcp'],
    ['50,000 - 59,999 (TCP/UDP)', '50000-59999', 'tcp udp'],
    ['UDP and TCP 3478', '3478', 'tcp udp'],
    ['TCP & UDP 3478', '3478', 'tcp udp'],
    ['TCP 80, 443', '80 443', 'tcp'],
    ['TCP 80, TCP 443', '80 443', 'tcp'],
    ['TCP 80/TCP 443', '80 443', 'tcp'],
    ['80/TCP, 443/TCP', '80 443', 'tcp'],
    ['TCP 80\nTCP 443', '80 443', 'tcp'],
    ['TCP Any', 'any', 'tcp'],
    ['ＴＣＰ\u3000４４３', '443', 'tcp'],
  ])('"%s" are %s of %s', (text, ports, transports) => {
    const read = readPortCell(text, noProtocols);
    expect(read.ok && read.value.map(inShort)).toEqual([`${ports} of ${transports}`]);
  });

  it.each<[text: string, parts: string[], texts: string[]]>([
    ['TCP 443, UDP 3478', ['443 of tcp', '3478 of udp'], ['TCP 443', 'UDP 3478']],
    ['TCP 443/UDP 3478', ['443 of tcp', '3478 of udp'], ['TCP 443', 'UDP 3478']],
    ['TCP: 443 / UDP: 3478-3481', ['443 of tcp', '3478-3481 of udp'], ['TCP: 443', 'UDP: 3478-3481']],
    ['443/TCP and 3478/UDP', ['443 of tcp', '3478 of udp'], ['443/TCP', '3478/UDP']],
    ['443 (TCP), 50,000-59,999 (UDP)', ['443 of tcp', '50000-59999 of udp'], ['443 (TCP)', '50,000-59,999 (UDP)']],
    ['UDP 3478 and TCP 443', ['3478 of udp', '443 of tcp'], ['UDP 3478', 'TCP 443']],
    ['TCP 80; UDP 53; TCP 443', ['80 443 of tcp', '53 of udp'], ['TCP 80; TCP 443', 'UDP 53']],
  ])('"%s" are a rule each: %s', (text, parts, texts) => {
    const read = readPortCell(text, noProtocols);
    expect(read.ok && read.value.map(inShort)).toEqual(parts);
    expect(read.ok && read.value.map(({ ports }) => ports.text)).toEqual(texts);
  });

  it('of protocols are read by the grammar of these, a rule each where they differ', () => {
    const tls = (text: string): Result<PortCell> => {
      const ports = readPorts(text.replace(/^TLS /, ''));
      if (!text.startsWith('TLS ') || !ports.ok) return noProtocols(text);
      return understood({ ports: ports.value, transports: [], protocols: ['tls'], optional: null });
    };
    const read = readPortCell('TCP 5068/ TLS 5067', tls);
    expect(read.ok && read.value.map((part) => [inShort(part), part.protocols])).toEqual([
      ['5068 of tcp', []],
      ['5067 of ', ['tls']],
    ]);
  });

  it.each([
    ['443', null],
    ['443 (Optional)', true],
    ['TCP 443 (optional)', true],
  ])('"%s" are optional: %s', (text, optional) => {
    const read = readPortCell(text, noProtocols);
    expect(read.ok && read.value.every((part) => part.optional === optional)).toBe(true);
  });

  it.each([
    ['TCP 443, 3478', null],
    ['443, UDP 3478', 'mixed-transports'],
    ['TCP', 'unknown-port'],
    ['TCP/UDP', 'unknown-port'],
    ['any TCP port', 'unknown-port'],
    ['TCP443', 'unknown-port'],
    ['TCP 443 SCTP', 'unknown-port'],
    ['TCP N/A', 'no-port'],
  ])('"%s" are a problem: %s', (text, code) => {
    const read = readPortCell(text, noProtocols);
    expect(read.ok ? null : read.code).toBe(code);
  });

  it('keep the text of the cell', () => {
    expect(readPortCell(' TCP 80\nTCP 443 ', noProtocols)).toMatchObject({
      value: [{ ports: { text: 'TCP 80 TCP 443' } }],
    });
  });
});

describe('a cell of ports with more transports of their own than a cell may have', () => {
  it('is not read', () => {
    const protocols = Array.from({ length: 40 }, (_, at) => `P${at}`);
    const text = protocols.map((name, at) => `${name} ${at + 1000}`).join('; ');
    const read = readPortCell(text, (part) => {
      const [name = '', port = ''] = part.split(' ');
      const ports = readPorts(port);
      if (name === '' || !ports.ok) return problem('unknown-port', 'no', part);
      return understood({ ports: ports.value, transports: [], protocols: [name], optional: null });
    });
    expect(read).toMatchObject({ ok: false, code: 'mixed-transports' });
  });
});
