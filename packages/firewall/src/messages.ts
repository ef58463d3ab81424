/** A text in both languages. */
export interface Text {
  readonly en: string;
  readonly ko: string;
}

/**
 * Every message, in both languages. Faults keep a plan from being made; warnings and reasons come with one. `{words}`
 * are put in by `say`.
 */
export const MESSAGES = {
  // Faults
  address: { en: 'is no IPv4 or IPv6 address', ko: 'IPv4 또는 IPv6 주소가 아닙니다' },
  'address-kind': {
    en: 'is an address that no server or network can have here',
    ko: '서버나 네트워크가 여기에서 가질 수 없는 주소입니다',
  },
  'host-bits': { en: 'is a network whose host bits are set', ko: '호스트 비트가 설정된 네트워크입니다' },
  'network-here': { en: 'is a network; one address is needed', ko: '네트워크입니다. 주소 하나가 필요합니다' },
  'whole-internet': {
    en: 'is every address; say "any" where that may be',
    ko: '모든 주소입니다. 허용되는 곳에는 "any"로 적으십시오',
  },
  text: { en: 'holds a control character', ko: '제어 문자가 들어 있습니다' },
  range: { en: 'ends before it begins', ko: '끝이 시작보다 앞섭니다' },
  missing: { en: 'is missing', ko: '값이 없습니다' },
  unknown: { en: 'is no question of a deployment', ko: '배포 항목에 없는 이름입니다' },
  choice: { en: 'must be one of {words}', ko: '다음 중 하나여야 합니다: {words}' },
  value: { en: 'must be {words}', ko: '다음 형식이어야 합니다: {words}' },
  'syntax-error': { en: 'cannot be read: {words}', ko: '읽을 수 없습니다: {words}' },
  overlap: { en: 'is also {words}', ko: '다음에도 있습니다: {words}' },
  families: {
    en: 'is of another family than {words}: a rule cannot have IPv4 beside IPv6',
    ko: '{words}과(와) 주소 체계가 다릅니다. 한 규칙에 IPv4와 IPv6을 함께 쓸 수 없습니다',
  },
  'hardware-with-nat': {
    en: 'cannot be translated with hardware load balancing: the pages exclude NAT there',
    ko: '하드웨어 부하 분산에서는 NAT를 사용할 수 없습니다. 문서에서 제외합니다',
  },
  'one-server': { en: 'must be one server where the Edge is single', ko: '단일 에지이면 서버가 하나여야 합니다' },
  'no-servers': { en: 'needs servers', ko: '서버가 필요합니다' },
  'no-edge': { en: 'has servers, but edge.kind is none', ko: '서버가 있지만 edge.kind가 none입니다' },
  'too-many-edges': {
    en: 'has more than 12 servers, the most of an Edge pool',
    ko: '에지 풀의 최대인 12대를 넘습니다',
  },
  'needs-virtual': { en: 'is needed with hardware load balancing', ko: '하드웨어 부하 분산에 필요합니다' },
  'needs-public': { en: 'is needed with NAT', ko: 'NAT를 사용하면 필요합니다' },
  'needs-address': {
    en: 'is needed, or one address for all services',
    ko: '필요합니다. 아니면 한 주소를 함께 쓰도록 지정하십시오',
  },
  'public-without-nat': { en: 'is said, but edge.nat is false', ko: '지정되었지만 edge.nat이 false입니다' },
  'public-count': {
    en: 'must have as many addresses as the machines have',
    ko: '컴퓨터의 주소와 수가 같아야 합니다',
  },
  'private-outside': {
    en: 'is private, but edge.nat is false: the Edge needs public addresses without NAT',
    ko: '사설 주소이지만 edge.nat이 false입니다. NAT가 없으면 에지에 공용 주소가 필요합니다',
  },
  'not-in-product': { en: 'is not in {words}', ko: '{words}에는 없습니다' },
  'partners-missing': {
    en: 'is "partners", but external.partners has none',
    ko: '"partners"이지만 external.partners가 비어 있습니다',
  },
  // Warnings
  'mixed-balancing': {
    en: 'Another kind of load balancing inside than outside of the Edge: the pages advise one kind for both.',
    ko: '에지 안쪽과 바깥쪽의 부하 분산 방식이 다릅니다. 문서에서는 같은 방식을 권합니다.',
  },
  'no-dns': {
    en: 'The Edge asks no DNS server outside (networks.dns): it must find names otherwise.',
    ko: '에지가 바깥의 DNS 서버에 질의하지 않습니다(networks.dns). 다른 방법으로 이름을 찾아야 합니다.',
  },
  hairpin: {
    en: 'Edge Servers of the pool reach each other on their public A/V addresses: the external firewall must turn these packets back.',
    ko: '풀의 에지 서버는 서로의 공용 A/V 주소로 연결합니다. 외부 방화벽이 이 패킷을 되돌려 보내야 합니다.',
  },
  'nat-symmetric': {
    en: 'NAT must be symmetric and leave the source of incoming packets alone.',
    ko: 'NAT는 대칭이어야 하며 들어오는 패킷의 원본 주소를 바꾸지 않아야 합니다.',
  },
  'source-address': {
    en: 'Outbound 5061, 80, 53 and 5269 are from {words}, as edge.translatesSources says: compare with what leaves your load balancer.',
    ko: 'edge.translatesSources에 따라 아웃바운드 5061, 80, 53, 5269는 {words}에서 나갑니다. 부하 분산 장치에서 나가는 주소와 비교하십시오.',
  },
  'pool-translation': {
    en: 'Load balancers of pools are taken to leave sources alone: where one translates, the servers behind it see its address.',
    ko: '풀의 부하 분산 장치는 원본을 바꾸지 않는 것으로 봅니다. 변환하는 경우 뒤의 서버에는 그 주소가 보입니다.',
  },
  'dynamic-ports': {
    en: 'DCOM (135) goes on over dynamic ports that no page lists; restrict and open them yourself.',
    ko: 'DCOM(135)은 문서에 없는 동적 포트로 이어집니다. 직접 제한하고 여십시오.',
  },
  'windows-firewall': {
    en: 'Skype for Business Server opens its own ports in Windows Firewall when it starts; SQL Server’s must be opened by hand.',
    ko: '비즈니스용 Skype 서버는 시작할 때 Windows 방화벽에서 자체 포트를 열지만 SQL Server 포트는 직접 열어야 합니다.',
  },
  'media-range': {
    en: '50,000-59,999 is a source range going out; only partners with OCS 2007 need it inbound.',
    ko: '50,000-59,999는 나가는 방향의 원본 범위이며 OCS 2007 파트너에게만 인바운드로 필요합니다.',
  },
  'sql-not-listed': {
    en: 'No page of this product lists SQL Server. The one of Lync Server 2013 does: TCP 1433, UDP 1434 and a static port for each named instance.',
    ko: '이 제품의 문서에는 SQL Server가 없습니다. Lync Server 2013 문서에는 TCP 1433, UDP 1434, 명명된 인스턴스별 고정 포트가 있습니다.',
  },
  'files-not-listed': {
    en: 'No page of Lync Server 2013 lists the file share; those of Skype for Business Server do: TCP 445 from Front End Servers.',
    ko: 'Lync Server 2013 문서에는 파일 공유가 없습니다. 비즈니스용 Skype 서버 문서에는 프런트 엔드 서버의 TCP 445가 있습니다.',
  },
  'chat-8011': {
    en: 'Persistent Chat servers also use TCP 8011 among themselves, by the planning page; no port table lists it.',
    ko: '계획 문서에 따르면 영구 채팅 서버는 서로 TCP 8011도 사용합니다. 포트 표에는 없습니다.',
  },
  stateless: {
    en: 'The firewalls are stateless: replies have rules of their own in the outputs that need them.',
    ko: '방화벽이 상태를 저장하지 않으므로 필요한 출력에는 응답 규칙이 따로 있습니다.',
  },
  // Reasons why a row is not used
  'ipsec-exemption': {
    en: 'an exemption from IPsec opens no port; it belongs into IPsec policy',
    ko: 'IPsec 예외는 포트를 열지 않으며 IPsec 정책에 속합니다',
  },
  'media-setting': {
    en: 'a setting of quality of service; the rows of listening ports have the ports',
    ko: 'QoS 설정입니다. 포트는 수신 포트 행에 있습니다',
  },
  'other-topology': { en: 'of a page for another topology ({words})', ko: '다른 토폴로지의 문서입니다({words})' },
  'other-release': { en: 'for {words} only', ko: '{words}에만 해당합니다' },
  'feature-off': { en: 'off: {words}', ko: '꺼져 있음: {words}' },
  'no-server': { en: 'nobody is there: {words}', ko: '해당 서버나 네트워크가 없음: {words}' },
  'no-caller': {
    en: 'no page says who connects, and neither does this project',
    ko: '누가 연결하는지 문서에도 이 프로젝트에도 없습니다',
  },
  'no-firewall': {
    en: 'no firewall of this deployment is on the way: {words}',
    ko: '경로에 이 배포의 방화벽이 없습니다: {words}',
  },
  'same-host': { en: 'both ends are the same host', ko: '양쪽 끝이 같은 호스트입니다' },
  'no-ends': { en: 'the page names no ends', ko: '문서에 양쪽 끝이 없습니다' },
  'no-address': {
    en: 'the page names hosts that have no fixed address: {words}',
    ko: '고정 주소가 없는 호스트입니다: {words}',
  },
  'no-port': {
    en: 'the port is configured, and none is said: {words}',
    ko: '포트는 구성에 따르며 지정되지 않았습니다: {words}',
  },
  'covered-by': { en: 'covered by {words}', ko: '다음에 포함됨: {words}' },
  translated: {
    en: 'the reverse proxy connects to 4443 and 8080 itself (reverseProxy.translatesPorts)',
    ko: '역방향 프록시가 직접 4443과 8080에 연결합니다(reverseProxy.translatesPorts)',
  },
  ended: { en: 'federation with Messenger clients has ended', ko: 'Messenger 클라이언트와의 페더레이션은 끝났습니다' },
  outgoing: {
    en: 'the note speaks of outgoing requests; nothing listens here',
    ko: '참고에 따르면 나가는 요청이며 여기에서는 수신하지 않습니다',
  },
} as const satisfies Record<string, Text>;

export type MessageCode = keyof typeof MESSAGES;

/** A message in both languages with its words put in. */
export function say(code: MessageCode, words: string | Text = ''): Text {
  const { en, ko } = MESSAGES[code];
  const said = typeof words === 'string' ? { en: words, ko: words } : words;
  return { en: en.replace('{words}', said.en), ko: ko.replace('{words}', said.ko) };
}
