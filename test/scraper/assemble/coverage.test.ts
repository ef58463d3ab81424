import { describe, expect, it } from 'vitest';
import { assemble } from '../../../scraper/src/assemble/catalog.ts';
import { checkCoverage, coverageOf } from '../../../scraper/src/assemble/coverage.ts';
import type { Coverage, Role } from '../../../scraper/src/model/catalog.ts';
import { CoverageEntry, type CoverageRolesEntry } from '../../../scraper/src/vocabulary/schema.ts';
import { LYNC, listeners, SKYPE, snapshotOf } from '../../support/snapshots.ts';
import { vocabularyOf } from '../../support/vocabularies.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const { catalog } = assemble([snapshotOf([listeners([['디렉터', '', '443', 'TCP']])], LYNC)], vocabulary);
const PAGE = { page: 'Lync/Gateway.md', products: ['lync-server-2013'], title: 'Gateway', holds: 'TCP 5066' };
const TOPIC = {
  id: 'ntp',
  title: { en: 'Time', ko: '시간' },
  holds: { en: 'UDP 123', ko: 'UDP 123번' },
  see: { en: 'Windows', ko: 'Windows 설명서', url: 'https://example.com/', confirmed: 'read' },
};

const MISSED: CoverageRolesEntry[] = [
  { list: 'servers', roles: ['director', 'front-end-server'], why: 'x' },
  { id: 'ntp', roles: ['client', 'servers', 'director'], why: 'x' },
];

function covered(...entries: CoverageEntry[]): Coverage[] {
  return coverageOf(catalog, vocabularyOf({ coverage: entries, 'coverage-roles': MISSED }));
}

describe('the coverage', () => {
  it('has the documents of the catalog, then pages with ports in prose, then topics', () => {
    expect(covered(PAGE, TOPIC)).toEqual([
      expect.objectContaining({ id: LYNC.id, page: LYNC.path, product: LYNC.product, state: 'tables', holds: null }),
      {
        ...{ id: 'gateway', page: PAGE.page, product: 'lync-server-2013', title: { en: 'Gateway', ko: null } },
        ...{
          state: 'prose',
          holds: { en: 'TCP 5066', ko: 'TCP 5066' },
          ranges: [{ from: 5066, to: 5066 }],
          roles: [],
          see: null,
        },
      },
      {
        ...{
          id: 'ntp',
          page: null,
          product: null,
          title: TOPIC.title,
          state: 'absent',
          holds: TOPIC.holds,
          ranges: [{ from: 123, to: 123 }],
          roles: ['client', 'director', 'front-end-server'],
        },
        see: { name: { en: 'Windows', ko: 'Windows 설명서' }, url: 'https://example.com/' },
      },
    ]);
  });

  it('names all products of a page that is for several', () => {
    const products = ['skype-for-business-server-2015', 'skype-for-business-server-2019'];
    const snapshot = snapshotOf([listeners([['디렉터', '', '443', 'TCP']])], { ...SKYPE, products });
    const both = coverageOf(assemble([snapshot], vocabulary).catalog, vocabularyOf({}));
    expect(both).toMatchObject([{ page: SKYPE.path, product: SKYPE.product, products }]);
  });

  it('may neither know what a topic holds nor have an address for it', () => {
    const { holds: _, see, ...topic } = TOPIC;
    const [, absent] = covered({ ...topic, see: { en: see.en, ko: see.ko } });
    expect(absent).toMatchObject({ id: 'ntp', holds: null, see: { url: null } });
  });

  it.each<[fact: string, coverage: Coverage[], problems: string[]]>([
    ['is content with what is right', covered(PAGE, TOPIC, { ...PAGE, page: 'a.md', products: [] }), []],
    ['misses a page of the catalog', covered().slice(1), ['coverage: lync.md is not in it once']],
    [
      'reports one that is there twice',
      [...covered(), ...covered()],
      expect.arrayContaining(['coverage: lync.md is not in it once']),
    ],
    [
      'reports a page of prose whose tables are in the catalog',
      covered({ ...PAGE, page: LYNC.path }),
      [`coverage: the tables of ${LYNC.path} are in the catalog`],
    ],
    ['reports a topic that is there twice', covered(TOPIC, TOPIC), ['coverage: "ntp" is there twice']],
    [
      'reports an unknown product',
      covered({ ...PAGE, products: ['lync-server-2013', 'lync'] }),
      ['gateway: no "lync" in products'],
    ],
    [
      'reports a number that is no port',
      covered({ ...PAGE, holds: 'TCP 70000, UDP 500-400' }),
      ['gateway: 70000-70000 is no range of ports', 'gateway: 500-400 is no range of ports'],
    ],
  ])('%s', (_, coverage, problems) => {
    const roles = ['client', 'director', 'front-end-server'].map((id) => ({ id }) as Role);
    expect(checkCoverage(coverage, { ...catalog, roles }, vocabularyOf({}))).toEqual(problems);
  });

  it('reports roles that there are not, what is no topic, and a topic that nobody misses', () => {
    const entries: CoverageRolesEntry[] = [...MISSED, { id: 'smtp', roles: ['client'], why: 'x' }];
    const other = { ...TOPIC, id: 'dns' };
    expect(
      checkCoverage(covered(TOPIC, other), { ...catalog, roles: [] }, vocabularyOf({ 'coverage-roles': entries })),
    ).toEqual([
      'ntp: no "client" in roles',
      'ntp: no "director" in roles',
      'ntp: no "front-end-server" in roles',
      'coverage-roles: no "smtp" is missed by the tables',
      'coverage-roles: nobody misses "dns"',
    ]);
  });

  it.each<[fact: string, entry: unknown, fits: boolean]>([
    ['a page', PAGE, true],
    ['a topic', TOPIC, true],
    ['a topic without an address', { ...TOPIC, see: { en: 'x', ko: 'x' } }, true],
    ['an address that is not https', { ...TOPIC, see: { ...TOPIC.see, url: 'http://example.com/' } }, false],
    ['an address that was not confirmed', { ...TOPIC, see: { en: 'x', ko: 'x', url: 'https://example.com/' } }, false],
    ['a page that says nothing of its ports', { ...PAGE, holds: undefined }, false],
  ])('takes %s as it should', (_, entry, fits) => {
    expect(CoverageEntry.safeParse(entry).success).toBe(fits);
  });
});
