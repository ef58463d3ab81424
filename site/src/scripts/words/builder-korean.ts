import type { Asked, BuilderWords } from './builder-english.ts';

/** What the firewall builder says on the Korean page. */

const NAME: Asked = { label: '이름' };
const SERVERS: Asked = { label: '서버 주소', help: '한 줄에 하나씩 적습니다.' };
const VIRTUAL: Asked = { label: '가상 주소' };
const PUBLIC = 'NAT가 없으면 비워 두고, 있으면 같은 순서로 적습니다.';
const BALANCING: Asked = {
  label: '부하 분산',
  answers: { none: '없음', dns: 'DNS, 웹 서비스는 하드웨어', hardware: '하드웨어' },
};
const POOL = { name: NAME, servers: SERVERS, balancing: BALANCING, virtual: VIRTUAL };
const ANY_OR_ADDRESSES = '“any” 또는 한 줄에 하나씩 주소를 적습니다. 비우면 없음입니다.';
const RANGE = '49152-57500처럼 적습니다. 비우면 게시된 범위입니다.';

/** Questions of a list, under its path. */
function of<Parts extends Readonly<Record<string, Asked>>>(path: string, parts: Parts): Record<string, Asked> {
  return Object.fromEntries(Object.entries(parts).map(([name, asked]) => [`${path}.${name}`, asked]));
}

