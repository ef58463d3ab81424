import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { collectPairs } from '../../../scraper/src/learn/pairs.ts';
import { propose } from '../../../scraper/src/learn/propose.ts';
import { summarise } from '../../../scraper/src/learn/summary.ts';
import { listTerms } from '../../../scraper/src/learn/terms.ts';
import type { Cell, Snapshot } from '../../../scraper/src/model/snapshot.ts';
import { readDocuments } from '../../../scraper/src/read/files.ts';
import { collect } from '../../../scraper/src/read/source.ts';
import type { Vocabulary } from '../../../scraper/src/vocabulary/vocabulary.ts';
import { accept } from '../../support/accept.ts';
import { both } from '../../support/cells.ts';
import { documentOf, tableWith } from '../../support/rows.ts';
import { sharedDocs, withoutDocs } from '../../support/shared-docs.ts';
import { takeDocument } from '../../support/take.ts';
import { vocabulary } from '../../support/vocabulary.ts';

function termsOf(snapshots: readonly Snapshot[], known: Vocabulary = vocabulary) {
  return listTerms(
    collectPairs(snapshots, known, ({ path }) => path),
    known,
  );
}

function documentWith(headers: string[], ...rows: Cell[][]): Snapshot {
  return {
    $schema: 'lync-port-snapshot/1',
    document: documentOf({ path: 'edge.md' }),
    tables: [tableWith(headers, rows)],
  };
}

/** The proposals of a document, by file. */
function proposed(headers: string[], ...rows: Cell[][]) {
  const proposals = propose(termsOf([documentWith(headers, ...rows)]), vocabulary, () => false);
  return Object.fromEntries(proposals.map(({ file, yaml }) => [file, parse(yaml)]));
}

const elsewhere = 'Learnt from edge.md.';

describe('a proposal', () => {
  it.each<[header: string, text: string, en: string, file: string, entry: object]>([
    ['서버 역할', '소장', 'Directors', 'roles.yaml', { id: 'director', also: [{ ko: '소장', elsewhere }] }],
    [
      '서비스 이름',
      '중개',
      'Mediation service',
      'services.yaml',
      { id: 'mediation-service', also: [{ ko: '중개', elsewhere }] },
    ],
    [
      '원본 IP',
      '영화감독',
      'Director',
      'words.yaml',
      { en: 'Director', in: ['endpoint'], also: [{ ko: '영화감독', elsewhere }] },
    ],
    [
      '원본 IP',
      '새 서버',
      'Edge Server',
      'words.yaml',
      { en: 'Edge Server', ko: '새 서버', in: ['endpoint'], elsewhere },
    ],
    ['참고', '메모', 'A note', 'notes.yaml', { ko: '메모', en: 'A note', why: expect.any(String), elsewhere }],
    [
      '구성 요소',
      '새 전화',
      'Polycom CX700 IP desk phone',
      'devices.yaml',
      { role: 'ip-phone', en: 'Polycom CX700 IP desk phone', also: [{ ko: '새 전화', elsewhere }] },
    ],
  ])('for "%s" "%s" = "%s" is an entry of %s', (header, text, en, file, entry) => {
    expect(proposed([header], [both([text, en])])).toEqual({ [file]: [entry] });
  });

  it('for a header names its field', () => {
    const table = tableWith([both(['항구', 'Port'])], []);
    const snapshot: Snapshot = {
      $schema: 'lync-port-snapshot/1',
      document: documentOf({ path: 'edge.md' }),
      tables: [table],
    };
    const [proposal] = propose(termsOf([snapshot]), vocabulary, () => false);
    expect(parse(proposal?.yaml ?? '')).toEqual([{ field: 'port', en: ['Port'], also: [{ ko: '항구', elsewhere }] }]);
  });

  it('of two texts for one English is one entry', () => {
    const rows = [[both(['새 서버', 'Edge Server'])], [both(['낡은 서버', 'Edge Server'])]];
    expect(proposed(['원본 IP'], ...rows)).toEqual({
      'words.yaml': [
        { en: 'Edge Server', ko: '낡은 서버', in: ['endpoint'], elsewhere, also: [{ ko: '새 서버', elsewhere }] },
      ],
    });
  });

  it('from a committed snapshot says nothing of elsewhere', () => {
    const rows = [[both(['새 서버', 'Edge Server'])], [both(['새 서버', 'Edge Server'])]];
    const [proposal] = propose(termsOf([documentWith(['원본 IP'], ...rows)]), vocabulary, () => true);
    expect(parse(proposal?.yaml ?? '')).toEqual([{ en: 'Edge Server', ko: '새 서버', in: ['endpoint'] }]);
  });

  it('has its evidence above it: file, table, row and column of the first places, and how many there are', () => {
    const rows = Array.from({ length: 7 }, () => [both(['새 서버', 'Edge Server'])]);
    const [proposal] = propose(termsOf([documentWith(['원본 IP'], ...rows)]), vocabulary, () => false);
    expect(proposal?.yaml.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '# "새 서버" stands for "Edge Server" in 7 endpoint cells:',
      ...[1, 2, 3, 4, 5].map((row) => `#   edge.md: table 1, row ${row}, column "원본 IP"`),
      '#   and 2 more',
    ]);
  });

  it.each(['가\u2028- en: x', '가\u0085나', '가: [나', '가 \'" #', '- 가', '가\n---\n나', '&가 *나 !다'])(
    'for %j is YAML that says just that',
    (text) => {
      const lines = text.split('\n').map((line): readonly [string, string] => [line, 'note']);
      expect(proposed(['참고'], [both(...lines)])['notes.yaml']).toMatchObject([{ ko: text }]);
    },
  );

  it('is made of nothing that contradicts, is ambiguous, known or of unknown English', () => {
    const rows = [
      [both(['모두', 'Director'])],
      [both(['누구', 'Director'])],
      [both(['누구', 'Any'])],
      [both(['이상', 'Any'])],
      [both(['관문', 'Gateway'])],
    ];
    expect(proposed(['원본 IP'], ...rows)).toEqual({});
  });
});

