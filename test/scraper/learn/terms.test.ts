import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnFrom } from '../../../scraper/src/learn/learnt.ts';
import { collectPairs } from '../../../scraper/src/learn/pairs.ts';
import { listTerms, type Term } from '../../../scraper/src/learn/terms.ts';
import type { Cell, Snapshot } from '../../../scraper/src/model/snapshot.ts';
import { both, en, ko } from '../../support/cells.ts';
import { documentOf, type RowCells, tableWith } from '../../support/rows.ts';
import { vocabulary } from '../../support/vocabulary.ts';

/** A document with a table for each row given. */
function documentWith(path: string, ...rows: RowCells[]): Snapshot {
  const tables = rows.map((cells, index) =>
    tableWith(Object.keys(cells), [Object.values(cells)], { number: index + 1 }),
  );
  return { $schema: 'lync-port-snapshot/1', document: documentOf({ path }), tables };
}

function termsOf(...snapshots: Snapshot[]): Term[] {
  return listTerms(
    collectPairs(snapshots, vocabulary, ({ path }) => path),
    vocabulary,
  );
}

const PORTS = { 포트: '443', 프로토콜: 'TCP' };

/** What is learnt from one cell under a header. */
function learntFrom(header: string, ...cells: Cell[]) {
  const terms = termsOf(...cells.map((cell, at) => documentWith(`${at}.md`, { [header]: cell, ...PORTS })));
  return terms.map(({ domain, text, standing, glosses }) => [
    domain,
    text,
    standing,
    ...glosses.map((gloss) => `${gloss.en} ${gloss.places.length}`),
  ]);
}

describe('a bilingual cell', () => {
  it.each<[header: string, cell: Cell, learnt: string[]]>([
    ['서버 역할', both(['소장', 'Directors']), ['role', '소장', 'new', 'Directors 1']],
    ['서버 역할', both(['이사', 'Directors']), ['role', '이사', 'known', 'Directors 1']],
    ['서버 역할', both(['디렉터', 'Mediation Servers']), ['role', '디렉터', 'contradicts', 'Mediation Servers 1']],
    ['서버 역할', both(['관문', 'Gateways']), ['role', '관문', 'unknown-english', 'Gateways 1']],
    [
      '구성 요소',
      both(['새 전화', 'Polycom CX700 IP desk phone']),
      ['device', '새 전화', 'new', 'Polycom CX700 IP desk phone 1'],
    ],
    [
      '서비스 이름',
      both(['Lync Server 중개 서비스', 'Lync Server Mediation service']),
      ['service', '중개 서비스', 'new', 'Mediation service 1'],
    ],
    ['원본 IP', both(['영화감독', 'Director']), ['endpoint', '영화감독', 'new', 'Director 1']],
    ['원본 IP', both(['아무', 'Any']), ['endpoint', '아무', 'new', 'Any 1']],
    ['원본 IP', both(['이상', 'Any']), ['endpoint', '이상', 'known', 'Any 1']],
    ['원본 포트', both(['아무', 'Any']), ['port', '아무', 'new', 'Any 1']],
    [
      '인증 요구 사항',
      both(['증명 없음', 'Do not authenticate']),
      ['authentication', '증명 없음', 'new', 'Do not authenticate 1'],
    ],
    ['방향', both(['안으로', 'Inbound']), ['direction', '안으로', 'new', 'Inbound 1']],
    ['규칙 이름', both(['손님', 'Clients']), ['rule-name', '손님', 'new', 'Clients 1']],
    ['참고', both(['새 메모.', 'A new note.']), ['note', '새 메모.', 'new', 'A new note. 1']],
    ['TCP 또는 UDP', both(['티씨피', 'TCP']), ['protocol', '티씨피', 'new', 'TCP 1']],
    ['TCP 또는 UDP', both(['UDP', 'TCP']), ['protocol', 'UDP', 'contradicts', 'TCP 1']],
    ['TCP 또는 UDP', both(['U', 'TCP']), ['protocol', 'U', 'new', 'TCP 1']],
    ['TCP 또는 UDP', both(['NET.TCP', 'TCP']), ['protocol', 'NET.TCP', 'known', 'TCP 1']],
    ['TCP 또는 UDP', both(['액세스', 'Access']), ['protocol', '액세스', 'known', 'Access 1']],
  ])('under "%s" %j teaches %j', (header, cell, learnt) => {
    expect(learntFrom(header, cell)).toEqual([learnt]);
  });

  it.each<[header: string, cell: Cell]>([
    ['서버 역할', ko('디렉터')],
    ['서버 역할', en('Directors')],
    ['서버 역할', both(['Directors', 'directors'])],
    ['서버 역할', []],
    ['원본 포트', both(['443*', '443*'])],
    ['정체불명', both(['무엇', 'Whatever'])],
    ['위치', both(['무엇', 'Whatever'])],
  ])('under "%s" %j teaches nothing', (header, cell) => {
    expect(learntFrom(header, cell)).toEqual([]);
  });

  it('of a note that the vocabulary has is known, whatever the words of its English', () => {
    const note = vocabulary.entries.notes[0]?.ko ?? '';
    expect(learntFrom('참고', both([note, 'Said otherwise.']))).toMatchObject([
      ['note', note, 'known', 'Said otherwise. 1'],
    ]);
  });

  it('of headers and footnotes teaches too', () => {
    const table = tableWith([both(['항구', 'Port']), both(['의정서', 'Protocol'])], [], {
      footnotes: [{ mark: '*', text: both(['각주', 'A footnote']) }],
    });
    const snapshot = { $schema: 'lync-port-snapshot/1' as const, document: documentOf(), tables: [table] };
    expect(termsOf(snapshot).map(({ domain, text, standing }) => [domain, text, standing])).toEqual([
      ['column', '의정서', 'new'],
      ['column', '항구', 'new'],
      ['footnote', '각주', 'new'],
    ]);
  });
});

