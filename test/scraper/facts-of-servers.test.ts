import { describe, expect, it } from 'vitest';
import { catalog } from '../support/committed.ts';
import { nameOf, ruleAt, tellPorts, tellProtocols } from '../support/told.ts';

// Written by hand from Microsoft's English edition of the same tables, not from the data.
const LYNC = 'lync-server-2013';
const SKYPE = 'skype-for-business-server-2015';
const COLLOCATED = 'Front End Servers that also run a Collocated Mediation Server';
const CENTRAL = 'Front End Servers where the Central Management store resides';
const ATTENDANT = 'Conferencing Attendant service (dial-in conferencing)';

describe('a server listens', () => {
  it.each<[product: string, row: number, role: string, service: string, ports: string, protocols: string]>([
    [LYNC, 1, 'All Servers', 'SQL Browser', '1434', 'udp'],
    [LYNC, 2, 'Front End Servers', 'Front-End service', '5060', 'tcp'],
    [LYNC, 4, 'Front End Servers', 'Front-End service', '444', 'tcp: https'],
    [LYNC, 6, 'Front End Servers', 'IM Conferencing service', '5062', 'tcp'],
    [LYNC, 10, 'Front End Servers', 'Audio/Video Conferencing service', '57501-65535', 'tcp udp'],
    [LYNC, 17, 'Front End Servers', 'Mobility Services component', '5086', 'tcp: mtls'],
    [LYNC, 20, 'Front End Servers', ATTENDANT, '5064', 'tcp'],
    [LYNC, 25, COLLOCATED, 'Mediation service', '5081', 'tcp'],
    [LYNC, 30, 'Front End Servers', 'Call Park service', '5075', 'tcp'],
    [LYNC, 32, 'Front End Servers', '', '5066', 'tcp'],
    [LYNC, 37, CENTRAL, 'Master Replicator Agent service', '445', 'tcp'],
    [LYNC, 40, 'Office Web Apps Servers', '', '443', ''],
    [LYNC, 41, 'Directors', 'Front-End service', '5060', 'tcp'],
    [LYNC, 43, 'Directors', 'Web Compatibility service', '80', 'tcp'],
    [LYNC, 49, 'Mediation Servers', 'Mediation service', '5070', 'tcp: mtls'],
    [LYNC, 52, 'Persistent Chat Front End Server', 'Persistent Chat File Transfer Service', '443', 'tcp: tls'],
    [SKYPE, 1, 'All Servers', 'SQL Browser', '1434', 'udp'],
    [SKYPE, 3, 'Front End Servers', 'Front-End service', '5061', 'tcp: tls'],
    [SKYPE, 5, 'Front End Servers', 'Front-End service', '135', '(tcp): dcom rpc'],
    [SKYPE, 8, 'Front End Servers', 'Web Conferencing Compatibility service', '8058', 'tcp: tls'],
    [SKYPE, 11, 'Front End Servers', 'Web Compatibility service', '80', '(tcp): http'],
    [SKYPE, 12, 'Front End Servers', 'Web Compatibility service', '443', '(tcp): https'],
    [SKYPE, 13, 'Front End Servers', 'Web Compatibility service', '8080', 'tcp: http'],
    [SKYPE, 14, 'Front End Servers', 'Web server component', '4443', '(tcp): https'],
    [SKYPE, 23, COLLOCATED, 'Mediation service', '5067', 'tcp: tls'],
    [SKYPE, 28, 'Front End Servers', 'Application Sharing service', '49152-65535', 'tcp'],
    [SKYPE, 29, 'Front End Servers', 'Conferencing Announcement service', '5073', 'tcp'],
    [SKYPE, 31, 'Front End Servers', 'Audio Test service', '5076', 'tcp'],
    [SKYPE, 34, 'Front End Servers', 'Response Group service', '8404', 'tcp: mtls'],
    [SKYPE, 36, 'Front End Servers', 'File Share server access', '445', 'tcp: smb'],
    [SKYPE, 37, 'Front End Servers', 'Bandwidth Policy Service', '448', 'tcp'],
    [SKYPE, 40, 'All internal servers', '', '49152-57500', 'tcp udp'],
    [SKYPE, 43, 'Directors', 'Front-End service', '444', 'tcp: https'],
    [
      SKYPE,
      52,
      'Persistent Chat Front End Server',
      'Persistent Chat Windows Communication Foundation (WCF)',
      '881',
      'tcp: mtls tls',
    ],
  ])('%s, row %i: %s, %s, %s %s', (product, row, role, service, ports, protocols) => {
    const rule = ruleAt(catalog, product, 'internal-servers', row);
    expect(rule.kind).toBe('listener');
    expect([nameOf(catalog.roles, rule.role), nameOf(catalog.services, rule.service)]).toEqual([role, service]);
    expect([tellPorts(rule.ports), tellProtocols(rule)]).toEqual([ports, protocols]);
  });
});

