import { describe, expect, it } from 'vitest';
import { searchCoverage } from '../../packages/catalog/src/coverage.ts';
import { nearest, type PortRule, pairIn, search } from '../../packages/catalog/src/index.ts';
import type { Match } from '../../packages/catalog/src/match.ts';
import { processorTime } from '../support/processor-time.ts';
import { QUESTIONS } from '../support/questions.ts';
import {
  ASKED,
  apartFor,
  isNamed,
  namesDirector,
  opens,
  rolesOf,
  rules,
  SEARCHES,
  saysOfMedia,
} from '../support/searches.ts';

/** A part of the names in every row about Edge Servers, in each language. */
const EDGE_ROLES = ['edge-server', 'access-edge-service', 'web-conferencing-edge-service', 'av-edge-service'];

function idsOf(list: readonly PortRule[]): Set<string> {
  return new Set(list.map(({ id }) => id));
}

function found(text: string, ...matches: Match[]): Set<string> {
  return idsOf(
    search(text)
      .filter(({ match }) => matches.length === 0 || matches.includes(match))
      .map(({ rule }) => rule),
  );
}

function rulesWhere(is: (rule: PortRule) => boolean): Set<string> {
  const expected = idsOf(rules.filter(is));
  expect(expected.size, 'rules that are to be found').toBeGreaterThan(0);
  return expected;
}

describe('a search finds what a person means', () => {
  it.each(SEARCHES)('$text: $means', (each) => {
    expect(found(each.text)).toEqual(rulesWhere(each.is));
    expect(found(each.text, 'range')).toEqual(idsOf(apartFor(each)));
  });

  it('media: the word in a text, before words that begin with it', () => {
    const word = rulesWhere((rule) => /\bmedia\b/i.test(saysOfMedia(rule)));
    const begun = [...found('mediation')].filter((id) => !word.has(id));
    expect(found('media', 'word')).toEqual(word);
    expect(found('media', 'start')).toEqual(new Set(begun));
    expect(begun.length).toBeGreaterThan(0);
    expect(found('media').size).toBe(word.size + begun.length);
  });

  it.each(['에지', 'edge'])('%s finds every rule that names an Edge role', (text) => {
    const about = rulesWhere((rule) => rolesOf(rule).some((role) => EDGE_ROLES.includes(role)));
    expect([...found(text)]).toEqual(expect.arrayContaining([...about]));
  });

  it.each([
    { typing: '엦', meant: '에지' },
    { typing: '에ㅈ', meant: '에지' },
    { typing: '중ㅈ', meant: '중재' },
    { typing: '디렉ㅌ', meant: '디렉터' },
    { typing: '프런트 엔ㄷ', meant: '프런트 엔드' },
  ])('$typing, while $meant is being typed, finds it already', ({ typing, meant }) => {
    expect([...found(typing)]).toEqual(expect.arrayContaining([...found(meant)]));
    expect(found(meant).size).toBeGreaterThan(0);
    expect(found(typing).size).toBeLessThan(rules.length);
  });

  it('a Korean and an English word for the same role find the same', () => {
    // A text may have the word in one language only.
    const about = rulesWhere(namesDirector);
    expect(found('디렉터').intersection(about)).toEqual(about);
    expect(found('director').intersection(about)).toEqual(about);
    expect(found('sql 브라우저')).toEqual(found('SQL Browser'));
  });
});

