import { describe, expect, it } from 'vitest';
import { factsOf, inShort, type RowCells, readRowOf } from '../../support/rows.ts';

const FLOW = { 'Source IP': 'Director', 'Destination IP': 'Edge Server' };

describe('two columns that state one fact differently are reported:', () => {
  it.each<[what: string, cells: RowCells, said: string]>([
    ['ports', { ...FLOW, Port: 'TCP 443', 'Destination port': '5061' }, 'Destination port: 5061'],
    ['ports, the other way round', { ...FLOW, 'Destination port': '443', Port: '444' }, 'Port: 444'],
    ['a port and a range', { ...FLOW, Port: '443', 'Destination port': '443-444' }, 'Destination port: 443-444'],
    ['a port and any', { ...FLOW, Port: '443', 'Destination port': 'Any' }, 'Destination port: Any'],
    ['ports and those of a composite', { 'Port/Protocol': '443/TCP', Port: '444', Component: 'Director' }, 'Port: 444'],
    [
      'roles',
      { 'Server role': 'Director', Component: 'Edge Server', Port: '443', Protocol: 'TCP' },
      'Component: Edge Server',
    ],
    [
      'a role and that of a composite',
      { Component: 'Director', 'Role/Protocol/TCP or UDP/Port': 'Access/SIP(TLS)/TCP/443' },
      'Role/Protocol/TCP or UDP/Port: Access/SIP(TLS)/TCP/443',
    ],
    [
      'a role and that of a direction',
      { 'Server role': 'Director', Port: '443', Protocol: 'TCP', Direction: 'Inbound to Edge Server' },
      'Direction: Inbound to Edge Server',
    ],
    [
      'destinations',
      { Source: 'Director', Destination: 'Edge Server', 'Destination FQDN': '*.lync.com', Port: '443' },
      'Destination FQDN: *.lync.com',
    ],
    [
      'a direction and the name of a rule',
      { 'Rule name': 'Media Outbound', Direction: 'Inbound', Port: '443', Protocol: 'TCP' },
      'Direction: Inbound',
    ],
    [
      'the same behind it',
      { Direction: 'In', 'Rule name': 'Media Outbound', Port: '443', Protocol: 'TCP' },
      'Rule name: Media Outbound',
    ],
    [
      'a direction and a note',
      {
        Component: 'Director',
        Direction: 'Inbound',
        Port: '443',
        Protocol: 'TCP',
        Notes: 'Open outbound to the Internet.',
      },
      'Notes: Open outbound to the Internet.',
    ],
  ])('%s', (_, cells, said) => {
    const { rows, diagnostics } = readRowOf(cells);
    expect([rows[0]?.facts, diagnostics.map(inShort)]).toEqual([[], [`error columns-disagree, row 1, ${said}`]]);
  });

  it.each([
    ['UDP', 'TCP'],
    ['TCP', 'TCP/UDP'],
    ['SRTP/UDP', 'TCP'],
  ])('transports: %s and %s', (protocol, transport) => {
    const cells = { 'Server role': 'Director', Port: '443', Protocol: protocol, 'TCP or UDP': transport };
    const { rows, diagnostics } = readRowOf(cells);
    expect([rows[0]?.facts, diagnostics.map(({ code }) => code)]).toEqual([[], ['transports-disagree']]);
  });
});

describe('two columns that state one fact alike make one rule:', () => {
  it.each<[what: string, cells: RowCells, facts: unknown]>([
    ['ports', { ...FLOW, Port: 'TCP 50,000', 'Destination port': '50000' }, { transports: ['tcp'] }],
    [
      'roles',
      { 'Server role': 'Directors', Component: 'Director', Port: '443', Protocol: 'TCP' },
      { role: 'director' },
    ],
    [
      'transports',
      { Component: 'Director', Port: '443', Protocol: 'TCP (TLS)', 'TCP or UDP': 'TCP' },
      { transports: ['tcp'], protocols: ['tls'] },
    ],
    [
      'directions',
      { 'Rule name': 'Media Outbound', Direction: 'Outbound', Port: '443', Protocol: 'TCP' },
      { direction: 'outbound' },
    ],
  ])('%s', (_, cells, facts) => {
    expect(factsOf(readRowOf(cells))).toMatchObject(facts as object);
  });
});
