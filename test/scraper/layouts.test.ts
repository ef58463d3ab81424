import { describe, expect, it } from 'vitest';
import { assemble } from '../../scraper/src/assemble/catalog.ts';
import type { Endpoint, PortRule, PortSet } from '../../scraper/src/model/catalog.ts';
import { takeDocument } from '../support/take.ts';
import { vocabulary } from '../support/vocabulary.ts';

/** Small pages, one for each way in which published pages lay port tables out; the rows are made up. */

const ENGLISH = '---\nms.contentlocale: en-US\nmtps_version: v=OCS.15\n---\n# <a name="practice"></a>Practice\n\n';
const KOREAN = '---\nms.contentlocale: ko-KR\nmtps_version: v=OCS.15\n---\n# <a name="practice"></a>연습\n\n';

function read(text: string) {
  const source = { path: 'a.md', relativePath: 'a.md', text, sha256: '0'.repeat(64), provenance: null };
  const { snapshot, diagnostics } = takeDocument(source, vocabulary);
  const { catalog, diagnostics: found } = assemble(snapshot === null ? [] : [snapshot], vocabulary);
  const said = [...diagnostics, ...found].filter(({ severity }) => severity !== 'note');
  return { rules: catalog.ports, said: said.map(({ code, row, column, text: at }) => [code, row, column, at]) };
}

function pipes(headers: string[], ...rows: string[][]): string {
  const lines = [headers, headers.map(() => '---'), ...rows].map((cells) => `|${cells.join('|')}|`);
  return `${lines.join('\n')}\n`;
}

function html(headers: string[], ...rows: string[][]): string {
  const row = (tag: string, cells: string[]) =>
    `<tr>\n${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('\n')}\n</tr>`;
  return `<table>\n<thead>\n${row('th', headers)}\n</thead>\n<tbody>\n${rows.map((cells) => row('td', cells)).join('\n')}\n</tbody>\n</table>\n`;
}

