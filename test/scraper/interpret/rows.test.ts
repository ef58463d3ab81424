import { describe, expect, it } from 'vitest';
import type { Cell, Footnote } from '../../../scraper/src/model/snapshot.ts';
import { both, en, ko } from '../../support/cells.ts';
import { read as readRows } from '../../support/read-rows.ts';
import { factsOf, readRowOf } from '../../support/rows.ts';

const NO_PORTS = { ranges: [], any: false, configurable: false };

/** A row of a client table. */
function client(port: string | Cell, protocol: string | Cell, notes: string | Cell = '', footnotes: Footnote[] = []) {
  const cells = { '구성 요소': '클라이언트', 포트: port, 프로토콜별: protocol, 상속자: notes };
  return readRowOf(cells, { footnotes });
}

/** A row of a table of flows. */
function flow(composite: string | Cell, source: string | Cell, destination: string | Cell, notes: string | Cell = '') {
  return readRowOf({
    '역할/프로토콜/TCP 또는 UDP/포트': composite,
    '원본 IP 주소': source,
    '대상 IP 주소': destination,
    참고: notes,
  });
}

describe('the transport of a row', () => {
  it.each([
    ['TCP', ['tcp'], false],
    ['TCP/UDP', ['tcp', 'udp'], false],
    ['UDP\nTCP', ['tcp', 'udp'], false],
    ['HTTPS', ['tcp'], true],
    ['서버의', ['udp'], true],
    ['DCOM 및 RPC(원격 프로시저 호출)', ['tcp'], true],
    ['PSOM/DHCP', ['tcp', 'udp'], true],
    ['SIP/TLS', ['tcp'], true],
    ['HTTPS, STUN', [], false],
    ['STUN/MSTURN', [], false],
    ['SIP', [], false],
    ['', [], false],
  ])('"%s" is %j, implied: %s', (protocol, transports, transportsImplied) => {
    expect(factsOf(client('443', protocol))).toMatchObject({ transports, transportsImplied });
  });
});

describe('a remark beside the protocols of a row', () => {
  it('may say that the ports are optional', () => {
    expect(factsOf(client('443', en('TCP (optional)'))).optional).toBe(true);
  });

  it.each(['TCP, UDP (optional)', 'TCP (optional UDP)'])('may say so of one transport only: %j', (protocols) => {
    const read = client('443', en(protocols));
    expect(factsOf(read).optional).toBeNull();
    expect(read.diagnostics).toMatchObject([{ code: 'unclear-note', severity: 'warning' }]);
  });

  it('may say that they are not to be open', () => {
    expect(client('443', en('TCP – no longer used by servers')).diagnostics).toMatchObject([
      { code: 'unclear-note', severity: 'warning' },
    ]);
  });
});

describe('a note that something is optional', () => {
  const HEADERS = ['Source', 'Destination', 'Port', 'Protocol', 'Notes'];
  const read = (ports: string, note: string, footnotes: [string, string][] = []) => {
    const { facts, said } = readRows(HEADERS, [['Any', 'Edge Server', ports, 'TCP/UDP', note]], { footnotes });
    return [facts.map(({ optional }) => optional), said];
  };

  it.each([
    'Optional.',
    'Optional for TCP and UDP',
    'Optional for 80, 443',
    'Optional. 80 redirects',
    'It is optional',
  ])('says so of the row: %j', (note) => {
    expect(read('443, 80', note)).toEqual([[true], []]);
  });

  it.each(['Optional for UDP', '(Optional) 80', '80 is optional', 'Port 443 (optional). Used by phones'])(
    'may say so of a part of it: %j',
    (note) => {
      expect(read('443, 80', note)).toEqual([[null], ['warning unclear-note']]);
    },
  );

  it('under the mark of the last port may say so of that', () => {
    const footnotes: [string, string][] = [['*', 'Optional.']];
    expect(read('443, 80*', '', footnotes)).toEqual([[null], ['warning unclear-note']]);
    expect(read('80*', '', footnotes)).toEqual([[true], []]);
    expect(read('99999*', 'Optional for UDP', footnotes)).toEqual([[], ['error port-number', 'warning unclear-note']]);
  });
});

describe('ports and protocols line by line, or comma by comma', () => {
  it.each([
    ['443\n3478', 'TCP\nUDP'],
    ['80\n443\n3478', 'TCP\nTCP\nUDP'],
    ['443\n3478', 'HTTPS\nSTUN'],
    ['443, 3478', 'TCP, UDP'],
    ['50,000-59,999, 3478', 'TCP, UDP'],
  ])('%j beside %j are reported: each line may be a rule', (ports, protocols) => {
    expect(client(ports, protocols).diagnostics).toMatchObject([
      { code: 'mixed-transports', severity: 'error', column: '프로토콜별', text: protocols.replaceAll('\n', ' / ') },
    ]);
  });

  it.each([
    ['80\n443', 'HTTP\nHTTPS', ['tcp']],
    ['443\n5061', 'TCP', ['tcp']],
    ['443', 'TCP\nUDP', ['tcp', 'udp']],
    ['443, 3478', 'TCP\nUDP', ['tcp', 'udp']],
    ['443, 3478', 'TCP/UDP', ['tcp', 'udp']],
    ['80, 443', 'HTTP, HTTPS', ['tcp']],
    ['443\n5061', 'TCP\nNot supported in other editions of 2019', ['tcp']],
  ])('%j beside %j are read where all are of the same', (ports, protocols, transports) => {
    expect(factsOf(client(ports, protocols)).transports).toEqual(transports);
  });
});

