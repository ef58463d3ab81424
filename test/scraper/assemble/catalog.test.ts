import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../../scraper/src/assemble/catalog.ts';
import { checkCatalog } from '../../../scraper/src/assemble/check.ts';
import { both, en, ko } from '../../support/cells.ts';
import { cellFrom, tableWith } from '../../support/rows.ts';
import { LYNC, listeners, loadBalancers, SKYPE, snapshotOf } from '../../support/snapshots.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const ROWS = [
  ['모든 서버', 'SQL 브라우저', '1434', 'UDP'],
  ['이사', '프런트 엔드 서비스', '5060', 'NET.TCP'],
] as const;

describe('a rule', () => {
  it("is its row's facts, and where they stand", () => {
    const { ports } = assemble([snapshotOf([listeners(ROWS)], LYNC)], vocabulary).catalog;
    expect(ports[1]).toMatchObject({
      id: 'lync-server-2013/ports/director-front-end-service-5060-tcp',
      product: 'lync-server-2013',
      scenario: 'ports',
      table: 'lync-server-2013/ports',
      kind: 'listener',
      role: 'director',
      service: 'front-end-service',
      corrections: [
        'lync-server-2013/ports/director-front-end-service-5060-tcp#role',
        'lync-server-2013/ports/director-front-end-service-5060-tcp#transports',
      ],
      origin: { document: 'lync-server-2013/ports', table: 1, row: 2 },
    });
  });

  it('has the published cells of its row for evidence', () => {
    const { ports, evidence } = assemble([snapshotOf([listeners(ROWS)], LYNC)], vocabulary).catalog;
    expect(evidence).toEqual(ports.map(({ id }, at) => ({ rule: id, cells: (ROWS[at] ?? []).map(cellFrom) })));
  });

  it('keeps the number of its published row behind a blank one, and of its table among the port tables', () => {
    const table = listeners([['', '', '', ''], ...ROWS], { number: 7 });
    const { ports } = assemble([snapshotOf([loadBalancers([]), table])], vocabulary).catalog;
    expect(ports.map(({ origin }) => [origin.table, origin.row])).toEqual([
      [2, 2],
      [2, 3],
    ]);
  });

  it('is not made of a row that is not understood; the row is reported', () => {
    const rows = [['정체불명', '', '443', 'TCP'], ...ROWS] as const;
    const { catalog, diagnostics } = assemble([snapshotOf([listeners(rows, { number: 7 })], LYNC)], vocabulary);
    expect(catalog.ports.map(({ origin }) => origin.row)).toEqual([2, 3]);
    expect(diagnostics).toMatchObject([{ code: 'unknown-role', document: 'lync.md', table: 7, row: 1 }]);
  });

  it('with two corrections of one field has two ids for them', () => {
    const { corrections } = assemble(
      [snapshotOf([listeners([['디렉터', '', '443', 'NET.TCP/P']])])],
      vocabulary,
    ).catalog;
    expect(corrections.map(({ id, published }) => [id.split('#')[1], published])).toEqual([
      ['transports', 'NET.TCP'],
      ['transports-2', 'P'],
    ]);
  });
});

describe('the names in a catalog', () => {
  it('are those that its rules use, in the order of the vocabulary', () => {
    const snapshot = snapshotOf([listeners([...ROWS, ['디렉터', '', '443', 'TCP(TLS/MTLS)']])]);
    const { catalog } = assemble([snapshot], vocabulary);
    expect({
      roles: catalog.roles.map(({ id }) => id),
      services: catalog.services.map(({ id }) => id),
      protocols: catalog.protocols.map(({ id }) => id),
      products: catalog.products.map(({ id }) => id),
    }).toEqual({
      // Internal clients, a special case of clients, connect to a Director's port 443.
      roles: ['all-servers', 'director', 'client', 'internal-client'],
      services: ['sql-browser', 'front-end-service'],
      protocols: ['mtls', 'tls'],
      products: ['lync-server-2013'],
    });
  });

  it('include the product of a document of which no row is understood', () => {
    const { catalog } = assemble([snapshotOf([listeners([['정체불명', '', '443', 'TCP']])], SKYPE)], vocabulary);
    expect([catalog.products.map(({ id }) => id), checkCatalog(catalog)]).toEqual([[SKYPE.product], []]);
  });

  it('say what a protocol implies, and null where it implies nothing', () => {
    const { protocols } = assemble([snapshotOf([listeners([['디렉터', '', '443', 'SIP/TLS']])])], vocabulary).catalog;
    expect(protocols.map(({ id, implies }) => [id, implies])).toEqual([
      ['sip', null],
      ['tls', 'tcp'],
    ]);
  });

  it('include the role of which another is a special case', () => {
    const row = ['배치된 중재 서버를 실행하는 프런트 엔드 서버', '', '5070', 'TCP'] as const;
    const { roles } = assemble([snapshotOf([listeners([row])])], vocabulary).catalog;
    expect(roles.map(({ id, base }) => [id, base])).toEqual([
      ['front-end-server', null],
      ['front-end-server-with-mediation-server', 'front-end-server'],
    ]);
  });

  it('include the roles at the ends of flows', () => {
    const table = tableWith(
      ['역할/프로토콜/TCP 또는 UDP/포트', '원본 IP', '대상 IP'],
      [[en('SIP/TCP/5061'), en('Director'), en('Federated partner')]],
    );
    const { roles } = assemble([snapshotOf([table])], vocabulary).catalog;
    expect(roles.map(({ id }) => id)).toEqual(['director', 'federated-partner']);
  });
});

