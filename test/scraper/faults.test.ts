import { describe, expect, it } from 'vitest';
import { readCaption } from '../../scraper/src/interpret/caption.ts';
import { readTable } from '../../scraper/src/interpret/table.ts';
import type { Cell, SnapshotTable } from '../../scraper/src/model/snapshot.ts';
import { en } from '../support/cells.ts';
import { cellFrom, documentOf, tableWith } from '../support/rows.ts';
import { takeText } from '../support/take.ts';
import { vocabulary } from '../support/vocabulary.ts';

/** Each fault with which pages were read, by its kind: rows as published, and the facts that they state. */

interface Given {
  caption?: string;
  headings?: readonly string[];
  footnotes?: readonly (readonly [mark: string, text: string | Cell])[];
  about?: string;
  products?: readonly [string, ...string[]];
  /** Whether the cells are in Korean only. */
  korean?: boolean;
}

const english = (text: string): Cell => (text === '' ? [] : en(...text.split('\n')));

function read(headers: readonly string[], rows: readonly (readonly string[])[], given: Given = {}) {
  const cell = given.korean === true ? cellFrom : english;
  const table = tableWith(
    headers.map(given.korean === true ? cellFrom : english),
    rows.map((row) => row.map(cell)),
    {
      caption: english(given.caption ?? ''),
      headings: (given.headings ?? []).map((text) => ({ depth: 2, anchor: null, text: english(text) })),
      footnotes: (given.footnotes ?? []).map(([mark, text]) => ({
        mark,
        text: typeof text === 'string' ? english(text) : text,
      })),
    } satisfies Partial<SnapshotTable>,
  );
  const { products } = given;
  const document = documentOf(products === undefined ? {} : { product: products[0], products: [...products] });
  const reading = readTable(table, document, vocabulary, given.about ?? null);
  return {
    facts: reading.rows.flatMap(({ facts }) => facts),
    said: reading.diagnostics.map(({ severity, code }) => `${severity} ${code}`),
  };
}

type Facts = ReturnType<typeof read>['facts'][number];

const shortPorts = (set: Facts['ports']) =>
  set &&
  [
    ...set.ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)),
    ...(set.any ? ['any'] : []),
    ...(set.configurable === true ? ['configurable'] : set.configurable === null ? ['perhaps configurable'] : []),
  ].join(' ');

const shortEnd = (end: Facts['source']) =>
  end && [...(end.any ? ['any'] : []), ...(end.narrowed ? ['narrowed to'] : []), ...end.roles].join(' ');

/** Transports, protocols, ports, and whether they are optional. */
const opening = ({ transports, protocols, ports, optional }: Facts) =>
  [...transports, ...protocols, shortPorts(ports), ...(optional === true ? ['optional'] : [])].join(' ');

describe('a cell of ports', () => {
  const FLOW = ['Source IP', 'Destination IP', 'Port'];

  it.each([
    // each part has its transport, before it or behind it
    ['TCP 5068/ TLS 5067', ['tcp 5068', 'tcp tls 5067']],
    ['TLS 5067/TCP 5068', ['tcp tls 5067', 'tcp 5068']],
    ['TCP 5068, TLS 5067', ['tcp 5068', 'tcp tls 5067']],
    ['TCP 5068 or TLS 5067', ['tcp 5068', 'tcp tls 5067']],
    ['5068/TCP, 5067/TLS', ['tcp 5068', 'tcp tls 5067']],
    ['TCP(MTLS) 5061 / TCP(TLS) 5067', ['tcp mtls 5061', 'tcp tls 5067']],
    ['TCP: 443 / UDP: 3478-3481', ['tcp 443', 'udp 3478-3481']],
    ['UDP: 3478-3481 / TCP: 443', ['udp 3478-3481', 'tcp 443']],
    ['TCP: 80 & 443\nUDP: 3478-3481', ['tcp 80 443', 'udp 3478-3481']],
    ['TCP: 443, 80 / UDP: 3478', ['tcp 443 80', 'udp 3478']],
    ['443 TCP; 3478 UDP', ['tcp 443', 'udp 3478']],
    ['443 (TCP) / 3478 (UDP)', ['tcp 443', 'udp 3478']],
    ['TCP/443 UDP/3478', ['tcp 443', 'udp 3478']],
    ['UDP 3478 TCP 443', ['udp 3478', 'tcp 443']],
    ['TCP 443; TCP 50,000-59,999', ['tcp 443 50000-59999']],
    ['TCP & UDP 3478', ['tcp udp 3478']],
    ['67/68', ['67 68']],
    ['UDP 49 152 -57 500', ['udp 49152-57500']],
    // what is optional, and how much of the cell it is said of
    ['TCP 50,000-50,019\n(Optional)', ['tcp 50000-50019 optional']],
    ['443 (optional)', ['443 optional']],
    ['443 [optional]', ['443 optional']],
    ['443 - optional', ['443 optional']],
    ['(Optional) 443', ['443 optional']],
    ['Optional: TCP 443', ['tcp 443 optional']],
    ['TCP 443 (Optional) / UDP 3478', ['tcp 443 optional', 'udp 3478']],
    ['TCP 443 / UDP 3478 (Optional)', ['tcp 443', 'udp 3478 optional']],
    ['TCP 443 / UDP 3478\n(Optional)', ['tcp 443 optional', 'udp 3478 optional']],
    ['TCP 443 (Optional); TCP 80', ['tcp 443 optional', 'tcp 80']],
  ])('%j states %j', (cell, stated) => {
    const { facts, said } = read(FLOW, [['Any', 'Edge Server', cell]]);
    expect([facts.map(opening), said]).toEqual([stated, []]);
  });

  it.each([
    ['443 (if required)', 'error unknown-port'],
    ['TCP-443, UDP-3478', 'error mixed-transports'],
    ['443, TCP 80', 'error mixed-transports'],
    ['443 [1]', 'error unknown-port'],
  ])('%j is refused: nothing is guessed', (cell, why) => {
    const { facts, said } = read(FLOW, [['Any', 'Edge Server', cell]]);
    expect([facts, said]).toEqual([[], [why]]);
  });

  const FOOTNOTES: readonly (readonly [mark: string, text: string | Cell])[] = [
    ['*', 'To configure specific ports, use the cmdlet.'],
    ['**', 'This port cannot be configured.'],
    ['***', 'You can also limit the port range.'],
    ['†', 'These ports are not configurable.'],
    ['‡', en()],
    ['§', [{ text: '이 포트는 구성할 수 없습니다.', en: null }]],
  ];

  it.each([
    ['1024-65535 \\*', '1024-65535 configurable'],
    ['1024-65535\\*', '1024-65535 configurable'],
    ['1024-65535 *', '1024-65535 configurable'],
    ['1024-65535\u00a0\\*', '1024-65535 configurable'],
    ['1024-65535 \\*\\*', '1024-65535'],
    ['443***', '443'],
    ['443 \\†', '443'],
    ['443* (Optional)', '443 configurable'],
    ['443 (Optional) *', '443 configurable'],
    ['443 §', '443 perhaps configurable'],
    ['443 ¹', '443 perhaps configurable'],
  ])('%j is %s', (cell, stated) => {
    const { facts } = read(['Component', 'Port', 'Protocol'], [['Clients', cell, 'TCP']], { footnotes: FOOTNOTES });
    expect(facts.map(({ ports }) => shortPorts(ports))).toEqual([stated]);
  });

  it('keeps its row where the footnote is missing, and says that it is', () => {
    const { facts, said } = read(['Component', 'Port', 'Protocol'], [['Clients', '1024-65535 \\*', 'TCP/UDP']]);
    expect([facts.map(opening), said]).toEqual([
      ['tcp udp 1024-65535 perhaps configurable'],
      ['note missing-footnote'],
    ]);
  });
});

