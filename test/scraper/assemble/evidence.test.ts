import { describe, expect, it } from 'vitest';
import { assemble } from '../../../scraper/src/assemble/catalog.ts';
import type { Snapshot } from '../../../scraper/src/model/snapshot.ts';
import { both } from '../../support/cells.ts';
import { tableWith } from '../../support/rows.ts';
import { LYNC, listeners, SKYPE, snapshotOf } from '../../support/snapshots.ts';
import { vocabulary } from '../../support/vocabulary.ts';

type Row = readonly [role: string, service: string, port: string, protocol: string];

/** A row of the Lync edition, and rows of the same page's edition for Skype for Business Server. */
function editions(row: Row, siblings: readonly Row[], pages: (string | null)[] = ['page', 'page']): Snapshot[] {
  const [lync = null, skype = null] = pages;
  return [
    snapshotOf([listeners([row])], { ...LYNC, assetId: lync }),
    snapshotOf([listeners(siblings)], { ...SKYPE, assetId: skype }),
  ];
}

/** The evidence for the corrections of the Lync edition, as field, evidence and witness. */
function evidenceOf(snapshots: Snapshot[]) {
  const { catalog, diagnostics } = assemble(snapshots, vocabulary);
  const corrections = catalog.corrections.filter(({ rule }) => rule.startsWith('lync-server-2013/'));
  return { evidence: corrections.map(({ field, evidence, witness }) => [field, evidence, witness]), diagnostics };
}

const FRONT = ['프런트 엔드 서버', '프런트 엔드 서비스'] as const;
const SIBLING = 'skype-for-business-server-2015/ports';

describe('a correction is borne out', () => {
  it('by the English in the cell, before anything else', () => {
    const cells = [both(['디렉터', 'Director']), '', '5060', both(['NET.TCP', 'TCP'])];
    const table = tableWith(['서버 역할', '서비스 이름', '포트', '프로토콜'], [cells]);
    const sibling = snapshotOf([listeners([['디렉터', '', '5060', 'TCP']])], { ...SKYPE, assetId: 'page' });
    const snapshots = [snapshotOf([table], { ...LYNC, assetId: 'page' }), sibling];
    expect(evidenceOf(snapshots)).toEqual({ evidence: [['transports', 'bilingual', 'TCP']], diagnostics: [] });
  });

  it.each<[fact: string, row: Row, sibling: Row, evidence: unknown[]]>([
    [
      'a transport by the same row of another edition',
      [...FRONT, '5060', 'NET.TCP'],
      [...FRONT, '5060', 'TCP'],
      ['transports', 'sibling', `${SIBLING}/front-end-server-front-end-service-5060-tcp`],
    ],
    [
      'a protocol by it',
      [...FRONT, '4443', 'H'],
      [...FRONT, '4443', 'HTTPS'],
      ['protocols', 'sibling', `${SIBLING}/front-end-server-front-end-service-4443-https`],
    ],
    [
      'a role by it',
      ['이사', '', '5060', 'TCP'],
      ['디렉터', '', '5060', 'TCP'],
      ['role', 'sibling', `${SIBLING}/director-5060-tcp`],
    ],
    [
      'a well-known port by its registration, where the other edition makes the same mistake',
      [...FRONT, '443', 'H'],
      [...FRONT, '443', 'H'],
      ['protocols', 'registry', 'IANA: https 443/tcp, HTTP over TLS (RFC 9110)'],
    ],
    [
      'a well-known port by its registration, where the other edition has no such row',
      [...FRONT, '1434', 'P'],
      [...FRONT, '1435', 'UDP'],
      ['transports', 'registry', 'IANA: ms-sql-m 1434/udp, Microsoft SQL Monitor'],
    ],
    [
      'two well-known ports by their registration',
      ['디렉터', '', '67/68', '서버의'],
      ['디렉터', '', '67', 'DHCP'],
      ['protocols', 'registry', 'IANA: bootps 67/udp, bootpc 68/udp, the ports of DHCP (RFC 2131)'],
    ],
    [
      'any other by the word of the vocabulary',
      [...FRONT, '5060', 'NET.TCP'],
      [...FRONT, '5060', 'NET.TCP'],
      ['transports', 'vocabulary', null],
    ],
    [
      'a range by it, even of one well-known port more',
      [...FRONT, '1434-1435', 'P'],
      [...FRONT, '1', 'TCP'],
      ['transports', 'vocabulary', null],
    ],
    [
      'ports of which one is not registered for it',
      [...FRONT, '67/69', '서버의'],
      [...FRONT, '1', 'TCP'],
      ['protocols', 'vocabulary', null],
    ],
    [
      '"Any", which is no registered port',
      [...FRONT, '모두', 'P'],
      [...FRONT, '1', 'TCP'],
      ['transports', 'vocabulary', null],
    ],
    [
      'a well-known port that is registered for something else',
      [...FRONT, '443', 'P'],
      [...FRONT, '1', 'TCP'],
      ['transports', 'vocabulary', null],
    ],
  ])('%s', (_, row, sibling, evidence) => {
    expect(evidenceOf(editions(row, [sibling]))).toEqual({ evidence: [evidence], diagnostics: [] });
  });

  it.each([
    ['that is another', ['page', 'other']],
    ['that does not say which it is', [null, null]],
  ])('by no row of a page %s', (_, pages) => {
    const snapshots = editions([...FRONT, '5060', 'NET.TCP'], [[...FRONT, '5060', 'TCP']], pages);
    expect(evidenceOf(snapshots).evidence).toEqual([['transports', 'vocabulary', null]]);
  });

  it('by no row of its own page', () => {
    const table = listeners([
      [...FRONT, '5060', 'NET.TCP'],
      [...FRONT, '5060', 'TCP'],
    ]);
    expect(evidenceOf([snapshotOf([table], { assetId: 'page' })]).evidence).toEqual([
      ['transports', 'vocabulary', null],
    ]);
  });

  it('by a rule without ports nowhere in the registry', () => {
    const table = tableWith(['서버 역할', '프로토콜'], [['디렉터', 'H']]);
    expect(evidenceOf([snapshotOf([table])]).evidence).toEqual([['protocols', 'vocabulary', null]]);
  });
});

