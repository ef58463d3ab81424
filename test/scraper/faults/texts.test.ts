import { describe, expect, it } from 'vitest';
import { readCaption } from '../../../scraper/src/interpret/caption.ts';
import { readTable } from '../../../scraper/src/interpret/table.ts';
import { both } from '../../support/cells.ts';
import { type Given, opening, read, shortEnd } from '../../support/read-rows.ts';
import { cellFrom, documentOf, tableWith } from '../../support/rows.ts';
import { takeText } from '../../support/take.ts';
import { vocabulary } from '../../support/vocabulary.ts';

/** Each fault with which texts beside ports were read, by its kind. */

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
    ['This port does not need to be open.', true],
    ['Need not be opened', true],
    ['It is not necessary to open this port', true],
    ['You can close this port.', true],
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
    'Not to be opened.',
    'This port is no longer used.',
    'Not in use any more',
    'Reserved for future use.',
    'These ports are prohibited.',
    'Disallowed',
    'Ensure that the port is not open.',
    'Drop all traffic on this port.',
    'Please remove this rule.',
    'Do not open 443',
    'Block TCP 443 on the firewall.',
    'Keep 443 closed',
    'Keep closed.',
    'NOTE – must be closed',
    '(must be closed)',
    'For security reasons, do not open.',
    'Deny all',
    'Configure the firewall to block this port.',
    'Verify that port 443 is closed',
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
    'Block 80',
    'Blocks of ports are reserved.',
  ])('%j does not', (note) => {
    expect(noted(note).facts.map(opening)).toEqual(['tcp 443']);
  });

  it.each([
    'Opening this port is not recommended.',
    'Deprecated.',
    'Not supported in this release.',
    'Port not in use; may be closed.',
    'Closed by default.',
    'Avoid this port.',
    'It is a security risk to open it.',
    'Nothing listens here',
    'Server does not listen on this port',
    'Obsolete',
    'Temporarily open',
    'Not used since 2013',
    'Closed in 2019',
    'The firewall blocks this port.',
    'No firewall rule is needed.',
    'Unless an Edge Server is deployed, must be closed.',
    'Superseded by another port',
    'Disabled',
    'Except on Directors',
    'UDP only.',
    'Both TCP and UDP.',
    'Use 444 instead',
    'Also 444 and 445',
  ])('%j may withdraw it, which is reported', (note) => {
    const { facts, said } = noted(note);
    expect([facts.map(opening), said]).toEqual([['tcp 443'], ['warning unclear-note']]);
  });

  it.each([
    'Do not block this port.',
    'Never close it',
    'This port cannot be configured.',
    'Used when HTTPS is not used.',
    'Required only for XMPP.',
    'Calls fail if UDP cannot be used.',
    'Used by clients that do not support TLS.',
    'If there is no Director, the Front End Server listens.',
    'TCP only',
    'Port 443 in 2013',
    'HTTPS, version 1.12',
    'At least 20 ports',
    'Used beside port 444 of the same server.',
  ])('%j is understood', (note) => {
    const { facts, said } = noted(note);
    expect([facts.map(opening), said]).toEqual([['tcp 443'], []]);
  });

  it('says nothing of another port than that of a row that is not understood', () => {
    const { said } = read(HEADERS, [['Front End Servers', 'x', 'TCP', 'Port 80 must be blocked.']]);
    expect(said).toEqual(['error unknown-port']);
  });

  it.each([
    ['Open outbound.', 'outbound'],
    ['Outbound only.', 'outbound'],
    ['Inbound', 'inbound'],
    ['Outbound calls', null],
    ['Open inbound/outbound', null],
  ])('%j: the direction is %j', (note, direction) => {
    expect(noted(note).facts.map((each) => each.direction)).toEqual([direction]);
  });

  it('says the same in front of the port', () => {
    const { facts, said } = read(HEADERS.toReversed(), [['Do not open port 443', 'TCP', '443', 'Front End Servers']]);
    expect([facts, said]).toEqual([[], ['warning withdrawn']]);
  });

  it.each([
    ['차단해야 합니다.', 'Used for SIP.', ['warning languages-disagree']],
    ['인바운드 열기', 'Open outbound', ['warning languages-disagree']],
    ['차단해야 합니다.', 'Must be blocked.', ['warning withdrawn']],
    ['인바운드 열기', 'Open inbound', []],
  ])('in Korean %j beside %j is %j', (korean, english, said) => {
    const headers = ['Server role', 'Port', 'Protocol'].map(cellFrom);
    const cells = ['Front End Servers', '443', 'TCP'].map(cellFrom);
    const table = tableWith([...headers, cellFrom('Notes')], [[...cells, both([korean, english])]]);
    expect(
      readTable(table, documentOf(), vocabulary).diagnostics.map((each) => `${each.severity} ${each.code}`),
    ).toEqual(said);
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
    ['Starting with Skype for Business Server 2019.', NEW],
    ['Used for media. Skype for Business Server 2019 and later', NEW],
    ['Prior to Skype for Business Server 2019', OLD],
    ['For federation with Skype for Business Server 2019 and later', null],
    ['Before 2019 clients used it, which have gone', null],
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

  it('of one of several ports limits no releases, and is reported', () => {
    const headers = ['Source', 'Destination', 'Port', 'Protocol', 'Notes'];
    const row = ['Any', 'Edge Server', '80, 443', 'TCP', 'Port 80 is not supported in Skype for Business Server 2019.'];
    const { facts, said } = read(headers, [row], { products: BOTH });
    expect([facts.map((each) => each.releases), said]).toEqual([[null], ['warning unclear-note']]);
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