describe('a direction', () => {
  it.each([
    ['Inbound to SQL Server', 'inbound', 'sql-server'],
    ['Inbound to the SQL Server', 'inbound', 'sql-server'],
    ['Inbound (to SQL Server)', 'inbound', 'sql-server'],
    ['Outbound from Front End Servers', 'outbound', 'front-end-server'],
    ['Inbound on Edge Server', 'inbound', 'edge-server'],
    ['Incoming', 'inbound', null],
  ])('%j', (cell, direction, role) => {
    const { facts } = read(['Protocol', 'Port', 'Direction'], [['TCP', '1433', cell]]);
    expect(facts.map((each) => [each.direction, each.role])).toEqual([[direction, role]]);
  });

  it.each(['Inbound to Frobnicator', 'Inbound/Outbound', 'Sideways'])('%j is not understood', (cell) => {
    const { said } = read(['Protocol', 'Port', 'Direction'], [['TCP', '1433', cell]]);
    expect(said).toEqual(['error unknown-direction']);
  });

  it.each([
    ['Open inbound\nActive Directory Federation Services', 'inbound'],
    ['Open outbound for audio and video sessions', 'outbound'],
    ['Open for inbound traffic', 'inbound'],
    ['Open inbound/outbound on the Edge Server', null],
    ['Open inbound and outbound', null],
    ['Microsoft Online Services Portal', null],
  ])('of what applications need: %j', (cell, direction) => {
    const { facts } = read(['Protocol / Port', 'Applications'], [['PSOM/TLS 443', cell]]);
    expect(facts.map((each) => [opening(each), each.direction])).toEqual([['tcp psom tls 443', direction]]);
  });
});

describe('a virtual IP', () => {
  const HEADERS = ['Virtual IP/Port', 'Node Port', 'Node Machine/Monitor', 'Persistence Profile', 'Notes'];
  it.each([
    [
      ['<pool>web_mco_443_vs\n443', '4443', 'Front End\n5061', 'None', 'HTTPS'],
      ['<pool>web_mco_443_vs', '443', '4443', 'front-end-server 5061', 'none', 'https'],
    ],
    [
      ['<pool>web-int_mco_80_vs\n80', '80', 'Front End\n5061', 'Source', 'HTTP'],
      ['<pool>web-int_mco_80_vs', '80', '80', 'front-end-server 5061', 'source', 'http'],
    ],
    [
      ['web ext\n80, 443', '8080/4443', 'Director 5061', 'Cookie', ''],
      ['web ext', '80 443', '8080 4443', 'director 5061', 'cookie', ''],
    ],
    [
      ['web-ext: 443', '4443', 'Front End Server\n5061', 'Source address affinity', 'See above.'],
      ['web-ext', '443', '4443', 'front-end-server 5061', 'source', ''],
    ],
  ])('%j', (row, stated) => {
    const { facts, said } = read(HEADERS, [row], { caption: 'User Pool - HLB External Interface' });
    expect(said).toEqual([]);
    expect(
      facts.map(({ name, ports, nodePorts, monitor, persistence, protocols }) => [
        name,
        shortPorts(ports),
        shortPorts(nodePorts),
        `${monitor?.role} ${shortPorts(monitor?.ports ?? null)}`,
        persistence,
        protocols.join(),
      ]),
    ).toEqual([stated]);
    expect(facts[0]?.interface).toEqual({ side: 'external', address: 'virtual-ip' });
  });

  it.each([
    [['443', '4443', 'Front End\n5061', 'None', 'HTTPS'], ['error unknown-port']],
    [['web\n443', '', 'Front End\n5061', 'None', 'HTTPS'], ['error missing-port']],
    [['web\n443', '443', 'Toaster\n5061', 'None', 'HTTPS'], ['error unknown-role']],
    [['web\n443', '443', 'Front End', 'None', 'HTTPS'], ['error unknown-port']],
    [['web\n443', '443', 'Front End\n99999', 'None', 'HTTPS'], ['error port-number']],
    [['web\n443', '443', 'Front End\n5061', 'SSL session', 'HTTPS'], ['error unknown-persistence']],
  ])('%j is refused', (row, why) => {
    const { facts, said } = read(HEADERS, [row]);
    expect([facts, said]).toEqual([[], why]);
  });
});

