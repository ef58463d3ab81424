import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PortRule, search } from '../../packages/catalog/src/index.ts';
import {
  compareMatches,
  type Entry,
  findEntries,
  type Match,
  matchEntry,
  readQuery,
  searchable,
  typed,
} from '../../packages/catalog/src/match.ts';
import { readList } from '../support/catalog-data.ts';

const rules = readList('ports') as PortRule[];

function entry(text: string, ...ports: number[]): Entry {
  return { text: text.split('\n').map(searchable).join('\n'), ports };
}

function idsFor(text: string): string[] {
  return search(text).map(({ rule }) => rule.id);
}

describe('the form in which texts are compared', () => {
  it.each([
    { fact: 'spaces between Korean letters are dropped', text: '에 지 서버', form: '에지서버' },
    { fact: 'spaces beside other letters stay, one each', text: 'A/V  에 지\t서버', form: 'a/v 에지서버' },
    { fact: 'capitals are small letters', text: 'NET.TCP', form: 'net.tcp' },
    { fact: 'full-width letters are plain ones', text: 'ＴＣＰ　５０６１', form: 'tcp 5061' },
    { fact: 'commas between thousands are dropped', text: '50,000–59,999', form: '50000-59999' },
    { fact: 'commas of a list are not', text: '80, 443, 5061', form: '80, 443, 5061' },
    { fact: 'a comma before more than three digits is one of a list', text: '443,5061', form: '443,5061' },
    { fact: 'dashes are hyphens', text: '1024‐65535 1024−65535 1024—65535', form: '1024-65535 1024-65535 1024-65535' },
    { fact: 'letters in parts are whole ones', text: '에지', form: '에지' },
    { fact: 'space around is dropped', text: '  sip\n', form: 'sip' },
  ])('$fact', ({ text, form }) => {
    expect(searchable(text)).toBe(form);
  });

  it('is a form of its own: once made it stays', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(searchable(searchable(text))).toBe(searchable(text));
      }),
    );
  });
});

describe('letters as they are typed', () => {
  it.each([
    { text: '에지', letters: 'ㅇㅔㅈㅣ' },
    { text: '엦', letters: 'ㅇㅔㅈ' },
    { text: '값', letters: 'ㄱㅏㅂㅅ' },
    { text: '의', letters: 'ㅇㅡㅣ' },
    { text: '힣', letters: 'ㅎㅣㅎ' },
    { text: '가', letters: 'ㄱㅏ' },
    { text: 'a/v 5061', letters: 'a/v 5061' },
  ])('$text: $letters', ({ text, letters }) => {
    expect(typed(text)).toBe(letters);
  });

  it.each(['ㅈ', 'ㅏ', 'ㄲ', 'ㅎ', 'ㅣ'])('%s typed alone is the same letter as in a syllable', (letter) => {
    expect(typed(searchable(letter))).toBe(letter);
  });
});

describe('how an entry matches one word', () => {
  const edge = entry('A/V Edge service\nA/V 에지 서비스\nSIP, MTLS', 443, 443, 50000, 59999);

  it.each<{ word: string; match: Match | null }>([
    { word: '443', match: 'port' },
    { word: '50000', match: 'port' },
    { word: '59999', match: 'port' },
    { word: '44', match: 'digits' },
    { word: '599', match: 'digits' },
    { word: '50123', match: 'range' },
    { word: '60000', match: null },
    { word: '0', match: null },
    { word: 'edge', match: 'word' },
    { word: 'sip', match: 'word' },
    { word: 'serv', match: 'start' },
    { word: '에지', match: 'start' },
    { word: '서비스', match: 'inside' },
    { word: '스', match: null },
    { word: 'dge', match: null },
    { word: 'tls', match: null },
  ])('$word: $match', ({ word, match }) => {
    expect(matchEntry(readQuery(searchable(word)), edge)).toBe(match);
  });

  it('a number that is no port of the entry may stand in its text', () => {
    expect(matchEntry(readQuery('2003'), entry('Windows Server 2003', 443, 443))).toBe('word');
  });

  it('a Korean word ends where Latin letters begin', () => {
    expect(matchEntry(readQuery('에지'), entry('A/V에 지'))).toBe('word');
  });

  it('the best place of a word in the text counts', () => {
    expect(matchEntry(readQuery('media'), entry('mediation\nmedia'))).toBe('word');
  });
});

