import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../../scraper/src/assemble/catalog.ts';
import { checkCatalog } from '../../../scraper/src/assemble/check.ts';
import { Snapshot } from '../../../scraper/src/model/snapshot.ts';
import { withEnglish } from '../../../scraper/src/variants/english.ts';
import { mergeVariants, type Variant } from '../../../scraper/src/variants/merge.ts';
import { pageWith } from '../../support/documents.ts';
import { single } from '../../support/single.ts';
import { takeDocument } from '../../support/take.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const HEADERS = ['프로토콜', '포트', '원본 IP', '대상 IP', '참고'];
const ENGLISH = ['프로토콜|Protocol', '포트|Port', '원본 IP|Source IP', '대상 IP|Destination IP', '참고|Notes'];

type Row = readonly string[];

/** Rows in Korean, and the same with English beside them. */
const SIP: [ko: Row, both: Row] = [
  ['TCP', '5061', '디렉터', '모두', '새 메모'],
  ['TCP', '5061', '디렉터|Director', '모두|Any', '메모|The SIP note'],
];
const WEB: [ko: Row, both: Row] = [
  ['HTTPS', '443', '모두', '디렉터', '웹 메모'],
  ['HTTPS', '443', '모두|Any', '디렉터|Director', '메모|The web note'],
];

interface Given {
  rows: readonly Row[];
  headers?: readonly string[];
  committed?: string;
  frontMatter?: Record<string, string>;
}

function variant(path: string, { rows, headers = HEADERS, committed, frontMatter = {} }: Given): Variant {
  const text = pageWith('practice', headers, rows, frontMatter);
  const sha256 = [...text].reduce((sum, each) => (sum * 31 + each.charCodeAt(0)) % 2 ** 32, 7).toString(16);
  const source = { path, relativePath: path, text, sha256: sha256.padStart(64, '0'), provenance: null };
  const { snapshot, diagnostics } = takeDocument(source, vocabulary);
  if (snapshot === null) throw new Error(JSON.stringify(diagnostics));
  return { snapshot, path, committed: committed ?? null };
}

/** One document of the variants, and the catalog of it. */
function merged(...variants: Variant[]) {
  const { variants: kept, diagnostics } = mergeVariants(variants, vocabulary);
  const snapshots = kept.map(({ snapshot }) => Snapshot.parse(JSON.parse(JSON.stringify(snapshot))));
  const { catalog, diagnostics: found } = assemble(snapshots, vocabulary);
  expect(checkCatalog(catalog)).toEqual([]);
  return { kept, catalog, diagnostics: [...diagnostics, ...found] };
}

const korean = (rows: readonly Row[], given: Partial<Given> = {}) => variant('ko.md', { rows, ...given });
const bilingual = (rows: readonly Row[], given: Partial<Given> = {}) =>
  variant('both.md', { rows, headers: ENGLISH, ...given });

const NEW = { committed: '2020-10-17T08:00:00+00:00' };
const OLD = { committed: '2020-02-04T08:00:00+00:00' };