describe('a media range', () => {
  const stated = ({ facts, said }: ReturnType<typeof read>) => [
    ...facts.map(({ role, service, property, transports, ports }) =>
      [role, service, property, ...transports, shortPorts(ports)].filter((each) => each !== null).join(' '),
    ),
    ...said,
  ];

  it.each([
    [['Audio', '49152', '8348'], ['audio 49152-57499 configurable']],
    [['Audio', '49,152', '8,348'], ['audio 49152-57499 configurable']],
    [['Application sharing', '40803', '8348'], ['application-sharing 40803-49150 configurable']],
    [['Video', '65535', '1'], ['video 65535 configurable']],
    [['Totals', '--', '24730'], ['note total-row']],
    [['Total', '—', '24730'], ['note total-row']],
    [['Totals:', '', '24730'], ['note total-row']],
    [['Grand total', '-', '24730'], ['note total-row']],
    [['Total number of ports', '--', '24730'], ['note total-row']],
    [['Sum', '--', '24730'], ['note total-row']],
    [['Video', '65535', '2'], ['error port-number']],
    [['Video', '60000', '8034'], ['error port-number']],
    [['Video', '57501', ''], ['error missing-count']],
    [['Video', '57501', '--'], ['error unknown-count']],
    [['Video', '57501', '0'], ['error unknown-count']],
    [['Video', '--', '8034'], ['error no-port']],
    [['Video', '57501-65534', '8034'], ['error unknown-port']],
    [['Video', '57501; 57502', '8034'], ['error unknown-port']],
    [['Video', 'Any', '8034'], ['error unknown-port']],
    [['Smell', '57501', '8034'], ['error unknown-service']],
  ])('by packet type: %j', (row, expected) => {
    expect(stated(read(['Packet Type', 'Starting Port', 'Number of Ports Reserved'], [row]))).toEqual(expected);
  });

  it('by client traffic type, where the range is how many', () => {
    const table = read(['Client Traffic Type', 'Port Start', 'Port Range'], [['File transfer', '42020', '20']], {
      about: 'client',
    });
    expect(stated(table)).toEqual(['client file-transfer 42020-42039 configurable']);
    const range = read(['Client Traffic Type', 'Port Start', 'Port Range'], [['Audio', '50020', '50020-50039']]);
    expect(stated(range)).toEqual(['error unknown-count']);
  });

  it.each([
    [
      'two rows make one',
      [
        ['AudioPortStart', '49152', 'UDP'],
        ['AudioPortCount', '8348', 'UDP'],
      ],
      ['application-server audio AudioPortStart udp 49152-57499 configurable'],
    ],
    [
      'in any order',
      [
        ['AppSharingPortCount', '8348', 'TCP'],
        ['AppSharingPortStart', '40803', 'TCP'],
      ],
      ['application-server application-sharing AppSharingPortStart tcp 40803-49150 configurable'],
    ],
    [
      'with the names of client settings',
      [
        ['ClientAudioPort', '50020', 'UDP'],
        ['ClientAudioPortRange', '20', 'UDP'],
      ],
      ['application-server audio ClientAudioPort udp 50020-50039 configurable'],
    ],
    [
      'the same twice, each with its own count',
      [
        ['AudioPortStart', '49152', 'UDP'],
        ['AudioPortCount', '8348', 'UDP'],
        ['AudioPortStart', '50000', 'UDP'],
        ['AudioPortCount', '20', 'UDP'],
      ],
      [
        'application-server audio AudioPortStart udp 49152-57499 configurable',
        'application-server audio AudioPortStart udp 50000-50019 configurable',
      ],
    ],
    ['a start alone', [['AudioPortStart', '49152', 'UDP']], ['error missing-count']],
    ['a count alone', [['AudioPortCount', '8348', 'UDP']], ['error missing-port', 'error missing-count']],
    [
      'beyond the highest port',
      [
        ['VideoPortStart', '60000', 'UDP'],
        ['VideoPortCount', '8034', 'UDP'],
      ],
      ['error port-number'],
    ],
    [
      'a setting of something else',
      [
        ['AudioPortStart', '49152', 'UDP'],
        ['AudioPortCount', '8348', 'UDP'],
        ['Enabled', 'True', 'UDP'],
      ],
      [
        'application-server audio AudioPortStart udp 49152-57499 configurable',
        'error missing-port',
        'error missing-count',
      ],
    ],
  ])('by settings: %s', (_, rows, expected) => {
    const table = read(['Property', 'Port value', 'Protocol'], rows, { about: 'application-server' });
    expect(stated(table)).toEqual(expected);
  });

  it.each([
    ['--', '--', []],
    ['—', '-', []],
    ['', '', []],
    ['N/A', 'n/a', []],
    ['49152', '8348', ['mediation-server audio AudioPortStart 49152-57499 configurable']],
    ['49152', '', ['error missing-count']],
    ['--', '8348', ['error no-port']],
  ])('by settings and server type: a start of %j and a count of %j', (start, count, expected) => {
    const table = read(
      ['Property', 'Conferencing Server', 'Mediation Server'],
      [
        ['AudioPortStart', '57501', start],
        ['AudioPortCount', '8034', count],
      ],
    );
    expect(stated(table)).toEqual(['conferencing-server audio AudioPortStart 57501-65534 configurable', ...expected]);
  });

  it('is a row of settings even where the ports have a column of their own', () => {
    const table = read(['Setting', 'Port', 'Protocol'], [['ServerPort', '443', 'TCP']]);
    expect(table.facts.map(opening)).toEqual(['tcp 443']);
  });
});

