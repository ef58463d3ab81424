import { describe, expect, it } from 'vitest';
import type { VocabularyEntries } from '../../../scraper/src/vocabulary/schema.ts';
import {
  check,
  DIRECTOR,
  ELSEWHERE,
  type Entries,
  LYNC,
  NEEDED,
  off,
  type Role,
  unused,
  WHY,
  WRONG,
} from '../../support/checked-vocabulary.ts';

describe('of an entry, the check of the vocabulary', () => {
  it.each<[fact: string, entries: Entries, reports: string[]]>([
    [
      'reports a column that no table has',
      { columns: [{ field: 'notes', en: ['Notes'], ko: '참고' }] },
      [unused('columns.yaml: notes')],
    ],
    [
      'reports a word that no cell has, once',
      { words: [{ en: 'Any', ko: '모두', in: ['port', 'endpoint'] }] },
      [unused('words.yaml: Any (port, endpoint)')],
    ],
    ['reports an end that no cell has', { ends: [{ en: 'Any', ko: '모두' }] }, [unused('ends.yaml: Any')]],
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
    const columns: Entries['columns'] = [...(NEEDED.columns ?? []), { field, en: ['End'], ko: '끝' }];
    const gate: Role = { ...DIRECTOR, id: 'gate', name: { en: 'Gate', ko: '문' } };
    expect(check({ ...NEEDED, columns, roles: [...(NEEDED.roles ?? []), gate] }, { 끝: 'Gate' })).toEqual([]);
  });

  it('counts a role that connects to a port', () => {
    const gate: Role = { ...DIRECTOR, id: 'gate', name: { en: 'Gate', ko: '문' } };
    const knows = { roles: ['gate'], by: 'project' as const, reason: WRONG };
    const callers = [{ role: ['director'], ports: ['443'], callers: [knows] }];
    expect(check({ ...NEEDED, roles: [DIRECTOR, gate], callers })).toEqual([]);
  });

  it('counts a role that is the base of another', () => {
    const name = { en: 'Director pool', ko: '디렉터 풀' };
    const roles: Role[] = [DIRECTOR, { ...DIRECTOR, id: 'pool', name, base: 'director' }];
    expect(check({ ...NEEDED, roles }, { '서버 역할': '디렉터 풀' })).toEqual([]);
  });

  it('asks for every claim of a scenario', () => {
    const name = { en: 'Servers', ko: '서버' };
    const claim = { page: 'page', kind: 'listener', number: 1, table: 'servers', title: name } as const;
    const tables = [claim, { ...claim, number: 2, table: 'more' }];
    const scenario = { id: 'servers', group: 'internal', name, tables } as const;
    expect(check({ ...NEEDED, scenarios: [scenario] })).toEqual([unused('scenarios.yaml: servers: more of page')]);
  });

  it('asks for as many rules of an advisory as it says', () => {
    const text = { en: 'x', ko: 'x' };
    const advisory = { id: 'a', severity: 'info', title: text, explanation: text, why: WHY } as const;
    const said = (expects: number) =>
      check({ ...NEEDED, advisories: [{ ...advisory, rules: [{ ports: '443' }], expects }] });
    expect(said(2)).toEqual([]);
    expect(said(3)).toEqual([off('advisories.yaml: a', 2, 'says 3', 'expects: 2')]);
    expect(check({ ...NEEDED, advisories: [{ ...advisory, rules: [{ ports: '80' }], expects: 1 }] })).toEqual([
      unused('advisories.yaml: a'),
    ]);
  });
});
