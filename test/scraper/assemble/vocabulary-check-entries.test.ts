import { describe, expect, it } from 'vitest';
import type { VocabularyEntries } from '../../../scraper/src/vocabulary/schema.ts';
import {
  check,
  DIRECTOR,
  ELSEWHERE,
  type Entries,
  error,
  LYNC,
  NEEDED,
  type Role,
  unused,
  WHY,
} from '../../support/checked-vocabulary.ts';

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