describe('ports of both ends', () => {
  const HEADERS = ['Source IP', 'Destination IP', 'Source port', 'Destination port'];

  it.each([
    ['TCP 5060 / UDP 5061', 'TCP 443 / UDP 3478', ['tcp 443 from 5060', 'udp 3478 from 5061']],
    ['TCP 5060 / UDP 5061', '443', ['tcp 443 from 5060', 'udp 443 from 5061']],
    ['1024-65535', 'TCP 443 / UDP 3478', ['tcp 443 from 1024-65535', 'udp 3478 from 1024-65535']],
  ])('from %j to %j', (from, to, expected) => {
    const { facts, said } = read(HEADERS, [['Any', 'Edge Server', from, to]]);
    expect(said).toEqual([]);
    expect(facts.map((each) => `${opening(each)} from ${shortPorts(each.sourcePorts)}`)).toEqual(expected);
  });

  it('are refused where one has other parts than the other: nobody says which belong together', () => {
    const row = ['Any', 'Edge Server', 'TCP 5060 / UDP 5061', 'TCP 443 / UDP 3478 / TLS 5067'];
    const { facts, said } = read(HEADERS, [row]);
    expect([facts, [...new Set(said)]]).toEqual([[], ['error mixed-transports']]);
  });
});

describe('a sentence on ports', () => {
  const HEADERS = ['Hosting server', 'Agents'];

  it.each([
    ['Inbound TCP port 80 or 443 open to host the website.', 'inbound tcp 80 443'],
    ['Outbound TCP and UDP ports 1024-65535 open.', 'outbound tcp udp 1024-65535'],
    ['Inbound TCP/UDP port 8080, which is customizable.', 'inbound tcp udp 8080 configurable'],
  ])('%j is about the role of its column', (sentence, stated) => {
    const { facts, said } = read(HEADERS, [[sentence, 'All agents must be online.']]);
    expect(facts.map((each) => [each.role, `${each.direction} ${opening(each)}`, each.notes?.en])).toEqual([
      ['statistics-manager-server', stated, sentence],
    ]);
    expect(said).toEqual([]);
  });

  it('is about the role of its column whichever of its names the column has', () => {
    const sentence = 'Inbound TCP port 8443 open.';
    const { facts } = read(['Statistics Manager hosting server', 'Statistics Manager agents'], [[sentence, sentence]]);
    expect(facts.map(({ role }) => role)).toEqual(['statistics-manager-server', 'statistics-manager-agent']);
  });

  it.each([
    ['Inbound TCP port 99999 open.', 'error port-number'],
    ['Inbound TCP port 443-80 open.', 'error port-range'],
    ['Port 80 must be open.', 'error unknown-port'],
  ])('%j is refused', (sentence, why) => {
    const { facts, said } = read(HEADERS, [['', sentence]]);
    expect([facts, said]).toEqual([[], [why]]);
  });

  it.each([
    ['Outbound TCP port 8080 open.', ['port-table']],
    ['They report to the server.', ['other']],
  ])('is what makes a table of sentences one of ports: %j', (cell, is) => {
    const front = '---\ntitle: Lync Server 2013\nms.assetid: a\nms.contentlocale: en-US\n---\n# A\n\n';
    expect(takeText(`${front}|Agents|\n|---|\n|${cell}|\n`).tables.map((table) => table.is)).toEqual(is);
  });
});

describe('tables of few columns', () => {
  it.each([
    [
      'Used by Conferencing Attendant application for SIP listening requests',
      'conferencing-attendant-service',
      ['sip'],
    ],
    [
      'Used by the Conferencing Announcement application for SIP requests',
      'conferencing-announcement-service',
      ['sip'],
    ],
    ['Used by the Response Group service for Morse requests', 'response-group-service', []],
    ['Used by Sandbox application for SIP listening requests', null, []],
    ['Dial-in conferencing', null, []],
  ])('port number and description: %j', (description, service, protocols) => {
    const { facts, said } = read(['Port number', 'Description'], [['5072', description]]);
    expect([facts.map((each) => [shortPorts(each.ports), each.service, each.protocols]), said]).toEqual([
      [['5072', service, protocols]],
      [],
    ]);
  });

  it('keep the protocol and the service of their own columns', () => {
    const { facts } = read(
      ['Server role', 'Service name', 'Port', 'Protocol', 'Notes'],
      [['Directors', 'SQL Browser', '5072', 'TCP (TLS)', 'Used by Response Group application for SIP requests']],
    );
    expect(facts.map((each) => [each.service, each.protocols])).toEqual([['sql-browser', ['tls']]]);
  });

  it.each([
    ['Skype Meetings App', '*.lync.com\n*broadcast.officeapps.live.com', 'skype-meetings-app'],
    ['Teams', '*.microsoft.com\n*.skype.com', 'teams-client'],
  ])('apps and their hosts: %j to %j', (app, hosts, role) => {
    const { facts, said } = read(
      ['App', 'Destination FQDNs', 'IP Addresses', 'Ports'],
      [[app, hosts, 'These IP addresses are frequently updated.', 'TCP: 443\nUDP: 3478-3481']],
    );
    expect(said).toEqual([]);
    expect(facts.map((each) => [opening(each), shortEnd(each.source), shortEnd(each.destination)])).toEqual([
      ['tcp 443', role, 'office-365'],
      ['udp 3478-3481', role, 'office-365'],
    ]);
  });

  it('apps whose host belongs to nobody who is known are refused', () => {
    const { said } = read(['App', 'Destination FQDNs', 'Ports'], [['Teams', '*.example.org', 'TCP: 443']]);
    expect(said).toEqual(['error unknown-endpoint']);
  });
});