describe('a correction that another edition speaks against', () => {
  it('is an error that names the row and the text', () => {
    const found = evidenceOf(editions([...FRONT, '5060', 'NET.TCP'], [[...FRONT, '5060', 'UDP']]));
    expect(found.evidence).toEqual([['transports', 'vocabulary', null]]);
    expect(found.diagnostics).toEqual([
      {
        code: 'sibling-disagrees',
        severity: 'error',
        document: 'lync.md',
        table: 1,
        row: 1,
        column: null,
        text: 'NET.TCP',
        message: `"TCP" is read here, but another edition of the page says otherwise (${SIBLING}/front-end-server-front-end-service-5060-udp)`,
      },
    ]);
  });

  it('is none where a further row of that edition makes the same mistake', () => {
    const rows: Row[] = [
      [...FRONT, '1024-65535', 'TCP/UDP'],
      [...FRONT, '1024-65535', 'NET.TCP'],
    ];
    const found = evidenceOf(editions([...FRONT, '1024-65535', 'NET.TCP'], rows));
    expect(found).toEqual({ evidence: [['transports', 'vocabulary', null]], diagnostics: [] });
  });

  it('is none where a further row of that edition agrees', () => {
    const found = evidenceOf(
      editions(
        [...FRONT, '5060', 'NET.TCP'],
        [
          [...FRONT, '5060', 'UDP'],
          [...FRONT, '5060', 'TCP'],
        ],
      ),
    );
    expect(found).toMatchObject({
      evidence: [['transports', 'sibling', `${SIBLING}/front-end-server-front-end-service-5060-tcp`]],
      diagnostics: [],
    });
  });
});
