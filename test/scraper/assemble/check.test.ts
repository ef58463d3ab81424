import { describe, expect, it } from 'vitest';
import { assemble } from '../../../scraper/src/assemble/catalog.ts';
import { checkCatalog } from '../../../scraper/src/assemble/check.ts';
import type { Catalog } from '../../../scraper/src/model/catalog.ts';
import { en } from '../../support/cells.ts';
import { tableWith } from '../../support/rows.ts';
import { single } from '../../support/single.ts';
import { snapshotOf } from '../../support/snapshots.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const ID = 'lync-server-2013/ports/access-edge-service-5061-tcp-sip-from-any-to-director';

/** A catalog of one rule, with one correction, one advisory and everything that they refer to. */
function whole(): Catalog {
  const columns = ['역할/프로토콜/TCP 또는 UDP/포트', '원본 IP', '대상 IP'];
  const table = tableWith(columns, [['액세스/SIP/TCP/5061', '이상', en('Director')]]);
  const { catalog } = assemble([snapshotOf([table])], vocabulary);
  const text = { en: 'x', ko: 'x' };
  return { ...catalog, advisories: [{ id: 'a', title: text, explanation: text, rules: [ID], severity: 'info' }] };
}

/** The catalog with its only rule changed. */
function withRule(change: Partial<Catalog['ports'][number]>): Catalog {
  const catalog = whole();
  return { ...catalog, ports: [{ ...single(catalog.ports), ...change }] };
}

const DIRECTOR = { role: 'director', by: 'document', from: 'from directors' } as const;

const NOBODY = {
  text: { en: null, ko: null, by: { en: null, ko: null } },
  any: false,
  narrowed: false,
  roles: ['nobody'],
};

describe('a catalog', () => {
  it('that is whole has nothing wrong', () => {
    expect(checkCatalog(whole())).toEqual([]);
  });

  it.each<[what: string, catalog: Catalog, problem: string]>([
    ['a rule of no product', withRule({ product: 'p' }), `${ID}: no "p" in products`],
    ['a rule of no scenario', withRule({ scenario: 's' }), `${ID}: no "s" in scenarios`],
    ['a rule of no table', withRule({ table: 't' }), `${ID}: no "t" in tables`],
    ['a rule of no document', withRule({ origin: { document: 'd', table: 1, row: 1 } }), `${ID}: no "d" in documents`],
    ['a rule of no service', withRule({ service: 's' }), `${ID}: no "s" in services`],
    ['a rule of no role', withRule({ role: 'r' }), `${ID}: no "r" in roles`],
    ['a rule from nobody', withRule({ source: NOBODY }), `${ID}: no "nobody" in roles`],
    ['a rule to nobody', withRule({ destination: NOBODY }), `${ID}: no "nobody" in roles`],
    ['a rule of no protocol', withRule({ protocols: ['p'] }), `${ID}: no "p" in protocols`],
    ['a caller of no role', withRule({ callers: [{ ...DIRECTOR, role: 'r' }] }), `${ID}: no "r" in roles`],
    [
      'a caller that this project knows for no reason',
      withRule({ callers: [{ ...DIRECTOR, by: 'project', from: 'Because.' }] }),
      `${ID}: no "Because." in reasons`,
    ],
    [
      'a caller that is there twice',
      withRule({ callers: [DIRECTOR, DIRECTOR] }),
      `${ID}: "director" is twice in callers`,
    ],
    ['a role that is called twice', withRule({ calls: [DIRECTOR, DIRECTOR] }), `${ID}: "director" is twice in calls`],
    ['a rule with a correction that is not there', withRule({ corrections: ['c'] }), `${ID}: no "c" in corrections`],
  ])('with %s says so', (_, catalog, problem) => {
    expect(checkCatalog(catalog)).toEqual([problem]);
  });

  it('may have a caller that is quoted, which needs no reason', () => {
    expect(checkCatalog(withRule({ callers: [DIRECTOR], calls: [DIRECTOR] }))).toEqual([]);
  });

  it('may have a rule with neither ends nor role', () => {
    expect(checkCatalog(withRule({ source: null, destination: null, role: null }))).toEqual([]);
  });

  it.each<[what: string, change: (catalog: Catalog) => Partial<Catalog>, problem: string]>([
    [
      'a table of no product',
      ({ tables }) => ({ tables: [{ ...single(tables), product: 'p' }] }),
      'lync-server-2013/ports: no "p" in products',
    ],
    [
      'a table of no scenario',
      ({ tables }) => ({ tables: [{ ...single(tables), scenario: 's' }] }),
      'lync-server-2013/ports: no "s" in scenarios',
    ],
    [
      'a table of no document',
      ({ tables }) => ({ tables: [{ ...single(tables), document: 'd' }] }),
      'lync-server-2013/ports: no "d" in documents',
    ],
    [
      'a document of no product',
      ({ documents }) => ({ documents: [{ ...single(documents), product: 'p' }] }),
      'lync-server-2013/ports: no "p" in products',
    ],
    [
      'a role based on none',
      ({ roles }) => ({ roles: roles.map((role) => ({ ...role, base: role.id === 'director' ? 'b' : null })) }),
      'director: no "b" in roles',
    ],
    [
      'a correction of no rule',
      ({ corrections }) => ({ corrections: [{ ...single(corrections), rule: 'r' }] }),
      `${ID}#source: no "r" in ports`,
    ],
    [
      'a correction without its reason in Korean',
      () => ({ reasons: [] }),
      `${ID}#source: no ""Any" became "or more"." in reasons`,
    ],
    [
      'an advisory on no rule',
      ({ advisories }) => ({ advisories: [{ ...single(advisories), rules: ['r'] }] }),
      'a: no "r" in ports',
    ],
    ['evidence for no rule', () => ({ evidence: [{ rule: 'r', cells: [] }] }), 'evidence: no "r" in ports'],
    ['a rule that is there twice', ({ ports }) => ({ ports: [...ports, ...ports] }), `ports: "${ID}" is there twice`],
    [
      'an advisory that is there twice',
      ({ advisories }) => ({ advisories: [...advisories, ...advisories] }),
      'advisories: "a" is there twice',
    ],
  ])('with %s says so', (_, change, problem) => {
    const catalog = whole();
    expect(checkCatalog({ ...catalog, ...change(catalog) })).toEqual([problem]);
  });

  it.each([
    [
      { ports: { text: '0', ranges: [{ from: 0, to: 443 }], any: false, configurable: false } },
      /ports\[0\]\.ports\.ranges\[0\]\.from/,
    ],
    [
      { ports: { text: '70000', ranges: [{ from: 443, to: 70000 }], any: false, configurable: false } },
      /ports\[0\]\.ports\.ranges\[0\]\.to/,
    ],
    [{ origin: { document: 'lync-server-2013/ports', table: 1, row: 0 } }, /ports\[0\]\.origin\.row/],
  ])('that does not fit its schema says where: %j', (change, place) => {
    expect(checkCatalog(withRule(change)).join('\n')).toMatch(place);
  });

  it('that has a field too many does not fit it', () => {
    expect(checkCatalog({ ...whole(), ...{ extra: 1 } }).join('\n')).toContain('extra');
  });
});