describe('an end', () => {
  it.each([
    ['Any', 'any'],
    ['any', 'any'],
    ['Any IP address', 'any'],
    ['All', 'any'],
    ['Any:\n• Front End Server\n• Director', 'front-end-server director'],
    ['Any\n• Front End Server\n• Director', 'front-end-server director'],
    ['Any of the following:\n• Front End Server\n• Director pool', 'front-end-server director'],
    ['Any of the following: Front End Server, Director', 'front-end-server director'],
    ['Any of the following servers:\nFront End Server\nDirector', 'front-end-server director'],
    [
      'Any of the following running the XMPP Gateway service:\n• Front End Server\n• Front End pool',
      'front-end-server',
    ],
    ['Any of these:\n• Director', 'director'],
    ['Either of the following:\n• Director\n• Front End Server', 'director front-end-server'],
    ['One of the following: Director or Front End pool', 'director front-end-server'],
    ['All of the following:\n- Director\n- Edge Server', 'director edge-server'],
    ['Any of the Front End Servers', 'front-end-server'],
    ['Any Survivable Branch Appliance', 'survivable-branch-appliance'],
    [
      'Any (can be defined as Standard Edition server IP, Standard Edition server IP address, or pool IP address running the XMPP Gateway service)',
      'any narrowed to standard-edition-server front-end-server',
    ],
    [
      'Any (can be defined as Director IP, Front End Server IP or Pool virtual IP)',
      'any narrowed to director front-end-server',
    ],
    ['Any (may be limited to the Edge Server internal interface)', 'any narrowed to edge-server'],
    ['Any, can be defined as Director', 'any narrowed to director'],
    ['Cloud Connectorr host IPs', 'cloud-connector-host'],
    ['Cloud Connector host IPs', 'cloud-connector-host'],
  ])('%j', (cell, stated) => {
    const { facts, said } = read(['Source IP', 'Destination IP', 'Port'], [[cell, 'Edge Server', 'TCP 443']]);
    expect([facts.map(({ source }) => shortEnd(source)), said]).toEqual([[stated], []]);
  });

  it.each([
    'Any of the following:',
    'Any of the following Front End Server, Director',
    'Any of the following:\n• Toaster',
    'Any (can be defined as Toaster)',
    'Any (Director)',
    'Anywhere',
  ])('%j is refused', (cell) => {
    const { said } = read(['Source IP', 'Destination IP', 'Port'], [[cell, 'Edge Server', 'TCP 443']]);
    expect(said).toEqual(['error unknown-endpoint']);
  });
});

describe('a caption', () => {
  const says = (caption: string) => readCaption(tableWith([], [], { caption: english(caption) }), 'en-US', vocabulary);

  it.each([
    'Required client ports',
    'Required Client Ports and Protocols',
    'Client-side ports',
    'Client port requirements',
    'Ports required by clients',
    'Ports for Lync clients',
    'Port ranges for your clients',
  ])('%j makes a table one of clients', (caption) => {
    expect(says(caption).client).toBe(true);
    const { facts } = read(['Port', 'Protocol'], [['443', 'TCP']], { caption, about: 'client' });
    expect(facts.map(({ role }) => role)).toEqual(['client']);
  });

  it.each(['Required server ports', 'Ports that servers open to clients', 'Ports for clients and servers', 'Clients'])(
    '%j does not',
    (caption) => {
      expect(says(caption).client).toBe(false);
    },
  );

  it.each([
    'Ports to block',
    'Blocked ports',
    'Ports that must be blocked',
    'Ports to be closed',
    'Ports which should be closed',
    'Ports that you should block',
    'Ports that are blocked',
    'Ports that must not be opened',
    'Ports not to open',
    'Do not open these ports',
    'Block the following ports on the external firewall',
    'Prohibited ports',
  ])('%j opens nothing', (caption) => {
    const { facts, said } = read(['Server role', 'Port', 'Protocol'], [['Directors', '443', 'TCP']], { caption });
    expect([facts, said]).toEqual([[], ['warning withdrawn']]);
  });

  it.each([
    'Ports to open',
    'Ports to unblock',
    'Ports that are not blocked',
    'Ports blocked by default',
    'Port ranges in a block',
    'Ports and blocks of addresses',
    'Firewalls that close idle connections',
  ])('%j takes nothing back', (caption) => {
    const { facts, said } = read(['Server role', 'Port', 'Protocol'], [['Directors', '443', 'TCP']], { caption });
    expect([facts.map(opening), said]).toEqual([['tcp 443'], []]);
  });

  it.each([
    ['External Interface – Node 1 and Node 2 (Example)', 'external', 'node', 'external'],
    ['Internal Interface Node 1 and Node 2', 'internal', 'node', 'internal'],
    ['External interface Virtual IPs', 'external', 'virtual-ip', 'external'],
    ['Internal interface VIP', 'internal', 'virtual-ip', 'internal'],
    ['Internal Edge interface', 'internal', null, 'internal'],
    ['External network adapter', 'external', null, 'external'],
    ['Internal firewall', undefined, undefined, 'internal'],
    ['External firewall - minimum configuration', undefined, undefined, 'external'],
    ['External port firewall summary table', undefined, undefined, 'external'],
    ['Internal-facing firewall', undefined, undefined, 'internal'],
    ['External and internal interfaces', undefined, undefined, null],
    ['Firewall Summary for Federation', undefined, undefined, null],
  ])('%j', (caption, side, address, firewall) => {
    const facts = says(caption);
    expect([facts.interface?.side, facts.interface?.address, facts.firewall]).toEqual([side, address, firewall]);
  });
});

