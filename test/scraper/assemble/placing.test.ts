import { describe, expect, it } from 'vitest';
import { assemble } from '../../../scraper/src/assemble/catalog.ts';
import type { Heading, SnapshotDocument, SnapshotTable } from '../../../scraper/src/model/snapshot.ts';
import { both, en, ko } from '../../support/cells.ts';
import { LYNC, listeners, loadBalancers, SKYPE, snapshotOf } from '../../support/snapshots.ts';
import { vocabulary } from '../../support/vocabulary.ts';

// The page on the ports of internal servers, whose tables the vocabulary gives to scenarios.
const PAGE = 'c94063f1-e802-4a61-be90-022fc185335e';

const LISTENER = listeners([['디렉터', '', '443', 'TCP']]);
const BALANCER = loadBalancers([['디렉터 부하 분산 장치', '443', 'HTTPS']]);

function placed(tables: SnapshotTable[], given: Partial<SnapshotDocument> = {}) {
  const { catalog } = assemble([snapshotOf(tables, given)], vocabulary);
  return catalog.tables.map(({ id, scenario, index }) => [
    id.replace(`${given.product ?? LYNC.product}/`, ''),
    scenario,
    index,
  ]);
}

function heading(depth: number, anchor: string | null, text = ko('제목')): Heading {
  return { depth, anchor, text };
}

describe('a table that a scenario claims', () => {
  it("is found by its page, its kind and its number among the page's tables of that kind", () => {
    expect(placed([BALANCER, LISTENER, BALANCER], { assetId: PAGE })).toEqual([
      ['internal-servers', 'internal-servers', 2],
      ['hardware-load-balancing', 'hardware-load-balancing', 1],
      ['dns-load-balancing', 'dns-load-balancing', 3],
    ]);
  });

  it('has the title that the vocabulary gives it', () => {
    const { tables } = assemble([snapshotOf([LISTENER], { assetId: PAGE })], vocabulary).catalog;
    expect(tables[0]?.title).toEqual({
      en: 'Required Server Ports (by Server Role)',
      ko: '서버 역할별 필수 서버 포트',
    });
  });

  it('is claimed on every edition of the page', () => {
    expect(placed([LISTENER], { ...SKYPE, assetId: PAGE })).toEqual([['internal-servers', 'internal-servers', 1]]);
  });

  it('leaves one too many of its kind to the document', () => {
    expect(placed([LISTENER, LISTENER], { assetId: PAGE })).toEqual([
      ['internal-servers', 'internal-servers', 1],
      ['ports', 'ports', 2],
    ]);
  });
});

