import { describe, expect, it } from 'vitest';
import { assemble } from '../../scraper/src/assemble/catalog.ts';
import type { PortRule, PortSet } from '../../scraper/src/model/catalog.ts';
import { sha256 } from '../../scraper/src/read/decode.ts';
import { pageWith } from '../support/documents.ts';
import { takeDocument } from '../support/take.ts';
import { vocabulary } from '../support/vocabulary.ts';

/** Tables in the shape of further pages of the repository, in English and in Korean with the English beside it. */
interface Layout {
  of: string;
  /** A cell as `Korean|English`, or one text for both. */
  headers: readonly string[];
  rows: readonly { cells: readonly string[]; facts: string }[];
  /** Whether the Korean alone states the facts too: the vocabulary has all its words. */
  korean?: true;
}

const ENDS = ['원본 IP|Source IP', '대상 IP|Destination IP'];
const COMPOSITE = ['프로토콜/TCP 또는 UDP/포트|Protocol/TCP or UDP/Port', ...ENDS.map((end) => `${end} address`)];
const EDGE_INTERFACE = 'A/V에 지 서비스 인터페이스|A/V Edge service interface';
const MEDIATION = '클라우드 커넥터 중재 구성 요소|Cloud Connector Mediation component';
const GATEWAY = 'SBC/PSTN 게이트웨이|SBC/PSTN Gateway';
const EXTERNAL = '클라우드 커넥터에 지 외부 인터페이스|Cloud Connector Edge External Interface';
const HOST = '클라우드 커넥터 호스트 Ip|Cloud Connector host IPs';
const CLIENTS = '내부 클라이언트|Internal clients';
const DIRECTORS =
  '프런트 엔드 서버, 프런트 엔드 풀, 디렉터, 디렉터 풀, 회의를 위한 Office Web Apps|Front End Server, Front End pool, Director, Director pool, Office Web Apps for conferencing';
const ANY = '모두|Any';