describe('where a flow crosses the perimeter network', () => {
  it.each([
    ['External firewall', 'Any', 'Edge Server Access Edge service', 'external/null', 'external in'],
    ['External firewall', 'Edge Server Access Edge service', 'Any', 'external/null', 'external out'],
    ['Internal Interface – Node 1', 'Any', 'Edge Server internal interface', 'internal/node', 'internal out'],
    ['Internal Interface – Node 1', 'Edge Server internal interface', 'Director', 'internal/node', 'internal in'],
    ['', 'Edge Server internal interface', 'Director', 'internal/null', 'internal in'],
    ['', 'Edge Server A/V Edge service public IP address', 'Any', 'external/null', 'external out'],
    ['', 'Federated partner', 'Edge Server Access Edge service', 'external/null', 'external in'],
    ['', 'Any', 'Edge Server', null, null],
    ['', 'Director', 'Front End Server', null, null],
    ['Internal firewall', 'Cloud Connector Mediation component', 'SBC/PSTN Gateway', null, 'internal in'],
    ['Internal firewall', 'SBC/PSTN Gateway', 'Cloud Connector Mediation component', null, 'internal out'],
    ['External firewall', 'Director', 'Front End Server', null, null],
  ])('%j, from %j to %j', (caption, from, to, face, firewall) => {
    const { facts } = read(['Source IP', 'Destination IP', 'Port'], [[from, to, 'TCP 443']], { caption });
    expect(
      facts.map((each) => [
        each.interface && `${each.interface.side}/${each.interface.address}`,
        each.firewall && `${each.firewall.at} ${each.firewall.way}`,
      ]),
    ).toEqual([[face, firewall]]);
  });
});

describe('a note', () => {
  const HEADERS = ['Server role', 'Port', 'Protocol', 'Notes'];
  const noted = (note: string, given: Given = {}) => read(HEADERS, [['Front End Servers', '443', 'TCP', note]], given);

  it.each([
    ['(Optional) Redirection to HTTPS', true],
    ['Optionally used for static routes', true],
    ['This port is optional.', true],
    ['Off by default.', true],
    ['The listener is turned off by default', true],
    ['Disabled by default', true],
    ['This port is not optional', null],
    ['Used by the optional gateway', null],
    ['Required.', null],
  ])('%j: optional is %j', (note, optional) => {
    expect(noted(note).facts.map((each) => each.optional)).toEqual([optional]);
  });

  it.each([
    'This port must be blocked.',
    'Must be blocked at the firewall',
    'This port should be closed',
    'Port 443 must be blocked.',
    'Ports 80 and 443 must stay closed',
    'This port must not be open.',
    'Do not open this port.',
    'Never expose these ports',
    'Block this port',
    'Keep this port closed.',
    'Legacy. Make sure that it is blocked.',
  ])('%j withdraws the row', (note) => {
    const { facts, said } = noted(note);
    expect([facts, said]).toEqual([[], ['warning withdrawn']]);
  });

  it.each([
    'This port must not be blocked.',
    'Used in networks that do not allow UDP.',
    'If you do not open this port, calls fail.',
    'When unused, it must be blocked.',
    'Calls must be closed by the server.',
    'Close connections after use.',
    'Deny all other traffic.',
    'Port 80 must be blocked; this one is used instead.',
    'Must not be exposed to the Internet.',
    'Blocks of ports are reserved.',
  ])('%j does not', (note) => {
    expect(noted(note).facts.map(opening)).toEqual(['tcp 443']);
  });

  it('says nothing of another port than that of a row that is not understood', () => {
    const { said } = read(HEADERS, [['Front End Servers', 'x', 'TCP', 'Port 80 must be blocked.']]);
    expect(said).toEqual(['error unknown-port']);
  });

  it('leaves products without years as they are', () => {
    const { facts } = noted('Skype for Business Server 2015 only', { products: ['cloud-connector-edition'] });
    expect(facts.map((each) => each.releases)).toEqual([null]);
  });

  it('withdraws a flow that comes from outside', () => {
    const { facts } = read(
      ['Source IP', 'Destination IP', 'Port', 'Notes'],
      [['Any', 'Edge Server', 'TCP 443', 'Must be blocked from the Internet.']],
    );
    expect(facts).toEqual([]);
  });

  const BOTH = ['skype-for-business-server-2015', 'skype-for-business-server-2019'] as const;
  const OLD = ['skype-for-business-server-2015'];
  const NEW = ['skype-for-business-server-2019'];

  it.each([
    ['Not supported in Skype for Business Server 2019', OLD],
    ['Not Supported in Skype for Businesss Server 2019', OLD],
    [
      'XMPP gateways are available in Skype for Business Server 2015 but are no longer supported in Skype for Business Server 2019.',
      OLD,
    ],
    ["Isn't supported by Skype for Business Server 2019", OLD],
    ['Removed from Skype for Business Server 2019', OLD],
    ['Only supported in Skype for Business Server 2015', OLD],
    ['Skype for Business Server 2015 only', OLD],
    ['Applies to Skype for Business Server 2015 only', OLD],
    ['Not available in Skype for Business Server 2015.', NEW],
    ['New in Skype for Business Server 2019', NEW],
    ['Supported in Skype for Business Server 2015 and 2019', null],
    ['Not supported in Exchange Server 2019', null],
    ['Not supported in Windows Server 2019', null],
    ['Not supported in Lync Server 2013', null],
    ['Only used in pools. Skype for Business Server 2019 uses it, too.', null],
  ])('%j is for %j', (note, releases) => {
    const { facts, said } = noted(note, { products: BOTH });
    expect([facts.map((each) => each.releases), said]).toEqual([[releases], []]);
  });

  it.each([
    ['Not supported in Skype for Business Server 2015 and 2019', BOTH],
    ['No longer supported in Lync Server 2013', ['lync-server-2013']],
  ] as const)('%j is for none of the products of the page', (note, products) => {
    const { facts, said } = noted(note, { products: [...products] as [string, ...string[]] });
    expect([facts, said]).toEqual([[], ['warning withdrawn']]);
  });

  it('of a protocol cell limits releases as well', () => {
    const { facts } = read(
      ['Role or protocol', 'TCP or UDP', 'Port', 'Source IP address', 'Destination IP address'],
      [['XMPP\nNot supported in Skype for Business Server 2019', 'TCP', '5269', 'Any', 'Edge Server']],
      { products: BOTH },
    );
    expect(facts.map((each) => [opening(each), each.releases])).toEqual([['tcp xmpp 5269', OLD]]);
  });
});

