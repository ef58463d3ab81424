import { corrections, type PortRule, products, roles, scenarios, services } from '../../packages/catalog/src/index.ts';
import { readList } from './catalog-data.ts';

/**
 * What people type, and the rules that they mean, told by the facts of the rules rather than by a search. The tests of
 * the package's search and of the site's box and filter share it.
 */
export interface Search {
  readonly text: string;
  readonly means: string;
  readonly is: (rule: PortRule) => boolean;
  /** The port in the text; a rule that does not name it, only a range around it, is set apart. */
  readonly port?: number;
  /** The range in the text: where no rule prints it so, it stands for the ports within it. */
  readonly range?: { readonly from: number; readonly to: number };
}

export const rules = readList('ports') as PortRule[];
const names = new Map([...products, ...scenarios, ...roles, ...services].map(({ id, name }) => [id as string, name]));

/** The roles that a rule names, as its own or at one of its ends. */
export function rolesOf(rule: PortRule): string[] {
  const own = rule.role === null ? [] : [rule.role];
  return [...own, ...(rule.source?.roles ?? []), ...(rule.destination?.roles ?? [])];
}

/** All that a rule says in a language, and the names of its scenario and of whom it is about, without any space. */
function saidIn(language: 'en' | 'ko', rule: PortRule): string {
  const { source, destination, protocolNote, notes, ruleName, devices, footnotes } = rule;
  const texts = [source?.text, destination?.text, protocolNote, notes, ruleName, ...devices, ...footnotes];
  const ids = [...rolesOf(rule), rule.monitor?.role, rule.service, rule.scenario, rule.product];
  const about = ids.map((id) => names.get(id ?? ''));
  return [...texts, ...about].map((text) => text?.[language]?.replace(/\s/g, '') ?? '').join('\n');
}

export function opens(rule: PortRule, port: number): boolean {
  return rule.ports?.ranges.some(({ from, to }) => from <= port && port <= to) === true;
}

export function isNamed(rule: PortRule, port: number): boolean {
  return rule.ports?.ranges.some(({ from, to }) => from === port || to === port) === true;
}

/**
 * Of texts that are typed in a browser, those for one of so many places where they are typed; SEARCH_TEXTS=all types all in
 * each. That each of them finds what is meant is tested without a browser.
 */
export function shareOf<Text>(texts: readonly Text[], place: number, places = 2): Text[] {
  return process.env.SEARCH_TEXTS === 'all' ? [...texts] : texts.filter((_, at) => at % places === place);
}

export const SEARCHES: readonly Search[] = [
  { text: '5061', means: 'the port, named or inside a range', port: 5061, is: (rule) => opens(rule, 5061) },
  {
    text: '506',
    means: 'ports that begin with it',
    is: (rule) => rule.ports?.ranges.some(({ from, to }) => /^506/.test(`${from}`) || /^506/.test(`${to}`)) === true,
  },
  { text: '50123', means: 'the ranges around the port', port: 50123, is: (rule) => opens(rule, 50123) },
  {
    text: '50,000',
    means: 'the port 50000, and source ports that are printed so',
    port: 50000,
    is: (rule) => opens(rule, 50000) || rule.sourcePorts?.text.includes('50,000') === true,
  },
  {
    text: '50,000-59,999',
    means: 'the range, as printed',
    range: { from: 50000, to: 59999 },
    is: ({ ports, sourcePorts }) =>
      [...(ports?.ranges ?? []), ...(sourcePorts?.ranges ?? [])].some(({ from, to }) => from === 50000 && to === 59999),
  },
  { text: '67/68', means: 'the two ports of a cell', is: (rule) => isNamed(rule, 67) && isNamed(rule, 68) },
  {
    text: 'udp 3478',
    means: 'both',
    port: 3478,
    is: (rule) =>
      rule.transports.includes('udp') && (opens(rule, 3478) || rule.sourcePorts?.text.includes('3478') === true),
  },
  { text: 'edge', means: 'the word in an English text or name', is: (rule) => /edge/i.test(saidIn('en', rule)) },
  { text: '에지', means: 'the word in a Korean text or name', is: (rule) => saidIn('ko', rule).includes('에지') },
  { text: '에 지', means: 'the same, with a space', is: (rule) => saidIn('ko', rule).includes('에지') },
  { text: '에지서버', means: 'words without their space', is: (rule) => saidIn('ko', rule).includes('에지서버') },
  {
    text: '엦',
    means: 'words with 에 before ㅈ, while they are typed',
    is: (rule) => /에[자-짛]/.test(saidIn('ko', rule)),
  },
  {
    text: '디렉터',
    means: 'Directors, and the word in a text',
    is: (rule) => namesDirector(rule) || saidIn('ko', rule).includes('디렉터'),
  },
  { text: '이사', means: 'Directors, as mistranslated', is: (rule) => rolesOf(rule).includes('director') },
  {
    text: 'NET.TCP',
    means: 'rows where TCP was mistranslated',
    is: ({ id }) => corrections.some(({ rule, published }) => rule === id && published.includes('NET.TCP')),
  },
  {
    text: 'media',
    means: 'the word in a text, and words that begin with it',
    is: (rule) => /\bmedia/i.test(`${saysOfMedia(rule)}\n${rolesOf(rule).map(spaced)}\n${spaced(rule.service)}`),
  },
  {
    text: '중재 5070',
    means: 'Mediation Servers with the port',
    port: 5070,
    is: (rule) => opens(rule, 5070) && rolesOf(rule).some((role) => role.includes('mediation')),
  },
];

