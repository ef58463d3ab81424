import { describe, expect, it } from 'vitest';
import { compact, isForeign, nameKey, spacedPattern } from '../../../scraper/src/vocabulary/text.ts';

describe('a text is the same in another', () => {
  it.each([
    ['spacing', '에 지 서버', '에지서버'],
    ['kind of space', 'A\u00a0B\u3000C', 'ABC'],
    ['hidden break', '에\u200b지\u00ad서버', '에지서버'],
    ['case', 'Https', 'HTTPS'],
    ['width', 'ＴＣＰ（１）', 'TCP(1)'],
    ['composition of syllables', '에지'.normalize('NFD'), '에지'],
  ])('%s', (_, a, b) => {
    expect(compact(a)).toBe(compact(b));
  });

  it.each([
    ['에지', '애지'],
    ['TCP', 'UDP'],
    ['A/V', 'AV'],
  ])('but "%s" is not "%s"', (a, b) => {
    expect(compact(a)).not.toBe(compact(b));
  });
});

describe('an English name is the same with another', () => {
  it.each([
    ['case', 'FRONT END server', 'Front End Server'],
    ['hyphen', 'Front-End Server', 'Front End Server'],
    ['dash', 'Front–End Server', 'Front End Server'],
    ['spacing', ' Front  End\tServer ', 'Front End Server'],
    ['number', 'Front End Servers', 'Front End Server'],
    ['"(s)"', 'Mediation Server(s)', 'Mediation Server'],
    ['doubled word', 'Front End Server server', 'Front End Server'],
  ])('%s', (_, a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it.each([
    ['Access', 'Acces'],
    ['SBS', 'SB'],
    ['DNS', 'DN'],
    ['Web service', 'Web server'],
    ['Directors - Director load balancer', 'Director load balancer'],
  ])('but "%s" is not "%s"', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });
});

describe('letters that English has not', () => {
  it.each([
    ['TCP', false],
    ['50,000-59,999 *', false],
    ['café', false],
    ['', false],
    ['및', true],
    ['TCP 및 UDP', true],
    ['TCР', true],
  ])('"%s": %s', (text, foreign) => {
    expect(isForeign(text)).toBe(foreign);
  });
});

describe('a word is found', () => {
  it.each([
    ['가나', '가 나'],
    ['가 나', '가나'],
    ['가(나)', '가 ( 나 )'],
    ['A.B*C', 'A.B*C'],
    ['가나', '가\u200b나'],
  ])('"%s" in "%s"', (word, text) => {
    expect(new RegExp(`^${spacedPattern(word)}$`, 'u').test(text)).toBe(true);
  });

  it('but no dot stands for any character', () => {
    expect(new RegExp(`^${spacedPattern('A.B')}$`, 'u').test('AxB')).toBe(false);
  });
});
