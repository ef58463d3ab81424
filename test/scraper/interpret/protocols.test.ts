import { describe, expect, it } from 'vitest';
import { readFact } from '../../../scraper/src/interpret/fact.ts';
import { PROTOCOLS } from '../../../scraper/src/interpret/grammars.ts';
import type { Cell } from '../../../scraper/src/model/snapshot.ts';
import { en, ko } from '../../support/cells.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const context = { vocabulary };

function read(cell: Cell) {
  const { value, problem } = readFact(cell, PROTOCOLS, context);
  return { read: value === null ? null : [value.transports.join(' '), value.protocols.join(' '), value.note], problem };
}

const CERTIFICATE =
  'Client and device retrieval of the root certificate from the Front End Server; clients and devices authenticate by NTLM';

describe('a protocol cell', () => {
  it.each<[published: string, transports: string, protocols: string, note: string | null]>([
    ['TCP', 'tcp', '', null],
    ['UDP', 'udp', '', null],
    ['tcp', 'tcp', '', null],
    ['NET.TCP', 'tcp', '', null],
    ['P', 'udp', '', null],
    ['H', '', 'https', null],
    ['서버의', '', 'dhcp', null],
    ['HTTP', '', 'http', null],
    ['HTTPS', '', 'https', null],
    ['TCP(TLS)', 'tcp', 'tls', null],
    ['TCP (TLS)', 'tcp', 'tls', null],
    ['TCP (TLS) 및 TCP (MTLS)', 'tcp', 'mtls tls', null],
    ['TCP/UDP', 'tcp udp', '', null],
    ['UDP/TCP', 'tcp udp', '', null],
    ['SMB/TCP', 'tcp', 'smb', null],
    ['TCP(PSOM/TLS)', 'tcp', 'psom tls', null],
    ['UDP(STUN/MSTURN)', 'udp', 'msturn stun', null],
    ['UDP (STUN.MSTURN)', 'udp', 'msturn stun', null],
    ['STUN+MSTURN', '', 'msturn stun', null],
    ['UDP 및 TCP', 'tcp udp', '', null],
    ['UDP & TCP', 'tcp udp', '', null],
    ['TCP 및 HTTP', 'tcp', 'http', null],
    ['TCP HTTP', 'tcp', 'http', null],
    ['DCOM 및 RPC(원격 프로시저 호출)', '', 'dcom rpc', null],
    ['DCOM 및 RPC (원격 프로 시저 호출)', '', 'dcom rpc', null],
    ['HTTPS(역방향 프록시)', '', 'https', 'from reverse proxy'],
    ['HTTPS (역방향 프록시)', '', 'https', 'from reverse proxy'],
    ['H\nTCP', 'tcp', 'https', null],
    ['HTTPS\nNET.TCP', 'tcp', 'https', null],
    [
      'TCP-프런트 엔드 서버에서 루트 인증서의 클라이언트 및 장치 검색-클라이언트 및 장치는 NTLM으로 인증 됩니다.',
      'tcp',
      '',
      CERTIFICATE,
    ],
    ['SIP over TLS', '', 'sip tls', null],
    ['HTTP(S)', '', 'http https', null],
    ['HTTP (S)/TCP', 'tcp', 'http https', null],
    ['SRTP/UDP', 'udp', 'srtp', null],
    ['SRTP/SRTCP over UDP', 'udp', 'srtcp srtp', null],
    ['STUN/MSTURN', '', 'msturn stun', null],
    ['TLS (TCP)', 'tcp', 'tls', null],
    ['TCP\u00a0/\u00a0UDP', 'tcp udp', '', null],
    ['TCP\u200b', 'tcp', '', null],
    ['ＴＣＰ', 'tcp', '', null],
    ['ICMP', '', 'icmp', null],
  ])('"%s" is %s %s', (published, transports, ids, note) => {
    expect(read(ko(published))).toEqual({ read: [transports, ids, note], problem: null });
  });

  it.each<[published: string, transports: string, protocols: string, note: string | null]>([
    ['TCP and TLS, or UDP', 'tcp udp', 'tls', null],
    ['Remote procedure call', '', 'rpc', null],
    ['TCP - Replication of changes', 'tcp', '', 'Replication of changes'],
    ['TCP (TLS) – only for clients', 'tcp', 'tls', 'only for clients'],
    ['HTTPS (from reverse proxy) - Mobile clients too', '', 'https', 'from reverse proxy; Mobile clients too'],
    [
      'TCP\nNot supported in Skype for Business Server 2019',
      'tcp',
      '',
      'Not supported in Skype for Business Server 2019',
    ],
    ['TCP (TLS', 'tcp', 'tls', null],
    ['only TCP', 'tcp', '', null],
    ['Only TCP/UDP', 'tcp udp', '', null],
    ['TCP only', 'tcp', '', null],
    ['only TCP (TLS)', 'tcp', 'tls', null],
    ['TLS (only TCP)', 'tcp', 'tls', null],
    ['TLS (TCP only)', 'tcp', 'tls', null],
    ['optional TCP', 'tcp', '', 'optional TCP'],
    ['TCP\noptional UDP', 'tcp udp', '', 'optional UDP'],
    ['TCP (optional)', 'tcp', '', 'optional'],
    ['TCP (only for clients)', 'tcp', '', 'only for clients'],
    ['TCP – also UDP', 'tcp udp', '', null],
    ['TCP - and TLS', 'tcp', 'tls', null],
    ['TCP – also UDP (from reverse proxy)', 'tcp udp', '', 'from reverse proxy'],
    ['TCP - Replication over TCP', 'tcp', '', 'Replication over TCP'],
    ['TCP (to SIP clients)', 'tcp', '', 'to SIP clients'],
  ])('in English "%s" is %s %s', (published, transports, ids, note) => {
    expect(read(en(...published.split('\n')))).toEqual({ read: [transports, ids, note], problem: null });
  });

  it.each([
    ['Not supported: TCP', 'Not supported: TCP'],
    ['TCP\nNot supported: UDP', 'Not supported: UDP'],
    ['TLS (not supported: TCP)', 'not supported: TCP'],
    ['only if TCP is blocked', 'only if TCP is blocked'],
    ['TCP (for UDP, see below)', 'for UDP, see below'],
    ['optional: TLS', 'optional: TLS'],
    ['TCP – also QUIC', 'QUIC'],
    ['TCP - not UDP', 'not UDP'],
    ['TCP – UDP where it is slow', 'UDP where it is slow'],
    ['HTTPS - XMPP connections', 'XMPP connections'],
    ['ICMP - not STUN', 'not STUN'],
    ['TCP - goes over UDP where that is slow', 'goes over UDP where that is slow'],
    ['from LDAP, ICE', 'from LDAP, ICE'],
    ['from DHCP', 'from DHCP'],
    ['only TCP..STUN and above', 'only TCP..STUN and above'],
    ['TCP - port 5061 as well', 'port 5061 as well'],
    ['only, 5061 ports', 'only, 5061 ports'],
    ['TLS (from 443.TCP)', 'from 443.TCP'],
  ])('in English "%s" is reported', (published, text) => {
    expect(read(en(...published.split('\n')))).toMatchObject({
      read: null,
      problem: { code: 'unknown-protocol', text },
    });
  });

  it('that is empty states nothing', () => {
    expect(read([])).toEqual({ read: null, problem: null });
  });

  it('with a line that is empty but for a mark reads the others', () => {
    expect(read(ko('TCP', ''))).toEqual({ read: ['tcp', '', null], problem: null });
  });

  it.each([
    ['NETBIOS', 'NETBIOS'],
    ['TCP(QUIC)', 'QUIC'],
    ['TCP, QUIC and UDP', 'QUIC'],
    ['TCP\nQUIC', 'QUIC'],
    ['TCP QUIC', 'TCP QUIC'],
    ['PP', 'PP'],
    ['TCP()', '()'],
    ['()', '()'],
    ['/', '/'],
    ['QUIC - Client and device retrieval', 'QUIC - Client'],
    ['443', '443'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
    ['정체불명', '정체불명'],
    ['TCP 및 정체불명', 'TCP 및 정체불명'],
    ['P2P', 'P2P'],
    ['H.323', 'H'],
  ])('"%s" is reported', (published, text) => {
    expect(read(ko(...published.split('\n')))).toMatchObject({
      read: null,
      problem: { code: 'unknown-protocol', text },
    });
  });
});