describe('the same text in several cells', () => {
  it('is one term, white space and case ignored', () => {
    expect(learntFrom('원본 IP', both(['영 화감독', 'Director']), both(['영화 감독', 'Directors']))).toEqual([
      ['endpoint', '영 화감독', 'new', 'Director 2'],
    ]);
  });

  it('is one term of English that nobody knows, with or without a full stop behind it', () => {
    expect(learntFrom('원본 IP', both(['새 말', 'Film boss']), both(['새 말', 'Film boss.']))).toEqual([
      ['endpoint', '새 말', 'unknown-english', 'Film boss 2'],
    ]);
  });

  it('for several English ones is ambiguous, with a count of each', () => {
    const [director, mediation] = [both(['영화감독', 'Director']), both(['영화감독', 'Mediation Server'])];
    expect(learntFrom('원본 IP', director, mediation, mediation)).toEqual([
      ['endpoint', '영화감독', 'ambiguous', 'Mediation Server 2', 'Director 1'],
    ]);
  });

  it('for two addresses of one server is ambiguous: the text of an end is published', () => {
    const [inner, outer] = [
      both(['에지 쪽', 'Edge Server internal interface']),
      both(['에지 쪽', 'Edge Server external interface']),
    ];
    expect(learntFrom('원본 IP', inner, outer)).toMatchObject([
      ['endpoint', '에지 쪽', 'ambiguous', expect.anything(), expect.anything()],
    ]);
  });

  it('in cells of two kinds is two terms', () => {
    const snapshot = documentWith('a.md', {
      '원본 IP': both(['아무', 'Any']),
      포트: both(['아무', 'Any']),
      프로토콜: 'TCP',
    });
    expect(termsOf(snapshot).map(({ domain, text }) => [domain, text])).toEqual([
      ['port', '아무'],
      ['endpoint', '아무'],
    ]);
  });
});

describe('what is learnt', () => {
  const row = fc.record({
    '원본 IP': fc.constantFrom(
      both(['아무', 'Any']),
      both(['감독', 'Director']),
      both(['감독', 'Mediation Server']),
      ko('아무'),
    ),
    포트: fc.constantFrom(both(['아무', 'Any']), both(['이상', 'Any']), ko('443')),
    참고: fc.constantFrom(both(['가', 'One']), both(['가', 'Two.']), both(['나', 'One'])),
  });
  const documents = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-c]{1,3}$/), fc.array(row, { maxLength: 3 })), {
    selector: ([path]) => path,
    maxLength: 4,
  });

  it('is the same in whatever order the documents are read', () => {
    fc.assert(
      fc.property(documents, fc.infiniteStream(fc.nat()), (given, order) => {
        const snapshots = given.map(([path, rows]) => documentWith(path, ...rows));
        const shuffled = snapshots
          .map((snapshot) => ({ snapshot, at: order.next().value }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ snapshot }) => snapshot);
        expect(termsOf(...shuffled)).toEqual(termsOf(...snapshots));
      }),
    );
  });

  it('is used only where it is new, understood and means one thing', () => {
    fc.assert(
      fc.property(documents, (given) => {
        const snapshots = given.map(([path, rows]) => documentWith(path, ...rows));
        const terms = termsOf(...snapshots);
        const learnt = learnFrom(snapshots, vocabulary);
        for (const { domain, text, standing, glosses } of terms) {
          const form = learnt.find(domain, text);
          if (standing === 'new') expect([form?.en, form?.learnt]).toEqual([glosses[0]?.en, expect.any(String)]);
          else expect(form).toEqual(vocabulary.find(domain, text));
        }
        expect(learnt.accepted ?? learnt).toBe(vocabulary);
      }),
    );
  });
});
