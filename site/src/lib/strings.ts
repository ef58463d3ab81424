import type { Language } from './lang.ts';

/** What the site says of itself, in both languages. Korean is written as Korean, not translated from the English. */
const strings = {
  siteName: { en: 'Lync ports', ko: 'Lync 포트' },
  siteTitle: {
    en: 'Network ports of Lync Server 2013 and Skype for Business Server',
    ko: 'Lync Server 2013 및 비즈니스용 Skype 서버의 네트워크 포트',
  },
  siteIntro: {
    en: 'Every port that Microsoft documents for Lync Server 2013 and Skype for Business Server, between whom and why, with the published cell behind each fact. Where the Korean pages are mistranslated, the correction and its evidence are on record.',
    ko: 'Microsoft 문서에 실린 Lync Server 2013과 비즈니스용 Skype 서버의 모든 포트를, 누구와 누구 사이에서 왜 쓰이는지와 함께 보여 줍니다. 각 사실에는 게시된 원문이 딸려 있고, 한국어 페이지의 오역은 정정과 근거를 밝혀 두었습니다.',
  },
  searchPlaceholder: { en: 'Port, role, service or protocol', ko: '포트, 역할, 서비스, 프로토콜' },
  searchOpen: { en: 'Search', ko: '검색' },
  scenarios: { en: 'Scenarios', ko: '시나리오' },
  ports: { en: 'Ports', ko: '포트' },
  roles: { en: 'Roles', ko: '역할' },
  services: { en: 'Services', ko: '서비스' },
  protocols: { en: 'Protocols', ko: '프로토콜' },
  corrections: { en: 'Corrections', ko: '정정' },
  advisories: { en: 'Advisories', ko: '주의 사항' },
  coverage: { en: 'Coverage', ko: '수록 범위' },
  history: { en: 'History', ko: '변경 기록' },
  compare: { en: 'Compare', ko: '제품 비교' },
  data: { en: 'Data', ko: '데이터' },
  reference: { en: 'Reference', ko: '참조' },
  trust: { en: 'Trust', ko: '신뢰성' },
  rule: { en: 'Rule', ko: '규칙' },
  rules: { en: 'rules', ko: '개 규칙' },
  port: { en: 'Port', ko: '포트' },
  sourcePort: { en: 'Source port', ko: '원본 포트' },
  destinationPort: { en: 'Destination port', ko: '대상 포트' },
  transport: { en: 'Transport and protocols', ko: '전송 및 프로토콜' },
  role: { en: 'Server role', ko: '서버 역할' },
  loadBalancer: { en: 'Load balancer', ko: '부하 분산 장치' },
  component: { en: 'Component', ko: '구성 요소' },
  balancedServer: { en: 'Servers behind it', ko: '분산 대상 서버' },
  virtualIp: { en: 'Virtual IP', ko: '가상 IP' },
  virtualIpPort: { en: 'Port', ko: '포트' },
  nodePort: { en: 'Node port', ko: '노드 포트' },
  monitor: { en: 'Monitored', ko: '모니터링 대상' },
  persistence: { en: 'Persistence', ko: '지속성' },
  property: { en: 'Property', ko: '속성' },
  firewall: { en: 'Firewall', ko: '방화벽' },
  interface: { en: 'Interface', ko: '인터페이스' },
  needed: { en: 'Needed:', ko: '필요 여부:' },
  projectSays: { en: 'This project says so:', ko: '이 프로젝트의 판단입니다.' },
  ifClosed: { en: 'If it is closed:', ko: '닫혀 있으면:' },
  callers: { en: 'Called by', ko: '연결하는 쪽' },
  optional: { en: 'optional', ko: '선택 사항' },
  required: { en: 'required', ko: '필수' },
  onlyFor: { en: 'Only for {products}.', ko: '{products}에만 해당합니다.' },
  narrowedTo: { en: 'may be narrowed to', ko: '다음으로 좁힐 수 있음:' },
  edgeRole: { en: 'Edge role', ko: '에지 역할' },
  service: { en: 'Service', ko: '서비스' },
  source: { en: 'Source', ko: '원본' },
  destination: { en: 'Destination', ko: '대상' },
  parties: { en: 'Between whom', ko: '대상' },
  to: { en: 'to', ko: '에서 다음으로:' },
  direction: { en: 'Direction', ko: '방향' },
  ruleName: { en: 'Rule name', ko: '규칙 이름' },
  notes: { en: 'Notes', ko: '참고' },
  devices: { en: 'Devices', ko: '장치' },
  product: { en: 'Product', ko: '제품' },
  scenario: { en: 'Scenario', ko: '시나리오' },
  table: { en: 'Table', ko: '표' },
  row: { en: 'row', ko: '행' },
  any: { en: 'Any', ko: '모두' },
  anyAddress: { en: 'any address', ko: '모든 주소' },
  implied: { en: 'implied by the protocol; the page does not say it', ko: '페이지에는 없으며 프로토콜에서 유추함' },
  configurable: { en: 'configurable', ko: '구성 가능' },
  secure: { en: 'encrypted', ko: '암호화됨' },
  byProject: {
    en: 'Written by this project; the page does not say it in this language.',
    ko: '페이지에 이 언어로 된 글이 없어 이 프로젝트에서 작성했습니다.',
  },
  published: { en: 'Published', ko: '게시된 원문' },
  readAs: { en: 'read as', ko: '다음으로 읽음' },
  ruleLink: { en: 'Link to this rule', ko: '이 규칙의 링크' },
  namedBy: { en: 'Rules that name it', ko: '이 포트를 명시한 규칙' },
  coveredBy: { en: 'Ranges that cover it', ko: '이 포트를 포함하는 범위' },
  anyPort: { en: 'Rules for any port', ko: '모든 포트에 적용되는 규칙' },
  registered: { en: 'Registered use', ko: '등록된 용도' },
  listensOn: { en: 'Listens on', ko: '수신 대기' },
  calls: { en: 'Calls', ko: '연결을 시작하는 대상' },
  calledBy: { en: 'Called by', ko: '연결을 받는 상대' },
  behindIt: { en: 'Virtual IPs that pass traffic on to it', ko: '이 포트로 트래픽을 전달하는 가상 IP' },
  fromIt: { en: 'Rules that have it as source port', ko: '원본 포트로 쓰는 규칙' },
  between: { en: 'Between two roles', ko: '두 역할 사이' },
  betweenIntro: {
    en: 'Who opens connections to whom. Choose both ends, or a pair below.',
    ko: '누가 누구에게 연결을 여는지 보여 줍니다. 양쪽을 고르거나 아래에서 한 쌍을 선택하세요.',
  },
  fromRole: { en: 'From', ko: '출발지' },
  toRole: { en: 'To', ko: '목적지' },
  showPair: { en: 'Show', ko: '보기' },
  fromTo: { en: '{source} → {destination}', ko: '{source} → {destination}' },
  knownFrom: { en: 'Known from', ko: '근거' },
  restsOnFlow: { en: 'The page names both ends', ko: '페이지에 양쪽이 모두 적힌 규칙' },
  restsOnDocument: { en: 'A page says who connects', ko: '연결하는 쪽을 페이지에서 알 수 있는 규칙' },
  restsOnDocumentText: {
    en: 'Tables of listening ports name one end. Who connects is said by another row, or by the words quoted.',
    ko: '수신 대기 포트의 표에는 한쪽만 적혀 있습니다. 연결하는 쪽은 다른 행이나 인용한 글에 나옵니다.',
  },
  restsOnProject: { en: 'This project knows who connects', ko: '이 프로젝트가 아는 규칙' },
  restsOnProjectText: {
    en: 'No page says who connects to these; each gives the reason. Check it against your deployment.',
    ko: '연결하는 쪽이 어느 페이지에도 없어 이유를 함께 적었습니다. 실제 배포와 맞는지 확인하세요.',
  },
  noRuleBetween: {
    en: 'No page of Microsoft’s port documentation, and nothing that this project knows, has a connection in this direction.',
    ko: 'Microsoft의 포트 문서와 이 프로젝트가 아는 내용 중 이 방향의 연결은 없습니다.',
  },
  nearestPairs: { en: 'The nearest pairs:', ko: '가까운 쌍:' },
  ipsecExemptions: { en: 'IPsec exemptions', ko: 'IPsec 예외' },
  ipsecExemptionsText: {
    en: 'They keep traffic out of IPsec, and open no port.',
    ko: '트래픽을 IPsec에서 제외할 뿐 포트를 열지 않습니다.',
  },
  openToAnybody: { en: 'Rules that let anybody through', ko: '모두에게 열린 규칙' },
  sameRowFor: { en: 'The same row of the page is for', ko: '페이지의 같은 행이 적용되는 다른 제품:' },
  comparePairs: { en: 'Two products side by side', ko: '두 제품 비교' },
  products: { en: 'Products', ko: '제품' },
  nothingInCommon: {
    en: '{products} has no scenario in common with the others.',
    ko: '{products}에는 다른 제품과 공통된 시나리오가 없습니다.',
  },
  scenariosOnlyHere: { en: 'Scenarios of this product alone:', ko: '이 제품에만 있는 시나리오:' },
  contents: { en: 'Tables', ko: '표' },
  evidence: { en: 'As published', ko: '게시된 원문' },
  korean: { en: 'Korean', ko: '한국어' },
  english: { en: 'English', ko: '영어' },
  column: { en: 'Column', ko: '열' },
  why: { en: 'Why', ko: '이유' },
  documentAt: { en: 'Document at its commit', ko: '해당 커밋의 문서' },
  count: { en: 'Count', ko: '횟수' },
  wrong: { en: 'Published', ko: '게시된 원문' },
  right: { en: 'Read as', ko: '정정' },
  onlyIn: { en: 'Only in', ko: '다음에만 있음:' },
  inBoth: { en: 'The same in both', ko: '두 제품에서 같음' },
  different: { en: 'Different', ko: '다름' },
  download: { en: 'Download', ko: '다운로드' },
  severityWarning: { en: 'Warning', ko: '경고' },
  severityCaution: { en: 'Caution', ko: '주의' },
  severityInfo: { en: 'Note', ko: '참고' },
  mostUsed: { en: 'Ports in most rules', ko: '규칙이 많은 포트' },
  getData: { en: 'Take the data along', ko: '데이터 가져가기' },
  zoneExternal: { en: 'External', ko: '외부' },
  zonePerimeter: { en: 'Perimeter', ko: '경계 네트워크' },
  zoneInternal: { en: 'Internal', ko: '내부' },
  borneOut: { en: 'Borne out by', ko: '근거:' },
  sameRow: { en: 'the same row of {product}', ko: '{product}의 같은 행' },
  sameCell: { en: 'the English in the same cell:', ko: '같은 셀의 영어:' },
  noEnglish: { en: 'The page has no English beside it', ko: '페이지에 영어가 함께 실려 있지 않습니다' },
  footnotes: { en: 'Footnotes', ko: '각주' },
  filter: { en: 'Filter', ko: '필터' },
  whereToLook: { en: 'See', ko: '찾아볼 곳:' },
  inNoTable: { en: 'In no port table', ko: '포트 표에 없는 내용' },
  inNoTableOfRole: {
    en: 'No table says these for this role. Silence does not mean that they are not needed.',
    ko: '이 역할에 대해 어느 표에도 없는 내용입니다. 적혀 있지 않다고 해서 필요 없다는 뜻은 아닙니다.',
  },
  inNoTableOfPort: {
    en: 'Used by these too, though no table says so:',
    ko: '어느 표에도 없지만 다음에서도 사용:',
  },
  whatIsNotHere: { en: 'What is not here', ko: '여기에 없는 것' },
  whatIsNotHereText: {
    en: '{topics} topics are on no page, among them Active Directory, DNS and Exchange, and {pages} pages have ports outside of tables.',
    ko: 'Active Directory, DNS, Exchange 등 {topics}가지 주제는 어느 페이지에도 없고, {pages}개 페이지에는 표가 아닌 곳에 포트가 있습니다.',
  },
  noPageFor: { en: 'No page for it in {product}', ko: '{product}에는 해당 페이지가 없음' },
  noPageForText: {
    en: '{product} has no page with a port table for these. That its rules are not there says nothing about its ports.',
    ko: '{product}에는 이에 대한 포트 표가 있는 페이지가 없습니다. 규칙이 없다고 해서 포트를 쓰지 않는다는 뜻은 아닙니다.',
  },
  unnamedPorts: { en: 'Named by no rule', ko: '어느 규칙에도 없는 포트' },
  portUse: { en: 'Use', ko: '용도' },
  zone: { en: 'Zone', ko: '영역' },
  asData: { en: 'This page as data:', ko: '이 페이지의 데이터:' },
  forWhom: {
    en: 'For whoever has a firewall ticket in hand: which ports lie between two servers, what the external firewall must let through, whether a port is needed at all.',
    ko: '방화벽 변경을 요청받은 사람을 위한 사이트입니다. 두 서버 사이에 어떤 포트가 필요한지, 외부 방화벽에서 무엇을 허용해야 하는지, 어떤 포트가 정말 필요한지 알 수 있습니다.',
  },
  examples: { en: 'For example', ko: '예를 들면' },
  exampleBetween: {
    en: 'Which ports from {source} to {destination}?',
    ko: '{source}에서 {destination}까지 어떤 포트가 필요합니까?',
  },
  exampleScenario: { en: 'What does “{scenario}” need?', ko: '“{scenario}”에는 무엇이 필요합니까?' },
  examplePort: { en: 'What is port {port} for?', ko: '{port} 포트는 무엇에 쓰입니까?' },
  freshness: {
    en: 'Version {version} of the data, checked against the documents up to their commit of {date}.',
    ko: '데이터 버전 {version}, {date} 커밋까지의 문서를 확인했습니다.',
  },
} satisfies Record<string, Record<Language, string>>;

export type StringKey = keyof typeof strings;

/** What the site says in a language. */
export function say(key: StringKey, lang: Language): string {
  return strings[key][lang];
}

/** The same with values in the place of `{names}`. */
export function fill(key: StringKey, lang: Language, values: Readonly<Record<string, string | number>>): string {
  return say(key, lang).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** "17 rules", "규칙 17개" */
export function countOf(count: number, lang: Language): string {
  if (lang === 'ko') return `규칙 ${count}개`;
  return `${count} ${count === 1 ? 'rule' : 'rules'}`;
}

/** "17 rules each", "각 규칙 17개": the count of each of several. */
export function eachOf(count: number, lang: Language): string {
  return lang === 'ko' ? `각 ${countOf(count, lang)}` : `${countOf(count, lang)} each`;
}
