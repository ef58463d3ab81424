import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../scraper/src/interpret/kinds.ts';
import { publishedOf } from '../../../scraper/src/interpret/reading.ts';
import { readTable } from '../../../scraper/src/interpret/table.ts';
import type { Cell } from '../../../scraper/src/model/snapshot.ts';
import { en } from '../../support/cells.ts';
import { documentOf, inShort, tableWith } from '../../support/rows.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const HEADERS = ['서버 역할', '포트', '프로토콜별', '상속자'];

/** What reading such a table reports, and the numbers of the rows that were read. */
function read(rows: (string | Cell)[][], headers = HEADERS) {
  const reading = readTable(tableWith(headers, rows, { number: 3 }), documentOf({ path: 'a/ports.md' }), vocabulary);
  return { reports: reading.diagnostics.map(inShort), rows: reading.rows.map(({ row }) => row), reading };
}

describe('a port table', () => {
  it('keeps the numbers of its published rows, and passes over blank ones', () => {
    const { reports, rows } = read([
      ['모든 서버', '443', 'TCP', ''],
      ['', '', '', ''],
      ['디렉터', '444', 'TCP', ''],
    ]);
    expect({ reports, rows }).toEqual({ reports: [], rows: [1, 3] });
  });

  it('keeps rows that say the same', () => {
    const row = ['모든 서버', '1434', 'UDP', ''];
    expect(read([row, row]).rows).toEqual([1, 2]);
  });

  it('names document, table, row, column and text of what it does not understand', () => {
    const { reading } = read([
      ['모든 서버', '443', 'TCP', ''],
      ['모든 서버', '99999', 'TCP', ''],
    ]);
    expect(reading.diagnostics).toEqual([
      {
        code: 'port-number',
        severity: 'error',
        document: 'a/ports.md',
        table: 3,
        row: 2,
        column: '포트',
        text: '99999',
        message: 'a port is a number from 1 to 65535',
      },
    ]);
  });

  it('reports everything in a row that it does not understand, and makes no rule of it', () => {
    const { reports, reading } = read([['정체불명', '443-80', 'QUIC', '']]);
    expect(reports).toEqual([
      'error unknown-role, row 1, 서버 역할: 정체불명',
      'error port-range, row 1, 포트: 443-80',
      'error unknown-protocol, row 1, 프로토콜별: QUIC',
    ]);
    expect(reading.rows.map(({ facts }) => facts)).toEqual([[]]);
  });

  it.each([
    [
      'too few cells',
      ['모든 서버', '443', 'TCP'],
      'error cell-count, row 1, 상속자: 모든 서버 | 443 | TCP',
      'the row has 3 cells where the header has 4',
    ],
    [
      'one cell',
      ['모든 서버'],
      'error cell-count, row 1, 포트: 모든 서버',
      'the row has 1 cells where the header has 4',
    ],
    [
      'too many cells',
      ['모든 서버', '443', 'TCP', '', '80'],
      'error cell-count, row 1, null: 모든 서버 | 443 | TCP |  | 80',
      'the row has 5 cells where the header has 4',
    ],
  ])('reports a row with %s', (_, row, report, message) => {
    const { reports, rows, reading } = read([row]);
    expect({ reports, rows, message: reading.diagnostics[0]?.message }).toEqual({
      reports: [report],
      rows: [],
      message,
    });
  });

  describe('with an unknown header reports it, and', () => {
    const HEADERS = ['서버 역할', '포트', '프로토콜', '정체불명'];
    const UNKNOWN = 'error unknown-header, row 0, 정체불명: 정체불명';
    const bilingual = (text: string, english: string): Cell => [{ text, en: english }];

    it.each<[fact: string, cell: string | Cell]>([
      ['its cell is empty', ''],
      ['its cell is English that bears on no port', bilingual('일정', 'Exchange calendars (free/busy)')],
    ])('reads a row where %s', (_, cell) => {
      const { reports, reading } = read([['모든 서버', '443', 'TCP', cell]], HEADERS);
      expect(reports).toEqual([UNKNOWN]);
      const ports = { ranges: [{ from: 443, to: 443 }] };
      expect(reading.rows).toMatchObject([{ facts: [{ role: 'all-servers', ports, transports: ['tcp'] }] }]);
    });

    it.each<[what: string, cell: string | Cell]>([
      ['a text without English', '맑음'],
      ['a number', bilingual('80', '80')],
      ['a transport', bilingual('udp만', 'UDP only')],
      ['a protocol', bilingual('SIP', 'SIP')],
      ['a role', bilingual('에지 서버', 'Edge Server')],
      ['a direction', bilingual('들어오는', 'Incoming')],
      ['a state', bilingual('거부', 'Denied')],
      ['a short answer', bilingual('아니요', 'No')],
      ['a mark', bilingual('✗', '✗')],
    ])('does not read a row where its cell holds %s', (_, cell) => {
      const { reports, rows } = read(
        [
          ['모든 서버', '443', 'TCP', cell],
          ['', '', '', ''],
        ],
        HEADERS,
      );
      const text = typeof cell === 'string' ? cell : publishedOf(cell);
      expect({ reports, rows }).toEqual({ reports: [UNKNOWN, `error unread-row, row 1, 정체불명: ${text}`], rows: [] });
    });

    it('reads no row where it may be the one that says whose the ports are', () => {
      const { reports, rows } = read([['443', 'TCP', bilingual('x', 'calendars')]], ['포트', '프로토콜', '정체불명']);
      expect({ reports, rows }).toEqual({
        reports: [UNKNOWN, 'error unread-row, row 1, null: 443 | TCP | x'],
        rows: [],
      });
    });
  });

  it('with two columns for the same is not read', () => {
    const { reports } = read([['443', '80', 'TCP']], ['포트', 'Port', '프로토콜']);
    expect(reports).toEqual([
      'error duplicate-column, row 0, Port: Port',
      'error unread-row, row 1, null: 443 | 80 | TCP',
    ]);
  });

  it('with a header of DNS records among its own is not read', () => {
    const { reports } = read([], ['포트', '프로토콜', 'FQDN']);
    expect(reports).toEqual(['error unknown-header, row 0, FQDN: FQDN']);
  });

  it('with an empty header is reported by an empty column', () => {
    expect(read([['모든 서버', '443', 'TCP', 'x']], ['서버 역할', '포트', '프로토콜', '']).reports[0]).toBe(
      'error unknown-header, row 0, : ',
    );
  });

  it.each(['__proto__', 'constructor'])('has no column %s', (header) => {
    expect(read([], ['포트', '프로토콜', header]).reports).toEqual([
      `error unknown-header, row 0, ${header}: ${header}`,
    ]);
  });

  it('counts every use of a word, in headers and cells', () => {
    const { reading } = read([
      ['이사', '443', 'NET.TCP', ''],
      ['이사', '444', 'NET.TCP', ''],
    ]);
    const published = reading.uses.map((use) => use.published);
    expect(published.filter((each) => ['이사', 'NET.TCP', '상속자', '프로토콜별'].includes(each))).toEqual([
      '프로토콜별',
      '상속자',
      '이사',
      'NET.TCP',
      '이사',
      'NET.TCP',
    ]);
  });

  it('in English needs no word of the vocabulary but names', () => {
    const row = [en('All Servers'), en('443'), en('TCP'), en('Always.')];
    expect(read([row], ['Server role', 'Port', 'Protocol', 'Comments']).reports).toEqual([]);
  });
});

describe('the kind of a table', () => {
  it.each([
    ['listener', ['server-role', 'service', 'port', 'protocol', 'notes']],
    ['load-balancer', ['load-balancer', 'port', 'protocol']],
    ['client', ['component', 'port', 'protocol', 'notes']],
    ['flow', ['composite', 'source', 'destination', 'notes']],
    ['flow', ['role-or-protocol', 'transport', 'destination-port']],
    ['flow', ['source', 'port', 'protocol']],
    ['ipsec-exemption', ['rule-name', 'source', 'destination', 'protocol', 'source-port', 'destination-port']],
    ['ipsec-exemption', ['source', 'destination', 'protocol', 'port', 'authentication']],
    ['flow', ['protocol', 'source-port', 'destination-port']],
    ['listener', ['port', 'protocol', null]],
  ] as const)('is %s by its columns %j', (kind, fields) => {
    expect(kindOf(fields, { client: false })).toBe(kind);
  });
});
