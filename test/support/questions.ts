import type { PortRule } from '../../packages/catalog/src/index.ts';
import { type Asked, isNamed, rolesOf, speaksOf } from './searches.ts';

/**
 * What engineers and administrators ask in public, by what kind of words stand around what they mean. The package and the
 * site's search answer the same list.
 */
const EDGE = ['edge-server', 'access-edge-service', 'web-conferencing-edge-service', 'av-edge-service'];
const ofEdge = (rule: PortRule) => rolesOf(rule).some((role) => EDGE.includes(role));
const named = (port: number) => (rule: PortRule) => isNamed(rule, port);
const crosses =
  (at: 'external' | 'internal', way?: 'in' | 'out') =>
  (rule: PortRule): boolean =>
    rule.firewall?.at === at && (way === undefined || rule.firewall.way === way);
const inLync = ({ product }: PortRule) => product === 'lync-server-2013';
const isServed = (rule: PortRule) => rule.kind !== 'ipsec-exemption';
const all =
  (...fits: readonly ((rule: PortRule) => boolean)[]) =>
  (rule: PortRule): boolean =>
    fits.every((each) => each(rule));

/** All that a rule's own texts say. */
const saidOf = ({ source, destination, notes, protocolNote, footnotes, devices }: PortRule) =>
  JSON.stringify([source?.text, destination?.text, notes, protocolNote, footnotes, devices]);

