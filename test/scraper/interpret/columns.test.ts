import { describe, expect, it } from 'vitest';
import { classifyHeaders, readColumns, readHeaders } from '../../../scraper/src/interpret/columns.ts';
import { both, en, ko } from '../../support/cells.ts';
import { tableWith } from '../../support/rows.ts';
import { vocabulary } from '../../support/vocabulary.ts';

/** The fields that headers name. */
function fields(...headers: string[]) {
  return readColumns(
    headers.map((header) => ko(header)),
    vocabulary,
  ).fields;
}

describe('a header', () => {
  it.each([
    ['서버 역할', 'server-role'],
    ['서비스 이름', 'service'],
    ['부하 분산 장치', 'load-balancer'],
    ['구성 요소', 'component'],
    ['요소가', 'component'],
    ['포트', 'port'],
    ['Port(포트)', 'port'],
    ['Port (포트)', 'port'],
    ['프로토콜', 'protocol'],
    ['프로토콜별', 'protocol'],
    ['프로토콜로', 'protocol'],
    ['참고', 'notes'],
    ['상속자', 'notes'],
    ['설명', 'notes'],
    ['Notes', 'notes'],
    ['notes', 'notes'],
    ['규칙 이름', 'rule-name'],
    ['원본 IP', 'source'],
    ['원본 IP 주소', 'source'],
    ['원본(IP 주소)', 'source'],
    ['Source (IP address)', 'source'],
    ['Source IP address', 'source'],
    ['대상 IP', 'destination'],
    ['대상(IP 주소)', 'destination'],
    ['Destination IP address', 'destination'],
    ['원본 포트', 'source-port'],
    ['대상 포트', 'destination-port'],
    ['인증 요구 사항', 'authentication'],
    ['역할/프로토콜/TCP 또는 UDP/포트', 'composite'],
    ['프로토콜/TCP 또는 UDP/포트', 'composite'],
    ['포 트', 'port'],
    ['서 버역 할', 'server-role'],
    ['Service Names', 'service'],
    ['Port(s)', 'port'],
    ['Port number', 'port'],
    ['Port Numbers', 'port'],
    ['Port range', 'port'],
    ['TCP/UDP', 'transport'],
    ['Protocol (TCP or UDP)', 'transport'],
    ['Transport', 'transport'],
    ['Protocol/Port', 'composite'],
    ['Port/Protocol', 'composite'],
    ['Source', 'source'],
    ['From', 'source'],
    ['Source IP addresses', 'source'],
    ['Destination', 'destination'],
    ['To', 'destination'],
    ['Traffic direction', 'direction'],
    ['Role', 'server-role'],
    ['Service', 'service'],
    ['Description', 'notes'],
    ['Purpose', 'notes'],
  ])('"%s" names the column %s', (header, field) => {
    expect(fields(header)).toEqual([field]);
  });

  it.each(['', '정체불명', 'Something', '__proto__', 'constructor', 'Port(정체불명)', 'Ort(포트)'])(
    '"%s" names none',
    (header) => {
      expect(fields(header)).toEqual([null]);
    },
  );

  it('is read by the English beside it, whatever the Korean says', () => {
    expect(readColumns([both(['정체불명', 'Protocol'])], vocabulary).fields).toEqual(['protocol']);
  });

  it('may be broken into two lines', () => {
    expect(readColumns([en('Source IP', 'address'), ko('서비스', '이름')], vocabulary).fields).toEqual([
      'source',
      'service',
    ]);
  });
});