describe('the ports of a row', () => {
  it.each([
    [
      '67/68',
      {
        text: '67/68',
        ranges: [
          { from: 67, to: 67 },
          { from: 68, to: 68 },
        ],
      },
    ],
    [
      '80\n443',
      {
        text: '80 443',
        ranges: [
          { from: 80, to: 80 },
          { from: 443, to: 443 },
        ],
      },
    ],
    ['이상', { text: 'Any', any: true }],
    ['모두', { text: 'Any', any: true }],
    ['지정 된 미디어 포트 범위', { text: 'Specified media port range', configurable: true }],
    ['지정된미디어포트범위', { text: 'Specified media port range', configurable: true }],
  ])('"%s" are read', (published, ports) => {
    expect(factsOf(client(published, 'TCP')).ports).toEqual({ ...NO_PORTS, ...ports });
  });

  it.each([
    ['', 'missing-port', ''],
    ['정체불명', 'unknown-port', '정체불명'],
    ['70000', 'port-number', '70000'],
    ['443-80', 'port-range', '443-80'],
    ['50,443', 'ambiguous-port', '50,443'],
    ['443 HTTP/2', 'ambiguous-port', '443 HTTP/2'],
  ])('"%s" are reported', (published, code, text) => {
    expect(client(published, 'TCP').diagnostics).toMatchObject([
      { code, row: 1, column: '포트', text, severity: 'error' },
    ]);
  });

  it('in a composite are reported where they are out of range', () => {
    expect(flow('Access/SIP/TCP/70000', '모두', '모두').diagnostics).toMatchObject([
      { code: 'port-number', severity: 'error', column: '역할/프로토콜/TCP 또는 UDP/포트', text: '70000' },
    ]);
  });
});

describe('a footnote of a row', () => {
  const asterisk = { mark: '*', text: both(['구성할 수 있습니다.', 'These ports can be configured.']) };

  it.each(['1024-65535*', '1024-65535 *'])(
    '"%s" makes its ports configurable, and keeps the mark in the text',
    (port) => {
      const facts = factsOf(client(port, 'TCP', '', [asterisk]));
      expect(facts.ports).toEqual({
        text: '1024-65535*',
        ranges: [{ from: 1024, to: 65535 }],
        any: false,
        configurable: true,
      });
      expect(facts.footnotes).toEqual([
        {
          en: 'These ports can be configured.',
          ko: '구성할 수 있습니다.',
          by: { en: 'document', ko: 'document' },
        },
      ]);
    },
  );

  it('that says nothing of configuring leaves the ports as they are', () => {
    const facts = factsOf(client('443¹', 'TCP', '', [{ mark: '¹', text: en('Rarely.') }]));
    expect(facts).toMatchObject({ ports: { text: '443¹', configurable: false }, footnotes: [{ en: 'Rarely.' }] });
  });

  it.each([
    ['Optional.', { optional: true }],
    ['Open outbound.', { direction: 'outbound' }],
    ['Not supported in Lync Server 2013.', { releases: ['skype-for-business-server-2015'] }],
  ])('that says "%s" says it of the row, as a note or the remark of a protocol does', (said, facts) => {
    const cells = { '구성 요소': '클라이언트', 포트: '443*', 프로토콜: 'TCP' };
    const document = { products: ['lync-server-2013', 'skype-for-business-server-2015'] };
    const footnoted = readRowOf(cells, { document, footnotes: [{ mark: '*', text: en(said) }] });
    const noted = readRowOf({ ...cells, 포트: '443', 참고: en(said) }, { document });
    expect([footnoted, noted].map(factsOf)).toMatchObject([facts, facts]);
  });

  it('on a protocol counts for the row', () => {
    expect(factsOf(client('443', 'TCP†', '', [{ ...asterisk, mark: '†' }])).footnotes).toHaveLength(1);
  });

  it('is taken once, however often the row points to it', () => {
    expect(factsOf(client('443*', 'TCP*', '', [asterisk])).footnotes).toHaveLength(1);
  });

  it('is not what an asterisk in a note points to', () => {
    expect(factsOf(client('443', 'TCP', both(['참고*', 'Note*']), [asterisk])).footnotes).toEqual([]);
  });

  it('that is not under the table is reported, and costs the remark but not the row', () => {
    const reading = client('443**', 'TCP', '', [asterisk]);
    expect(reading.diagnostics).toMatchObject([
      { code: 'missing-footnote', severity: 'note', row: 1, column: null, text: '**' },
    ]);
    // The remark may have been that the port is a matter of configuration.
    expect(factsOf(reading)).toMatchObject({ ports: { text: '443**', configurable: null }, footnotes: [] });
  });

  it.each([
    ['These ports can be configured.', true],
    ['The port is configurable.', true],
    ['You may reconfigure it.', true],
    ['This port cannot be configured.', false],
    ["This port can't be configured.", false],
    ['It must not be configured otherwise.', false],
    ['The port is not configurable.', false],
    ['Never configure this.', false],
    ['Rarely.', false],
  ])('"%s" leaves its ports configurable: %s', (english, configurable) => {
    const facts = factsOf(client('443*', 'TCP', '', [{ mark: '*', text: en(english) }]));
    expect(facts.ports?.configurable).toBe(configurable);
  });

  it('of which neither English nor the vocabulary is there leaves it unknown', () => {
    const facts = factsOf(client('443*', 'TCP', '', [{ mark: '*', text: ko('정체불명의 각주') }]));
    expect(facts.ports?.configurable).toBeNull();
  });

  it('may be marked by an asterisk that markdown escapes, in raw HTML too', () => {
    const facts = factsOf(client('1024-65535 \\*', 'TCP', '', [asterisk]));
    expect(facts).toMatchObject({ ports: { ranges: [{ from: 1024, to: 65535 }], configurable: true } });
    expect(facts.footnotes).toHaveLength(1);
  });

  it('without English is published in Korean, and a warning', () => {
    const reading = client('443*', 'TCP', '', [{ mark: '*', text: ko('정체불명의 각주') }]);
    expect(factsOf(reading).footnotes).toEqual([{ en: null, ko: '정체불명의 각주', by: { en: null, ko: 'document' } }]);
    expect(reading.diagnostics).toMatchObject([{ code: 'untranslated', severity: 'warning', text: '정체불명의 각주' }]);
  });

  it('that is in neither language of the project is a warning that quotes it', () => {
    const cells = { '구성 요소': 'Clients', 포트: '443*', 프로토콜: 'TCP' };
    const reading = readRowOf(cells, { footnotes: [{ mark: '*', text: ko('脚注') }], document: { locale: 'ja-JP' } });
    expect(factsOf(reading).footnotes).toEqual([{ en: null, ko: null, by: { en: null, ko: null } }]);
    expect(reading.diagnostics).toMatchObject([{ code: 'untranslated', text: '脚注' }]);
  });

  it('leaves a row whose ports are not understood reported only for those', () => {
    expect(client('443a*', 'TCP', '', [asterisk]).diagnostics).toMatchObject([{ code: 'unknown-port', text: '443a' }]);
  });
});

