import type { PortRule, Product } from '@lync/port-catalog';
import { listOf } from './grammar.ts';
import { type Language, nameIn } from './lang.ts';

/** What a scenario is about, in one sentence from the data: how many rules for which product, and what they are. */
export function scenarioAnswer(rules: readonly PortRule[], products: readonly Product[], lang: Language): string {
  const counts = products.map((product) => {
    const count = rules.filter((rule) => rule.product === product.id).length;
    const name = nameIn(product.name, lang);
    return lang === 'ko' ? `${name} 규칙 ${count}개` : `${count} ${count === 1 ? 'rule' : 'rules'} for ${name}`;
  });
  return `${listOf(counts, lang)}: ${subjectOf(rules, lang)}.`;
}

function subjectOf(rules: readonly PortRule[], lang: Language): string {
  const kinds = new Set(rules.map(({ kind }) => kind));
  const roles = new Set(rules.map(({ role }) => role).filter((role) => role !== null)).size;
  const parties = new Set(
    rules.flatMap(({ source, destination }) => [source, destination].flatMap((end) => end?.roles ?? [])),
  );
  const subjects = [
    kinds.has('listener') && [`the ports that ${roles} server roles listen on`, `서버 역할 ${roles}개가 수신하는 포트`],
    kinds.has('load-balancer') && ['the ports that load balancers pass on', '부하 분산 장치가 분산하는 포트'],
    kinds.has('client') && ['the ports that clients and devices use', '클라이언트와 장치가 사용하는 포트'],
    kinds.has('flow') && [
      `who connects to whom among ${parties.size} parties`,
      `${parties.size}개 구성 요소 사이의 연결`,
    ],
    kinds.has('ipsec-exemption') && [
      'the traffic that needs no IPsec authentication',
      'IPsec 인증에서 제외하는 트래픽',
    ],
  ].filter((subject) => subject !== false);
  const said = subjects.map(([en = '', ko = '']) => (lang === 'ko' ? ko : en));
  return lang === 'ko' ? `${said.join(', ')}입니다` : listOf(said, lang);
}
