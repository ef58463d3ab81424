import { describe, expect, it } from 'vitest';
import { corrections, type PortRule, roles, search, services } from '../../packages/catalog/src/index.ts';
import type { Match } from '../../packages/catalog/src/match.ts';
import { readList } from '../support/catalog-data.ts';

const rules = readList('ports') as PortRule[];
const names = new Map([...roles, ...services].map(({ id, name }) => [id as string, name]));
/** A part of the names in every row about Edge Servers, in each language. */
const EDGE_ROLES = ['edge-server', 'access-edge-service', 'web-conferencing-edge-service', 'av-edge-service'];

/** The roles that a rule names, as its own or at one of its ends. */
function rolesOf(rule: PortRule): string[] {
  const own = rule.role === null ? [] : [rule.role];
  return [...own, ...(rule.source?.roles ?? []), ...(rule.destination?.roles ?? [])];
}

/** All that a rule says in a language, and the names of whom it is about, without any space. */
function saidIn(language: 'en' | 'ko', rule: PortRule): string {
  const { source, destination, protocolNote, notes, ruleName, devices, footnotes } = rule;
  const texts = [source?.text, destination?.text, protocolNote, notes, ruleName, ...devices, ...footnotes];
  const about = [...rolesOf(rule), ...(rule.service === null ? [] : [rule.service])].map((id) => names.get(id));
  return [...texts, ...about].map((text) => text?.[language]?.replace(/\s/g, '') ?? '').join('\n');
}

function opens(rule: PortRule, port: number): boolean {
  return rule.ports?.ranges.some(({ from, to }) => from <= port && port <= to) === true;
}

function isNamed(rule: PortRule, port: number): boolean {
  return rule.ports?.ranges.some(({ from, to }) => from === port || to === port) === true;
}

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
  it.each<{ text: string; means: string; is: (rule: PortRule) => boolean }>([
    { text: '5061', means: 'the port, named or inside a range', is: (rule) => opens(rule, 5061) },
    {
      text: '506',
      means: 'ports that begin with it',
      is: (rule) => rule.ports?.ranges.some(({ from, to }) => /^506/.test(`${from}`) || /^506/.test(`${to}`)) === true,
    },
    { text: '50123', means: 'the ranges around the port', is: (rule) => opens(rule, 50123) },
    { text: '50,000', means: 'the port 50000', is: (rule) => opens(rule, 50000) },
    {
      text: '50,000-59,999',
      means: 'the range, as printed',
      is: (rule) => rule.ports?.ranges.some(({ from, to }) => from === 50000 && to === 59999) === true,
    },
    { text: '67/68', means: 'the two ports of a cell', is: (rule) => isNamed(rule, 67) && isNamed(rule, 68) },
    { text: 'udp 3478', means: 'both', is: (rule) => rule.transports.includes('udp') && opens(rule, 3478) },
    { text: 'edge', means: 'the word in an English text or name', is: (rule) => /edge/i.test(saidIn('en', rule)) },
    { text: '에지', means: 'the word in a Korean text or name', is: (rule) => saidIn('ko', rule).includes('에지') },
    { text: '에 지', means: 'the same, with a space', is: (rule) => saidIn('ko', rule).includes('에지') },
    { text: '에지서버', means: 'words without their space', is: (rule) => saidIn('ko', rule).includes('에지서버') },
    { text: '디렉터', means: 'Directors', is: (rule) => rolesOf(rule).some((role) => role.startsWith('director')) },
    { text: '이사', means: 'Directors, as mistranslated', is: (rule) => rolesOf(rule).includes('director') },
    {
      text: 'NET.TCP',
      means: 'rows where TCP was mistranslated',
      is: ({ id }) => corrections.some(({ rule, published }) => rule === id && published.includes('NET.TCP')),
    },
    {
      text: '중재 5070',
      means: 'Mediation Servers with the port',
      is: (rule) => opens(rule, 5070) && rolesOf(rule).some((role) => role.includes('mediation')),
    },
  ])('$text: $means', ({ text, is }) => {
    expect(found(text)).toEqual(rulesWhere(is));
  });

  it('media: the word in a text, before words that begin with it', () => {
    const word = rulesWhere((rule) =>
      /\bmedia\b/i.test(JSON.stringify([rule.notes, rule.footnotes, rule.sourcePorts])),
    );
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
    expect(found('디렉터')).toEqual(found('director'));
    expect(found('sql 브라우저')).toEqual(found('SQL Browser'));
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
  it.each(['', ' ', '\n', 'zzz', '70000', '5061 zzz', '없는말', 'dg', '*'])('for "%s"', (text) => {
    expect(search(text)).toEqual([]);
  });
});