describe('the summary', () => {
  it('counts per document and in all, and tells apart what is known, new, contradicted, ambiguous and unknown', () => {
    const rows = [
      ['모두', 'Director'],
      ['누구', 'Director'],
      ['누구', 'Any'],
      ['이상', 'Any'],
      ['관문', 'Gateway'],
      ['영화감독', 'Director'],
    ].map(([text = '', en = '']) => [both([text, en])]);
    const terms = termsOf([documentWith(['원본 IP'], ...rows)]);
    expect(summarise(terms, ['edge.md'])).toEqual([
      '5 terms in 6 bilingual places of 1 document:',
      '  1 known with the same meaning, 1 new, 1 against the vocabulary,',
      '  1 ambiguous, 1 whose English is not known.',
      '  6 places in "edge.md"',
      '',
      'Contradicts the vocabulary (never used):',
      '  endpoint: "모두" stood for "Director" 1 time; the vocabulary reads "Any"',
      '    edge.md: table 1, row 1, column "원본 IP"',
      '',
      'Ambiguous: one text for several English ones (never used):',
      '  endpoint: "누구" stood for "Any" 1 time',
      '    edge.md: table 1, row 3, column "원본 IP"',
      '  endpoint: "누구" stood for "Director" 1 time',
      '    edge.md: table 1, row 2, column "원본 IP"',
      '',
      'The English is not known either (needs an entry of its own first):',
      '  endpoint: "관문" stood for "Gateway" 1 time',
      '    edge.md: table 1, row 5, column "원본 IP"',
      '',
      'New:',
      '  endpoint: "영화감독" stood for "Director" 1 time',
      '    edge.md: table 1, row 6, column "원본 IP"',
      '',
      'Known with the same meaning:',
      '  endpoint: "이상" stood for "Any" 1 time; the vocabulary reads "Any"',
    ]);
  });
});

describe.skipIf(sharedDocs === null)(`proposals from the real documents${withoutDocs}`, () => {
  it('are accepted as they stand, and then nothing new is left', async () => {
    const { documents } = await collect(readDocuments(['more', 'pinned'], sharedDocs ?? ''));
    const snapshots = documents.flatMap((document) => takeDocument(document, vocabulary).snapshot ?? []);
    const terms = termsOf(snapshots);
    const counts = (standing: string) => terms.filter((term) => term.standing === standing).length;
    expect([counts('new') > 50, counts('contradicts'), counts('unknown-english')]).toEqual([true, 0, 0]);
    const accepted = accept(
      vocabulary,
      propose(terms, vocabulary, () => false),
    );
    const again = termsOf(snapshots, accepted);
    expect(again.filter(({ standing }) => standing === 'new')).toEqual([]);
    expect(again.filter(({ standing }) => standing === 'contradicts')).toEqual([]);
  });
});

describe('what stands for something without an entry of its own kind', () => {
  it('is a word where the words have it', () => {
    expect(proposed(['서비스 이름'], [both(['없음', 'Not applicable'])])).toEqual({
      'words.yaml': [{ en: 'Not applicable', in: ['service'], also: [{ ko: '없음', elsewhere }] }],
    });
  });

  it('is not proposed where nobody could say of what it is a form', () => {
    expect(proposed(['노드 컴퓨터/모니터'], [both(['앞단 5061', 'Front End 5061'])])).toEqual({});
  });

  it('is proposed by its own line', () => {
    const cell = both(['앞단', 'Front End'], ['5061', '5061']);
    expect(proposed(['노드 컴퓨터/모니터'], [cell])).toEqual({
      'roles.yaml': [{ id: 'front-end-server', also: [{ ko: '앞단', elsewhere }] }],
    });
  });
});

describe('a proposal names its entry as the entry spells it', () => {
  it.each<[headers: Cell, file: string, entry: object]>([
    [both(['출발지', 'SOURCE IP Address']), 'columns.yaml', { field: 'source', en: ['Source IP address'] }],
    [both(['설명란', 'Description']), 'columns.yaml', { field: 'notes' }],
  ])('%j', (header, file, entry) => {
    const snapshot = { ...documentWith(['포트'], []), tables: [tableWith(['포트', header], [])] };
    const [proposal] = propose(termsOf([snapshot]), vocabulary, () => false);
    expect([proposal?.file, parse(proposal?.yaml ?? '')]).toMatchObject([file, [entry]]);
  });

  it('a caption is a word, and a header that names a role is a form of it', () => {
    const caption = both(['필요한 포트', 'Required client ports']);
    const headers = [both(['속성값', 'Property']), both(['회의', 'Conferencing Server'])];
    const snapshot = { ...documentWith([], []), tables: [tableWith(headers, [], { caption })] };
    const files = propose(termsOf([snapshot]), vocabulary, () => false).map(({ file, yaml }) => [file, parse(yaml)]);
    expect(Object.fromEntries(files)).toMatchObject({
      'words.yaml': [{ en: 'Required client ports', in: ['caption'], also: [{ ko: '필요한 포트' }] }],
      'roles.yaml': [{ id: 'conferencing-server', also: [{ ko: '회의' }] }],
    });
  });
});