describe('a table that nothing claims', () => {
  it('makes a scenario of its document', () => {
    const title = both(['역방향 프록시', 'Reverse proxy\nports']);
    const { scenarios } = assemble([snapshotOf([LISTENER], { title })], vocabulary).catalog;
    expect(scenarios).toEqual([
      { id: 'ports', group: 'other', name: { en: 'Reverse proxy ports', ko: '역방향 프록시' } },
    ]);
  });

  it.each([
    ['in Korean only', ko('포트'), { en: 'Edge ports', ko: '포트' }],
    ['in English only', en('Ports'), { en: 'Ports', ko: null }],
    ['at all', [], { en: 'Edge ports', ko: null }],
  ])("names the scenario by the document's id where it has no title but %s", (_, title, name) => {
    const { scenarios } = assemble(
      [snapshotOf([LISTENER], { id: 'lync-server-2013/edge-ports', title })],
      vocabulary,
    ).catalog;
    expect(scenarios).toEqual([{ id: 'edge-ports', group: 'other', name }]);
  });

  it.each<[fact: string, given: Partial<SnapshotTable>, id: string]>([
    [
      'by its English caption',
      { caption: both(['필수', 'Required ports']), headings: [heading(2, 'a')] },
      'ports-required-ports',
    ],
    [
      'by the anchor of the heading above it',
      { caption: ko('필수'), headings: [heading(1, 'a'), heading(2, 'b')] },
      'ports-b',
    ],
    [
      'by the English of a heading without an anchor',
      { headings: [heading(2, null, en('External ports'))] },
      'ports-external-ports',
    ],
    ["by nothing but the document under the page's title alone", { headings: [heading(1, 'a')] }, 'ports'],
    ['by nothing but the document under a Korean heading', { headings: [heading(2, null)] }, 'ports'],
  ])('is named %s', (_, given, id) => {
    expect(placed([{ ...LISTENER, ...given }])).toEqual([[id, 'ports', 1]]);
  });

  it('has a name of at most 96 characters', () => {
    const anchors = ['external', 'internal'].map((side) => `${'ports-of-servers-'.repeat(6)}${side}`);
    const tables = anchors.map((anchor) => ({ ...LISTENER, headings: [heading(2, anchor)] }));
    const names = placed(tables).map(([name]) => String(name));
    for (const name of names) expect(name.length).toBeLessThanOrEqual(96);
    for (const name of names)
      expect(name).toMatch(/^ports-ports-of-servers-.{1,69}-[0-9a-f]{8}-.{1,69}-(ex|in)ternal$/);
    expect(new Set(names).size).toBe(2);
  });

  it('of the same name as another is numbered', () => {
    expect(placed([LISTENER, BALANCER, LISTENER]).map(([id]) => id)).toEqual(['ports', 'ports-2', 'ports-3']);
  });

  it.each<[fact: string, given: Partial<SnapshotTable>, title: { en: string; ko: string | null }]>([
    [
      'its caption',
      { caption: both(['필수', 'Required']), headings: [heading(2, 'a')] },
      { en: 'Required', ko: '필수' },
    ],
    [
      'the heading above it',
      { headings: [heading(2, 'a', both(['외부', 'External']))] },
      { en: 'External', ko: '외부' },
    ],
    [
      'the anchor for English',
      { headings: [heading(2, 'external-ports', ko('외부'))] },
      { en: 'external ports', ko: '외부' },
    ],
    ['English and no Korean', { headings: [heading(2, 'a', en('External'))] }, { en: 'External', ko: null }],
    ["the document's title", {}, { en: 'Ports', ko: '포트' }],
    ["the document's title for English", { headings: [heading(2, null, ko('외부'))] }, { en: 'Ports', ko: '외부' }],
  ])('has for its title %s', (_, given, title) => {
    const snapshot = snapshotOf([{ ...LISTENER, ...given }], { title: both(['포트', 'Ports']) });
    expect(assemble([snapshot], vocabulary).catalog.tables[0]?.title).toEqual(title);
  });

  it('has its columns as published, with English where the page has none', () => {
    const table = {
      ...LISTENER,
      columns: [both(['역할', 'Server role']), ko('서비스 이름'), en('Port'), ko('프로토콜별')],
    };
    expect(assemble([snapshotOf([table])], vocabulary).catalog.tables[0]?.columns).toEqual([
      { en: 'Server role', ko: '역할', by: { en: 'document', ko: 'document' } },
      { en: 'Service name', ko: '서비스 이름', by: { en: 'project', ko: 'document' } },
      { en: 'Port', ko: null, by: { en: 'document', ko: null } },
      { en: 'Protocol', ko: '프로토콜별', by: { en: 'project', ko: 'document' } },
    ]);
  });
});

describe('the order of tables', () => {
  it('is by product, then by scenario, then by document, then by place in it', () => {
    const snapshots = [
      snapshotOf([BALANCER, LISTENER], { ...SKYPE, assetId: PAGE }),
      snapshotOf([LISTENER], { ...LYNC, id: 'lync-server-2013/z' }),
      snapshotOf([LISTENER, BALANCER], { ...LYNC, id: 'lync-server-2013/b' }),
      snapshotOf([LISTENER], { ...LYNC, assetId: PAGE }),
    ];
    expect(assemble(snapshots, vocabulary).catalog.tables.map(({ id }) => id)).toEqual([
      'lync-server-2013/internal-servers',
      'lync-server-2013/b',
      'lync-server-2013/b-2',
      'lync-server-2013/z',
      'skype-for-business-server-2015/internal-servers',
      'skype-for-business-server-2015/hardware-load-balancing',
    ]);
  });
});