export const QUESTIONS: readonly Asked[] = [
  // Marks around a port.
  { text: '5061 (tcp)', like: '5061/tcp', page: '/ports/5061/' },
  { text: 'tcp-5061', like: '5061/tcp', page: '/ports/5061/' },
  { text: '5061_udp', like: '5061/udp' },
  { text: 'TCP: 5061', like: '5061/tcp', page: '/ports/5061/' },
  { text: 'TCP: 443, 5061', like: 'tcp 443 5061', page: '/ports/443/' },
  { text: '"5061"', like: '5061', page: '/ports/5061/' },
  { text: '5061.', like: '5061', page: '/ports/5061/' },
  { text: '#5061', like: '5061', page: '/ports/5061/' },
  { text: 'port:5061', like: '5061', page: '/ports/5061/' },
  { text: 'port=5061', like: '5061', page: '/ports/5061/' },
  { text: '*:5061', like: '5061', page: '/ports/5061/' },
  {
    text: '443/tcp 3478/udp',
    has: (rule) =>
      (isNamed(rule, 443) && rule.transports.includes('tcp')) ||
      (isNamed(rule, 3478) && rule.transports.includes('udp')),
    page: '/ports/443/',
  },
  // Ranges in words.
  { text: '50,000 through 59,999', like: '50000-59999', page: '/ports/50000-59999/' },
  { text: 'between 50000 and 59999', like: '50000-59999', page: '/ports/50000-59999/' },
  { text: 'from 50,000 to 59,999', like: '50000-59999', page: '/ports/50000-59999/' },
  { text: '50000..59999', like: '50000-59999', page: '/ports/50000-59999/' },
  { text: '50.000-59.999', like: '50000-59999', page: '/ports/50000-59999/' },
  { text: 'udp/50000-59999', like: '50,000-59,999 udp', page: '/ports/50000-59999/' },
  { text: '50000부터 59999까지', like: '50000-59999', page: '/ports/50000-59999/' },
  { text: '50000에서 59999까지', like: '50000-59999', page: '/ports/50000-59999/' },
  // Words of a question.
  { text: 'what is port 8057 used for?', like: '8057', page: '/ports/8057/' },
  { text: 'why 4443', like: '4443', page: '/ports/4443/' },
  { text: 'who uses 5070', like: '5070', page: '/ports/5070/' },
  { text: 'can i close 5060', like: '5060', page: '/ports/5060/' },
  { text: 'is tcp 135 needed', like: '135/tcp', page: '/ports/135/' },
  { text: 'udp 3478 both directions', like: 'udp 3478', page: '/ports/3478/' },
  { text: '8080 vs 4443', like: '8080 4443', page: '/ports/8080/' },
  { text: 'difference between 8080 and 4443', like: '8080 4443', page: '/ports/8080/' },
  { text: 'tcp/udp 53', has: named(53), page: '/ports/53/' },
  { text: 'sip over tls', like: 'sip tls' },
  { text: 'What must a management host reach?', like: 'management host', page: '/roles/management-host/' },
  { text: 'federation not working 5061', like: 'federation 5061' },
  { text: 'Is application sharing TCP only?', like: 'application sharing tcp' },
  {
    text: 'port 8080 vs 4443 reverse proxy',
    has: (rule) =>
      rule.source?.roles.includes('reverse-proxy') === true && (isNamed(rule, 8080) || isNamed(rule, 4443)),
  },
  {
    text: 'what ports need to be open on the firewall for lync edge server',
    like: 'lync edge server',
    page: '/roles/edge-server/',
  },
  { text: 'which ports for lync edge server', has: all(ofEdge, inLync), page: '/roles/edge-server/' },
  { text: 'what port does lync mobility use', like: 'lync mobility' },
  { text: 'lync federation 5061 inbound and outbound', like: 'lync federation 5061' },
  { text: 'survivable branch appliance firewall', like: 'survivable branch appliance' },
  { text: '8057은 무슨 포트인가요', like: '8057', page: '/ports/8057/' },
  { text: '8057 포트가 뭐예요', like: '8057', page: '/ports/8057/' },
  { text: '443번 포트 뭐에 쓰나요', like: '443', page: '/ports/443/' },
  { text: '5060 포트 사용하나요', like: '5060', page: '/ports/5060/' },
  { text: '포트 5070 용도', like: '5070', page: '/ports/5070/' },
  { text: '5061 양방향', like: '5061', page: '/ports/5061/' },
  { text: '프런트 엔드 서버 방화벽 포트', like: '프런트 엔드 서버', page: '/roles/front-end-server/' },
  { text: '방화벽 포트', page: '/firewall/' },
  { text: '방화벽 설정', page: '/firewall/' },
  { text: 'firewall ports', page: '/firewall/' },
  // Particles.
  { text: '에지 서버의 포트', like: '에지 서버', page: '/roles/edge-server/' },
  { text: '중재 서버가 사용하는 포트', like: '중재 서버', page: '/roles/mediation-server/' },
  { text: '프런트 엔드 서버에서 사용하는 포트는?', like: '프런트 엔드 서버', page: '/roles/front-end-server/' },
  { text: '디렉터는 어떤 포트를 사용하나요', like: '디렉터', page: '/roles/director/' },
  // Which firewall, and which way.
  { text: 'lync edge firewall ports', like: 'lync edge', page: '/roles/edge-server/' },
  { text: 'lync edge server external ports', has: all(ofEdge, inLync, crosses('external')), first: isServed },
  { text: 'lync edge internal firewall', has: all(ofEdge, inLync, crosses('internal')), first: isServed },
  { text: 'do i need udp 3478 inbound', has: all(named(3478), crosses('external', 'in')) },
  { text: '에지 서버 외부 방화벽', has: all(ofEdge, crosses('external')), first: crosses('external') },
  { text: '에지서버 외부 포트', like: '에지 서버 외부' },
  { text: 'UDP 3478 인바운드', has: all(named(3478), crosses('external', 'in')) },
  { text: '3478 아웃바운드', has: all(named(3478), crosses('external', 'out')) },
  { text: '50000-59999 인바운드 필요한가요', like: '50000-59999 인바운드' },
  { text: 'load balancer health check', is: ({ monitor }) => monitor !== null },
  { text: 'load balancer persistence', is: ({ persistence }) => persistence !== null },
  { text: '로드밸런서 헬스체크', is: ({ monitor }) => monitor !== null },
  // What is called so, before what mentions it.
  { text: 'dns', first: named(53), page: '/protocols/dns/' },
  { text: 'DNS 포트', first: named(53), page: '/protocols/dns/' },
  { text: 'xmpp port', has: speaksOf('xmpp'), page: '/protocols/xmpp/' },
  { text: 'Lync archiving server port', has: ({ role }) => role === 'sql-server' },
  { text: 'lync 모니터링 서버 포트', has: ({ role }) => role === 'sql-server' },
  { text: 'SQL Server firewall exceptions', has: ({ scenario }) => scenario === 'sql-server' },
  { text: 'lync director ports', page: '/roles/director/' },
  { text: 'edge server', first: (rule) => rolesOf(rule).includes('edge-server'), page: '/roles/edge-server/' },
  // Pairs within a question.
  {
    text: 'lync front end to sql server ports',
    pair: ['front-end-server', 'sql-server'],
    page: '/between/front-end-server/sql-server/',
  },
  {
    text: 'from edge to front end ports',
    pair: ['edge-server', 'front-end-server'],
    page: '/between/edge-server/front-end-server/',
  },
  {
    text: 'firewall ports between lync edge and front end',
    pair: ['edge-server', 'front-end-server'],
    page: '/between/edge-server/front-end-server/',
  },
  {
    text: 'what ports are needed from reverse proxy to front end?',
    pair: ['reverse-proxy', 'front-end-server'],
    page: '/between/reverse-proxy/front-end-server/',
  },
  {
    text: 'what port does the lync 2013 client use to connect to the edge server',
    pair: ['client', 'edge-server'],
    page: '/between/client/edge-server/',
  },
  {
    text: 'Lync Server 2013 프런트 엔드와 에지 간 필요한 방화벽 포트 목록',
    pair: ['front-end-server', 'edge-server'],
    page: '/between/front-end-server/edge-server/',
  },
  {
    text: '프론트엔드 서버에서 sql 서버로 필요한 포트',
    pair: ['front-end-server', 'sql-server'],
    page: '/between/front-end-server/sql-server/',
  },
  {
    text: '에지에서 프런트엔드로 가는 포트',
    pair: ['edge-server', 'front-end-server'],
    page: '/between/edge-server/front-end-server/',
  },
  {
    text: '에지 서버와 프런트 엔드 서버 사이 포트',
    pair: ['edge-server', 'front-end-server'],
    page: '/between/edge-server/front-end-server/',
  },
  {
    text: '클라이언트에서 프런트 엔드 포트',
    pair: ['client', 'front-end-server'],
    page: '/between/client/front-end-server/',
  },
  // Names that the pages do not have.
  { text: 'lyncdiscoverinternal', like: 'autodiscover', page: '/scenarios/autodiscover/' },
  { text: 'cucm lync port', like: 'lync pbx' },
  { text: 'audiocodes', like: 'media gateway' },
  { text: 'lync phone edition dhcp', is: all(named(67), named(68), (rule) => rolesOf(rule).includes('ip-phone')) },
  { text: 'loadbalancer', like: 'load balancer' },
  { text: 'lync mac client', has: all(inLync, (rule) => rolesOf(rule).includes('client')) },
  { text: 'yahoo', like: 'msn' },
  { text: 'internet to edge', like: 'external edge', first: crosses('external') },
  { text: 'mras', first: named(5062) },
  { text: 'webconf edge 443', like: 'web conferencing edge 443' },
  { text: 'ocs', is: (rule) => /office communications server/i.test(saidOf(rule)) },
  { text: 'abs', like: 'address book' },
  { text: '링크 서버 포트', like: 'lync', page: '/products/lync-server-2013/' },
  { text: '비즈니스용 스카이프 방화벽', like: '비즈니스용 skype' },
  { text: '모빌리티 서비스 포트', has: ({ service }) => service === 'mobility-services-component' },
  { text: '화상 회의 포트', has: ({ service }) => service === 'av-conferencing-service' },
  {
    text: '화면 공유 포트 범위',
    has: all(
      ({ service }) => service === 'application-sharing',
      ({ scenario }) => scenario.startsWith('qos'),
    ),
  },
  { text: '그룹 채팅 포트', like: 'group chat', page: '/roles/persistent-chat-front-end-server/' },
  { text: 'L4 스위치 포트', like: 'L4' },
  { text: '지점 서버 포트', like: 'sbs', page: '/roles/survivable-branch-server/' },
  { text: '교환기 연동 포트', has: (rule) => rolesOf(rule).includes('pstn-gateway') },
  { text: 'IP폰 DHCP', is: all(named(67), named(68), (rule) => rolesOf(rule).includes('ip-phone')) },
  { text: '익스체인지 UM 포트', like: 'exchange um' },
  { text: '오피스 웹 앱스 서버 포트', like: 'office web apps', page: '/roles/office-web-apps-server/' },
  { text: '오토디스커버', like: 'autodiscover', page: '/scenarios/autodiscover/' },
  { text: '대역폭 관리 포트', like: 'cac' },
  // The other layout of the keyboard.
  { text: 'dpwl', nearest: '에지' },
  { text: 'dpwl tjqj', nearest: '에지 서버' },
  { text: 'wndwo 5070', nearest: '중재 5070' },
  { text: 'ㄷㅇㅎㄷ', nearest: 'edge' },
  { text: 'ㅡㄷ야ㅁ샤ㅐㅜ', nearest: 'mediation' },
  { text: 'ㅔㅐㄱㅅ 443', nearest: 'port 443' },
  // Of which a part is found.
  { text: 'persistent chat compliance port', nearest: 'persistent chat' },
  { text: 'media bypass', nearest: 'media' },
  { text: "can't join meeting externally 443", nearest: 'meeting 443' },
  // What no table has.
  { text: 'lync ldap 389', outside: 'active-directory' },
  { text: '도메인 컨트롤러 389', outside: 'active-directory' },
  { text: 'lync active directory ports', topic: 'active-directory' },
  { text: '액티브 디렉토리 포트', topic: 'active-directory' },
  { text: 'pool pairing ports', outside: 'pool-pairing' },
  { text: 'backup service lync port', outside: 'pool-pairing' },
  { text: 'rdp 3389', outside: 'remote-desktop' },
  { text: 'scom lync', outside: 'operations-manager' },
  { text: 'surface hub ports', outside: 'rooms' },
  { text: 'lync room system ports', outside: 'rooms' },
  { text: 'lync ews', outside: 'exchange' },
  { text: 'lync phone edition ntp', outside: 'ntp' },
  { text: 'sql mirroring port lync 5022', outside: 'sql-mirroring-for-high-availability' },
  { text: 'edge 444', outside: 'add-edge-server-fqdn' },
  { text: 'wifi 5223', outside: 'lync-server-2013-defining-your-mobility-requirements' },
  { text: 'mobile push notification 5223', outside: 'lync-server-2013-defining-your-mobility-requirements' },
  { text: 'dialin url', outside: 'lync-server-2013-dns-requirements-for-simple-urls' },
  { text: 'what is', nothing: true },
];
