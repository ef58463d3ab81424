import type { PortRule } from '@lync/port-catalog';
import type { Text } from './messages.ts';

/** What stops where a rule is closed, in both languages. */
export const PURPOSES = {
  'sign-in-outside': { en: 'External users cannot sign in.', ko: '외부 사용자가 로그인할 수 없습니다.' },
  federation: {
    en: 'No messages, presence or calls with federated partners.',
    ko: '페더레이션 파트너와 메시지, 현재 상태, 통화를 주고받을 수 없습니다.',
  },
  'public-im': { en: 'No public IM.', ko: '공용 IM을 사용할 수 없습니다.' },
  xmpp: { en: 'No XMPP federation.', ko: 'XMPP 페더레이션을 사용할 수 없습니다.' },
  dns: { en: 'The Edge finds no partner by name.', ko: '에지가 이름으로 파트너를 찾을 수 없습니다.' },
  revocation: {
    en: 'The Edge cannot check whether certificates are revoked.',
    ko: '에지가 인증서 해지를 확인할 수 없습니다.',
  },
  'edge-conferencing': {
    en: 'External users see no content of meetings.',
    ko: '외부 사용자가 모임 콘텐츠를 볼 수 없습니다.',
  },
  'edge-media': {
    en: 'No audio, video or sharing with external users.',
    ko: '외부 사용자와 오디오, 비디오, 공유를 사용할 수 없습니다.',
  },
  'media-range': {
    en: 'Media with partners that need the range fails.',
    ko: '이 범위가 필요한 파트너와의 미디어가 실패합니다.',
  },
  'edge-sip': {
    en: 'No external users, federation or public IM at all.',
    ko: '외부 사용자, 페더레이션, 공용 IM이 모두 중단됩니다.',
  },
  replication: { en: 'The Edge gets no changes of configuration.', ko: '에지가 구성 변경을 받지 못합니다.' },
  logging: { en: 'Central logging cannot reach the server.', ko: '중앙 로깅이 서버에 연결할 수 없습니다.' },
  web: {
    en: 'No meetings by link, address book, Autodiscover or mobile clients from there.',
    ko: '해당 위치에서 링크를 통한 모임 참가, 주소록, 자동 검색, 모바일 클라이언트를 사용할 수 없습니다.',
  },
  'office-web-apps': {
    en: 'No PowerPoint presentations in meetings.',
    ko: '모임에서 PowerPoint 프레젠테이션을 사용할 수 없습니다.',
  },
  sip: {
    en: 'No sign-in, messages, presence or calls over this server.',
    ko: '이 서버를 통한 로그인, 메시지, 현재 상태, 통화가 중단됩니다.',
  },
  'remote-call-control': {
    en: 'No remote call control without TLS.',
    ko: 'TLS 없는 원격 통화 제어를 사용할 수 없습니다.',
  },
  'between-servers': { en: 'Servers of the pool do not work together.', ko: '풀의 서버가 서로 연동하지 못합니다.' },
  conferencing: { en: 'No conferences.', ko: '회의를 사용할 수 없습니다.' },
  media: { en: 'No audio or video through this server.', ko: '이 서버를 통한 오디오, 비디오를 사용할 수 없습니다.' },
  sharing: { en: 'No application sharing in conferences.', ko: '회의에서 응용 프로그램을 공유할 수 없습니다.' },
  'dial-in': { en: 'No dial-in conferencing.', ko: '전화 접속 회의를 사용할 수 없습니다.' },
  'response-group': { en: 'No response groups.', ko: '응답 그룹을 사용할 수 없습니다.' },
  'call-park': { en: 'No call park.', ko: '통화 대기를 사용할 수 없습니다.' },
  'call-admission': { en: 'No call admission control.', ko: '통화 허용 제어를 사용할 수 없습니다.' },
  mobility: { en: 'No mobile clients.', ko: '모바일 클라이언트를 사용할 수 없습니다.' },
  pstn: { en: 'No calls to or from telephones.', ko: '전화망과 통화할 수 없습니다.' },
  'persistent-chat': { en: 'No Persistent Chat.', ko: '영구 채팅을 사용할 수 없습니다.' },
  sql: { en: 'Servers lose their databases.', ko: '서버가 데이터베이스에 연결할 수 없습니다.' },
  files: {
    en: 'No address book, meeting content or other files of the pool.',
    ko: '주소록, 모임 콘텐츠 등 풀의 파일을 사용할 수 없습니다.',
  },
  management: {
    en: 'Servers cannot be managed from elsewhere, and move of users fails.',
    ko: '다른 곳에서 서버를 관리하거나 사용자를 이동할 수 없습니다.',
  },
  'cloud-host': {
    en: 'Cloud Connector cannot update itself or be managed.',
    ko: 'Cloud Connector를 업데이트하거나 관리할 수 없습니다.',
  },
  statistics: { en: 'Statistics Manager sees nothing.', ko: 'Statistics Manager가 데이터를 받지 못합니다.' },
} as const satisfies Record<string, Text>;

