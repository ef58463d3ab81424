import { describe, expect, it } from 'vitest';
import { needs, ports } from '../../packages/catalog/src/index.ts';
import { NEED_LEVELS, needText } from '../../packages/catalog/src/need.ts';

const WHEN = { en: 'phones are used', ko: '전화를 사용하는 경우' };

describe('whether a port is needed is said', () => {
  it.each([
    { level: 'required', when: null, en: 'required', ko: '필수' },
    { level: 'unknown', when: null, en: 'not known', ko: '알 수 없음' },
    { level: 'only-if', when: WHEN, en: 'only if phones are used', ko: '전화를 사용하는 경우에만 필요' },
    { level: 'legacy', when: WHEN, en: 'legacy; only if phones are used', ko: '레거시; 전화를 사용하는 경우에만 필요' },
    {
      level: 'off-by-default',
      when: WHEN,
      en: 'off by default; only if phones are used',
      ko: '기본적으로 꺼짐; 전화를 사용하는 경우에만 필요',
    },
  ] as const)('$level: $en', ({ level, when, en, ko }) => {
    expect([needText({ level, when }, 'en'), needText({ level, when }, 'ko')]).toEqual([en, ko]);
  });
});

describe('the needs of the catalog', () => {
  it('are there for every rule, and each for some rule', () => {
    expect(ports.filter(({ need }) => need === null)).toEqual([]);
    expect(new Set(ports.map(({ need }) => need?.id))).toEqual(new Set(needs.map(({ id }) => id)));
  });

  it('stand in rules as in the list', () => {
    const inList = new Map(needs.map(({ id, level, by }) => [id, { id, level, by }]));
    expect(ports.filter(({ need }) => need !== null).map(({ need }) => need)).toEqual(
      ports.flatMap(({ need }) => (need === null ? [] : inList.get(need.id))),
    );
  });

  it('read as a clause before "에만" and as sentences', () => {
    expect(needs.filter(({ when }) => when !== null && !when.ko.endsWith('경우'))).toEqual([]);
    expect(needs.filter(({ ifClosed }) => ifClosed !== null && !/니다\.$/.test(ifClosed.ko))).toEqual([]);
    expect(needs.filter(({ ifClosed }) => ifClosed !== null && !/^[A-Z].*\.$/.test(ifClosed.en))).toEqual([]);
    expect(Object.keys(NEED_LEVELS)).toEqual(expect.arrayContaining(needs.map(({ level }) => level)));
  });

  it.each([
    { port: 5060, role: 'front-end-server', level: 'legacy' },
    { port: 8058, role: 'front-end-server', level: 'legacy' },
    { port: 5068, role: 'mediation-server', level: 'off-by-default' },
    { port: 5064, role: 'front-end-server', level: 'only-if' },
    { port: 5072, role: 'front-end-load-balancer', level: 'only-if' },
    { port: 5076, role: 'front-end-server', level: 'optional' },
    { port: 5061, role: 'front-end-server', level: 'required' },
    { port: 881, role: 'persistent-chat-front-end-server', level: 'unknown' },
  ])('$port of $role: $level', ({ port, role, level }) => {
    const rules = ports.filter((rule) => rule.role === role && rule.ports?.ranges.some(({ from }) => from === port));
    expect([...new Set(rules.map(({ need }) => need?.level))]).toEqual([level]);
  });
});
