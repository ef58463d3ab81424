import { corrections, ports } from '@lync/port-catalog';
import { describe, expect, it } from 'vitest';
import { reasonIn } from '../../site/src/lib/catalog.ts';
import { eitherOf, listOf, withSubject } from '../../site/src/lib/grammar.ts';
import { answerOf } from '../../site/src/lib/port-answer.ts';
import { factsOf, portPages } from '../../site/src/lib/port-pages.ts';
import { byRelease } from '../../site/src/lib/products.ts';
import { scenarioAnswer } from '../../site/src/lib/scenario-answer.ts';

const answer = (from: number, lang: 'en' | 'ko', to = from) => answerOf({ from, to }, factsOf({ from, to }), lang);

describe('the sentence on a port page', () => {
  it('says over what, who listens, who passes it on, who uses it, between whom', () => {
    const said = answer(5061, 'en');
    expect(said).toMatch(/^TCP, with SIP, MTLS or TLS: listened on by Front End Servers and Directors; passed on by /);
    expect(said).toMatch(/; used by Clients; between .*Federated partner.*\.$/);
  });

  it('says it in Korean with the particle that the sound before it needs', () => {
    const said = answer(5061, 'ko');
    expect(said).toContain('프런트 엔드 서버, 디렉터가 수신하고');
    expect(said).toMatch(/사이에서 쓰입니다\.$/);
  });

  it.each(['en', 'ko'] as const)('is a sentence of its own on every page, in %s', (lang) => {
    for (const range of portPages()) {
      const said = answerOf(range, factsOf(range), lang);
      expect(said, `${range.from}-${range.to}`).toMatch(
        lang === 'en' ? /^[A-Z0-9].{10,}[^.]\.$/ : /.{10,}(니다|요)\.$/,
      );
      expect(said).not.toMatch(/undefined|null|: \.|, \.|;\s*;/);
    }
  });

  it('says where no rule names a port how many ranges cover it', () => {
    const covering = factsOf({ from: 50123, to: 50123 }).covering.length;
    expect(answer(50123, 'en')).toBe(`No rule names 50123; ${covering} ranges cover it.`);
    expect(answer(50123, 'ko')).toContain(`${covering}개 규칙의 범위`);
  });
});

describe('the sentence on a scenario page', () => {
  const of = (scenario: string, lang: 'en' | 'ko') => {
    const rules = ports.filter((rule) => rule.scenario === scenario);
    return scenarioAnswer(
      rules,
      byRelease.filter(({ id }) => rules.some(({ product }) => product === id)),
      lang,
    );
  };

  it.each([
    [
      'internal-servers',
      /^\d+ rules for Lync Server 2013 and \d+ rules each for Skype for Business Server 2015 and 2019: the ports that \d+ server roles listen on\.$/,
    ],
    ['sip-federation', /^\d+ rules for Lync Server 2013: who connects to whom among 2 parties\.$/],
    ['load-balancer-virtual-ips', /: the virtual IPs of load balancers, and the ports of the servers behind them\.$/],
    ['qos-servers', /: the port ranges that are set for media\.$/],
    ['clients', /the ports that clients and devices use\.$/],
    ['ipsec-exemptions', /the traffic that needs no IPsec authentication\.$/],
  ])('%s', (scenario, said) => {
    expect(of(scenario, 'en')).toMatch(said);
    expect(of(scenario, 'ko')).toMatch(/개.*: .*입니다\.$/);
  });
});

describe('the reasons of corrections', () => {
  it.each([...new Set(corrections.map(({ reason }) => reason))])('are there in Korean: %s', (reason) => {
    expect(reasonIn(reason, 'en')).toBe(reason);
    expect(reasonIn(reason, 'ko')).toMatch(/[가-힣]+(습니다|니다)\.$/);
  });
});

describe('lists and particles', () => {
  it.each([
    [['a'], 'a', 'a'],
    [['a', 'b'], 'a and b', 'a or b'],
    [['a', 'b', 'c'], 'a, b and c', 'a, b or c'],
  ])('%j', (items, all, any) => {
    expect(listOf(items, 'en')).toBe(all);
    expect(eitherOf(items, 'en')).toBe(any);
    expect(listOf(items, 'ko')).toBe(items.join(', '));
  });

  it.each([
    ['서버', '서버가'],
    ['역할', '역할이'],
    ['Appliance', 'Appliance이(가)'],
  ])('%s', (word, subject) => expect(withSubject(word)).toBe(subject));
});