export type Purpose = keyof typeof PURPOSES;

/** Services by what they are for; what has none is told by its port. */
const BY_SERVICE: Readonly<Record<string, Purpose>> = {
  'web-conferencing-edge-service': 'edge-conferencing',
  'web-conferencing-service': 'conferencing',
  'web-conferencing-compatibility-service': 'conferencing',
  'im-conferencing-service': 'conferencing',
  'av-conferencing-service': 'media',
  'audio-test-service': 'media',
  'application-sharing-service': 'sharing',
  'conferencing-attendant-service': 'dial-in',
  'conferencing-announcement-service': 'dial-in',
  'response-group-service': 'response-group',
  'call-park-service': 'call-park',
  'bandwidth-policy-service': 'call-admission',
  'mobility-services-component': 'mobility',
  'mediation-service': 'pstn',
  'persistent-chat-sip': 'persistent-chat',
  'persistent-chat-wcf': 'persistent-chat',
  'persistent-chat-file-transfer-service': 'persistent-chat',
  'file-share-server-access': 'files',
};

const BY_PORT: Readonly<Record<number, Purpose>> = {
  53: 'dns',
  80: 'web',
  135: 'management',
  443: 'web',
  444: 'between-servers',
  445: 'replication',
  448: 'call-admission',
  1433: 'sql',
  1434: 'sql',
  4443: 'web',
  5060: 'remote-call-control',
  5061: 'sip',
  5062: 'edge-media',
  5065: 'sharing',
  5070: 'pstn',
  5071: 'response-group',
  5072: 'dial-in',
  5073: 'dial-in',
  5075: 'call-park',
  5076: 'media',
  5080: 'call-admission',
  5269: 'xmpp',
  8057: 'edge-conferencing',
  8060: 'web',
  8061: 'web',
  8080: 'web',
  8443: 'statistics',
  23456: 'xmpp',
  49152: 'media',
  50001: 'logging',
  50002: 'logging',
  50003: 'logging',
};

/** What a row is for: by its service, by who stands at its ends, and by its port. */
export function purposeOf(rule: PortRule): Purpose {
  const port = rule.ports?.ranges[0]?.from ?? 0;
  const at = new Set([rule.role, ...rolesOf(rule)]);
  const outside = at.has('access-edge-service');
  if (at.has('cloud-connector-host')) return 'cloud-host';
  if (rule.scenario === 'cloud-connector') return port === 80 ? 'revocation' : port === 53 ? 'dns' : 'pstn';
  if (port === 50000) return 'media-range';
  if (at.has('sql-server')) return 'sql';
  if (at.has('statistics-manager-server')) return 'statistics';
  if (at.has('office-web-apps-server')) return 'office-web-apps';
  if (at.has('public-im-partner')) return 'public-im';
  if (outside && port === 443) return 'sign-in-outside';
  if (outside && port === 80) return 'revocation';
  if (outside && port === 5061) return 'federation';
  if (at.has('web-conferencing-edge-service')) return 'edge-conferencing';
  if (at.has('edge-server') && port === 4443) return 'replication';
  if (at.has('edge-server') && port === 5061) return 'edge-sip';
  if (at.has('av-edge-service') || (at.has('edge-server') && (port === 443 || port === 3478))) return 'edge-media';
  return BY_SERVICE[rule.service ?? ''] ?? BY_PORT[port] ?? 'between-servers';
}

/** The roles at the ends of a row. */
export function rolesOf({ source, destination, calls, kind }: PortRule): readonly string[] {
  return [
    ...(source?.roles ?? []),
    ...(destination?.roles ?? []),
    ...(kind === 'client' ? calls.map(({ role }) => role) : []),
  ];
}
