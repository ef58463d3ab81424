import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../scraper/src/model/snapshot.ts';
import { en } from '../../support/cells.ts';
import { opening, read, shortPorts } from '../../support/read-rows.ts';
import { takeText } from '../../support/take.ts';

/** Each fault with which ports were read, by its kind: rows as published, and the facts that they state. */

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
    ['(Optional) 80, 443', ['80 443 optional']],
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
    ['443, 80 (optional)', 'error ambiguous-port'],
    ['TCP 80/443(optional)', 'error ambiguous-port'],
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
    ['Inbound TCP ports 80, 443, and 8080 open since 2015.', 'inbound tcp 80 443 8080'],
    ['Inbound TCP ports 50,000-59,999 open.', 'inbound tcp 50000-59999'],
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
    ['Inbound TCP port 80. Outbound TCP port 8080.', 'error unknown-port'],
    ['Inbound TCP port 80 (if used, 8080).', 'error unknown-port'],
    ['Inbound TCP port 80 must not be open.', 'warning withdrawn'],
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
