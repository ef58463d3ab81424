import { describe, expect, it } from 'vitest';
import { readFact } from '../../../scraper/src/interpret/fact.ts';
import { COMPOSITE, ROLE_AND_PROTOCOL } from '../../../scraper/src/interpret/grammars.ts';
import type { Cell } from '../../../scraper/src/model/snapshot.ts';
import { both, en, ko } from '../../support/cells.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const context = { vocabulary };

const AV = 'av-edge-service';
const ACCESS = 'access-edge-service';
const CONFERENCING = 'web-conferencing-edge-service';

/** Role, protocols, transports and port of the cell. */
function facts(cell: Cell, grammar = COMPOSITE) {
  const { value, problem } = readFact(cell, grammar, context);
  if (value === null) return problem;
  return [value.role, value.protocols.join(' '), value.transports.join(' '), value.ports];
}

type Row = [published: string, role: string | null, protocols: string, transports: string, port: string | null];

describe('a cell Role/Protocol/TCP or UDP/Port', () => {
  it.each<Row>([
    ['A/V/RTP/TCP/50,000-59,999', AV, 'rtp', 'tcp', '50,000-59,999'],
    ['A/V/STUN,MSTURN/UDP/3478', AV, 'msturn stun', 'udp', '3478'],
    ['A/V/STUN, MSTURN/UDP/3478', AV, 'msturn stun', 'udp', '3478'],
    ['a/v/STUN/UDP/3478', AV, 'stun', 'udp', '3478'],
    ['A/V / RTP / TCP / 50000 - 59999', AV, 'rtp', 'tcp', '50000 - 59999'],
    ['STUN/MSTURN/TCP/443', null, 'msturn stun', 'tcp', '443'],
    ['Access/DNS/TCP/53', ACCESS, 'dns', 'tcp', '53'],
    ['Access/SIP(MTLS)/TCP/5061', ACCESS, 'mtls sip', 'tcp', '5061'],
    ['Web Conferencing/PSOM(TLS)/TCP/443', CONFERENCING, 'psom tls', 'tcp', '443'],
    ['XMPP/MTLS/23456', null, 'mtls xmpp', '', '23456'],
    ['MTLS/TCP/50001', null, 'mtls', 'tcp', '50001'],
    ['HTTP/TCP 8080', null, 'http', 'tcp', '8080'],
    ['Reverse proxy/HTTPS/TCP/443', 'reverse-proxy', 'https', 'tcp', '443'],
    ['MTLS (SIP/RTP)/TCP/443', null, 'mtls rtp sip', 'tcp', '443'],
    ['Access//443', ACCESS, '', '', '443'],
    ['SIP/TCP/5061, 5062', null, 'sip', 'tcp', '5061, 5062'],
    ['HTTPS/TCP/443/4443', null, 'https', 'tcp', '443/4443'],
    ['RTP/UDP/49152 to 57500, 57501-65535', null, 'rtp', 'udp', '49152 to 57500, 57501-65535'],
    ['RTP/UDP/50 000-59 999', null, 'rtp', 'udp', '50 000-59 999'],
    ['HTTPS/TCP/Any', null, 'https', 'tcp', 'Any'],
    ['443/TCP', null, '', 'tcp', '443'],
    ['TCP/5,061', null, '', 'tcp', '5,061'],
    ['TCP/1-1023', null, '', 'tcp', '1-1023'],
    ['443 (TCP)', null, '', 'tcp', '443'],
    ['5061/SIP/TLS/TCP', null, 'sip tls', 'tcp', '5061'],
    ['3478 UDP', null, '', 'udp', '3478'],
    ['PSOM(TLS)TCP/443', null, 'psom tls', 'tcp', '443'],
    ['SIP/MTLS/TCP 5061', null, 'mtls sip', 'tcp', '5061'],
    ['A/V/STUN.MSTURN/UDP/3478', AV, 'msturn stun', 'udp', '3478'],
    [' MTLS/TCP/50001 ', null, 'mtls', 'tcp', '50001'],
    ['TLS: 5061', null, 'tls', '', '5061'],
    ['SIP/TLS:5061', null, 'sip tls', '', '5061'],
    ['TCP port 443', null, '', 'tcp', '443'],
    ['HTTPS/TCP port(s): 443 and 4443', null, 'https', 'tcp', '443 and 4443'],
    ['RTP/SRTP (49152-57500)', null, 'rtp srtp', '', '49152-57500'],
  ])('"%s" is of %s: %s %s %s', (published, role, protocols, transports, port) => {
    expect(facts(en(published))).toEqual([role, protocols, transports, port]);
  });

  it.each<Row>([
    ['XMPP/MTLS/23/ 456', null, 'mtls xmpp', '', '23/ 456'],
    ['PSOM/TLS 44 / 38', null, 'psom tls', '', '44 / 38'],
    ['액세스/DNS/UDP/53', ACCESS, 'dns', 'udp', '53'],
    ['MTLS (액세스/SIP)/TCP/5061', ACCESS, 'mtls sip', 'tcp', '5061'],
    ['TLS(웹 회의/PSOM)/TCP/443', CONFERENCING, 'psom tls', 'tcp', '443'],
    ['TLS(Web 회의/PSOM)/TCP/443', CONFERENCING, 'psom tls', 'tcp', '443'],
    ['MTLS (A/V/RTP)/TCP/443', AV, 'mtls rtp', 'tcp', '443'],
  ])('in Korean "%s" is of %s: %s %s %s', (published, role, protocols, transports, port) => {
    expect(facts(ko(published))).toEqual([role, protocols, transports, port]);
  });

  it.each([
    ['HTTPS/TCP', 'unknown-composite', 'HTTPS/TCP'],
    ['443', 'unknown-composite', '443'],
    ['(443)', 'unknown-composite', '(443)'],
    ['TCP 443 (80)', 'unknown-protocol', 'TCP 443'],
    ['HTTP:80, HTTPS:443', 'unknown-protocol', 'HTTP:80'],
    ['HTTP/2', 'unknown-composite', 'HTTP/2'],
    ['HTTP/2/443', 'unknown-protocol', '2'],
    ['', 'unknown-composite', ''],
    ['Access/QUIC/UDP/443', 'unknown-protocol', 'QUIC'],
    ['Gateway/SIP/TCP/5061', 'unknown-protocol', 'Gateway'],
    ['Access/443', 'unknown-protocol', 'Access'],
    ['-Access/HTTP/TCP/80', 'unknown-protocol', '-Access'],
    ['- A/V/RTP/TCP/50,000-59,999', 'unknown-protocol', '- A'],
    ['-- Web Conferencing/PSOM/TCP/443', 'unknown-protocol', '-- Web Conferencing'],
    ['TCP 80/Any', 'unknown-protocol', 'TCP 80'],
    ['TCP/80 and UDP/443', 'unknown-protocol', '80'],
    ['SIP/TCP 5061 5062', 'unknown-protocol', 'TCP 5061'],
    ['TLS 1.2/TCP/443', 'unknown-protocol', 'TLS 1'],
    ['443/TCP/5061/UDP', 'unknown-protocol', '5061'],
  ])('"%s" is reported: %s', (published, code, text) => {
    expect(facts(en(published))).toMatchObject({ code, text });
  });
});