describe('the product of a page', () => {
  const page = (title: string, front: string) =>
    `---\ntitle: ${title}\nms.contentlocale: en-US\n${front}\n---\n# ${title}\n\n|Server role|Port|Protocol|\n|---|---|---|\n|Directors|443|TCP|\n`;
  const BOTH = ['skype-for-business-server-2015', 'skype-for-business-server-2019'];

  it.each([
    ['Port ranges in Lync Server 2013', 'mtps_version: v=OCS.15', 'Lync/LyncServer/a.md', ['lync-server-2013']],
    ['Port ranges', 'mtps_version: v=OCS.15', 'Lync/LyncServer/a.md', ['lync-server-2013']],
    // pages of Skype for Business Server kept the version of the Lync page that they were made of
    ['Port ranges', 'mtps_version: v=OCS.15', 'Skype/SfbServer/manage/a.md', BOTH],
    ['Port ranges for Skype for Business Server', 'mtps_version: v=OCS.15', 'Skype/SfbServer/a.md', BOTH],
    ['Edge in Skype for Business Server', 'ms.prod: skype-for-business-itpro', 'Skype/SfbServer/a.md', BOTH],
    ['Edge in Skype for Business Server 2015', '', 'Skype/SfbServer/a.md', ['skype-for-business-server-2015']],
    ['Edge in Skype for Business Server 2019', '', 'Skype/SfbServer/a.md', ['skype-for-business-server-2019']],
    ['Edge', '', 'Skype/SfBServer2019/a.md', ['skype-for-business-server-2019']],
    [
      'Plan Cloud Connector Edition',
      'ms.prod: skype-for-business-itpro',
      'Skype/SfbServer/a.md',
      ['cloud-connector-edition'],
    ],
  ])('%s (%s, %s)', (title, front, path, products) => {
    const { snapshot } = takeText(page(title, front), path);
    expect(snapshot?.document.products ?? [snapshot?.document.product]).toEqual(products);
  });

  it.each([
    ['Ports in Teams', 'ms.prod: skype-for-business-itpro', 'Teams/a.md'],
    ['Ports of Skype for Business Server', 'mtps_version: v=OCS.15', 'Teams/a.md'],
    ['Ports in Office Communications Server 2007 R2', 'mtps_version: v=OCS.15', 'Skype/SfbServer/a.md'],
  ])('%s (%s, %s) is none of the catalog', (title, front, path) => {
    expect(takeText(page(title, front), path).snapshot).toBeNull();
  });
});