describe('a Korean page and an older bilingual one', () => {
  const { kept, catalog, diagnostics } = merged(korean([SIP[0], WEB[0]], NEW), bilingual([SIP[1], WEB[1]], OLD));

  it('are one document: the newer page, with the English of the other', () => {
    const document = single(catalog.documents);
    const [ko, both] = [korean([SIP[0], WEB[0]]).snapshot.document, bilingual([SIP[1], WEB[1]]).snapshot.document];
    expect([document.sha256, document.english?.sha256, document.title.en]).toEqual([
      ko.sha256,
      both.sha256,
      'Practice',
    ]);
    expect(catalog.ports.map(({ notes }) => [notes?.ko, notes?.en, notes?.by.en])).toEqual([
      ['새 메모', 'The SIP note', 'document'],
      ['웹 메모', 'The web note', 'document'],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('keep the tables of both as published, and say for each row where its English comes from', () => {
    const { snapshot } = single(kept);
    expect(snapshot.tables).toEqual(korean([SIP[0], WEB[0]]).snapshot.tables);
    expect(snapshot.english?.tables).toEqual(bilingual([SIP[1], WEB[1]]).snapshot.tables);
    expect(catalog.evidence.map(({ english }) => english)).toEqual([
      { table: 1, row: 1 },
      { table: 1, row: 2 },
    ]);
    expect(catalog.evidence[0]?.cells[2]).toEqual([{ text: '디렉터', en: 'Director' }]);
  });

  it('have the ids of the bilingual page', () => {
    const alone = merged(bilingual([SIP[1], WEB[1]])).catalog;
    expect(catalog.ports.map(({ id }) => id)).toEqual(alone.ports.map(({ id }) => id));
    expect(catalog.tables.map(({ id }) => id)).toEqual(alone.tables.map(({ id }) => id));
  });
});

describe('English is taken over', () => {
  const notes = (...variants: Variant[]) => merged(...variants).catalog.ports.map((rule) => rule.notes?.en ?? null);

  it('by the facts of the rows, not by their place', () => {
    expect(notes(korean([WEB[0], SIP[0]], NEW), bilingual([SIP[1], WEB[1]], OLD))).toEqual([
      'The web note',
      'The SIP note',
    ]);
  });

  it('for cells that the newer page has in words that nobody knows', () => {
    const unknown = ['TCP', '5061', '정체불명', '모두', '새 메모'];
    const { catalog, diagnostics } = merged(korean([unknown, WEB[0]], NEW), bilingual([SIP[1], WEB[1]], OLD));
    expect(catalog.ports[0]?.source).toMatchObject({ roles: ['director'], text: { ko: '정체불명', en: 'Director' } });
    expect(diagnostics).toEqual([]);
  });

  it('not where the ports are not known to be the same', () => {
    const unknown = ['TCP', '정체불명', '디렉터', '모두', '새 메모'];
    const { catalog, diagnostics } = merged(korean([unknown], NEW), bilingual([SIP[1]], OLD));
    expect(catalog.ports).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'only-in-variant',
      'only-in-variant',
      'unknown-port',
      'untranslated',
    ]);
  });

  it('not where two rows state the same and the tables are not alike', () => {
    const twice = [SIP[1], [...SIP[1].slice(0, 4), '메모|Another note']];
    const { catalog, diagnostics } = merged(korean([SIP[0], WEB[0]], NEW), bilingual([...twice, WEB[1]], OLD));
    expect(catalog.ports.map((rule) => rule.notes?.en ?? null)).toEqual([null, 'The web note']);
    expect(
      diagnostics.filter(({ code }) => code === 'only-in-variant').map(({ row, message }) => [row, message]),
    ).toEqual([
      [1, 'no row of table 1 of both.md can safely be said to be this one'],
      [null, expect.stringMatching(/^row 1 of table 1 of both\.md is in no row of this page: /)],
      [null, expect.stringMatching(/^row 2 of table 1 of both\.md is in no row of this page: /)],
    ]);
  });

  it('row for row where the tables are alike in all rows, though two state the same', () => {
    const again = [...SIP[0].slice(0, 4), '또 다른 메모'];
    const twice = [SIP[1], [...SIP[1].slice(0, 4), '메모|Another note']];
    expect(notes(korean([SIP[0], again], NEW), bilingual(twice, OLD))).toEqual(['The SIP note', 'Another note']);
  });

  it('for a heading of the same anchor and depth', () => {
    const under = (page: Variant, depth: number, anchor: string, en: string | null): Variant => {
      const headings = [{ depth, anchor, text: [{ text: '서버', en }] }];
      return {
        ...page,
        snapshot: { ...page.snapshot, tables: page.snapshot.tables.map((each) => ({ ...each, headings })) },
      };
    };
    const english = (depth: number, anchor: string) => {
      const [ko, both] = [
        under(korean([SIP[0]], NEW), 2, 'servers', null),
        under(bilingual([SIP[1]], OLD), depth, anchor, 'Servers'),
      ];
      const { snapshot } = single(mergeVariants([ko, both], vocabulary).variants);
      return withEnglish(snapshot, vocabulary).snapshot.tables[0]?.headings[0]?.text[0]?.en;
    };
    expect([english(2, 'servers'), english(3, 'servers'), english(2, 'clients')]).toEqual(['Servers', null, null]);
  });

  it('not where two rows of the newer page may be the one of the other', () => {
    const again = [...SIP[0].slice(0, 4), '또 다른 메모'];
    expect(notes(korean([SIP[0], again], NEW), bilingual([SIP[1]], OLD))).toEqual([null, null]);
  });

  it('for a footnote only where its mark is the only one of its kind', () => {
    const footnote = (mark: string, text: string, en: string | null = null) => ({ mark, text: [{ text, en }] });
    const both = bilingual([SIP[1]]).snapshot;
    const [ours] = korean([SIP[0]]).snapshot.tables;
    const [theirs] = both.tables;
    if (ours === undefined || theirs === undefined) throw new Error('no table');
    const others = [footnote('*', '별', 'A star'), footnote('1', '하나', 'One'), footnote('1', '둘', 'Two')];
    const { snapshot } = withEnglish(
      {
        ...korean([SIP[0]]).snapshot,
        tables: [{ ...ours, footnotes: [footnote('*', '별표'), footnote('1', '일')] }],
        english: { document: both.document, tables: [{ ...theirs, footnotes: others }] },
      },
      vocabulary,
    );
    expect(snapshot.tables[0]?.footnotes.map(({ text }) => text[0]?.en)).toEqual(['A star', null]);
  });

  it('from the newest of several bilingual pages', () => {
    const newer = variant('newer.md', {
      rows: [[...SIP[1].slice(0, 4), '메모|The newer note']],
      headers: ENGLISH,
      committed: '2020-03-01T00:00:00Z',
    });
    expect(notes(korean([SIP[0]], NEW), bilingual([SIP[1]], OLD), newer)).toEqual(['The newer note']);
  });

  it('not by a page that has its own', () => {
    const { kept } = merged(
      bilingual([SIP[1]], NEW),
      variant('older.md', { rows: [WEB[1], SIP[1]], headers: ENGLISH, ...OLD }),
    );
    expect(single(kept).snapshot.english).toBeUndefined();
  });
});

describe('a disagreement', () => {
  it('is reported with both pages, and the newer is taken at its word', () => {
    const udp = ['UDP', '443', '모두', '디렉터', '웹 메모'];
    const { catalog, diagnostics } = merged(korean([SIP[0], udp], NEW), bilingual([SIP[1], WEB[1]], OLD));
    expect(catalog.ports.map(({ transports, notes }) => [...transports, notes?.en ?? null])).toEqual([
      ['tcp', 'The SIP note'],
      ['udp', null],
    ]);
    expect(diagnostics[0]).toEqual({
      code: 'variants-disagree',
      severity: 'warning',
      document: 'ko.md',
      table: 1,
      row: 2,
      column: '프로토콜',
      text: 'UDP',
      message: 'this page is taken at its word; both.md says "HTTPS" in table 1, row 2',
    });
  });

  it('with an older Korean page is reported too, though nothing is taken from it', () => {
    const udp = ['UDP', '5061', '디렉터', '모두', '새 메모'];
    const { kept, diagnostics } = merged(bilingual([SIP[1]], NEW), korean([udp], OLD));
    expect([single(kept).snapshot.english, diagnostics]).toMatchObject([
      undefined,
      [{ code: 'variants-disagree', document: 'both.md', message: expect.stringContaining('ko.md says "UDP"') }],
    ]);
  });

  it('about which tables there are is reported', () => {
    const listener = variant('listener.md', {
      rows: [['디렉터', '443', 'TCP']],
      headers: ['서버 역할', '포트', '프로토콜'],
      ...OLD,
    });
    const { diagnostics } = merged(korean([SIP[0]], NEW), listener);
    expect(diagnostics.slice(0, 2)).toMatchObject([
      { code: 'only-in-variant', table: 1, message: 'listener.md does not have this table' },
      { code: 'only-in-variant', table: null, message: 'table 1 of listener.md is not in this page' },
    ]);
  });
});

describe('which page is newer', () => {
  const udp = ['UDP', '5061', '디렉터', '모두', '새 메모'];
  const transports = (a: Partial<Given>, b: Partial<Given>) => {
    const { kept, catalog } = merged(korean([udp], a), bilingual([SIP[1]], b));
    return kept.length === 1 ? catalog.ports.flatMap((rule) => rule.transports) : 'undecided';
  };
  const dated = (date: string, handoff: string) => ({ frontMatter: { 'ms.date': date, 'ms.lasthandoff': handoff } });

  it.each<[by: string, ko: Partial<Given>, both: Partial<Given>, transport: string[] | string]>([
    ['the commit', NEW, OLD, ['udp']],
    ['the commit', OLD, NEW, ['tcp']],
    [
      'the commit, in whatever time zone',
      { committed: '2020-10-17T08:00:00+09:00' },
      { committed: '2020-10-17T00:00:00Z' },
      ['tcp'],
    ],
    [
      'the commit before the page’s own date',
      { ...OLD, ...dated('02/02/2020', '') },
      { ...NEW, ...dated('01/01/2019', '') },
      ['tcp'],
    ],
    ['the date of the page', dated('02/02/2019', '01/01/2019'), dated('01/01/2019', '02/02/2019'), ['udp']],
    ['when it was translated', dated('02/02/2019', '01/01/2019'), dated('02/02/2019', '02/02/2019'), ['tcp']],
    ['nothing', {}, {}, 'undecided'],
    ['nothing, where a date is none', { committed: 'yesterday' }, OLD, 'undecided'],
    ['nothing that both have', NEW, {}, 'undecided'],
  ])('is told by %s', (_, ko, both, expected) => {
    expect(transports(ko, both)).toEqual(expected);
  });

  it('makes no difference where both state the same; the English is kept', () => {
    const { kept, catalog, diagnostics } = merged(korean([SIP[0]]), bilingual([SIP[1]]));
    expect([single(kept).path, catalog.ports[0]?.notes?.en, diagnostics]).toEqual(['both.md', 'The SIP note', []]);
  });

  it('that cannot be told is an error where they disagree, naming both', () => {
    const { diagnostics } = merged(korean([udp]), bilingual([SIP[1]]));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'duplicate-document', document: 'ko.md', message: expect.stringContaining('another version of both.md') },
    ]);
  });

  it('does not matter between pages of different asset ids: they are two documents of one name', () => {
    const asset = (id: string) => ({ frontMatter: { 'ms:assetid': id } });
    const { diagnostics } = merged(
      korean([SIP[0]], { ...NEW, ...asset('a') }),
      bilingual([SIP[1]], { ...OLD, ...asset('b') }),
    );
    expect(diagnostics).toMatchObject([{ code: 'duplicate-document' }]);
  });
});