describe('a table', () => {
  const kind = (...headers: string[]) => {
    const header = headers.map((each) => (each === '' ? [] : ko(each)));
    return classifyHeaders(header, readColumns(header, vocabulary), vocabulary);
  };

  it.each([
    ['of ports and protocols is a port table', ['서버 역할', '포트', '프로토콜별'], 'ports'],
    ['of composites is one', ['역할/프로토콜/TCP 또는 UDP/포트', '원본 IP', '대상 IP'], 'ports'],
    ['of ports and transports is one', ['Port', 'TCP or UDP'], 'ports'],
    ['with an unknown header beside is one all the same', ['포트', '프로토콜', '정체불명'], 'ports'],
    ['of DNS records with their target is none', ['Type', 'Location', 'Destination FQDN', '포트'], 'records'],
    ['of DNS records with ports is none', ['Location', 'Type', '포트', 'FQDN', '참고'], 'records'],
    [
      'of DNS records with ports and something unknown is doubtful',
      ['Location', 'FQDN', '포트', '정체불명'],
      'doubtful',
    ],
    [
      'of DNS records of several in one cell is none',
      ['Location/TYPE/Port', 'FQDN', 'IP 주소/FQDN', '매핑 대상/설명'],
      'records',
    ],
    ['of ports and one header of such is doubtful', ['Type', 'Port', 'Description'], 'doubtful'],
    ['of one header of such that mentions ports beside it is doubtful', ['Type', 'Ports to open'], 'doubtful'],
    ['of one header of such is none', ['Type', 'Description'], 'other'],
    [
      'of ports and protocols with a header of such is one: what is not understood is not lost',
      ['Type', '포트', '프로토콜'],
      'ports',
    ],
    ['of a role, ports and something unknown is suspected', ['서버 역할', '포트', '정체불명'], 'suspected'],
    ['of a role, protocols and something unknown is suspected', ['서버 역할', '프로토콜', '정체불명'], 'suspected'],
    ['of both ends of a flow and something unknown is suspected', ['원본 IP', '대상 IP', '정체불명'], 'suspected'],
    [
      'of a role, one end of a flow and something unknown is doubtful',
      ['서버 역할', '원본 IP', '정체불명'],
      'doubtful',
    ],
    [
      'of both ends of a flow and its port is a port table',
      ['Source IP', 'Destination IP', 'Destination port'],
      'ports',
    ],
    ['of ends by headers that other tables have too is one', ['From', 'To', 'Port'], 'ports'],
    ['of such headers alone is none', ['Role', 'Server', 'Service', 'From', 'To', 'Transport', 'Cost'], 'other'],
    ['of a local and a remote port is doubtful', ['Local port', 'Remote port', 'Protocol'], 'doubtful'],
    ['of one end of a flow and its port is doubtful', ['Source IP', 'Destination port'], 'doubtful'],
    ['of ports and notes alone is one', ['포트', '참고'], 'ports'],
    ['of ports, directions and texts is one', ['Port', 'Direction', 'Description'], 'ports'],
    ['of nothing but ports is doubtful', ['포트'], 'doubtful'],
    ['of ports and something unknown is doubtful', ['포트', '정체불명'], 'doubtful'],
    ['of a role and a service is doubtful', ['서버 역할', '서비스 이름'], 'doubtful'],
    ['with a header that mentions ports is doubtful', ['정체불명', '사용되는 포트 번호'], 'doubtful'],
    ['with a header that mentions ports in English is doubtful', ['Which port is open'], 'doubtful'],
    ['with ports in its headers is doubtful', ['정체불명', 'TCP/443', 'RTP/UDP 50,000-59,999'], 'doubtful'],
    ['with a column for each transport is doubtful', ['정체불명', 'TCP', 'UDP'], 'doubtful'],
    [
      'with a header that names a transport among others is none',
      ['Codec', 'Bandwidth with IP, UDP and RTP (Kbps)'],
      'other',
    ],
    ['with a header that mentions ports in another language is doubtful', ['説明', '使用ポート番号'], 'doubtful'],
    ['with a word that holds the letters of one is none', ['Supported by', 'Reports', 'Portal'], 'other'],
    ['with such a word in Japanese is none', ['サポート', 'レポート'], 'other'],
    ['with such a word in Korean is none', ['서포트 여부', '리포트'], 'other'],
    ['of one role is none', ['서버 역할', '정체불명'], 'other'],
    ['of anything else is none', ['정체불명', 'Support', ''], 'other'],
    ['without headers is none', [], 'other'],
  ] as const)('%s', (_, headers, expected) => {
    expect(kind(...headers)).toBe(expected);
  });

  it.each([
    ['a row that gives a port', [['UDP', 'AudioPortStart', '49152']], 'ports'],
    ['a row that gives a port, and one with too few cells', [['UDP'], ['UDP', 'AudioPortStart', '49152']], 'ports'],
    ['none but one with too few cells', [['UDP']], 'doubtful'],
    ['none that gives a port', [['UDP', 'Color', 'Red']], 'doubtful'],
  ])('of settings has %s', (_, rows, expected) => {
    const { columns, rows: cells } = tableWith(['Protocol', 'Property', 'Port value'], rows);
    expect(readHeaders(columns, vocabulary, cells).is).toBe(expected);
  });

  it.each([
    ['does', [en('Inbound TCP port 80 open.')], 'ports'],
    ['does in Korean only', [ko('80 포트를 여십시오.')], 'other'],
    ['does not', [en('Open the firewall.')], 'other'],
    ['is empty', [[]], 'other'],
  ])('of a sentence on agents is one where it says to open a port; it %s', (_, row, expected) => {
    const { columns, rows } = tableWith([en('Agents')], [row]);
    expect(readHeaders(columns, vocabulary, rows).is).toBe(expected);
  });

  it('with English that mentions ports beside the Korean is doubtful', () => {
    const header = [both(['정체불명', 'Open ports'])];
    expect(classifyHeaders(header, readColumns(header, vocabulary), vocabulary)).toBe('doubtful');
  });
});