describe('text that is struck out', () => {
  const readPage = (body: string, locale = 'en-US') => {
    const front = `---\ntitle: Ports\nmtps_version: v=OCS.15\nms.assetid: a\nms.contentlocale: ${locale}\n---\n# Ports\n\n`;
    const { snapshot } = takeText(`${front}${body}\n`);
    const readings = (snapshot?.tables ?? []).map((table) => readTable(table, documentOf({ locale }), vocabulary));
    return {
      facts: readings.flatMap(({ rows }) => rows.flatMap(({ facts }) => facts)).map(opening),
      said: readings.flatMap(({ diagnostics }) => diagnostics.map(({ severity, code }) => `${severity} ${code}`)),
      snapshot,
    };
  };
  const pipe = (...cells: string[]) =>
    `|Server role|Port|Protocol|Notes|\n|---|---|---|---|\n|${cells.join('|')}|\n|Directors|5061|TCP||`;
  const html = (...cells: string[]) =>
    `<table><tr><th>Server role</th><th>Port</th><th>Protocol</th></tr>${cells.join('')}<tr><td>Directors</td><td>5061</td><td>TCP</td></tr></table>`;

  it.each([
    ['a whole row', pipe('~~Directors~~', '~~443~~', '~~TCP~~', '')],
    ['the port', pipe('Directors', '~~443~~', 'TCP', '')],
    ['the role', pipe('~~Directors~~', '443', 'TCP', '')],
    ['in HTML', html('<tr><td><s>Directors</s></td><td><del>443</del></td><td><strike>TCP</strike></td></tr>')],
    ['lines', html('<tr><td>Directors</td><td><del>443<br>444</del></td><td>TCP</td></tr>')],
    ['paragraphs', html('<tr><td>Directors</td><td><del><p>443</p><p>444</p></del></td><td>TCP</td></tr>')],
    ['a list', html('<tr><td>Directors</td><td><s><ul><li>443</li></ul></s></td><td>TCP</td></tr>')],
    [
      'by a style',
      html('<tr><td>Directors</td><td><span style="text-decoration: line-through">443</span></td><td>TCP</td></tr>'),
    ],
    [
      'by the style of a cell',
      html('<tr><td>Directors</td><td style="text-decoration:line-through">443</td><td>TCP</td></tr>'),
    ],
    [
      'by the style of a row',
      html('<tr style="text-decoration: line-through"><td>Directors</td><td>443</td><td>TCP</td></tr>'),
    ],
  ])('withdraws its row: %s', (_, body) => {
    const { facts, said } = readPage(body);
    expect([facts, said]).toEqual([['tcp 5061'], ['warning withdrawn']]);
  });

  it.each([
    ['443, ~~80~~', 'tcp 443'],
    ['~~80~~ 443', 'tcp 443'],
    ['~~80~~, 443', 'tcp 443'],
    ['80, ~~443~~, 444', 'tcp 80 444'],
    ['443/~~80~~', 'tcp 443'],
    ['1024~65535', 'tcp 1024-65535'],
  ])('is no part of its cell: %s', (cell, stated) => {
    const { facts, said } = readPage(pipe('Directors', cell, 'TCP', '~~Must be blocked.~~'));
    expect([facts, said]).toEqual([[stated, 'tcp 5061'], []]);
  });

  it('is no caption that closes, and no footnote that configures', () => {
    const body = pipe('Directors', '443 \\*', 'TCP', '');
    expect(readPage(`## ~~Ports to block~~\n\n${body}\n\n\\* ~~You can configure it.~~`).facts).toEqual([
      'tcp 443 perhaps configurable',
      'tcp 5061',
    ]);
  });

  it('is struck out in both languages of a cell', () => {
    const line = (ko: string, english: string) =>
      `<span data-ttu-id="1">${ko}</span><span class="sxs-lookup"><span data-stu-id="1">${english}</span></span>`;
    const body = html(`<tr><td><s>${line('디렉터', 'Directors')}</s></td><td>443</td><td>TCP</td></tr>`);
    expect(readPage(body, 'ko-KR').said).toEqual(['warning withdrawn']);
  });

  it('stays in the snapshot, as it was published', () => {
    const { snapshot } = readPage(pipe('Directors', '443 ~~80~~', 'TCP', ''));
    expect(snapshot?.tables[0]?.rows[0]?.[1]).toEqual([{ text: null, en: '443 ~~80~~' }]);
  });
});

describe('settings that give ports', () => {
  it.each([
    ['|Property|Port value|\n|---|---|\n|AudioPortStart|49152|\n|AudioPortCount|8348|', 1],
    ['|Property|Port value|\n|---|---|\n|ClientAudioPort|49152|\n|ClientAudioPortRange|20|', 1],
    ['|Property|Meaning|\n|---|---|\n|Color|Red|', 0],
  ])('make a table one of ports: %j', (table, tables) => {
    const { snapshot } = takeText(
      `---\ntitle: Lync Server 2013\nms.assetid: a\nms.contentlocale: en-US\n---\n# A\n\n${table}\n`,
    );
    expect(snapshot?.tables.length ?? 0).toBe(tables);
  });
});

describe('Korean cells', () => {
  it.each([
    ['클라이언트', '1024-65535 \\*', 'TCP', 'client', 'tcp 1024-65535 perhaps configurable'],
    ['클라이언트', '67/68', 'DHCP', 'client', 'udp dhcp 67 68'],
  ])('%j, %j, %j', (component, port, protocol, role, stated) => {
    const { facts } = read(['구성 요소', '포트', '프로토콜'], [[component, port, protocol]], { korean: true });
    expect(facts.map((each) => [each.role, opening(each)])).toEqual([[role, stated]]);
  });

  it('name those of a list, and not anybody, as the English does', () => {
    const { facts } = read(
      ['원본 IP 주소', '대상 IP 주소', '포트', '프로토콜'],
      [['그\n• 디렉터\n• 프런트 엔드 서버', '에지 서버', '443', 'TCP']],
      { korean: true },
    );
    expect(facts.map(({ source }) => shortEnd(source))).toEqual(['director front-end-server']);
  });

  it('give media ranges, and pass over their totals', () => {
    const { facts, said } = read(['패킷 종류', '시작 포트', '예약된 포트 수'], [['오디오', '49152', '8348']], {
      korean: true,
    });
    expect([facts.map(opening), said]).toEqual([['49152-57499 configurable'], []]);
  });

  it('give media ranges by their settings', () => {
    const { facts, said } = read(
      ['속성', '포트 값'],
      [
        ['AudioPortStart', '49152'],
        ['AudioPortCount', '8348'],
      ],
      { korean: true },
    );
    expect([facts.map(opening), said]).toEqual([['49152-57499 configurable'], []]);
  });

  it('of headings are read by their anchors, which are English', () => {
    const under = (anchor: string | null) => {
      const headings = [{ depth: 2, anchor, text: cellFrom('이상한 제목') }];
      return readCaption(tableWith([], [], { headings }), 'ko-KR', vocabulary).closes;
    };
    expect([under('ports-to-block'), under(null)]).toEqual([true, false]);
  });
});