describe('an English edition beside a translation', () => {
  const EN_HEADERS = ['Protocol', 'Port', 'Source IP', 'Destination IP', 'Notes'];
  const english = (rows: readonly Row[], given: Partial<Given>) =>
    variant('en.md', { rows, headers: EN_HEADERS, ...given, frontMatter: { 'ms.contentlocale': 'en-US' } });
  const rows = [['TCP', '5061', 'Director', 'Any', 'An English note']];

  it('gives the translation its English, also where it is newer and states the same', () => {
    const { catalog } = merged(english(rows, NEW), korean([SIP[0]], OLD));
    expect([catalog.documents[0]?.locale, catalog.ports[0]?.notes]).toMatchObject([
      'ko-KR',
      { en: 'An English note', ko: '새 메모' },
    ]);
  });

  it('stands alone where it is newer and states otherwise', () => {
    const { catalog, diagnostics } = merged(
      english([['UDP', '5061', 'Director', 'Any', 'x']], NEW),
      korean([SIP[0]], OLD),
    );
    expect([catalog.documents[0]?.locale, catalog.ports[0]?.transports]).toEqual(['en-US', ['udp']]);
    expect(diagnostics).toMatchObject([{ code: 'variants-disagree', document: 'en.md' }]);
  });
});

describe('one translation, published in Korean alone and with English beside it', () => {
  const translation = { frontMatter: { 'ms.sourcegitcommit': 'a1b2', 'ms.lasthandoff': '05/11/2019' } };
  const factsOf = (...variants: Variant[]) => {
    const { catalog, diagnostics } = merged(...variants);
    const [document] = catalog.documents;
    return [document?.sha256, document?.english?.sha256, catalog.ports[0]?.transports, diagnostics.length > 0];
  };
  const hashOf = ({ snapshot }: Variant) => snapshot.document.sha256;

  it.each([
    ['the Korean page is later', NEW, OLD],
    ['the bilingual page is later', OLD, NEW],
    ['nobody says which is later', {}, {}],
  ])('takes the facts from the Korean page where %s', (_, ofKorean, ofBoth) => {
    const [alone, both] = [
      korean([SIP[0]], { ...translation, ...ofKorean }),
      bilingual([SIP[1]], { ...translation, ...ofBoth }),
    ];
    expect(factsOf(alone, both)).toEqual([hashOf(alone), hashOf(both), ['tcp'], false]);
  });

  it('takes no fact from the bilingual page, and says where it has another', () => {
    const alone = korean([SIP[0]], { ...translation, ...OLD });
    const both = bilingual([['UDP', ...SIP[1].slice(1)]], { ...translation, ...NEW });
    expect(factsOf(alone, both)).toEqual([hashOf(alone), hashOf(both), ['tcp'], true]);
  });

  it('takes the later page where it is another translation', () => {
    const alone = korean([SIP[0]], { ...translation, ...OLD });
    const both = bilingual([SIP[1]], { frontMatter: { 'ms.sourcegitcommit': 'c3d4' }, ...NEW });
    expect(factsOf(alone, both)).toEqual([hashOf(both), undefined, ['tcp'], false]);
  });
});

