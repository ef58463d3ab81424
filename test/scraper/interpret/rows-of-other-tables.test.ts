import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../scraper/src/model/snapshot.ts';
import { both, en, ko } from '../../support/cells.ts';
import { factsOf, readRowOf } from '../../support/rows.ts';

type Given = Partial<Record<'name' | 'source' | 'destination' | 'sourcePort' | 'authentication', string | Cell>>;

/** A row of a table of IPsec exemptions. */
function exemption({
  name = 'Clients',
  source = '모두',
  destination = '모두',
  sourcePort = '모두',
  authentication = '인증 안 함',
}: Given) {
  return readRowOf({
    '규칙 이름': name,
    '원본 IP': source,
    '대상 IP': destination,
    프로토콜별: 'UDP 및 TCP',
    '원본 포트': sourcePort,
    '대상 포트': '모두',
    '인증 요구 사항': authentication,
  });
}

describe('an IPsec exemption', () => {
  it('has a name for a role, and a direction in the name', () => {
    const facts = factsOf(exemption({ name: 'A/V Edge 서버 내부 인바운드', destination: 'A/V에 지 서버 내부' }));
    expect(facts).toMatchObject({
      role: null,
      service: null,
      ruleName: {
        en: 'A/V Edge Server Internal Inbound',
        ko: 'A/V Edge 서버 내부 인바운드',
        by: { en: 'project', ko: 'document' },
      },
      direction: 'inbound',
      source: { any: true, roles: [] },
      destination: { any: false, roles: ['av-edge-service'] },
      transports: ['tcp', 'udp'],
      ports: { any: true },
      sourcePorts: { any: true },
      authentication: 'none',
    });
  });

  it.each([
    [en('A/V Edge Server External Outbound'), 'outbound'],
    [en('Inbound clients'), null],
    [en('Clients inbound/outbound'), null],
    [en('Clients, not inbound'), null],
    [en('Clients'), null],
  ])('called %j has the direction %s', (name, direction) => {
    expect(factsOf(exemption({ name })).direction).toBe(direction);
  });

  it('may leave its source ports to configuration', () => {
    expect(factsOf(exemption({ sourcePort: '지정 된 미디어 포트 범위' })).sourcePorts).toEqual({
      text: 'Specified media port range',
      ranges: [],
      any: false,
      configurable: true,
    });
  });

  it('with a name that its translation mistook is corrected', () => {
    const name = both(['클라이언트', 'Mediation Server Inbound']);
    expect(exemption({ name }).rows[0]?.corrections).toMatchObject([{ field: 'ruleName', evidence: 'bilingual' }]);
  });

  it.each([
    ['name', '', 'missing-name', '규칙 이름', ''],
    ['name', '정체불명', 'unknown-rule-name', '규칙 이름', '정체불명'],
    ['authentication', '정체불명', 'unknown-authentication', '인증 요구 사항', '정체불명'],
    ['authentication', 'Kerberos', 'unknown-authentication', '인증 요구 사항', 'Kerberos'],
    ['sourcePort', '', 'missing-port', '원본 포트', ''],
    ['source', '', 'missing-source', '원본 IP', ''],
  ])('with the %s "%s" is reported: %s', (part, text, code, column, offending) => {
    expect(exemption({ [part]: text }).diagnostics).toMatchObject([{ code, row: 1, column, text: offending }]);
  });

  it('may say the same of authentication in both languages', () => {
    const reading = exemption({ authentication: both(['인증 안 함', 'Do not authenticate']) });
    expect([factsOf(reading).authentication, reading.rows[0]?.corrections]).toEqual(['none', []]);
  });

  it('may require nothing of authentication', () => {
    expect(factsOf(exemption({ authentication: '' })).authentication).toBeNull();
  });
});

describe('the text of an end', () => {
  const source = (cell: Cell) => factsOf(exemption({ source: cell })).source?.text;

  it('that is one name broken in two is one line', () => {
    expect(source(both(['중재', 'Mediation'], ['서버 (s)', 'Server(s)']))).toMatchObject({
      en: 'Mediation Server(s)',
      ko: '중재 서버 (s)',
    });
  });

  it('that is a list keeps its lines', () => {
    const list = en('Any of the following running the gateway:', '• Director', '• Front End Server');
    expect(source(list)).toMatchObject({
      en: 'Any of the following running the gateway:\n• Director\n• Front End Server',
      ko: null,
    });
    expect(source(en('Director', 'Front End Server'))).toMatchObject({ en: 'Director\nFront End Server' });
  });
});

describe('a table with a column for each thing', () => {
  const row = (role: string, transport: string, direction: string | Cell) =>
    readRowOf({
      'Role or protocol': role,
      'TCP or UDP': transport,
      'Destination port': '443',
      Direction: direction,
      'Source IP': 'Any',
      'Destination IP': 'Director',
    });

  it.each([
    [
      'Access/SIP(TLS)',
      'TCP',
      'In',
      { role: 'access-edge-service', protocols: ['sip', 'tls'], transports: ['tcp'], direction: 'inbound' },
    ],
    ['STUN/UDP', 'UDP', 'Outbound', { role: null, protocols: ['stun'], transports: ['udp'], direction: 'outbound' }],
    [
      'HTTPS',
      '',
      '',
      { role: null, protocols: ['https'], transports: ['tcp'], transportsImplied: true, direction: null },
    ],
    ['', 'UDP', 'in', { role: null, protocols: [], transports: ['udp'], direction: 'inbound' }],
  ])('"%s", "%s", "%s" is one rule', (role, transport, direction, facts) => {
    expect(factsOf(row(role, transport, direction))).toMatchObject(facts);
  });

  it('with another direction in its translation is corrected', () => {
    const [reading] = row('SIP', 'TCP', both(['In', 'Outbound'])).rows;
    expect([reading?.facts[0]?.direction, reading?.corrections.map(({ field }) => field)]).toEqual([
      'outbound',
      ['direction'],
    ]);
  });

  it('with a direction that is none is reported', () => {
    expect(row('SIP', 'TCP', 'Sideways').diagnostics).toMatchObject([
      { code: 'unknown-direction', column: 'Direction', text: 'Sideways' },
    ]);
  });

  it("keeps the first protocol cell's remark where the second has none", () => {
    expect(factsOf(row('HTTPS (from reverse proxy)', 'TCP', '')).protocolNote).toEqual({
      en: 'from reverse proxy',
      ko: null,
      by: { en: 'document', ko: null },
    });
  });
});

describe('the remark in a protocol cell', () => {
  const note = (protocol: Cell, locale = 'ko-KR') => {
    const cells = { '부하 분산 장치': en('Director load balancer'), 포트: '443', 프로토콜: protocol };
    return factsOf(readRowOf(cells, { document: { locale } })).protocolNote;
  };

  it('has the Korean of the word that it was found by', () => {
    expect(note(ko('HTTPS(역방향 프록시)'))).toEqual({
      en: 'from reverse proxy',
      ko: '역방향 프록시',
      by: { en: 'project', ko: 'document' },
    });
  });

  it('has the Korean of the line that it stands on', () => {
    const cell = both(['TCP', 'TCP'], ['지원되지 않음', 'Not supported in Skype for Business Server 2019']);
    expect(note(cell)).toEqual({
      en: 'Not supported in Skype for Business Server 2019',
      ko: '지원되지 않음',
      by: { en: 'document', ko: 'document' },
    });
  });

  it('has no Korean on a page in another language', () => {
    expect(note(both(['TCP', 'TCP'], ['対象外', 'Not supported']), 'ja-JP')).toMatchObject({ ko: null });
  });
});