describe('the order of a translated composite', () => {
  it('was put right, and is said to be, where the page has no English', () => {
    const { value } = readFact(ko('MTLS (액세스/SIP)/TCP/5061'), COMPOSITE, context);
    expect(value?.reordered).toBe('Access/SIP(MTLS)/TCP/5061');
  });

  it('is a correction where the English beside it has another', () => {
    const cell = both(['MTLS (액세스/SIP)/TCP/5061', 'Access/SIP(MTLS)/TCP/5061']);
    expect(readFact(cell, COMPOSITE, context).corrections).toMatchObject([
      {
        field: 'protocols',
        published: 'MTLS (액세스/SIP)/TCP/5061',
        corrected: 'Access/SIP(MTLS)/TCP/5061',
        evidence: 'bilingual',
      },
    ]);
  });

  it.each([
    ['another port', '액세스/SIP/TCP/5062', 'Access/SIP/TCP/5061'],
    ['another range', '액세스/SIP/TCP/5061-5062', 'Access/SIP/TCP/5061-5063'],
    ['another role', '웹 회의/SIP/TCP/5061', 'Access/SIP/TCP/5061'],
    ['a port that is none', '액세스/SIP/TCP/99999', 'Access/SIP/TCP/5061'],
  ])('aside, %s beside the English is a correction too', (_, korean, english) => {
    expect(readFact(both([korean, english]), COMPOSITE, context).corrections).toHaveLength(1);
  });

  it('aside, another way to write the same port is none', () => {
    const cell = both(['A/V/RTP/TCP/50000-59999', 'A/V/RTP/TCP/50,000–59,999']);
    expect(readFact(cell, COMPOSITE, context).corrections).toEqual([]);
  });
});

describe('a cell Role or protocol', () => {
  it.each<Row>([
    ['Access/SIP(TLS)', ACCESS, 'sip tls', '', null],
    ['A/V/RTP', AV, 'rtp', '', null],
    ['XMPP', null, 'xmpp', '', null],
    ['HTTPS', null, 'https', '', null],
  ])('"%s" is of %s: %s', (published, role, protocols, transports, port) => {
    expect(facts(en(published), ROLE_AND_PROTOCOL)).toEqual([role, protocols, transports, port]);
  });

  it('with another role in its translation is corrected', () => {
    const cell = both(['웹 회의/SIP(TLS)', 'Access/SIP(TLS)']);
    expect(readFact(cell, ROLE_AND_PROTOCOL, context).corrections).toMatchObject([{ evidence: 'bilingual' }]);
  });
});
