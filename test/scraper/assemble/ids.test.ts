import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../../scraper/src/assemble/catalog.ts';
import { numberRepeats, ruleSlug } from '../../../scraper/src/assemble/ids.ts';
import { both, en } from '../../support/cells.ts';
import { factsOf, type RowCells, readRowOf } from '../../support/rows.ts';
import { listeners, snapshotOf } from '../../support/snapshots.ts';
import { vocabulary } from '../../support/vocabulary.ts';

/** The slug of a row with these cells. */
function slugOf(cells: RowCells): string {
  return ruleSlug(factsOf(readRowOf(cells)));
}

const NAMED = { '규칙 이름': '', '원본 IP': '이상', '대상 IP': '이상', 프로토콜: 'TCP', '대상 포트': '443' };

describe('the last part of an id', () => {
  it.each<[slug: string, cells: RowCells]>([
    [
      'director-front-end-service-5060-tcp',
      { '서버 역할': '이사', '서비스 이름': '프런트 엔드 서비스', 포트: '5060', 프로토콜: 'NET.TCP' },
    ],
    ['director-67-and-68-dhcp', { '서버 역할': '디렉터', 포트: '67/68', 프로토콜: '서버의' }],
    ['director-49152-65535-tcp-udp', { '서버 역할': '디렉터', 포트: '49,152-65,535', 프로토콜: 'UDP/TCP' }],
    ['director-any-tcp-mtls-sip', { '서버 역할': '디렉터', 포트: '이상', 프로토콜: 'TCP(SIP/MTLS)' }],
    ['director-configurable-udp', { '서버 역할': '디렉터', 포트: '지정된 미디어 포트 범위', 프로토콜: 'UDP' }],
    ['director-443', { '서버 역할': '디렉터', 포트: '443', 프로토콜: '' }],
    ['director-tcp', { '서버 역할': '디렉터', 프로토콜: 'TCP' }],
    [
      'access-edge-service-5061-tcp-mtls-sip-from-any-director-to-edge-server',
      {
        '역할/프로토콜/TCP 또는 UDP/포트': 'MTLS (액세스/SIP)/TCP/5061',
        '원본 IP 주소': en('Any (can be defined as Director)'),
        '대상 IP 주소': en('Edge Server internal interface'),
      },
    ],
    ['a-v-edge-server-internal-inbound', { ...NAMED, '규칙 이름': 'A/V Edge 서버 내부 인바운드' }],
    ['443-tcp-from-any-to-any', { ...NAMED, '규칙 이름': en('?') }],
  ])('%s says what the row opens', (slug, cells) => {
    expect(slugOf(cells)).toBe(slug);
  });

  it.each([['디렉터'], ['이사'], ['디 렉 터'], [both(['정체불명', 'Director'])], [en('Directors')]])(
    'is the same whatever language and words the page has for the facts: %j',
    (role) => {
      expect(slugOf({ '서버 역할': role, 포트: '443', 프로토콜: 'TCP' })).toBe('director-443-tcp');
    },
  );
});

it('the last part of an id is no longer than 120 characters: facts give way to a hash', () => {
  const end =
    'Edge Server, Director, Front End Server, Mediation Server, Survivable Branch Appliance, Survivable Branch Server';
  const slug = slugOf({ '원본 IP': en(end), '대상 IP': en(end), 프로토콜: 'TCP', '대상 포트': '443' });
  expect(slug).toMatch(/^443-tcp-from-edge-server-director-.*-[0-9a-f]{8}-.*survivable-branch-server$/);
  expect(slug.length).toBeLessThanOrEqual(120);
});

describe('the ids of a catalog', () => {
  const rows = [
    ['모든 서버', 'SQL 브라우저', '1434', 'UDP'],
    ['이사', '프런트 엔드 서비스', '5060', 'NET.TCP'],
    ['디렉터', '프런트 엔드 서비스', '5061', 'TCP(TLS)'],
    ['중재 서버', '중재 서비스', '5070', 'TCP'],
  ] as const;
  const idsOf = (given: readonly (typeof rows)[number][]) =>
    assemble([snapshotOf([listeners(given)])], vocabulary).catalog.ports.map(({ id }) => id);

  it('of rows that state the same facts end in -2 and -3, in the order of the page', () => {
    const { ports } = assemble([snapshotOf([listeners([rows[0], rows[1], rows[0], rows[0]])])], vocabulary).catalog;
    expect(ports.map(({ id, origin }) => [id.replace('lync-server-2013/ports/', ''), origin.row])).toEqual([
      ['all-servers-sql-browser-1434-udp', 1],
      ['director-front-end-service-5060-tcp', 2],
      ['all-servers-sql-browser-1434-udp-2', 3],
      ['all-servers-sql-browser-1434-udp-3', 4],
    ]);
  });

  it('do not depend on the order of rows that state different facts', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows], { minLength: rows.length }), (shuffled) => {
        expect(idsOf(shuffled).sort()).toEqual(idsOf(rows).sort());
      }),
      { numRuns: 20 },
    );
  });

  it('are in plain letters, digits and hyphens', () => {
    for (const id of idsOf(rows)) expect(id).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+$/);
  });
});

describe('numbering repeats', () => {
  const number = (bases: string[]) => numberRepeats(bases, (base) => base).map(({ id }) => id);

  it.each([
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [
      ['a', 'a', 'a'],
      ['a', 'a-2', 'a-3'],
    ],
    [
      ['a', 'a', 'a-2'],
      ['a', 'a-3', 'a-2'],
    ],
    [
      ['a-2', 'a', 'a', 'a-2', 'a'],
      ['a-2', 'a', 'a-3', 'a-2-2', 'a-4'],
    ],
    [[''], ['']],
  ])('%j are %j', (bases, ids) => {
    expect(number(bases)).toEqual(ids);
  });

  it('gives each an id of its own, leaves first ones as they are, and keeps the order', () => {
    const base = fc.oneof(fc.constantFrom('a', 'b', 'a-2', 'a-3', 'a-2-2', '__proto__'), fc.string());
    fc.assert(
      fc.property(fc.array(base, { maxLength: 20 }), (bases) => {
        const ids = number(bases);
        expect(new Set(ids).size).toBe(bases.length);
        bases.forEach((each, at) => {
          if (bases.indexOf(each) === at) expect(ids[at]).toBe(each);
          else expect(ids[at]).toMatch(/-\d+$/);
          expect(ids[at]?.startsWith(each)).toBe(true);
        });
      }),
    );
  });
});