const questions: Readonly<Record<string, Asked>> = {
  product: {
    label: '제품',
    help: '어느 문서에서 규칙을 읽을지 정합니다.',
    answers: {
      'lync-server-2013': 'Lync Server 2013',
      'skype-for-business-server-2015': '비즈니스용 Skype 서버 2015',
      'skype-for-business-server-2019': '비즈니스용 Skype 서버 2019',
      'cloud-connector-edition': 'Cloud Connector Edition',
    },
  },
  name: { label: '배포 이름', help: '모든 파일의 머리말에 들어갑니다.' },
  version: { label: '배포 문서의 버전' },
  'edge.kind': {
    label: '에지',
    help: '형태마다 문서가 따로 있습니다. 에지가 없으면 인터넷으로 열리는 것이 없습니다.',
    answers: { none: '에지 없음', single: '단일 에지 서버', scaled: '에지 서버 풀' },
  },
  'edge.balancing': {
    label: '외부 트래픽의 부하 분산',
    answers: { dns: 'DNS 부하 분산', hardware: '하드웨어 부하 분산 장치' },
  },
  'edge.internalBalancing': {
    label: '에지 안쪽의 부하 분산',
    help: '문서에서는 양쪽에 같은 방식을 권합니다.',
    answers: { '': '바깥쪽과 같음', dns: 'DNS 부하 분산', hardware: '하드웨어 부하 분산 장치' },
  },
  'edge.nat': {
    label: '외부 주소가 사설 주소이며 변환됨(NAT)',
    help: '하드웨어 부하 분산 장치와는 함께 쓸 수 없다고 문서에 나와 있습니다.',
  },
  'edge.addresses': {
    label: '서버의 외부 주소',
    answers: { three: '서비스 세 개에 하나씩', one: '하나를 함께 사용(포트 5061, 444, 443)' },
  },
  'edge.translatesSources': {
    label: '부하 분산 장치가 원본 주소를 변환함',
    help: '변환하면 5061, 80, 53, 5269가 가상 주소에서, 아니면 각 서버에서 나갑니다. 실제로 나가는 주소를 확인하십시오.',
  },
  'edge.oldClients': {
    label: 'Exchange 2007 또는 2010 통합 메시징이나 Office Communications Server 클라이언트를 사용함',
    help: '이 경우에만 미디어에 내부 가상 주소가 필요합니다.',
  },
  'edge.mediaBack': {
    label: '내부 가상 주소에서 내부 전체로 TCP 443',
    help: '표 하나에만 있습니다. 문제가 없으면 닫아 두십시오.',
  },
  'edge.mediaRangeOutbound': {
    label: '원본 포트 50,000–59,999가 모든 포트로 나갈 수 있음',
    help: '없어도 미디어는 443과 3478로 동작합니다.',
  },
  'edge.servers': { label: '에지 서버' },
  ...of('edge.servers', {
    name: NAME,
    internal: { label: '내부 주소' },
    access: { label: '액세스 에지 주소', help: '서버에 설정된 주소입니다.' },
    webConferencing: { label: '웹 회의 에지 주소' },
    av: { label: 'A/V 에지 주소' },
    'public.access': { label: '액세스 에지의 공용 주소' },
    'public.webConferencing': { label: '웹 회의 에지의 공용 주소' },
    'public.av': { label: 'A/V 에지의 공용 주소' },
  }),
  ...of('edge.virtual', {
    internal: { label: '내부 가상 주소' },
    access: { label: '액세스 에지의 가상 주소' },
    webConferencing: { label: '웹 회의 에지의 가상 주소' },
    av: { label: 'A/V 에지의 가상 주소' },
  }),
  ...of('cloudConnector', {
    configuration: {
      label: '미디어 포트',
      help: '권장을 고르면 미디어가 바로 가도록 50,000–59,999를 엽니다.',
      answers: { minimum: '최소', recommended: '권장' },
    },
    edge: { label: '에지 구성 요소의 외부 주소', help: '컴퓨터에 설정된 주소를 한 줄에 하나씩 적습니다.' },
    public: { label: '해당 공용 주소', help: PUBLIC },
    mediation: { label: '중재 구성 요소의 주소', help: '한 줄에 하나씩 적습니다.' },
    hosts: { label: '호스트 컴퓨터의 주소', help: '인터넷에서 업데이트를 받습니다.' },
  }),
  ...of('reverseProxy', {
    outside: { label: '바깥에서 수신하는 주소', help: '컴퓨터에 설정된 주소입니다.' },
    public: { label: '해당 공용 주소', help: PUBLIC },
    inside: { label: '안쪽으로 연결하는 주소' },
    http: { label: '바깥에서 오는 TCP 80', help: '문서에서는 선택 사항입니다.' },
    translatesPorts: {
      label: '프록시가 직접 4443과 8080에 연결함',
      help: '아니면 뒤의 부하 분산 장치가 443과 80을 변환합니다.',
    },
  }),
  pools: { label: '프런트 엔드 풀과 Standard Edition 서버' },
  ...of('pools', {
    ...POOL,
    edition: { label: '에디션', answers: { enterprise: 'Enterprise', standard: 'Standard' } },
    centralManagementStore: { label: '중앙 관리 저장소가 있음', help: '4443으로 에지에 변경 내용을 보냅니다.' },
    mediation: { label: '중재 서버가 함께 설치됨' },
  }),
  directors: { label: '디렉터' },
  ...of('directors', POOL),
  mediationServers: { label: '독립 실행형 중재 서버' },
  ...of('mediationServers', POOL),
  persistentChat: { label: '영구 채팅' },
  ...of('persistentChat', POOL),
  officeWebApps: { label: 'Office Web Apps 서버' },
  survivableBranches: { label: 'Survivable Branch' },
  ...of('survivableBranches', {
    name: NAME,
    address: { label: '주소' },
    kind: { label: '종류', answers: { appliance: 'Appliance', server: 'Server' } },
  }),
  exchangeUnifiedMessaging: { label: 'Exchange 통합 메시징' },
  sqlServers: { label: 'SQL Server' },
  ...of('sqlServers', {
    name: NAME,
    address: { label: '주소' },
    defaultInstance: { label: '기본 인스턴스', help: 'TCP 1433입니다.' },
    browser: { label: 'SQL Browser', help: '이름으로 인스턴스를 찾을 때 쓰는 UDP 1434입니다.' },
    namedInstances: { label: '명명된 인스턴스의 고정 포트', help: '한 줄에 하나씩 적습니다.' },
  }),
  fileServers: { label: '파일 서버' },
  trustedApplications: { label: '신뢰할 수 있는 응용 프로그램 서버' },
  statisticsManager: { label: 'Statistics Manager' },
  ...of('networks', {
    clients: { label: '클라이언트 네트워크', help: '10.20.0.0/16처럼 한 줄에 하나씩 적습니다.' },
    branches: { label: '지점 네트워크' },
    administrators: { label: '관리자 네트워크', help: '로깅 포트 50001–50003에서 “모두” 대신 쓰입니다.' },
    dns: { label: '에지가 질의하는 외부 DNS 서버', help: ANY_OR_ADDRESSES },
  }),
  ...of('gateways', {
    tls: { label: 'TLS를 쓰는 PSTN 게이트웨이', help: '5067에 연결합니다.' },
    tcp: { label: 'TLS를 쓰지 않는 PSTN 게이트웨이', help: '5068에 연결합니다.' },
  }),
  ...of('external', {
    users: { label: '사용자가 인터넷에서 로그인함' },
    federation: {
      label: '페더레이션',
      answers: { none: '없음', open: '누구와나', partners: '아래 파트너와만' },
    },
    partners: { label: '파트너' },
    publicIm: { label: '공용 IM 공급자', help: ANY_OR_ADDRESSES },
    xmpp: { label: 'XMPP 파트너', help: ANY_OR_ADDRESSES },
  }),
  ...of('external.partners', {
    name: NAME,
    access: { label: '액세스 에지 주소' },
    media: { label: 'A/V 에지 주소' },
    communicationsServer2007: {
      label: 'Office Communications Server 2007을 사용함',
      help: '이런 파트너에게만 50,000–59,999 인바운드가 필요합니다.',
    },
  }),
  ...of('features', {
    webConferencing: { label: '웹 회의' },
    audioVideo: { label: '오디오와 비디오' },
    applicationSharing: { label: '응용 프로그램 공유' },
    videoBasedScreenSharing: { label: '비디오 기반 화면 공유' },
    dialIn: { label: '전화 접속 회의' },
    responseGroup: { label: '응답 그룹' },
    callPark: { label: '통화 대기' },
    callAdmissionControl: { label: '통화 허용 제어' },
    mobility: { label: '모바일 클라이언트' },
    remoteCallControl: {
      label: 'TLS 없는 원격 통화 제어(5060)',
      help: '신뢰할 수 있는 응용 프로그램에만 엽니다. 그 밖에는 닫아 두십시오.',
    },
  }),
  ...of('mediaRanges', {
    audio: { label: '오디오', help: RANGE },
    video: { label: '비디오', help: RANGE },
    applicationSharing: { label: '응용 프로그램 공유', help: RANGE },
  }),
  ...of('firewalls', {
    external: { label: '인터넷과 경계 네트워크 사이' },
    internal: { label: '경계 네트워크와 내부 사이' },
    hosts: { label: '내부의 각 서버' },
    stateful: { label: '상태를 저장함', help: '저장하지 않으면 응답 규칙이 필요합니다.' },
  }),
  ...of('firewalls.interfaces', {
    outside: { label: '외부 인터페이스 또는 영역의 이름' },
    perimeter: { label: '경계 인터페이스 또는 영역의 이름' },
    inside: { label: '내부 인터페이스 또는 영역의 이름' },
  }),
};

