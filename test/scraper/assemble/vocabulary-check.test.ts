import { describe, expect, it } from 'vitest';
import { assemble } from '../../../scraper/src/assemble/catalog.ts';
import { checkVocabulary } from '../../../scraper/src/assemble/vocabulary-check.ts';
import type { VocabularyEntries } from '../../../scraper/src/vocabulary/schema.ts';
import { type RowCells, tableWith } from '../../support/rows.ts';
import { snapshotOf } from '../../support/snapshots.ts';
import { vocabularyOf } from '../../support/vocabularies.ts';

type Entries = Partial<VocabularyEntries>;
type Word = VocabularyEntries['words'][number];
type Role = VocabularyEntries['roles'][number];

const ELSEWHERE = 'Another page.';
const WHY = 'It was mangled.';

const DIRECTOR: Role = { id: 'director', name: { en: 'Directors', ko: '디렉터' }, kind: 'server', zone: 'internal' };
const LYNC = {
  id: 'lync-server-2013',
  name: { en: 'L', ko: 'L' },
  named: ['L'],
  recognise: [{ in: 'title', contains: 'L' }],
};

/** What a table of two rows for directors needs. */
const NEEDED: Entries = {
  products: [LYNC],
  columns: [
    { field: 'server-role', en: ['Server role'], ko: '서버 역할', places: 1 },
    { field: 'port', en: ['Port'], ko: '포트', places: 1 },
    { field: 'protocol', en: ['Protocol'], ko: '프로토콜', places: 1 },
  ],
  roles: [{ ...DIRECTOR, places: 2 }],
};

/** What the check says of a vocabulary, when two such rows are all that there is. */
function check(vocabularyEntries: Entries, row: RowCells = {}) {
  const vocabulary = vocabularyOf(vocabularyEntries);
  const cells = { '서버 역할': '디렉터', 포트: '443', 프로토콜: 'TCP', ...row };
  const table = tableWith(Object.keys(cells), [Object.values(cells), Object.values(cells)]);
  const { catalog, uses } = assemble([snapshotOf([table], { assetId: 'page' })], vocabulary);
  return checkVocabulary(vocabulary, uses, catalog).map(({ severity, code, document, text, message }) => {
    return `${severity} ${code} ${document}: ${text}: ${message}`;
  });
}

const error = (code: string, where: string, message: string) => `error ${code} scraper/vocabulary/${where}: ${message}`;
const unused = (where: string) => error('unused', where, 'nothing in the snapshots needs this any more');
const off = (where: string, count: number, says: string | number) => {
  return error('wrong-count', where, `this touches ${count} places, and says ${says}`);
};
const stale = (where: string, count: number) => {
  return error('not-only-elsewhere', where, `this touches ${count} places; take "elsewhere" off`);
};

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

describe('of an entry, the check of the vocabulary', () => {
  it.each<[fact: string, entries: Entries, reports: string[]]>([
    [
      'reports a column that no table has',
      { columns: [{ field: 'notes', en: ['Notes'], ko: '참고' }] },
      [unused('columns.yaml: 참고')],
    ],
    [
      'reports a word that no cell has, once',
      { words: [{ en: 'Any', ko: '모두', in: ['port', 'endpoint'] }] },
      [unused('words.yaml: Any')],
    ],
    [
      'reports a device that no cell has',
      { devices: [{ role: 'director', en: 'Phone', ko: '전화' }] },
      [unused('devices.yaml: Phone')],
    ],
    [
      'is content with a word that another page needs',
      { words: [{ en: 'Any', ko: '모두', in: ['port'], elsewhere: ELSEWHERE }] },
      [],
    ],
    [
      'reports a service that no rule has',
      { services: [{ id: 'sql', name: { en: 'SQL', ko: 'SQL' } }] },
      [unused('services.yaml: sql')],
    ],
    [
      'reports a protocol that no rule has',
      { protocols: [{ id: 'tls', name: { en: 'TLS', ko: 'TLS' }, label: 'TLS' }] },
      [unused('protocols.yaml: tls')],
    ],
    [
      'reports a product that no rule has',
      { products: [{ ...LYNC, id: 'lync-server-2010' }] },
      [unused('products.yaml: lync-server-2010')],
    ],
    [
      'is content with a product that another page needs',
      { products: [{ ...LYNC, id: 'x', elsewhere: ELSEWHERE }] },
      [],
    ],
    [
      'reports a role that no rule has',
      { roles: [{ ...DIRECTOR, id: 'board', name: { en: 'Board', ko: '이사회' } }] },
      [unused('roles.yaml: board')],
    ],
  ])('%s', (_, entries, reports) => {
    const lists = Object.keys(entries) as (keyof VocabularyEntries)[];
    const merged = Object.fromEntries(lists.map((list) => [list, [...(NEEDED[list] ?? []), ...(entries[list] ?? [])]]));
    expect(check({ ...NEEDED, ...merged })).toEqual(reports);
  });

  it.each(['source', 'destination'] as const)('counts a role that is the %s of a flow', (field) => {
    const columns: Entries['columns'] = [...(NEEDED.columns ?? []), { field, en: ['End'], ko: '끝', places: 1 }];
    const gate: Role = { ...DIRECTOR, id: 'gate', name: { en: 'Gate', ko: '문' }, places: 2 };
    expect(check({ ...NEEDED, columns, roles: [...(NEEDED.roles ?? []), gate] }, { 끝: 'Gate' })).toEqual([]);
  });

  it('counts a role that is the base of another', () => {
    const name = { en: 'Director pool', ko: '디렉터 풀' };
    const roles: Role[] = [
      { ...DIRECTOR, places: 1 },
      { ...DIRECTOR, id: 'pool', name, base: 'director', places: 2 },
    ];
    expect(check({ ...NEEDED, roles }, { '서버 역할': '디렉터 풀' })).toEqual([]);
  });

  it('asks for every claim of a scenario', () => {
    const name = { en: 'Servers', ko: '서버' };
    const claim = { page: 'page', kind: 'listener', number: 1, table: 'servers', title: name } as const;
    const scenario = { id: 'servers', name, tables: [claim, { ...claim, number: 2, table: 'more' }] };
    expect(check({ ...NEEDED, scenarios: [scenario] })).toEqual([unused('scenarios.yaml: servers: more')]);
  });

  it('asks for the rules of every advisory', () => {
    const text = { en: 'x', ko: 'x' };
    const advisories = [
      {
        id: 'a',
        severity: 'info' as const,
        title: text,
        explanation: text,
        rules: [{ ports: '80' }],
        expects: 1,
        why: WHY,
      },
    ];
    expect(check({ ...NEEDED, advisories })).toEqual([
      error('wrong-count', 'advisories.yaml: a', 'this selects 0 rules, and the entry expects 1'),
    ]);
  });
});
