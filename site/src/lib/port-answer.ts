import type { PortRange, PortRule, RuleKind } from '@lync/port-catalog';
import type { Coverage } from '@lync/port-catalog/coverage';
import { protocolOf, roleOf } from './catalog.ts';
import { isTopic, titleIn } from './coverage.ts';
import { isSecure } from './facts.ts';
import { eitherOf, listOf, withSubject } from './grammar.ts';
import { type Language, nameIn } from './lang.ts';
import type { PortFacts } from './port-pages.ts';
import { shownRange } from './ranges.ts';
import { say } from './strings.ts';

/** What a port is here, put together from the rules that name it. */
interface Answer {
  transports: string[];
  protocols: string[];
  /** Names of roles that listen on it, of load balancers that pass it on, of clients that use it. */
  listeners: string[];
  balancers: string[];
  clients: string[];
  /** Names of the servers to which a virtual IP passes it on. */
  balanced: string[];
  /** Names of roles that use it for media; null where no media range names it. */
  media: string[] | null;
  /** Everybody whom a flow or an exemption names at either end. */
  parties: string[];
}

/** The answer in one sentence, from the data: over what, who listens, who talks to whom. */
export function answerOf(range: PortRange, { named, covering }: PortFacts, lang: Language): string {
  if (named.length === 0) return coveredOnly(shownRange(range), covering.length, lang);
  const answer = gather(named, lang);
  return lang === 'ko' ? inKorean(answer) : inEnglish(answer);
}

/** What is said of a port that no rule names and that coverage does: who uses it, and which pages have it in prose. */
export function unnamedAnswer(range: PortRange, held: readonly Coverage[], covering: number, lang: Language): string {
  const port = shownRange(range);
  const topics = held.filter(isTopic).map((each) => titleIn(each, lang).text);
  const pages = held.length - topics.length;
  const said =
    lang === 'ko'
      ? [
          `Microsoft의 포트 설명서에는 ${port} 포트가 적힌 포트 표가 없습니다.`,
          topics.length > 0 && `다음에서 사용합니다. ${listOf(topics, lang)}.`,
          pages > 0 && `포트 표가 아닌 곳에 이 포트가 적힌 페이지가 ${pages}개 있습니다.`,
          covering > 0 && `이 포트를 포함하는 범위가 규칙 ${covering}개에 있습니다.`,
        ]
      : [
          `No page of Microsoft’s port documentation has ${port} in a port table.`,
          topics.length > 0 && `It is used by: ${listOf(topics, lang)}.`,
          pages > 0 && `${pages} ${pages === 1 ? 'page has' : 'pages have'} it outside of port tables.`,
          covering > 0 && `${covering} ${covering === 1 ? 'range covers' : 'ranges cover'} it.`,
        ];
  return said.filter((sentence) => sentence !== false).join(' ');
}

function coveredOnly(port: string, ranges: number, lang: Language): string {
  if (lang === 'ko') return `${port} 포트를 명시한 규칙은 없으며, ${ranges}개 규칙의 범위에 포함됩니다.`;
  return `No rule names ${port}; ${ranges} ${ranges === 1 ? 'range covers' : 'ranges cover'} it.`;
}

/** What the role of a rule does with the port; flows and exemptions name two ends instead. */
const DOES: Readonly<Record<RuleKind, 'listens' | 'balances' | 'uses' | 'is-behind' | 'media' | null>> = {
  listener: 'listens',
  'load-balancer': 'balances',
  client: 'uses',
  flow: null,
  'ipsec-exemption': null,
  'virtual-ip': 'is-behind',
  'media-range': 'media',
};

function gather(rules: readonly PortRule[], lang: Language): Answer {
  const roles = (does: (typeof DOES)[RuleKind]) => {
    const ids = rules.flatMap(({ kind, role }) => (DOES[kind] === does && role !== null ? [role] : []));
    return [...new Set(ids)].map((id) => nameIn(roleOf(id).name, lang));
  };
  const ends = rules.flatMap(({ source, destination }) => [source, destination]).filter((end) => end !== null);
  const parties = [...new Set(ends.flatMap((end) => end.roles))].map((id) => nameIn(roleOf(id).name, lang));
  if (ends.some((end) => end.any && end.roles.length === 0)) parties.push(say('anyAddress', lang));
  return {
    transports: [...new Set(rules.flatMap((rule) => rule.transports))].sort().map((each) => each.toUpperCase()),
    protocols: protocolsOf(rules),
    listeners: roles('listens'),
    balancers: roles('balances'),
    clients: roles('uses'),
    balanced: roles('is-behind'),
    media: rules.some(({ kind }) => DOES[kind] === 'media') ? roles('media') : null,
    parties,
  };
}

/** What is said, then what secures it. */
function protocolsOf(rules: readonly PortRule[]): string[] {
  const ids = [...new Set(rules.flatMap((rule) => rule.protocols))].sort();
  return [...ids.filter((id) => !isSecure(id)), ...ids.filter(isSecure)].map((id) => protocolOf(id).label);
}

function inEnglish({ transports, protocols, listeners, balancers, clients, balanced, media, parties }: Answer): string {
  const over = transports.length === 0 ? protocols : transports;
  const withThem = transports.length > 0 && protocols.length > 0 ? `, with ${eitherOf(protocols, 'en')}` : '';
  const clauses = [
    listeners.length > 0 && `listened on by ${listOf(listeners, 'en')}`,
    balancers.length > 0 && `passed on by ${listOf(balancers, 'en')}`,
    balanced.length > 0 && `passed on from a virtual IP to ${listOf(balanced, 'en')}`,
    clients.length > 0 && `used by ${listOf(clients, 'en')}`,
    media !== null && (media.length > 0 ? `used for media by ${listOf(media, 'en')}` : 'used for media'),
    parties.length > 1 && `between ${listOf(parties, 'en')}`,
    parties.length === 1 && `at ${listOf(parties, 'en')}`,
  ].filter((clause) => clause !== false);
  const head = `${listOf(over, 'en')}${withThem}`;
  const said = [head, clauses.join('; ')].filter((part) => part !== '').join(': ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** Each clause in the form that goes on, and in the one that ends a sentence. */
function inKorean({ transports, protocols, listeners, balancers, clients, balanced, media, parties }: Answer): string {
  const clauses = [
    listeners.length > 0 && [`${withSubject(listOf(listeners, 'ko'))} 수신`, '하고', '합니다'],
    balancers.length > 0 && [`${withSubject(listOf(balancers, 'ko'))} 부하를 분산`, '하고', '합니다'],
    balanced.length > 0 && [`가상 IP에서 ${listOf(balanced, 'ko')}에 전달`, '하고', '합니다'],
    clients.length > 0 && [`${withSubject(listOf(clients, 'ko'))} 사용`, '하고', '합니다'],
    media !== null && [
      `${media.length > 0 ? `${withSubject(listOf(media, 'ko'))} ` : ''}미디어 포트 범위로 사용`,
      '하고',
      '합니다',
    ],
    parties.length > 0 && [`${listOf(parties, 'ko')} ${parties.length > 1 ? '사이' : '쪽'}에서 쓰`, '이고', '입니다'],
  ].filter((clause) => clause !== false);
  const over = transports.length === 0 ? protocols : transports;
  const withThem = transports.length > 0 && protocols.length > 0 ? `(${protocols.join(', ')})` : '';
  const said = clauses.map(([stem, goingOn, ending], at) => `${stem}${at < clauses.length - 1 ? goingOn : ending}`);
  return `${[`${over.join(', ')}${withThem}`, said.join(', ')].filter((part) => part !== '').join(': ')}.`;
}