describe('variants in any order', () => {
  const row = fc.constantFrom<[Row, Row]>(SIP, WEB, [
    ['UDP', '3478', '모두', '모두', '가'],
    ['UDP', '3478', '모두|Any', '모두|Any', '가|One'],
  ]);
  const date = fc.constantFrom(undefined, '2020-01-01T00:00:00Z', '2020-06-01T00:00:00Z');
  const given = fc.array(fc.tuple(fc.array(row, { minLength: 1, maxLength: 4 }), fc.boolean(), date), {
    minLength: 2,
    maxLength: 4,
  });

  it('make the same document, and English stands only beside the facts that it states', () => {
    fc.assert(
      fc.property(given, fc.infiniteStream(fc.nat()), (list, order) => {
        const variants = list.map(([rows, both, committed], at) => {
          const content = rows.map(([ko, en]) => (both ? en : ko));
          return variant(`${at}.md`, {
            rows: content,
            headers: both ? ENGLISH : HEADERS,
            ...(committed === undefined ? {} : { committed }),
          });
        });
        const shuffled = variants
          .map((each) => ({ each, at: order.next().value }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ each }) => each);
        const [one, two] = [merged(...variants), merged(...shuffled)];
        expect(two.catalog).toEqual(one.catalog);
        const sorted = (result: typeof one) => result.diagnostics.map((each) => JSON.stringify(each)).toSorted();
        expect(sorted(two)).toEqual(sorted(one));
        for (const { ports, notes } of one.catalog.ports) {
          const said = { '5061': 'The SIP note', '443': 'The web note', '3478': 'One' }[ports?.text ?? ''];
          expect([said, null]).toContain(notes?.en ?? null);
        }
      }),
    );
  });
});