const LAYOUTS: Layout[] = [
  {
    of: 'the external A/V firewall, destination ports',
    headers: [...ENDS, '대상 포트|Destination Port'],
    rows: [
      { cells: [EDGE_INTERFACE, ANY, 'TCP 443'], facts: '443 tcp av-edge-service → any' },
      { cells: [ANY, EDGE_INTERFACE, 'UDP 3478'], facts: '3478 udp any → av-edge-service' },
    ],
  },
  {
    of: 'the external A/V firewall, source and destination ports',
    headers: [...ENDS, '원본 포트|Source Port', '대상 포트|Destination Port'],
    rows: [
      {
        cells: [EDGE_INTERFACE, ANY, 'TCP 50000-59999|TCP 50,000-59,999', 'TCP 443'],
        facts: '443 tcp av-edge-service → any from 50000-59999',
      },
      { cells: [ANY, EDGE_INTERFACE, ANY, 'UDP 3478'], facts: '3478 udp any → av-edge-service from any' },
    ],
  },
  {
    of: 'Autodiscover, external and internal interface of the reverse proxy',
    headers: COMPOSITE,
    rows: [
      {
        cells: ['HTTP/TCP/80', ANY, '역방향 프록시 수신기|Reverse proxy listener'],
        facts: '80 tcp http any → reverse-proxy',
      },
      {
        cells: ['HTTPS/TCP/4443', '내부 역방향 프록시 인터페이스|Internal reverse proxy interface', DIRECTORS],
        facts: '4443 tcp https reverse-proxy → front-end-server,director,office-web-apps-server',
      },
    ],
  },
  {
    of: 'Directors behind hardware load balancers',
    headers: COMPOSITE,
    rows: [
      {
        cells: [
          'HTTP/TCP 8080',
          '역방향 프록시 내부 인터페이스|Reverse proxy internal interface',
          'VIP|Director Hardware Load Balancer VIP',
        ],
        facts: '8080 tcp http reverse-proxy → director-load-balancer',
      },
      {
        cells: ['HTTPS/TCP 444', '디렉터|Director', '프런트 엔드 풀|Front End pool or Front End Server'],
        facts: '444 tcp https director → front-end-server',
      },
    ],
  },
  {
    of: 'public instant messaging',
    headers: ['역할|Role/Protocol/TCP or UDP/Port', ...COMPOSITE.slice(1)],
    rows: [
      {
        cells: [
          'MTLS (액세스/SIP)/TCP/5061|Access/SIP(MTLS)/TCP/5061',
          '공용 IM 연결 파트너|Public IM connectivity partners',
          '에 지 서버 액세스 인터페이스|Edge Server Access interface',
        ],
        facts: '5061 tcp mtls,sip public-im-partner → access-edge-service',
      },
      {
        cells: [
          'A/V/RTP/TCP/50000-59999|A/V/RTP/TCP/50,000-59,999',
          '액세스|Edge Server Access interface',
          'Live Messenger 클라이언트|Live Messenger clients',
        ],
        facts: '50000-59999 tcp rtp access-edge-service → live-messenger-client',
      },
    ],
  },
  {
    of: 'a scaled Edge with DNS load balancing',
    headers: COMPOSITE,
    rows: [
      {
        cells: [
          'SIP/MTLS/TCP/5062',
          '모두|Any (can be defined as Front End Server IP address, or Front End pool IP address or any Survivable Branch Appliance or Survivable Branch Server using this Edge Server)',
          '에 지 서버 내부 인터페이스|Edge Server internal interface',
        ],
        facts:
          '5062 tcp mtls,sip any,front-end-server,survivable-branch-appliance,survivable-branch-server → edge-server',
      },
      {
        cells: ['XMPP/MTLS/TCP/23456', ANY, '각 내부 에 지 서버 인터페이스 IP|Each internal Edge Server interface IP'],
        facts: '23456 tcp mtls,xmpp any → edge-server',
      },
    ],
  },
  {
    of: 'the internal firewall of Cloud Connector Edition',
    headers: [...ENDS, '원본 포트|Source Port', '대상 포트|Destination Port'],
    korean: true,
    rows: [
      {
        cells: [MEDIATION, GATEWAY, ANY, 'TCP 5060'],
        facts: '5060 tcp cloud-connector-mediation-component → pstn-gateway from any',
      },
      {
        cells: [MEDIATION, GATEWAY, 'UDP 49 152-57 500|UDP 49 152 - 57 500', '그|Any'],
        facts: 'any udp cloud-connector-mediation-component → pstn-gateway from 49152-57500',
      },
      {
        cells: [MEDIATION, CLIENTS, 'TCP 49 152-57 500', 'TCP 50000-50019<br/>반드시|TCP 50,000-50,019<br/>(Optional)'],
        facts: '50000-50019 tcp cloud-connector-mediation-component → internal-client from 49152-57500',
      },
    ],
  },
  {
    of: 'the external firewall of Cloud Connector Edition',
    headers: [...ENDS, '원본 포트|Source Port', '대상 포트|Destination Port'],
    korean: true,
    rows: [
      {
        cells: [ANY, EXTERNAL, ANY, 'TCP (MTLS) 5061|TCP(MTLS) 5061'],
        facts: '5061 tcp mtls any → cloud-connector-edge-component from any',
      },
      {
        cells: [EXTERNAL, ANY, 'UDP 3478; UDP 50000-59999|UDP 3478; UDP 50,000-59,999', ANY],
        facts: 'any udp cloud-connector-edge-component → any from 3478,50000-59999',
      },
      {
        cells: [ANY, EXTERNAL, ANY, 'UDP 3478; UDP 5만-59999|UDP 3478; UDP 50,000 - 59,999'],
        facts: '3478,50000-59999 udp any → cloud-connector-edge-component from any',
      },
    ],
  },
  {
    of: 'the host of Cloud Connector Edition',
    headers: [
      'Direction',
      ...ENDS,
      '원본 포트|Source Port',
      '대상 포트|Destination Port',
      'Protocol(프로토콜)|Protocol',
      '용도|Purpose',
    ],
    korean: true,
    rows: [
      {
        cells: ['아웃 바운드|Outbound', HOST, '그|any', '그|any', '80, 443', 'TCP/UDP', 'DNS'],
        facts: 'outbound 80,443 tcp,udp cloud-connector-host → any from any',
      },
    ],
  },
];

/** The rules of a page as short texts, and what was reported of it. */
function read(text: string) {
  const source = { path: 'a.md', relativePath: 'a.md', text, sha256: sha256(text), provenance: null };
  const { snapshot, diagnostics } = takeDocument(source);
  if (snapshot === null) return { facts: [], reported: diagnostics };
  const assembled = assemble([snapshot], vocabulary);
  const reported = [...diagnostics, ...assembled.diagnostics].filter(({ code }) => code !== 'untranslated');
  return { facts: assembled.catalog.ports.map(inShort), reported };
}