function spaced(id: string | null): string {
  return id?.replaceAll('-', ' ') ?? '';
}

export function namesDirector(rule: PortRule): boolean {
  return rolesOf(rule).some((role) => role.startsWith('director'));
}

/** What of a rule may speak of media, but for its roles. */
export function saysOfMedia({ notes, footnotes, sourcePorts, source, destination, ports, scenario }: PortRule): string {
  return JSON.stringify([notes, footnotes, sourcePorts, source, destination, ports, names.get(scenario)?.en]);
}

/** The rules that a search means, of all or of those on a page. */
export function rulesFor({ is, range }: Search, among = rules): PortRule[] {
  const meant = among.filter(is);
  return meant.length === 0 && range !== undefined
    ? among.filter((rule) => overlapping(rule, range).length > 0)
    : meant;
}

/** Those of the rules that only have a range around the port that was typed, or one that reaches out of the range. */
export function apartFor(search: Search, among = rules): PortRule[] {
  const { port, range } = search;
  return rulesFor(search, among).filter((rule) => {
    if (port !== undefined) return opens(rule, port) && !isNamed(rule, port);
    return (
      range !== undefined && !overlapping(rule, range).some(({ from, to }) => range.from <= from && to <= range.to)
    );
  });
}

function overlapping({ ports, sourcePorts }: PortRule, range: { from: number; to: number }) {
  const ranges = [...(ports?.ranges ?? []), ...(sourcePorts?.ranges ?? [])];
  return ranges.filter(({ from, to }) => from <= range.to && range.from <= to);
}

/** What a query is to find: the package and the site are tested by the same list. */
export interface Asked {
  readonly text: string;
  /** The rules that are found, but for those that only have a range around a port. */
  readonly is?: (rule: PortRule) => boolean;
  /** Rules that are among those that are found. */
  readonly has?: (rule: PortRule) => boolean;
  /** What the first of them is. */
  readonly first?: (rule: PortRule) => boolean;
  /** Another query that finds the same. */
  readonly like?: string;
  /** The pair of roles that is asked for. */
  readonly pair?: readonly [source: string, destination: string];
  /** Where nothing is found: what was meant. */
  readonly nearest?: string;
  /** What is covered by no table, and where no rule is found, the first of it. */
  readonly outside?: string;
  /** A topic that no table has, named by the very words, whatever rules are found. */
  readonly topic?: string;
  /** Nothing is found at all. */
  readonly nothing?: true;
  /** The page that the site offers first; null where rules come first. */
  readonly page?: string | null;
}

const named = (port: number) => (rule: PortRule) => isNamed(rule, port);
const namedBy =
  (port: number, transport: 'tcp' | 'udp') =>
  (rule: PortRule): boolean =>
    isNamed(rule, port) && rule.transports.includes(transport);
const ofProduct = (id: string) => (rule: PortRule) => rule.product === id;
const about =
  (...ids: string[]) =>
  (rule: PortRule): boolean =>
    rolesOf(rule).some((role) => ids.includes(role));

export function speaksOf(id: string): (rule: PortRule) => boolean {
  return (rule) => rule.protocols.some((each) => each === id);
}

