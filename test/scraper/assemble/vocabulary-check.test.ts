import { describe, expect, it } from 'vitest';
import {
  check,
  DIRECTOR,
  ELSEWHERE,
  type Entries,
  LYNC,
  NEEDED,
  off,
  type Role,
  stale,
  unused,
  WHY,
  type Word,
} from '../../support/checked-vocabulary.ts';

describe('the check of the vocabulary', () => {
  it('has nothing to say where every entry is needed, as often as it says', () => {
    expect(check(NEEDED)).toEqual([]);
  });

  it('reports everything where nothing is said of any count', () => {
    const { columns, roles } = { columns: NEEDED.columns ?? [], roles: NEEDED.roles ?? [] };
    const uncounted = <Entry extends object>(list: Entry[]) => list.map((entry) => ({ ...entry, places: undefined }));
    expect(check({ products: [LYNC], columns: uncounted(columns), roles: uncounted(roles) })).toEqual([
      off('columns.yaml: 서버 역할', 1, 'nothing of it'),
      off('columns.yaml: 포트', 1, 'nothing of it'),
      off('columns.yaml: 프로토콜', 1, 'nothing of it'),
      off('roles.yaml: director', 2, 'nothing of it'),
    ]);
  });
});

describe('of a mistranslation, the check of the vocabulary', () => {
  const word = (...mistranslations: NonNullable<Word['mistranslations']>): Entries => {
    return { ...NEEDED, words: [{ en: 'TCP', in: ['protocol'], places: 2, mistranslations }] };
  };
  const MANGLED = { ko: 'NET.TCP', why: WHY };
  const CARRIED = { ...MANGLED, places: 2 };

  it.each<[fact: string, entries: Entries, reports: string[]]>([
    ['is content with one that as many cells carry as it says', word(CARRIED), []],
    ['reports one that says nothing', word(MANGLED), [off('words.yaml: TCP: NET.TCP', 2, 'nothing of it')]],
    ['reports one that says another count', word({ ...MANGLED, places: 3 }), [off('words.yaml: TCP: NET.TCP', 2, 3)]],
    [
      'reports one that no cell carries',
      word(CARRIED, { ko: 'N', why: WHY, places: 1 }),
      [unused('words.yaml: TCP: N')],
    ],
    ['is content with one that another page needs', word(CARRIED, { ko: 'N', why: WHY, elsewhere: ELSEWHERE }), []],
    [
      'reports one that is said to be for another page, where cells carry it',
      word({ ...MANGLED, elsewhere: ELSEWHERE }),
      [stale('words.yaml: TCP: NET.TCP', 2)],
    ],
  ])('%s', (_, entries, reports) => {
    expect(check(entries, { 프로토콜: 'NET.TCP' })).toEqual(reports);
  });

  it('counts a word that is looked up in several kinds of cell as one', () => {
    const entry: Word = { en: 'TCP', in: ['endpoint', 'protocol'], places: 2, mistranslations: [CARRIED] };
    expect(check({ ...NEEDED, words: [entry] }, { 프로토콜: 'NET.TCP' })).toEqual([]);
  });

  it('keeps entries apart that say the same', () => {
    const word = (domain: Word['in'][number], places?: number): Word => ({
      en: 'Any',
      in: [domain],
      places,
      also: ['모두'],
    });
    expect(check({ ...NEEDED, words: [word('port', 2), word('endpoint')] }, { 포트: '모두' })).toEqual([
      unused('words.yaml: Any: 모두'),
      unused('words.yaml: Any'),
    ]);
  });
});

describe('of another form, the check of the vocabulary', () => {
  const role = (given: Partial<Role>): Entries => ({ ...NEEDED, roles: [{ ...DIRECTOR, places: 2, ...given }] });

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

  it('asks for the count of notes and footnotes', () => {
    const notes = [
      { ko: '참고입니다', en: 'Note', why: WHY },
      { ko: '없음', en: 'None', why: WHY, places: 1 },
    ];
    const columns: Entries['columns'] = [
      ...(NEEDED.columns ?? []),
      { field: 'notes', en: ['Notes'], ko: '참고', places: 1 },
    ];
    const footnotes = [{ ko: '각주', en: 'Footnote', why: WHY, elsewhere: ELSEWHERE }];
    expect(check({ ...NEEDED, columns, notes, footnotes }, { 참고: '참고입니다' })).toEqual([
      off('notes.yaml: 참고입니다: 참고입니다', 2, 'nothing of it'),
      unused('notes.yaml: 없음: 없음'),
    ]);
  });
});
