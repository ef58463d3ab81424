import { describe, expect, it } from 'vitest';
import { readFact } from '../../../scraper/src/interpret/fact.ts';
import { AUTHENTICATION } from '../../../scraper/src/interpret/grammars.ts';
import type { Cell } from '../../../scraper/src/model/snapshot.ts';
import { both, ko } from '../../support/cells.ts';
import { readRowOf } from '../../support/rows.ts';
import { vocabularyOf } from '../../support/vocabularies.ts';

/** The corrections of a row with these cells. */
function corrections(role: string | Cell, port: string | Cell, protocol: string | Cell) {
  const reading = readRowOf({ '서버 역할': role, 포트: port, 프로토콜별: protocol });
  const [row] = reading.rows;
  return row?.corrections.map(({ field, published, corrected, evidence, witness }) => [
    field,
    published,
    corrected,
    evidence,
    witness,
  ]);
}

const SERVERS = '모든 서버';

describe('a word that is known to be a mistranslation', () => {
  it.each([
    ['NET.TCP', SERVERS, '443', 'NET.TCP', ['transports', 'NET.TCP', 'TCP']],
    ['P', SERVERS, '443', 'P', ['transports', 'P', 'UDP']],
    ['H', SERVERS, '443', 'H', ['protocols', 'H', 'HTTPS']],
    ['서버의', SERVERS, '67/68', '서버의', ['protocols', '서버의', 'DHCP']],
    ['이상', SERVERS, '이상', 'TCP', ['ports', '이상', 'Any']],
    ['이사', '이사', '443', 'TCP', ['role', '이사', 'Directors']],
  ])('without English is corrected on the word of the vocabulary: %s', (_, role, port, protocol, expected) => {
    expect(corrections(role, port, protocol)).toEqual([[...expected, 'vocabulary', null]]);
  });

  it('beside English is corrected by the English', () => {
    expect(corrections(SERVERS, both(['이상', 'Any']), both(['NET.TCP', 'TCP']))).toEqual([
      ['ports', '이상', 'Any', 'bilingual', 'Any'],
      ['transports', 'NET.TCP', 'TCP', 'bilingual', 'TCP'],
    ]);
  });

  it('in part of a cell is corrected in part', () => {
    expect(corrections(SERVERS, '443', 'HTTPS\nNET.TCP')).toEqual([
      ['transports', 'NET.TCP', 'TCP', 'vocabulary', null],
    ]);
    expect(corrections(SERVERS, '443', 'H / P')).toEqual([
      ['protocols', 'H', 'HTTPS', 'vocabulary', null],
      ['transports', 'P', 'UDP', 'vocabulary', null],
    ]);
  });

  it('has its reason from the vocabulary', () => {
    const [row] = readRowOf({ '서버 역할': '이사', 포트: '443', 프로토콜: 'TCP' }).rows;
    expect(row?.corrections[0]?.reason).toEqual({
      en: '"Director" became "member of a board of directors".',
      ko: '"Director"가 회사의 "이사"로 옮겨졌습니다.',
    });
  });
});

describe('Korean beside English', () => {
  it.each<[string, Cell, Cell, Cell]>([
    [
      'that says the same in other words is not corrected',
      both(['디렉터', 'Director']),
      ko('443'),
      both(['UDP 및 TCP', 'UDP & TCP']),
    ],
    [
      'that nobody understands is not corrected',
      both(['정체불명', 'Director']),
      both(['정체불명', '443']),
      both(['정체불명', 'TCP']),
    ],
    ['that is no port is not corrected', ko(SERVERS), both(['Port', '443']), ko('TCP')],
    ['that is the same number is not corrected', ko(SERVERS), both(['443', '443']), ko('TCP')],
  ])('%s', (_, role, port, protocol) => {
    expect(corrections(role, port, protocol)).toEqual([]);
  });

  it('that states another fact is corrected, with both readings for a reason', () => {
    expect(corrections(both([SERVERS, 'Directors']), both(['443', '444']), 'TCP')).toEqual([
      ['role', SERVERS, 'Directors', 'bilingual', 'Directors'],
      ['ports', '443', '444', 'bilingual', '444'],
    ]);
  });

  it('on several lines is quoted on one', () => {
    expect(corrections(both(['중재', 'All'], ['서버', 'Servers']), '443', 'TCP')).toEqual([
      ['role', '중재 / 서버', 'All / Servers', 'bilingual', 'All / Servers'],
    ]);
  });

  it('that is known to be wrong but reads the same is corrected all the same, by the English', () => {
    const cell = both(['TCP, NET.TCP', 'TCP']);
    expect(corrections(SERVERS, '443', cell)).toEqual([['transports', 'NET.TCP', 'TCP', 'bilingual', 'TCP']]);
  });
});

describe('English', () => {
  it('alone has nothing to correct', () => {
    expect(corrections([{ text: null, en: 'Directors' }], '443', 'TCP')).toEqual([]);
  });
});

describe('any cell that holds a fact', () => {
  const WORD = '인증서 없음';
  const WHY = { en: 'It became "no certificate".', ko: '"인증서 없음"으로 옮겨졌습니다.' };
  const small = vocabularyOf({
    words: [
      {
        en: 'Do not authenticate',
        in: ['authentication'],
        mistranslations: [{ ko: WORD, why: WHY }],
      },
    ],
  });

  it('can have a mistranslation, that of authentication too', () => {
    const { value, corrections: found } = readFact(ko(WORD), AUTHENTICATION, {
      vocabulary: small,
    });
    expect([value, found]).toEqual([
      'none',
      [
        {
          field: 'authentication',
          published: WORD,
          corrected: 'Do not authenticate',
          reason: WHY,
          evidence: 'vocabulary',
          witness: null,
        },
      ],
    ]);
  });
});
