import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localized, readCell, translate } from '../../../scraper/src/interpret/reading.ts';
import type { Cell } from '../../../scraper/src/model/snapshot.ts';
import { isForeign } from '../../../scraper/src/vocabulary/text.ts';
import { both, en, ko } from '../../support/cells.ts';
import { vocabularyOf } from '../../support/vocabularies.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const WORDS = vocabularyOf({
  words: [
    {
      en: 'Any',
      ko: '모두',
      in: ['endpoint', 'port'],
      mistranslations: [{ ko: '이상', why: { en: 'It became "or more".', ko: '이상이 되었습니다.' } }],
    },
    { en: 'Mediation', ko: '중재', in: ['endpoint'] },
    { en: 'and', ko: '및', in: ['protocol'] },
    { en: 'UDP', in: ['protocol'], mistranslations: [{ ko: 'P', why: { en: 'Cut.', ko: '잘렸습니다.' } }] },
  ],
});

describe('a cell', () => {
  it('with English is read by it, and its Korean looked up all the same', () => {
    expect(readCell(both(['이상', 'Director']), 'endpoint', WORDS)).toMatchObject({
      english: 'Director',
      by: 'document',
      local: '이상',
      published: '이상',
      translation: { english: 'Any' },
    });
  });

  it('without English is read by what the vocabulary says of it', () => {
    expect(readCell(ko('모두'), 'port', WORDS)).toMatchObject({ english: 'Any', by: 'project' });
  });

  it('of the same word in another kind of place is not', () => {
    expect(readCell(ko('중재'), 'port', WORDS)).toMatchObject({ english: null, by: 'project', translation: null });
  });

  it('with no letters but English ones stands for itself', () => {
    expect(readCell(ko('SQL 1434'), 'service', WORDS)).toMatchObject({ english: 'SQL 1434', by: 'document' });
  });

  it('of several lines is looked up whole, then line by line', () => {
    expect(readCell(ko('모', '두'), 'port', WORDS).english).toBe('Any');
    expect(readCell(ko('중재', 'Server(s)'), 'endpoint', WORDS).english).toBe('Mediation\nServer(s)');
    expect(readCell(ko('중재', '정체불명'), 'endpoint', WORDS).english).toBeNull();
  });

  it('in English only has no text in the language of the page', () => {
    expect(readCell(en('Any'), 'port', WORDS)).toMatchObject({
      english: 'Any',
      local: null,
      published: 'Any',
      translation: null,
    });
  });

  it('that is empty says nothing', () => {
    expect(readCell([], 'port', WORDS)).toMatchObject({ english: null, local: null, published: '' });
  });
});

describe('in a cell of protocols', () => {
  it.each([
    ['TCP및UDP', 'TCP and UDP'],
    ['TCP(P) 및 P', 'TCP(UDP) and UDP'],
    ['P', 'UDP'],
    ['ＴＣＰ／Ｐ', 'TCP/UDP'],
    ['PSOM, P2P, P.1', 'PSOM, P2P, P.1'],
  ])('words are found wherever they stand: "%s" is "%s"', (text, english) => {
    expect(translate(text, 'protocol', WORDS)?.english).toBe(english);
  });

  it('a word that is left over makes it unknown', () => {
    expect(translate('TCP 및 정체불명', 'protocol', WORDS)).toBeNull();
  });

  it('a vocabulary without words leaves the text as it is', () => {
    expect(translate('TCP', 'protocol', vocabularyOf({}))).toEqual({ english: 'TCP', uses: [] });
  });
});

describe('a text as it is published', () => {
  const published = (cell: Cell, locale = 'ko-KR') => localized(readCell(cell, 'port', WORDS), locale);

  it.each([
    [
      "is the page's own, in both languages",
      both(['모두', 'Any']),
      { en: 'Any', ko: '모두', by: { en: 'document', ko: 'document' } },
    ],
    [
      "has the project's English where the page has none",
      ko('모두'),
      { en: 'Any', ko: '모두', by: { en: 'project', ko: 'document' } },
    ],
    [
      "has the project's Korean for a mistranslation",
      ko('이상'),
      { en: 'Any', ko: '모두', by: { en: 'project', ko: 'project' } },
    ],
    [
      'has it beside English too',
      both(['이 상', 'Any']),
      { en: 'Any', ko: '모두', by: { en: 'document', ko: 'project' } },
    ],
    [
      'has no English that nobody wrote',
      ko('정체불명'),
      { en: null, ko: '정체불명', by: { en: null, ko: 'document' } },
    ],
    ['has no Korean that nobody wrote', en('Any'), { en: 'Any', ko: null, by: { en: 'document', ko: null } }],
  ])('%s', (_, cell, text) => {
    expect(published(cell)).toEqual(text);
  });

  it("keeps the page's Korean where only part of it is a mistranslation", () => {
    const reading = readCell(ko('P 및 TCP'), 'protocol', WORDS);
    expect(localized(reading, 'ko-KR')).toMatchObject({ ko: 'P 및 TCP', by: { ko: 'document' } });
  });

  it('has no Korean on a page in another language', () => {
    expect(published(both(['任意', 'Any']), 'ja-JP')).toEqual({
      en: 'Any',
      ko: null,
      by: { en: 'document', ko: null },
    });
  });
});

describe('white space', () => {
  it('scattered anywhere in a Korean term changes nothing', () => {
    const terms = vocabulary.forms.filter(({ text }) => isForeign(text));
    const blank = fc.constantFrom('', '', '', ' ', '  ', '\u00a0', '\u3000', '\u200b', '\u00ad');
    fc.assert(
      fc.property(fc.constantFrom(...terms), fc.array(blank, { maxLength: 80 }), ({ domain, text }, blanks) => {
        const scattered = [...text]
          .map((character, index) => (index === 0 ? '' : (blanks[index] ?? '')) + character)
          .join('');
        expect(translate(scattered, domain, vocabulary)?.english).toBe(translate(text, domain, vocabulary)?.english);
      }),
      { numRuns: 300 },
    );
  });

  it('is all that may differ: every term of the vocabulary is found as it is written down', () => {
    const lost = vocabulary.forms.filter(({ domain, text }) => translate(text, domain, vocabulary) === null);
    expect(lost).toEqual([]);
  });
});
