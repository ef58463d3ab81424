import type { Name, PortRule, Product, RuleKind } from '@lync/port-catalog';
import { listOf } from './grammar.ts';
import { type Language, nameIn } from './lang.ts';
import { namesOf, talliesOf } from './products.ts';

/** What a scenario is about, in one sentence from the data: how many rules for which product, and what they are. */
export function scenarioAnswer(rules: readonly PortRule[], products: readonly Product[], lang: Language): string {
  const counts = talliesOf(rules, products).map(({ products: those, count }) => {
    const name = namesOf(those, lang);
    const each = those.length > 1;
    if (lang === 'ko') return `${name} 규칙 ${each ? '각 ' : ''}${count}개`;
    return `${count} ${count === 1 ? 'rule' : 'rules'}${each ? ' each' : ''} for ${name}`;
  });
  return `${listOf(counts, lang)}: ${subjectOf(rules, lang)}.`;
}

/** What the rules of each kind are, in a few words. */
const SUBJECTS: Readonly<Record<RuleKind, (roles: number, parties: number) => Name>> = {
  listener: (roles) => ({
    en: `the ports that ${roles} server roles listen on`,
    ko: `서버 역할 ${roles}개가 수신하는 포트`,
  }),
  'load-balancer': () => ({ en: 'the ports that load balancers pass on', ko: '부하 분산 장치가 분산하는 포트' }),
  client: () => ({ en: 'the ports that clients and devices use', ko: '클라이언트와 장치가 사용하는 포트' }),
  flow: (_, parties) => ({
    en: `who connects to whom among ${parties} parties`,
    ko: `구성 요소 ${parties}개 사이의 연결`,
  }),
  'ipsec-exemption': () => ({
    en: 'the traffic that needs no IPsec authentication',
    ko: 'IPsec 인증에서 제외하는 트래픽',
  }),
  'virtual-ip': () => ({
    en: 'the virtual IPs of load balancers, and the ports of the servers behind them',
    ko: '부하 분산 장치의 가상 IP와 그 뒤에 있는 서버의 포트',
  }),
  'media-range': () => ({ en: 'the port ranges that are set for media', ko: '미디어용으로 설정하는 포트 범위' }),
};

function subjectOf(rules: readonly PortRule[], lang: Language): string {
  const roles = new Set(rules.map(({ role }) => role).filter((role) => role !== null)).size;
  // Whoever has any address is a party too, as in the diagram.
  const parties = new Set(
    rules.flatMap(({ source, destination }) =>
      [source, destination].flatMap((end) => [...(end?.roles ?? []), ...(end?.any === true ? ['any'] : [])]),
    ),
  ).size;
  const kinds = (Object.keys(SUBJECTS) as RuleKind[]).filter((kind) => rules.some((rule) => rule.kind === kind));
  const said = kinds.map((kind) => nameIn(SUBJECTS[kind](roles, parties), lang));
  return lang === 'ko' ? `${said.join(', ')}입니다` : listOf(said, lang);
}