describe('how an entry matches several words', () => {
  it('all must match, and the worst counts', () => {
    const rule = entry('Edge', 443, 443, 50000, 59999);
    expect(matchEntry(readQuery('edge 443'), rule)).toBe('word');
    expect(matchEntry(readQuery('edge 50123'), rule)).toBe('range');
    expect(matchEntry(readQuery('edge 5061'), rule)).toBeNull();
  });

  it('matches are ranked: port, word, start, digits, inside, range', () => {
    const ranked: Match[] = ['port', 'word', 'start', 'digits', 'inside', 'range'];
    expect([...ranked].reverse().sort(compareMatches)).toEqual(ranked);
  });
});

describe('Korean words that stand together', () => {
  it('are one word with scattered spaces before they are words of their own', () => {
    const entries = [entry('에지 서버'), entry('에지\n서버')];
    expect(findEntries('에지 서버', entries)).toEqual([{ index: 0, match: 'word' }]);
  });

  it('are words of their own where they are not one', () => {
    expect(findEntries('서버 에지', [entry('에지\n서버')])).toEqual([{ index: 0, match: 'word' }]);
  });

  it('are never single letters of their own', () => {
    expect(findEntries('서 에', [entry('에지\n서버')])).toEqual([]);
  });
});

describe('laws', () => {
  const koreanWords = [
    ...new Set(
      ['roles', 'services'].flatMap((list) =>
        (readList(list) as { name: { ko: string } }[]).flatMap(
          ({ name }) => name.ko.match(/\p{Script=Hangul}{2,}/gu) ?? [],
        ),
      ),
    ),
  ];

  it('spaces scattered in a Korean word never change what it finds', () => {
    const scattered = fc.constantFrom(...koreanWords).chain((word) =>
      fc.record({
        word: fc.constant(word),
        gaps: fc.array(fc.boolean(), { minLength: word.length, maxLength: word.length }),
      }),
    );
    fc.assert(
      fc.property(scattered, ({ word, gaps }) => {
        const text = [...word].map((letter, at) => (gaps[at] ? `${letter} ` : letter)).join('');
        expect(idsFor(text)).toEqual(idsFor(word));
        expect(idsFor(word).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('any port of any rule finds that rule', () => {
    const ranges = rules.flatMap(({ id, ports }) => (ports?.ranges ?? []).map((range) => ({ id, ...range })));
    const portOfRule = fc
      .constantFrom(...ranges)
      .chain(({ id, from, to }) => fc.record({ id: fc.constant(id), port: fc.integer({ min: from, max: to }) }));
    fc.assert(
      fc.property(portOfRule, ({ id, port }) => {
        expect(idsFor(`${port}`)).toContain(id);
      }),
    );
  });

  it('another word narrows a search and never widens it', () => {
    const word = fc.constantFrom('edge', 'udp', '5061', '3478', 'sip', 'tls', 'client', '50123', 'any', 'media');
    fc.assert(
      fc.property(word, word, (first, second) => {
        // Two ports are either.
        fc.pre(!/^\d+$/.test(first) || !/^\d+$/.test(second));
        expect(idsFor(first)).toEqual(expect.arrayContaining(idsFor(`${first} ${second}`)));
      }),
      { numRuns: 40 },
    );
  });

  it('capitals and white space around make no difference', () => {
    const word = fc.constantFrom('Edge', 'NET.TCP', 'A/V', '에지', '5061');
    const space = fc.constantFrom('', ' ', '\n', '\t ', '\u3000');
    fc.assert(
      fc.property(word, space, space, (text, before, after) => {
        expect(idsFor(before + text.toUpperCase() + after)).toEqual(idsFor(text.toLowerCase()));
      }),
      { numRuns: 30 },
    );
  });

  it('no text makes a search throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        expect(Array.isArray(search(text))).toBe(true);
      }),
      { numRuns: 60, examples: [['\ud800'], ['\u0000'], ['('], ['ㅤ'], ['ﾡ'], ['가'.repeat(500)], ['5'.repeat(500)]] },
    );
  });
});
