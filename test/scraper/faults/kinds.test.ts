import { describe, expect, it } from 'vitest';
import { opening, read, shortEnd, shortPorts } from '../../support/read-rows.ts';

/** Each fault with which tables of other kinds than lists of ports were read, by its kind. */

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

  it.each([
    'Inbound to Frobnicator',
    'Inbound from clients',
    'Outbound (to Edge Server)',
    'Inbound/Outbound',
    'Sideways',
  ])('%j is not understood', (cell) => {
    const { said } = read(['Protocol', 'Port', 'Direction'], [['TCP', '1433', cell]]);
    expect(said).toEqual(['error unknown-direction']);
  });

  it.each([
    ['Open inbound\nActive Directory Federation Services', 'inbound'],
    ['Open outbound for audio and video sessions', 'outbound'],
    ['Open for inbound traffic', 'inbound'],
    ['Only outbound', 'outbound'],
    ['Inbound traffic', 'inbound'],
    ['Incoming only.', 'inbound'],
    ['Open inbound/outbound on the Edge Server', null],
    ['Open inbound and outbound', null],
    ['Microsoft Online Services Portal', null],
  ])('of what applications need: %j', (cell, direction) => {
    const { facts } = read(['Protocol / Port', 'Applications'], [['PSOM/TLS 443', cell]]);
    expect(facts.map((each) => [opening(each), each.direction])).toEqual([['tcp psom tls 443', direction]]);
  });
});

describe('a cell of protocols and ports', () => {
  it.each([
    ['TCP 443, UDP 3478', ['tcp 443', 'udp 3478']],
    ['UDP 3478 and TCP 443 (optional)', ['udp 3478', 'tcp 443 optional']],
    ['TLS: 5061\nTCP: 5060', ['tls 5061', 'tcp 5060']],
  ])('%j is a rule each', (cell, rules) => {
    const { facts, said } = read(['Source', 'Destination', 'Ports/Protocols'], [['Any', 'Edge Server', cell]]);
    expect(said).toEqual([]);
    expect(facts.map(opening)).toEqual(rules.map((rule) => rule.replace('tls', 'tcp tls')));
  });

  it.each([
    ['SIP/TLS/443 (in)', 'tcp sip tls 443', 'inbound'],
    ['HTTPS 4443 (outbound)', 'tcp https 4443', 'outbound'],
  ])('%j says which way', (cell, stated, direction) => {
    const { facts, said } = read(['Protocol/Port', 'Used for'], [[cell, 'Remote access']]);
    expect([facts.map((each) => [opening(each), each.direction]), said]).toEqual([[[stated, direction]], []]);
  });

  it.each(['SIP/MTLS/5061 (in/out)', '443, TCP 5061', '443; 3478'])('%j is not understood', (cell) => {
    const { facts, said } = read(['Source', 'Destination', 'Protocol/Port'], [['Any', 'Edge Server', cell]]);
    expect([facts, said.length]).toEqual([[], 1]);
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
    [['Lync Server 2013', '4443', 'Front End\n5061', 'None', 'HTTPS'], ['error unknown-port']],
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

  it.each(['*.example.org', 'all but *.skype.com', 'except .skype.com'])('apps and "%s" are refused', (host) => {
    const { said } = read(['App', 'Destination FQDNs', 'Ports'], [['Teams', host, 'TCP: 443']]);
    expect(said).toEqual(['error unknown-endpoint']);
  });
});