describe('a load balancer or client opens', () => {
  const FRONT = 'Front End Server load balancer';
  const WITH_MEDIATION = 'Front End Server load balancer (if the pool also runs Mediation Server)';

  it.each<[product: string, table: string, row: number, role: string, ports: string, protocols: string]>([
    [LYNC, 'hardware-load-balancing', 1, FRONT, '5061', 'tcp: tls'],
    [LYNC, 'hardware-load-balancing', 5, FRONT, '8080', 'tcp'],
    [LYNC, 'hardware-load-balancing', 15, 'Mediation Server load balancer', '5070', 'tcp'],
    [LYNC, 'hardware-load-balancing', 19, 'Director load balancer', '5061', 'tcp'],
    [SKYPE, 'hardware-load-balancing', 2, FRONT, '444', '(tcp): https'],
    [SKYPE, 'hardware-load-balancing', 16, WITH_MEDIATION, '5070', 'tcp'],
    [LYNC, 'dns-load-balancing', 7, 'Director load balancer', '4443', '(tcp): https'],
    [SKYPE, 'dns-load-balancing', 1, FRONT, '80', '(tcp): http'],
    [SKYPE, 'dns-load-balancing', 6, 'Director load balancer', '4443', '(tcp): https'],
    [LYNC, 'clients', 1, 'Clients', '67 68', '(udp): dhcp'],
    [LYNC, 'clients', 3, 'Clients', '443', 'tcp: psom tls'],
    [LYNC, 'clients', 5, 'Clients', '3478', 'udp: msturn stun'],
    [LYNC, 'clients', 8, 'Clients', '1024-65535 configurable', 'tcp udp'],
    [SKYPE, 'clients', 7, 'Clients', '6891-6901', 'tcp'],
    [SKYPE, 'clients', 11, 'Clients', '1024-65535 configurable', 'tcp'],
    [SKYPE, 'clients', 12, 'IP phones', '67 68', '(udp): dhcp'],
  ])('%s/%s, row %i: %s, %s %s', (product, table, row, role, ports, protocols) => {
    const rule = ruleAt(catalog, product, table, row);
    expect([nameOf(catalog.roles, rule.role), tellPorts(rule.ports), tellProtocols(rule)]).toEqual([
      role,
      ports,
      protocols,
    ]);
    expect(rule.service).toBeNull();
  });

  it.each([LYNC, SKYPE])("%s: the reverse proxy's rows say so, and the certificate's", (product) => {
    const notes = [7, 5].map((row) => ruleAt(catalog, product, 'hardware-load-balancing', row).protocolNote?.en);
    expect(notes[0]).toBe('from reverse proxy');
    expect(notes[1]).toMatch(/root certificate.*Front End Server.*NTLM/);
  });

  it.each([LYNC, SKYPE])('%s: eight IP phones find the server by DHCP', (product) => {
    expect(ruleAt(catalog, product, 'clients', 12).devices.map(({ en }) => en)).toEqual([
      'Aastra 6721ip common area phone',
      'Aastra 6725ip desk phone',
      'HP 4110 IP Phone (common area phone)',
      'HP 4120 IP Phone (desk phone)',
      'Polycom CX500 IP common area phone',
      'Polycom CX600 IP desk phone',
      'Polycom CX700 IP desk phone',
      'Polycom CX3000 IP conference phone',
    ]);
  });

  it.each([LYNC, SKYPE])('%s: the ports of media have the footnote on CsConferencingConfiguration', (product) => {
    const pointed = [8, 9, 10, 11].map((row) => ruleAt(catalog, product, 'clients', row).footnotes);
    for (const footnotes of pointed) {
      expect(footnotes.map(({ en }) => en)).toEqual([expect.stringContaining('CsConferencingConfiguration')]);
    }
  });
});