describe('a document', () => {
  it.each([
    [
      'ko-KR',
      both(['포트', 'Ports'], ['요약', 'Summary']),
      { en: 'Ports Summary', ko: '포트 요약', by: { en: 'document', ko: 'document' } },
    ],
    ['ko-KR', ko('포트'), { en: null, ko: '포트', by: { en: null, ko: 'document' } }],
    ['ko-KR', [], { en: null, ko: null, by: { en: null, ko: null } }],
    ['ja-JP', both(['ポート', 'Ports']), { en: 'Ports', ko: null, by: { en: 'document', ko: null } }],
    ['en-US', en('Ports'), { en: 'Ports', ko: null, by: { en: 'document', ko: null } }],
  ])('in %s called %j has the title', (locale, title, text) => {
    expect(assemble([snapshotOf([], { locale, title })], vocabulary).catalog.documents[0]?.title).toEqual(text);
  });

  it('in another language has headers in English only', () => {
    const table = tableWith([both(['ポート', 'Port']), ko('プロトコル')], []);
    expect(assemble([snapshotOf([table], { locale: 'ja-JP' })], vocabulary).catalog.tables[0]?.columns).toEqual([
      { en: 'Port', ko: null, by: { en: 'document', ko: null } },
      { en: null, ko: null, by: { en: null, ko: null } },
    ]);
  });

  it('that is given twice counts once', () => {
    const snapshots = [
      snapshotOf([listeners(ROWS)], { path: 'b.md' }),
      snapshotOf([listeners(ROWS)], { path: 'a.md' }),
    ];
    const { catalog, diagnostics } = assemble(snapshots, vocabulary);
    expect([catalog.documents.map(({ path }) => path), catalog.ports.length, diagnostics]).toEqual([['a.md'], 2, []]);
  });

  it('that is given in two versions is an error that names both', () => {
    const snapshots = [snapshotOf([], { path: 'b.md', sha256: 'f'.repeat(64) }), snapshotOf([], { path: 'a.md' })];
    expect(assemble(snapshots, vocabulary).diagnostics).toMatchObject([
      {
        code: 'duplicate-document',
        severity: 'error',
        document: 'b.md',
        message: 'this is another version of a.md (lync-server-2013/ports), and nothing tells which is newer',
      },
    ]);
  });

  it('that has a table of another is an error that names both, and the others stand', () => {
    const assetId = 'c94063f1-e802-4a61-be90-022fc185335e';
    const snapshots = [
      snapshotOf([listeners(ROWS, { number: 3 })], { ...LYNC, id: 'lync-server-2013/b', path: 'b.md', assetId }),
      snapshotOf([listeners(ROWS)], { ...LYNC, id: 'lync-server-2013/a', path: 'a.md', assetId }),
      snapshotOf([listeners(ROWS)], SKYPE),
    ];
    const { catalog, diagnostics } = assemble(snapshots, vocabulary);
    expect(diagnostics).toMatchObject([
      {
        code: 'duplicate-table',
        severity: 'error',
        document: 'b.md',
        table: 3,
        message: 'this table is in the catalog already, as lync-server-2013/internal-servers from a.md, table 1',
      },
    ]);
    expect([catalog.ports.length, checkCatalog(catalog)]).toEqual([4, []]);
  });

  it('is called in messages what the caller calls it', () => {
    const snapshot = snapshotOf([listeners([['정체불명', '', '443', 'TCP']])], { path: 'published.md' });
    const { diagnostics, catalog } = assemble([snapshot], vocabulary, ({ id }) => `typed/${id}`);
    expect([diagnostics[0]?.document, catalog.documents[0]?.path]).toEqual([
      'typed/lync-server-2013/ports',
      'published.md',
    ]);
  });
});