/** `kind role: protocols/transports ports < source ports, source -> destination direction` */
function said(rule: PortRule): string {
  const { kind, role, protocols, transports, ports, sourcePorts, source, destination, direction } = rule;
  const parts = [
    `${kind}${role === null ? '' : ` ${role}`}:`,
    `${protocols.join('+')}/${rule.transportsImplied ? '' : transports.join('+')}`,
    portsOf(ports),
    sourcePorts === null ? '' : `< ${portsOf(sourcePorts)}`,
    source === null && destination === null ? '' : `${endOf(source)} -> ${endOf(destination)}`,
    direction ?? '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function portsOf(ports: PortSet | null): string {
  if (ports === null) return '';
  const ranges = ports.ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
  return [...ranges, ...(ports.any ? ['any'] : []), ...(ports.configurable ? ['configurable'] : [])].join(',');
}

function endOf(end: Endpoint | null): string {
  return end === null ? '?' : [...(end.any ? ['any'] : []), ...end.roles].join('+');
}

describe('a layout of a published page', () => {
  it.each<[layout: string, body: string, rules: string[]]>([
    [
      'a column each for role or protocol, transport, port, source and destination',
      pipes(
        [
          'Role or protocol',
          'TCP or UDP',
          'Destination Port or port range',
          'Source IP address',
          'Destination IP address',
          'Notes',
        ],
        [
          'Access/SIP(TLS)',
          'TCP',
          '443',
          'Any',
          '**Private IP using NAT:** Access Edge service <br/> **Public IP:** Access Edge service public IP address',
          '',
        ],
        ['A/V/STUN.MSTURN', 'UDP', '3478', 'A/V Edge service', 'Any', 'x'],
        ['A/V/RTP', 'UDP', '50000-59999', 'A/V Edge service', 'Any', ''],
        ['XMPP <br/> Not supported in Skype for Business Server 2019', 'TCP', '5269', 'Any', 'XMPP Proxy service', ''],
      ),
      [
        'flow access-edge-service: sip+tls/tcp 443 any -> access-edge-service',
        'flow av-edge-service: msturn+stun/udp 3478 av-edge-service -> any',
        'flow av-edge-service: rtp/udp 50000-59999 av-edge-service -> any',
        'flow: xmpp/tcp 5269 any -> xmpp-proxy-service',
      ],
    ],
    [
      'bulleted alternatives in a cell',
      pipes(
        ['Protocol', 'TCP or UDP', 'Port', 'Source IP address', 'Destination IP address'],
        ['SIP/MTLS', 'TCP', '5061', 'Any: <br/> • Director <br/> • Director pool', 'Edge Server internal interface'],
      ),
      ['flow: mtls+sip/tcp 5061 director -> edge-server'],
    ],
    [
      'alternatives in a list of HTML',
      html(
        ['Protocol/TCP or UDP/Port', 'Source IP address', 'Destination IP address'],
        [
          'SIP/MTLS/TCP/5061',
          '<p>Any:</p><ul><li>Director</li><li>Front End Server</li></ul>',
          '<p>Edge Server internal interface</p>',
        ],
      ),
      ['flow: mtls+sip/tcp 5061 director+front-end-server -> edge-server'],
    ],
    [
      'protocol, port and direction',
      pipes(
        ['Protocol', 'Port', 'Direction'],
        ['HTTPS', '443', 'Inbound'],
        ['TCP', '5223', 'Outbound'],
        ['TCP', '80', 'Incoming'],
      ),
      ['listener: https/ 443 inbound', 'listener: /tcp 5223 outbound', 'listener: /tcp 80 inbound'],
    ],
    [
      'all in one cell, with white space or nothing where a slash stands elsewhere',
      html(
        ['Role/Protocol/TCP or UDP/Port', 'Source IP', 'Destination IP'],
        ['HTTP/TCP 8080', 'Reverse proxy internal interface', 'Director'],
        ['SIP/MTLS/TCP 5061', 'Director', 'Any'],
        ['Web Conferencing/PSOM(TLS)TCP/443', 'Any', 'Web Conferencing Edge service'],
        ['A/V/STUN.MSTURN/UDP/3478', 'Any', 'A/V Edge service'],
      ),
      [
        'flow: http/tcp 8080 reverse-proxy -> director',
        'flow: mtls+sip/tcp 5061 director -> any',
        'flow web-conferencing-edge-service: psom+tls/tcp 443 any -> web-conferencing-edge-service',
        'flow av-edge-service: msturn+stun/udp 3478 any -> av-edge-service',
      ],
    ],
    [
      'transports in the cells of ports, and no column of protocols',
      html(
        ['Source IP', 'Destination IP', 'Source Port', 'Destination Port'],
        ['A/V Edge service interface', 'Any', 'TCP 50,000-59,999', 'TCP 443'],
        ['Any', 'A/V Edge service interface', 'Any', 'UDP 3478'],
      ),
      ['flow: /tcp 443 < 50000-59999 av-edge-service -> any', 'flow: /udp 3478 < any any -> av-edge-service'],
    ],
    [
      'protocol, transport, both ends and both ports',
      pipes(
        [
          '**Protocol**',
          '**TCP or UDP**',
          '**Source IP**',
          '**Destination IP**',
          '**Source Port**',
          '**Destination Port**',
          '**Notes**',
        ],
        [
          'SIP (MTLS)  <br/> ',
          'TCP  <br/> ',
          'Access Edge  <br/> ',
          'Office 365  <br/> ',
          'Any  <br/> ',
          '5061  <br/> ',
          'x',
        ],
        ['STUN', 'TCP', 'A/V Edge', 'Office 365', '50000-59999', '443, 50000-59999', ''],
      ),
      [
        'flow: mtls+sip/tcp 5061 < any access-edge-service -> office-365',
        'flow: stun/tcp 443,50000-59999 < 50000-59999 av-edge-service -> office-365',
      ],
    ],
    [
      'protocol and port in one column, either first',
      pipes(['Role', 'Protocol/Port', 'Purpose'], ['Director', 'TCP/5061', 'x'], ['Director', '443/TCP', 'x']),
      ['flow director: /tcp 5061', 'flow director: /tcp 443'],
    ],
    [
      'common words for the ends',
      pipes(['From', 'To', 'Transport', 'Port(s)'], ['Director', 'Front End Server', 'TCP & UDP', '443, 4443']),
      ['flow: /tcp+udp 443,4443 director -> front-end-server'],
    ],
    [
      'ports with transports of their own in a cell, a rule each',
      pipes(['Source IP', 'Destination IP', 'Ports'], ['Director', 'Any', 'TCP: 443 / UDP: 3478-3481']),
      ['flow: /tcp 443 director -> any', 'flow: /udp 3478-3481 director -> any'],
    ],
    [
      'a row that spans several, as a rowspan writes it',
      '<table>\n<tr><th>Server role</th><th>Port</th><th>Protocol</th></tr>\n<tr><td rowspan="2">Directors</td><td>5060</td><td>TCP</td></tr>\n<tr><td>5061</td><td>TCP (TLS)</td></tr>\n</table>\n',
      ['listener director: /tcp 5060', 'listener director: tls/tcp 5061'],
    ],
  ])('%s', (_, body, rules) => {
    const result = read(ENGLISH + body);
    expect([result.rules.map(said), result.said]).toEqual([rules, []]);
  });

  it.each<[value: string, cells: [role: string, port: string, protocol: string], problem: unknown[]]>([
    ['no upper end', ['Directors', '>1024', 'TCP'], ['open-range', 1, 'Port', '>1024']],
    ['a dynamic port', ['Directors', 'Dynamic', 'TCP'], ['dynamic-port', 1, 'Port', 'Dynamic']],
    ['no port', ['Directors', 'N/A', 'ICMP'], ['no-port', 1, 'Port', 'N/A']],
    ['a dash for a port', ['Directors', '–', 'TCP'], ['no-port', 1, 'Port', '–']],
    ['an asterisk for a port', ['Directors', '\\*', 'TCP'], ['unknown-port', 1, 'Port', '*']],
    [
      'a transport that the row does not have',
      ['Directors', 'UDP 3478', 'TCP'],
      ['transports-disagree', 1, null, 'udp'],
    ],
    [
      'ports of several transports',
      ['Directors', '443, UDP 3478', 'HTTPS'],
      ['mixed-transports', 1, 'Port', '443, UDP 3478'],
    ],
    ['any protocol', ['Directors', '443', 'Any'], ['unknown-protocol', 1, 'Protocol', 'Any']],
    ['no protocol', ['Directors', '443', 'N/A'], ['unknown-protocol', 1, 'Protocol', 'N']],
    ['nobody that is known', ['Gateways', '443', 'TCP'], ['unknown-role', 1, 'Server role', 'Gateways']],
    [
      'nobody that is known and several parts',
      ['Gateways', 'TCP 443; UDP 3478', 'SIP'],
      ['unknown-role', 1, 'Server role', 'Gateways'],
    ],
  ])('with %s is reported, not guessed', (_, cells, problem) => {
    const { rules, said: reported } = read(ENGLISH + pipes(['Server role', 'Port', 'Protocol'], [...cells]));
    expect([rules, reported]).toEqual([[], [problem]]);
  });

  it('with a superscript that has no footnote keeps its row', () => {
    const cells = ['Directors', '443<sup>1</sup>', 'TCP'];
    const { rules } = read(ENGLISH + pipes(['Server role', 'Port', 'Protocol'], cells));
    expect(rules.map(({ ports }) => [ports?.ranges, ports?.configurable])).toEqual([[[{ from: 443, to: 443 }], null]]);
  });

  it('with both directions in a cell is reported', () => {
    const page = ENGLISH + pipes(['Protocol', 'Port', 'Direction'], ['TCP', '443', 'Inbound and outbound']);
    expect(read(page)).toEqual({ rules: [], said: [['unknown-direction', 1, 'Direction', 'Inbound and outbound']] });
  });

  it('reads a Korean page of the same layout the same way', () => {
    const page = KOREAN + pipes(['원본 IP', '대상 IP', '대상 포트'], ['모두', '디렉터', 'TCP 443']);
    expect(read(page).rules.map(said)).toEqual(['flow: /tcp 443 any -> director']);
  });

  it('that names DNS records is named as no port table', () => {
    const table = pipes(['Location', 'Type', 'Port', 'FQDN'], ['External DNS', 'SRV', '5061', 'sip.example.com']);
    const source = {
      path: 'a.md',
      relativePath: 'a.md',
      text: ENGLISH + table,
      sha256: '0'.repeat(64),
      provenance: null,
    };
    expect(takeDocument(source, vocabulary).diagnostics).toMatchObject([
      { code: 'not-a-port-table', severity: 'note', message: 'no port table: it lists DNS records' },
      { code: 'no-port-table' },
    ]);
  });
});