describe('what people type is read', () => {
  it.each([...ASKED, ...QUESTIONS])('$text', (asked) => {
    const { text, is, has, first, like, pair, nearest: near, outside, topic, nothing } = asked;
    const direct = idsOf(
      search(text)
        .filter(({ match }) => match !== 'range')
        .map(({ rule }) => rule),
    );
    const isNamed = search(text).some(({ match }) => match !== 'range' && match !== 'digits');
    if (is !== undefined) expect(direct).toEqual(rulesWhere(is));
    if (has !== undefined) expect([...direct]).toEqual(expect.arrayContaining([...rulesWhere(has)]));
    if (first !== undefined)
      expect(
        search(text)
          .slice(0, 1)
          .map(({ rule }) => first(rule)),
      ).toEqual([true]);
    if (topic !== undefined) {
      expect(searchCoverage(text)).toContainEqual({ coverage: expect.objectContaining({ id: topic }), match: 'word' });
    }
    if (like !== undefined) {
      expect(found(text)).toEqual(found(like));
      expect(found(like).size).toBeGreaterThan(0);
    }
    const [source, destination] = pair ?? [];
    expect(pairIn(text)).toEqual(pair === undefined ? null : { source, destination });
    if (near !== undefined) expect([search(text), nearest(text)]).toEqual([[], [near]]);
    if (outside !== undefined) {
      expect(isNamed).toBe(false);
      expect(searchCoverage(text)[0]?.coverage.id).toBe(outside);
    }
    if (nothing === true) expect([search(text), nearest(text)]).toEqual([[], []]);
  });

  it('the list is long enough, in both languages', () => {
    expect(ASKED.length).toBeGreaterThanOrEqual(60);
    expect(ASKED.filter(({ text }) => /\p{Script=Hangul}/u.test(text)).length).toBeGreaterThanOrEqual(15);
  });
});

describe('how a result matches', () => {
  it.each<{ text: string; match: Match; is: (rule: PortRule) => boolean }>([
    { text: '5061', match: 'port', is: (rule) => isNamed(rule, 5061) },
    { text: '5061', match: 'range', is: (rule) => opens(rule, 5061) && !isNamed(rule, 5061) },
    {
      text: '506',
      match: 'digits',
      is: (rule) => rule.ports?.ranges.some(({ from }) => /^506/.test(`${from}`)) === true,
    },
    { text: '50123', match: 'range', is: (rule) => opens(rule, 50123) },
    { text: '50,000', match: 'port', is: (rule) => isNamed(rule, 50000) },
    { text: '이사', match: 'word', is: (rule) => rolesOf(rule).includes('director') },
  ])('$text: $match', ({ text, match, is }) => {
    expect(found(text, match)).toEqual(rulesWhere(is));
  });

  it('the best matches come first, and equal ones in the order of the rules', () => {
    const results = search('5061');
    const kinds = results.map(({ match }) => match);
    expect(kinds.indexOf('range')).toBe(kinds.filter((kind) => kind === 'port').length);
    const order = new Map(rules.map(({ id }, at) => [id, at]));
    for (const kind of ['port', 'range']) {
      const places = results.filter(({ match }) => match === kind).map(({ rule }) => order.get(rule.id));
      expect(places).toEqual([...places].sort((a, b) => Number(a) - Number(b)));
    }
  });
});

describe('a search finds nothing', () => {
  it.each(['', ' ', '\n', 'zzz', '70000', '5061 zzz', '없는말', 'dg', '†', '((((', '*', '→', '-'])(
    'for "%s"',
    (text) => {
      expect(search(text)).toEqual([]);
    },
  );
});

describe('a query that is too long', () => {
  it.each([
    ['many words', 'edge '.repeat(40_000)],
    ['one word', 'e'.repeat(200_000)],
    ['Korean', '에지 '.repeat(70_000)],
    ['particles', '가'.repeat(200_000)],
    ['digits', '443 '.repeat(50_000)],
    ['blanks', `edge${' '.repeat(200_000)}`],
  ])('of %s takes no time', (_, query) => {
    search('edge');
    const start = processorTime();
    search(query);
    expect(processorTime() - start).toBeLessThan(1000);
  });

  it('is its first 200 characters', () => {
    expect(search(`edge${' '.repeat(196)}nothing-has-this`)).toEqual(search('edge'));
    expect(search(`edge${' '.repeat(100)}nothing-has-this`)).toEqual([]);
  });
});