describe('the notes of a row', () => {
  it('are kept in both languages', () => {
    expect(factsOf(client('443', 'TCP', both(['첫째.', 'First.'], ['둘째.', 'Second.']))).notes).toEqual({
      en: 'First.\nSecond.',
      ko: '첫째.\n둘째.',
      by: { en: 'document', ko: 'document' },
    });
  });

  it('without English are looked up', () => {
    expect(factsOf(client('443', 'TCP', '비디오 회의에 사용 되는 미디어 포트 범위')).notes).toMatchObject({
      ko: '비디오 회의에 사용 되는 미디어 포트 범위',
      by: { en: 'project', ko: 'document' },
    });
  });

  it('that nobody translated are published as they are, and a warning', () => {
    const reading = client('443', 'TCP', '정체불명의 참고');
    expect(factsOf(reading).notes).toEqual({ en: null, ko: '정체불명의 참고', by: { en: null, ko: 'document' } });
    expect(reading.diagnostics).toMatchObject([{ code: 'untranslated', severity: 'warning', text: '정체불명의 참고' }]);
  });

  it('that are not there are null', () => {
    expect(factsOf(client('443', 'TCP')).notes).toBeNull();
  });

  it('give no direction: they are prose', () => {
    expect(
      factsOf(flow(en('SIP/TCP/5061'), en('Any'), en('Director'), en('Outbound SIP traffic'))).direction,
    ).toBeNull();
  });
});

describe('a flow', () => {
  it('has its facts from three cells', () => {
    expect(factsOf(flow('MTLS (액세스/SIP)/TCP/5061', '이상', en('Federated partner')))).toMatchObject({
      role: 'access-edge-service',
      service: null,
      transports: ['tcp'],
      protocols: ['mtls', 'sip'],
      ports: { text: '5061', ranges: [{ from: 5061, to: 5061 }] },
      source: { any: true, roles: [], text: { en: 'Any' } },
      destination: { any: false, roles: ['federated-partner'] },
    });
  });

  it.each([
    ['원본 IP 주소', ['', '모두'], 'missing-source'],
    ['대상 IP 주소', ['모두', ''], 'missing-destination'],
  ] as const)('without a %s is reported', (column, [source, destination], code) => {
    expect(flow('SIP/TCP/5061', source, destination).diagnostics).toMatchObject([{ code, column, text: '' }]);
  });

  it('with nothing in its first cell has no port, and is reported', () => {
    expect(flow('', '모두', '모두').diagnostics).toMatchObject([{ code: 'missing-port', text: '' }]);
  });
});