export const ASKED: readonly Asked[] = [
  // Ports as people write them.
  { text: '443/tcp', has: namedBy(443, 'tcp'), page: '/ports/443/' },
  { text: 'tcp/443', like: '443/tcp', page: '/ports/443/' },
  { text: 'TCP:443', like: '443/tcp', page: '/ports/443/' },
  { text: 'tcp443', like: '443/tcp', page: '/ports/443/' },
  { text: '5061 tcp', is: namedBy(5061, 'tcp'), page: '/ports/5061/' },
  { text: '3478/UDP', is: (rule) => namedBy(3478, 'udp')(rule) || fromPort(rule, 3478), page: '/ports/3478/' },
  { text: 'port 443', has: named(443), page: '/ports/443/' },
  { text: 'ports 443', has: named(443), page: '/ports/443/' },
  { text: '포트 443', has: named(443), page: '/ports/443/' },
  { text: '443번 포트', has: named(443), page: '/ports/443/' },
  { text: '443포트', has: named(443), page: '/ports/443/' },
  { text: ':8057', is: named(8057), page: '/ports/8057/' },
  { text: '5,061', is: named(5061), page: '/ports/5061/' },
  { text: '5070-5072', is: (rule) => [5070, 5071, 5072].some((port) => isNamed(rule, port)) },
  { text: '5070 to 5072', like: '5070-5072' },
  { text: '5070~5072', like: '5070-5072' },
  { text: '5070 5071', is: (rule) => isNamed(rule, 5070) || isNamed(rule, 5071), page: '/ports/5070/' },
  { text: '5071 5070', like: '5070 5071', page: '/ports/5071/' },
  { text: '5070, 5071', like: '5070 5071', page: '/ports/5070/' },
  { text: '5070,5071', like: '5070 5071', page: '/ports/5070/' },
  { text: '5070/5071', like: '5070 5071', page: '/ports/5070/' },
  { text: '5070 or 5071', like: '5070 5071', page: '/ports/5070/' },
  { text: '80,443', has: (rule) => isNamed(rule, 80) || isNamed(rule, 443), page: '/ports/80/' },
  { text: '50000-59999', like: '50,000 - 59,999', page: '/ports/50000-59999/' },
  { text: '65536', nothing: true },
  { text: 'port 65536', nothing: true },
  { text: '99999/tcp', nothing: true },
  { text: '0', nothing: true },
  {
    text: 'tls 5061 edge',
    has: (rule) => isNamed(rule, 5061) && about('edge-server')(rule) && speaksOf('mtls')(rule),
    page: null,
  },
  { text: 'tls', has: (rule) => speaksOf('tls')(rule) || speaksOf('mtls')(rule) },
  // Years and products.
  { text: 'lync server 2013', is: ofProduct('lync-server-2013'), page: '/products/lync-server-2013/' },
  { text: 'Lync 2013', is: ofProduct('lync-server-2013') },
  { text: '2013', is: ofProduct('lync-server-2013') },
  {
    text: 'skype for business 2019',
    is: ofProduct('skype-for-business-server-2019'),
    page: '/products/skype-for-business-server-2019/',
  },
  { text: 'skype for business server 2019', like: 'skype for business 2019' },
  { text: 'sfb 2019', like: 'skype for business 2019' },
  { text: '비즈니스용 Skype 2019', like: 'skype for business 2019' },
  { text: '비즈니스용 Skype 서버 2015', is: ofProduct('skype-for-business-server-2015') },
  {
    text: '5061 sfb 2015',
    is: (rule) => isNamed(rule, 5061) && ofProduct('skype-for-business-server-2015')(rule),
    page: null,
  },
  // Synonyms.
  { text: 'av', has: about('av-edge-service') },
  { text: 'fe', has: about('front-end-server'), page: '/roles/front-end-server/' },
  { text: 'frontend pool', like: 'fe pool' },
  { text: '프론트엔드', has: about('front-end-server'), page: '/roles/front-end-server/' },
  { text: '프론트 엔드 서버', like: '프런트 엔드 서버' },
  { text: '엣지 서버', like: '에지 서버', page: '/roles/edge-server/' },
  { text: 'director pool', has: namesDirector, page: '/roles/director/' },
  { text: 'edge pool', has: about('edge-server'), page: '/roles/edge-server/' },
  { text: 'hlb', has: about('front-end-load-balancer', 'director-load-balancer', 'mediation-load-balancer') },
  { text: '로드 밸런서', has: about('front-end-load-balancer', 'director-load-balancer', 'mediation-load-balancer') },
  { text: 'sba', has: about('survivable-branch-appliance'), page: '/roles/survivable-branch-appliance/' },
  { text: 'sbc', has: about('pstn-gateway', 'mediation-server') },
  { text: 'sip trunk', like: 'session border controller' },
  { text: 'sip 트렁크', has: about('pstn-gateway', 'mediation-server') },
  { text: 'wac', has: about('office-web-apps-server'), page: '/roles/office-web-apps-server/' },
  { text: 'owas', like: 'wac' },
  { text: 'office online server', like: 'wac' },
  { text: 'e911', like: 'e9-1-1' },
  { text: 'presence', has: speaksOf('sip') },
  { text: '프레즌스', has: speaksOf('sip') },
  { text: 'cms', has: about('front-end-server-with-central-management-store') },
  { text: 'rtcp', like: 'rtp' },
  { text: 'srtp 50000', like: 'rtp 50000' },
  { text: 'rp', has: about('reverse-proxy'), page: '/roles/reverse-proxy/' },
  { text: '리버스 프록시', like: '역방향 프록시' },
  { text: 'sql backend', has: about('sql-server') },
  { text: '파일 공유', has: speaksOf('smb') },
  { text: 'mediation', has: about('mediation-server') },
  { text: '미디에이션 서버', has: about('mediation-server') },
  { text: 'xmpp', has: speaksOf('xmpp'), page: '/protocols/xmpp/' },
  { text: 'response group', page: null, has: (rule) => rule.service === 'response-group-service' },
  // The firewall builder.
  { text: 'firewall', page: '/firewall/' },
  { text: 'firewall rules', page: '/firewall/' },
  { text: 'rules', page: '/firewall/' },
  { text: '방화벽', page: '/firewall/' },
  // Near misses.
  { text: 'medation', nearest: 'mediation' },
  { text: 'mediatoin', nearest: 'mediation' },
  { text: 'directer', nearest: 'director' },
  { text: 'xmtp', nearest: 'xmpp' },
  { text: 'frnt end', nearest: 'front end' },
  { text: '5061 medation', nearest: '5061 mediation' },
  { text: '드렉터', nearest: '디렉터' },
  { text: 'dg', nothing: true },
  { text: 'zzz', nothing: true },
  // Pairs of roles.
  { text: 'client to front end', pair: ['client', 'front-end-server'], page: '/between/client/front-end-server/' },
  {
    text: 'Clients -> Front End Servers',
    pair: ['client', 'front-end-server'],
    page: '/between/client/front-end-server/',
  },
  {
    text: 'mediation -> pstn gateway',
    pair: ['mediation-server', 'pstn-gateway'],
    page: '/between/mediation-server/pstn-gateway/',
  },
  {
    text: 'from fe to edge pool',
    pair: ['front-end-server', 'edge-server'],
    page: '/between/front-end-server/edge-server/',
  },
  {
    text: 'between director and fe',
    pair: ['director', 'front-end-server'],
    page: '/between/director/front-end-server/',
  },
  {
    text: 'sbc → mediation server',
    pair: ['pstn-gateway', 'mediation-server'],
    page: '/between/pstn-gateway/mediation-server/',
  },
  {
    text: '프런트 엔드에서 에지로',
    pair: ['front-end-server', 'edge-server'],
    page: '/between/front-end-server/edge-server/',
  },
  {
    text: '엣지에서 프론트엔드 풀로',
    pair: ['edge-server', 'front-end-server'],
    page: '/between/edge-server/front-end-server/',
  },
  { text: '클라이언트 → 에지 서버', pair: ['client', 'edge-server'], page: '/between/client/edge-server/' },
  {
    text: '중재 서버에서 PSTN 게이트웨이로',
    pair: ['mediation-server', 'pstn-gateway'],
    page: '/between/mediation-server/pstn-gateway/',
  },
  // What no table has.
  { text: 'sql mirroring', outside: 'sql-mirroring-endpoint' },
  { text: 'exchange online', outside: 'microsoft-365' },
  { text: 'ldap', outside: 'active-directory' },
  { text: 'kerberos', outside: 'active-directory' },
  { text: '시간 동기화', outside: 'ntp' },
  { text: '389/tcp', outside: 'active-directory' },
];

function fromPort({ transports, sourcePorts }: PortRule, port: number): boolean {
  return transports.includes('udp') && sourcePorts?.text.includes(`${port}`) === true;
}
