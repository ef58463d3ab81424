import { describe, expect, it } from 'vitest';
import { writeCounts } from '../../../scraper/src/assemble/vocabulary-counts.ts';
import {
  check,
  count,
  DIRECTOR,
  ELSEWHERE,
  type Entries,
  NEEDED,
  off,
  type Role,
  stale,
  unused,
  WHY,
  type Word,
  WRONG,
} from '../../support/checked-vocabulary.ts';

describe('the check of the vocabulary', () => {
  it('has nothing to say where every entry is needed', () => {
    expect(check(NEEDED)).toEqual([]);
  });
});

describe('of a mistranslation, the check of the vocabulary', () => {
  const word = (...mistranslations: NonNullable<Word['mistranslations']>): Entries => {
    return { ...NEEDED, words: [{ en: 'TCP', in: ['protocol'], mistranslations }] };
  };
  const MANGLED = { ko: 'NET.TCP', why: WRONG };
  const CARRIED = { ...MANGLED, places: 2 };

  it.each<[fact: string, entries: Entries, reports: string[]]>([
    ['is content with one that as many cells carry as it says', word(CARRIED), []],
    [
      'reports one that says nothing',
      word(MANGLED),
      [off('words.yaml: TCP (protocol): NET.TCP', 2, 'does not say so')],
    ],
    [
      'reports one that says another count',
      word({ ...MANGLED, places: 3 }),
      [off('words.yaml: TCP (protocol): NET.TCP', 2, 'says 3')],
    ],
    [
      'reports one that no cell carries',
      word(CARRIED, { ko: 'N', why: WRONG, places: 1 }),
      [unused('words.yaml: TCP (protocol): N')],
    ],
    ['is content with one that another page needs', word(CARRIED, { ko: 'N', why: WRONG, elsewhere: ELSEWHERE }), []],
    [
      'reports one that is said to be for another page, where cells carry it',
      word({ ...MANGLED, elsewhere: ELSEWHERE }),
      [stale('words.yaml: TCP (protocol): NET.TCP', 2, ' and set "places: 2"')],
    ],
  ])('%s', (_, entries, reports) => {
    expect(check(entries, { 프로토콜: 'NET.TCP' })).toEqual(reports);
  });

  it('counts a word that is looked up in several kinds of cell as one', () => {
    const entry: Word = { en: 'TCP', in: ['endpoint', 'protocol'], mistranslations: [CARRIED] };
    expect(check({ ...NEEDED, words: [entry] }, { 프로토콜: 'NET.TCP' })).toEqual([]);
  });

  it('keeps entries apart that say the same', () => {
    const word = (domain: Word['in'][number]): Word => ({ en: 'Any', in: [domain], also: ['모두'] });
    expect(check({ ...NEEDED, words: [word('port'), word('endpoint')] }, { 포트: '모두' })).toEqual([
      unused('words.yaml: Any (endpoint): 모두'),
      unused('words.yaml: Any (endpoint)'),
    ]);
  });
});

describe('of another form, the check of the vocabulary', () => {
  const role = (given: Partial<Role>): Entries => ({ ...NEEDED, roles: [{ ...DIRECTOR, ...given }] });

  it.each<[fact: string, entries: Entries, reports: string[]]>([
    ['is content where a cell carries it, and asks for no count', role({ also: ['감독'] }), []],
    ['reports it where no cell does', role({ also: ['감독', '이사'] }), [unused('roles.yaml: director: 이사')]],
    ['is content where another page needs it', role({ also: ['감독', { ko: '이사', elsewhere: ELSEWHERE }] }), []],
    [
      'reports it as a stale exemption where a cell carries it',
      role({ also: [{ ko: '감독', elsewhere: ELSEWHERE }] }),
      [stale('roles.yaml: director: 감독', 2)],
    ],
  ])('%s', (_, entries, reports) => {
    expect(check(entries, { '서버 역할': '감독' })).toEqual(reports);
  });

  it('asks for every note and footnote', () => {
    const notes = [
      { ko: '참고입니다', en: 'Note', why: WHY },
      { ko: '없음', en: 'None', why: WHY },
    ];
    const columns: Entries['columns'] = [...(NEEDED.columns ?? []), { field: 'notes', en: ['Notes'], ko: '참고' }];
    const footnotes = [{ ko: '각주', en: 'Footnote', why: WHY, elsewhere: ELSEWHERE }];
    expect(check({ ...NEEDED, columns, notes, footnotes }, { 참고: '참고입니다' })).toEqual([
      unused('notes.yaml: 없음'),
    ]);
  });
});

describe('the list of counts', () => {
  it('has a line for each entry and form that is needed and that nobody counts by hand, forms below their entry', () => {
    const tcp: Word = { en: 'TCP', in: ['protocol'], mistranslations: [{ ko: 'NET.TCP', why: WRONG, places: 2 }] };
    const any: Word = { en: 'Any', in: ['port'], elsewhere: ELSEWHERE };
    const role = { ...DIRECTOR, also: ['감독'] };
    const list = writeCounts(
      count({ ...NEEDED, words: [tcp, any], roles: [role] }, { '서버 역할': '감독', 프로토콜: 'NET.TCP' }),
    );
    expect(list.split('\n')).toEqual([
      '{',
      '  "columns.yaml: port": 1,',
      '  "columns.yaml: protocol": 1,',
      '  "columns.yaml: server-role": 1,',
      '  "products.yaml: lync-server-2013": 2,',
      '  "roles.yaml: director": 2,',
      '  "roles.yaml: director: 감독": 2,',
      '  "words.yaml: TCP (protocol)": 2',
      '}',
      '',
    ]);
  });
});