describe('a document for several products', () => {
  const shared = { ...SKYPE, products: [SKYPE.product, LYNC.product] };
  const { catalog, diagnostics, uses } = assemble([snapshotOf([listeners(ROWS)], shared)], vocabulary);
  const alone = assemble([snapshotOf([listeners(ROWS)], SKYPE)], vocabulary);

  it('gives each of them its tables and rules, from the same rows', () => {
    const its = (product: string) => catalog.ports.filter((rule) => rule.product === product);
    expect(its(SKYPE.product)).toEqual(alone.catalog.ports);
    expect(JSON.stringify(its(LYNC.product)).replaceAll('lync-server-2013/', 'skype-for-business-server-2015/')).toBe(
      JSON.stringify(alone.catalog.ports).replaceAll(
        '"product":"skype-for-business-server-2015"',
        '"product":"lync-server-2013"',
      ),
    );
    expect(catalog.tables.map(({ id, document }) => [id, document])).toEqual([
      ['lync-server-2013/ports', SKYPE.id],
      ['skype-for-business-server-2015/ports', SKYPE.id],
    ]);
  });

  it('is one document, read and reported once, of a catalog that is consistent', () => {
    expect(catalog.documents.map(({ id, products }) => [id, products])).toEqual([[SKYPE.id, shared.products]]);
    expect(catalog.products.map(({ id }) => id)).toEqual([LYNC.product, SKYPE.product]);
    expect([diagnostics, uses]).toEqual([alone.diagnostics, alone.uses]);
    expect(checkCatalog(catalog)).toEqual([]);
  });

  it('cannot be for one that the vocabulary does not have', () => {
    const strange = { ...SKYPE, products: [SKYPE.product, 'netmeeting'] };
    expect(checkCatalog(assemble([snapshotOf([], strange)], vocabulary).catalog)).toEqual([
      `${SKYPE.id}: no "netmeeting" in products`,
    ]);
  });
});

describe('a catalog', () => {
  it('is the same whatever order the snapshots are given in', () => {
    const snapshots = [
      snapshotOf([listeners(ROWS), listeners(ROWS)], LYNC),
      snapshotOf([listeners(ROWS)], SKYPE),
      snapshotOf([loadBalancers([['디렉터 부하 분산 장치', '443', 'H']])], {
        ...LYNC,
        id: 'lync-server-2013/a',
        path: 'a.md',
      }),
      snapshotOf([listeners(ROWS)], { ...SKYPE, path: 'copy.md' }),
    ];
    const expected = assemble(snapshots, vocabulary);
    fc.assert(
      fc.property(fc.shuffledSubarray(snapshots, { minLength: snapshots.length }), (shuffled) => {
        expect(assemble(shuffled, vocabulary)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('of no snapshots is empty, and consistent', () => {
    const { catalog, diagnostics, uses } = assemble([], vocabulary);
    expect([Object.values(catalog).flat(), diagnostics, uses, checkCatalog(catalog)]).toEqual([[], [], [], []]);
  });
});

describe('a document that cannot be interpreted', () => {
  it('is reported, and the others are in the catalog', () => {
    const find: typeof vocabulary.find = (domain, text) => {
      if (text === '깨진 서버') throw new RangeError('Maximum call stack size exceeded');
      return vocabulary.find(domain, text);
    };
    const broken = snapshotOf([listeners([['깨진 서버', 'SQL 브라우저', '1434', 'UDP']])], SKYPE);
    const { catalog, diagnostics } = assemble([broken, snapshotOf([listeners(ROWS)], LYNC)], { ...vocabulary, find });
    expect(diagnostics).toEqual([
      expect.objectContaining({
        severity: 'error',
        code: 'unparsable',
        document: broken.document.path,
        message: 'cannot be interpreted: Maximum call stack size exceeded',
      }),
    ]);
    expect(catalog.ports).toHaveLength(2);
  });
});