const rules = (count: number) => `규칙 ${count}개`;

export const builderKorean: BuilderWords = {
  questions,
  steps: {
    product: '제품',
    edge: '에지',
    servers: '서버와 주소',
    networks: '풀과 네트워크',
    features: '기능',
  },
  groups: {
    virtual: '부하 분산 장치의 가상 주소',
    reverseProxy: '역방향 프록시',
    cloudConnector: 'Cloud Connector',
    networks: '네트워크',
    gateways: 'PSTN 게이트웨이',
    others: '그 밖의 서버',
    external: '인터넷과의 통신',
    features: '사용하는 기능',
    mediaRanges: '게시된 것과 다른 미디어 포트',
    firewalls: '방화벽',
    interfaces: '인터페이스 또는 영역의 이름',
  },
  noEdgeHere: '이 제품에는 별도의 에지가 없습니다. 에지 구성 요소는 다음 단계에 있습니다.',
  item: (name, at) => `${name} ${at}`,
  add: (name) => `${name} 추가`,
  remove: (name) => `${name} 제거`,
  step: (at, all) => `${all}단계 중 ${at}단계`,
  stepFaults: (count) => `고칠 곳 ${count}개`,
  back: '이전',
  next: '다음',
  startAnew: '처음부터',
  save: '파일로 저장',
  load: '파일 열기',
  keptHere: '아무것도 전송하지 않습니다. 배포 내용은 이 페이지의 주소에 들어 있으므로 링크가 곧 문서입니다.',
  notReadFile: (why) => `파일을 읽을 수 없습니다. ${why}`,
  notReadAddress: '주소에서 배포를 읽을 수 없습니다.',
  tooLarge: '너무 큽니다.',
  noDeployment: '배포가 들어 있지 않습니다.',
  loaded: (name) => `${name} 파일을 열었습니다`,
  faults: (count) => `고쳐야 할 답 ${count}개`,
  noRules: '아직 규칙이 없습니다. 예제를 고르거나 질문에 답하십시오.',
  noFiles: '틀린 답이 있으면 규칙과 파일을 만들지 않습니다.',
  found: (count, firewalls) => `방화벽 ${firewalls}개, ${rules(count)}`,
  diagram: '다이어그램',
  noDiagram: '네트워크 방화벽의 규칙이 생기면 다이어그램이 나타납니다.',
  decide: '직접 결정하거나 알아 두어야 할 사항',
  rules: '방화벽별 규칙',
  count: rules,
  shown: (count, all) => `${rules(all)} 중 ${count}개`,
  filter: '규칙 필터',
  firewall: '방화벽',
  need: '필수 여부',
  text: '찾을 말',
  textHint: '포트, 주소, 역할, 코드',
  all: '모두',
  required: '필수',
  optional: '선택 사항',
  hostFirewall: (role) => `Windows 방화벽: ${role}`,
  inbound: '들어옴',
  outbound: '나감',
  to: '에서 다음으로:',
  any: '모두',
  more: (count) => `${count}개 더`,
  source: '출발지',
  sourcePorts: '출발지 포트',
  destination: '목적지',
  ports: '포트',
  seenOutside: '외부',
  ifClosed: '닫혀 있으면',
  why: '근거',
  derived: '연결하는 쪽을 아는 근거',
  bases: {
    flow: '양쪽이 모두 적힌 행',
    quoted: '페이지의 글',
    project: '이 프로젝트의 판단(이유는 규칙 페이지에 있음)',
    prose: '페이지의 본문',
  },
  advisories: '주의 사항',
  row: (at) => `${at}행`,
  files: '파일로 가져가기',
  outputs: {
    xlsx: '통합 문서(xlsx)',
    csv: '표(CSV)',
    json: '계획(JSON)',
    svg: '다이어그램(SVG)',
    asa: 'Cisco ASA 8.3 이상',
    ios: 'Cisco IOS',
    powershell: 'Windows 방화벽(PowerShell)',
    probes: '테스트 스크립트(sh, PowerShell)',
    azure: 'Azure 네트워크 보안 그룹(ARM)',
    terraform: 'Azure(Terraform)',
    capirca: 'Capirca',
    aerleon: 'Aerleon',
    nftables: 'nftables',
    iptables: 'iptables',
    paloalto: 'Palo Alto PAN-OS',
    fortigate: 'FortiGate FortiOS',
  },
  unproven: '이 프로젝트에서만 확인했습니다. 사용하기 전에 검토하십시오.',
  notLoaded: '불러오지 못했습니다. 연결을 확인하고 다시 시도하세요.',
  unused: (count) => `사용하지 않은 게시된 행 ${count}개`,
  unusedWhy: '말없이 빠지는 것이 없도록 이유를 함께 적었습니다.',
};