function inShort({ direction, ports, transports, protocols, source, destination, sourcePorts }: PortRule): string {
  const end = (each: PortRule['source']) => [...(each?.any ? ['any'] : []), ...(each?.roles ?? [])].join(',');
  return [
    direction,
    portsOf(ports),
    transports.join(','),
    protocols.join(','),
    `${end(source)} → ${end(destination)}`,
    sourcePorts === null ? null : `from ${portsOf(sourcePorts)}`,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' ');
}

function portsOf(ports: PortSet | null): string {
  if (ports?.any) return 'any';
  return (ports?.ranges ?? []).map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

const english = (cell: string) => cell.split('|').at(-1) ?? '';
const korean = (cell: string) => cell.split('|')[0] ?? '';

/** A layout's page, with what is taken of each cell. */
const pageOf = ({ headers, rows }: Layout, own: (cell: string) => string, locale: string) =>
  pageWith(
    'practice',
    headers.map(own),
    rows.map(({ cells }) => cells.map(own)),
    { 'ms.contentlocale': locale },
  );
const expectedOf = ({ rows }: Layout) => ({ facts: rows.map(({ facts }) => facts), reported: [] });

describe.each(LAYOUTS)('the ports of $of', (layout) => {
  it('are read in English', () => {
    expect(read(pageOf(layout, english, 'en-US'))).toEqual(expectedOf(layout));
  });

  it('are the same in Korean with the English beside it', () => {
    expect(read(pageOf(layout, (cell) => cell, 'ko-KR'))).toEqual(expectedOf(layout));
  });
});

describe.each(LAYOUTS.filter(({ korean: alone }) => alone))('the ports of $of, in words that are known', (layout) => {
  it('are the same in Korean', () => {
    expect(read(pageOf(layout, korean, 'ko-KR'))).toEqual(expectedOf(layout));
  });
});

describe('a cell of ports', () => {
  const headers = ['Source IP', 'Destination IP', 'Destination Port'];

  it.each([
    ['TCP(MTLS) 5061', '5061 tcp mtls any → director'],
    ['443 (HTTPS)', '443 tcp https any → director'],
    ['SIP/TLS 5061-5062', '5061-5062 tcp sip,tls any → director'],
  ])('may name a protocol, as in "%s"', (cell, facts) => {
    expect(read(pageWith('practice', headers, [['Any', 'Director', cell]]))).toEqual({ facts: [facts], reported: [] });
  });

  it.each([
    ['TCP 5068/ TLS 5067', ['5068 tcp any → director', '5067 tcp tls any → director']],
    ['TCP: 443 / UDP: 3478-3481', ['443 tcp any → director', '3478-3481 udp any → director']],
  ])('may be two rules, as "%s"', (cell, facts) => {
    expect(read(pageWith('practice', headers, [['Any', 'Director', cell]]))).toEqual({ facts, reported: [] });
  });

  it.each([
    ['with a role', 'Access/SIP 443', 'unknown-port'],
    ['with a remark', 'HTTPS (from reverse proxy) 443', 'unknown-port'],
    ['with a port that is none', 'TCP(MTLS) 70000', 'port-number'],
    ['with ports that change', 'Ephemeral ports', 'dynamic-port'],
  ])('%s is reported', (_, cell, code) => {
    expect(read(pageWith('practice', headers, [['Any', 'Director', cell]]))).toMatchObject({
      facts: [],
      reported: [{ code, row: 1, column: 'Destination Port' }],
    });
  });
});

describe('a table of another page is reported, not read:', () => {
  it.each<[of: string, headers: string[], codes: string[]]>([
    [
      'ports by federation partner',
      ['Federation with', 'Feature', 'TCP/443', 'RTP/UDP 50,000-59,999'],
      ['doubtful-table'],
    ],
    [
      'what a room system connects to',
      ['Purpose', 'Source or Credentials', 'Source Port', 'Destination', 'CDN', 'Destination Port'],
      ['unknown-header', 'unknown-header'],
    ],
    [
      'trunks to the telephone network',
      ['Traffic', 'From', 'To', 'Source port', 'Destination port'],
      ['unknown-header', 'unread-row'],
    ],
  ])('%s', (_, headers, codes) => {
    const row = headers.map(() => '20');
    const { facts, reported } = read(pageWith('practice', headers, [row]));
    const found = reported.filter(({ severity, code }) => severity !== 'note' && code !== 'no-port-table');
    expect([facts, found.map(({ code }) => code)]).toEqual([[], codes]);
  });
});