describe('variants with rows that none can read', () => {
  const MEDIA = ['패킷 종류', '시작 포트', '예약된 포트 수'];
  const MEDIA_ENGLISH = ['패킷 종류|Packet Type', '시작 포트|Starting Port', '예약된 포트 수|Number of Ports Reserved'];
  const AUDIO: [ko: Row, both: Row] = [
    ['오디오', '49152', '8348'],
    ['오디오|Audio', '49152', '8348'],
  ];
  const total = (korean: string, count: string): [ko: Row, both: Row] => [
    [korean, '--', count],
    [`${korean}|Totals`, '--', count],
  ];
  const pages = (a: [Row, Row][], b: [Row, Row][]) => [
    korean(
      a.map(([ko]) => ko),
      { headers: MEDIA },
    ),
    bilingual(
      b.map(([, both]) => both),
      { headers: MEDIA_ENGLISH },
    ),
  ];

  it('and without dates are one document', () => {
    const variants = pages([AUDIO, total('합계', '8348')], [AUDIO, total('합계', '8348')]);
    expect(mergeVariants(variants, vocabulary).variants).toHaveLength(1);
  });

  it.each([
    ['differ in a number of them', [AUDIO, total('합계', '8348')], [AUDIO, total('합계', '8349')]],
    ['differ in how many there are', [AUDIO, total('합계', '8348')], [AUDIO]],
  ] as [string, [Row, Row][], [Row, Row][]][])('and without dates are two where they %s', (_, a, b) => {
    expect(mergeVariants(pages(a, b), vocabulary).variants).toHaveLength(2);
  });
});

describe('variants with a column for each role', () => {
  const headers = ['속성', '회의 서버', '응용 프로그램 서버'];
  const english = ['속성|Property', '회의 서버|Conferencing Server', '응용 프로그램 서버|Application Server'];
  const rows: Row[] = [
    ['AudioPortStart', '49152', '50000'],
    ['AudioPortCount', '100', '200'],
  ];

  it('keep the role of each column', () => {
    const { catalog, diagnostics } = merged(
      korean(rows, { headers, ...NEW }),
      bilingual(rows, { headers: english, ...OLD }),
    );
    expect(diagnostics).toEqual([]);
    expect(catalog.ports.map(({ role, ports }) => [role, ports?.text])).toEqual([
      ['conferencing-server', '49152-49251'],
      ['application-server', '50000-50199'],
    ]);
  });

  it('without dates are two where a number of one role differs', () => {
    const other: Row[] = [['AudioPortStart', '49152', '50001'], rows[1] as Row];
    const variants = [korean(rows, { headers }), bilingual(other, { headers: english })];
    expect(mergeVariants(variants, vocabulary).variants).toHaveLength(2);
  });
});
