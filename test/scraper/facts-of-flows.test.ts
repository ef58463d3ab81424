import { describe, expect, it } from 'vitest';
import { catalog } from '../support/committed.ts';
import { nameOf, ruleAt, tellEnd, tellPorts, tellProtocols } from '../support/told.ts';

// Written by hand from the English beside the Korean, or from that of the Lync edition; not from the data.
const LYNC = 'lync-server-2013';
const SKYPE = 'skype-for-business-server-2015';
const ACCESS = 'Access Edge service';
const AV = 'A/V Edge service';
const CONFERENCING = 'Web Conferencing Edge service';
const EDGE = 'Edge Server';
const FRONT = 'Front End Servers';
const XMPP = 'XMPP Proxy service';
const PUBLIC_IM = 'Public IM connectivity partners';
const MESSENGER = 'Live Messenger clients';
const EXTERNAL = 'scaled-edge-external-interface-nodes';
const INTERNAL = 'scaled-edge-internal-interface-nodes';
const EXTERNAL_VIPS = 'scaled-edge-external-interface-virtual-ips';
const INTERNAL_VIPS = 'scaled-edge-internal-interface-virtual-ips';

describe('traffic flows', () => {
  it.each<[table: string, row: number, role: string, ports: string, protocols: string, from: string, to: string]>([
    [EXTERNAL, 1, ACCESS, '80', 'tcp: http', ACCESS, 'Any'],
    [EXTERNAL, 2, ACCESS, '53', 'tcp: dns', ACCESS, 'Any'],
    [EXTERNAL, 3, ACCESS, '53', 'udp: dns', ACCESS, 'Any'],
    [EXTERNAL, 4, AV, '50000-59999', 'tcp: rtp', AV, 'Any'],
    [EXTERNAL, 7, AV, '50000-59999', 'udp: rtp', 'Any', AV],
    [EXTERNAL, 8, AV, '3478', 'udp: msturn stun', AV, 'Any'],
    [EXTERNAL, 10, AV, '443', 'tcp: msturn stun', 'Any', AV],
    [INTERNAL, 1, '', '23456', 'tcp: mtls xmpp', `Any: ${FRONT}`, EDGE],
    [INTERNAL, 2, '', '4443', 'tcp: https', `Any: ${FRONT}`, EDGE],
    [INTERNAL, 3, '', '8057', 'tcp: mtls psom', `Any: Directors, ${FRONT}`, EDGE],
    [INTERNAL, 5, '', '443', 'tcp: msturn stun', `Any: Directors, ${FRONT}`, EDGE],
    [INTERNAL, 6, '', '50001', 'tcp: mtls', 'Any', EDGE],
    [EXTERNAL_VIPS, 1, '', '5269', 'tcp: xmpp', 'Any', XMPP],
    [EXTERNAL_VIPS, 2, '', '5269', 'tcp: xmpp', XMPP, 'Any'],
    [EXTERNAL_VIPS, 3, ACCESS, '443', 'tcp: sip tls', 'Any', ACCESS],
    [EXTERNAL_VIPS, 5, ACCESS, '5061', 'tcp: mtls sip', ACCESS, 'Federated partner'],
    [EXTERNAL_VIPS, 6, CONFERENCING, '443', 'tcp: psom tls', 'Any', CONFERENCING],
    [INTERNAL_VIPS, 1, ACCESS, '5061', 'tcp: mtls sip', `Any: Directors, ${FRONT}`, EDGE],
    [INTERNAL_VIPS, 2, ACCESS, '5061', 'tcp: mtls sip', EDGE, `Any: Directors, ${FRONT}`],
    [
      INTERNAL_VIPS,
      3,
      '',
      '5062',
      'tcp: mtls sip',
      `Any: ${FRONT}, Survivable Branch Appliance, Survivable Branch Server`,
      EDGE,
    ],
    [INTERNAL_VIPS, 6, '', '443', 'tcp: msturn stun', EDGE, 'Any'],
    ['sip-federation', 1, ACCESS, '5061', 'tcp: mtls sip', ACCESS, 'Any'],
    ['public-im', 1, ACCESS, '5061', 'tcp: mtls sip', PUBLIC_IM, ACCESS],
    ['public-im', 3, ACCESS, '443', 'tcp: sip tls', 'Clients', ACCESS],
    ['public-im', 4, AV, '50000-59999', 'tcp: rtp', ACCESS, MESSENGER],
    ['public-im', 6, AV, '3478', 'udp: msturn stun', MESSENGER, ACCESS],
    ['xmpp-federation', 1, '', '5269', 'tcp: xmpp', 'Any', ACCESS],
    ['xmpp-federation', 3, '', '23456', '(tcp): mtls xmpp', 'Any', EDGE],
  ])('%s, row %i: %s %s %s from %s to %s', (table, row, role, ports, protocols, from, to) => {
    const rule = ruleAt(catalog, LYNC, table, row);
    expect([rule.kind, nameOf(catalog.roles, rule.role)]).toEqual(['flow', role]);
    expect([tellPorts(rule.ports), tellProtocols(rule)]).toEqual([ports, protocols]);
    expect([tellEnd(rule.source, catalog), tellEnd(rule.destination, catalog)]).toEqual([from, to]);
  });
});

describe('IPsec is not asked of', () => {
  const BOTH = 'tcp udp';

  it.each<[row: number, name: string, direction: string | null, protocols: string, from: string, to: string]>([
    [1, 'A/V Edge Server Internal Inbound', 'inbound', BOTH, 'Any', AV],
    [4, 'A/V Edge Server External Outbound', 'outbound', BOTH, AV, 'Any'],
    [5, 'Mediation Server Inbound', 'inbound', BOTH, 'Any', 'Mediation Servers'],
    [8, 'Conferencing Attendant Outbound', 'outbound', BOTH, FRONT, 'Any'],
    [9, 'A/V Conferencing Inbound', 'inbound', BOTH, 'Any', FRONT],
    [11, 'Exchange Inbound', 'inbound', BOTH, 'Any', 'Exchange Unified Messaging'],
    [13, 'Application Sharing Server Outbound', 'outbound', 'tcp', 'Application Sharing Servers', 'Any'],
    [15, 'Clients', null, 'udp', 'Any', 'Any'],
  ])('row %i: %s (%s), %s from %s to %s', (row, name, direction, protocols, from, to) => {
    for (const product of [LYNC, SKYPE]) {
      const rule = ruleAt(catalog, product, 'ipsec-exemptions', row);
      expect([rule.role, rule.ruleName?.en, rule.direction, tellProtocols(rule)]).toEqual([
        null,
        name,
        direction,
        protocols,
      ]);
      expect([tellEnd(rule.source, catalog), tellEnd(rule.destination, catalog)]).toEqual([from, to]);
      expect([tellPorts(rule.ports), tellPorts(rule.sourcePorts)]).toEqual([
        'any',
        row === 15 ? 'configurable' : 'any',
      ]);
      expect(rule.authentication).toBe('none');
    }
  });
});
