import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ScrapeReport } from '../../../scraper/src/model/report.ts';
import { catalogIn, FIXTURES, run } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { makeRepository } from '../../support/git-repository.ts';
import { scrapeHere } from '../../support/scraping.ts';

const EDGE = readFileSync(join(FIXTURES, 'documents/practice-edge.md'), 'utf8');
const SERVERS = readFileSync(join(FIXTURES, 'documents/practice-servers.md'), 'utf8');
const SERVERS_ID = 'skype-for-business-server-2015/practice-ports-for-servers';

/** Scrapes a document with this text, and gives back what the run reports, as it is written. */
async function reported(cwd: string, text: string, lenient = false): Promise<ScrapeReport> {
  writeFileSync(join(cwd, 'a.md'), text);
  const { ok, changes, diagnostics } = await scrapeHere({ paths: ['a.md'] }, cwd, lenient);
  expect([ok, lenient || diagnostics.length === 0]).toEqual([true, true]);
  return ScrapeReport.parse(JSON.parse(JSON.stringify(changes)));
}

/** Scrapes one text after the other into the same folder, and gives back what the last run reports. */
async function reportOf(first: string, ...texts: string[]): Promise<ScrapeReport> {
  const cwd = temporaryFolder();
  let report = await reported(cwd, first);
  for (const text of texts) report = await reported(cwd, text);
  return report;
}

/** The rules of a report, in short. */
function rulesOf({ rules }: ScrapeReport) {
  const end = (id: string) => id.slice(id.lastIndexOf('/') + 1);
  return {
    added: rules.added.map(({ id }) => end(id)),
    removed: rules.removed.map(({ id }) => end(id)),
    changed: rules.changed.map(({ id, was, fields }) => {
      return [was === null ? null : end(was), end(id), ...fields.map(({ field }) => field)];
    }),
  };
}

const NONE = { added: [], removed: [], changed: [] };
const MEDIATION = '|중재 서버  |비즈니스용 Skype 서버 중재 서비스  |5067  | TCP(TLS) |';

describe('what a scrape changed', () => {
  it('is everything, the first time', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), SERVERS);
    const { status, out, err } = run(['scrape', 'a.md', '--out', 'out', '--json'], { cwd });
    const { summary, documents, rules } = ScrapeReport.parse(JSON.parse(out.join('\n')));
    expect([status, err]).toEqual([0, []]);
    expect([summary, documents.new.map(({ id, rules: count }) => [id, count]), rules.added.length]).toEqual([
      'The first scrape: 1 new document with 5 rules.',
      [[SERVERS_ID, 5]],
      5,
    ]);
  });

  it('is nothing, the second time', async () => {
    const { summary, factsChanged, documents } = await reportOf(SERVERS, SERVERS);
    expect([summary, factsChanged, documents.unchanged.map(({ id }) => id)]).toEqual([
      'Nothing changed: 1 document is as it was.',
      false,
      [SERVERS_ID],
    ]);
  });

  it.each<[what: string, from: string, to: string, text: Partial<ScrapeReport['text']>]>([
    ['a word that means the same', '|이사 ', '|디렉터 ', { rules: 0, cells: 1 }],
    ['a title', '**역할별 포트**', '**역할에 따른 포트**', { tables: 1, cells: 0 }],
  ])('is no fact where a re-translation changed %s', async (_, from, to, text) => {
    const report = await reportOf(SERVERS, SERVERS.replace(from, to));
    expect(report.summary).toBe(
      'No fact changed: 1 document was re-translated, and all 5 rules state what they stated before.',
    );
    expect([report.factsChanged, rulesOf(report), report.text]).toMatchObject([false, NONE, text]);
  });

  it('is no fact where a column of notes came or went: its cells are counted', async () => {
    const annotated = SERVERS.split('\n')
      .map((line) => {
        if (line.startsWith('|서버 역할')) return `${line}참고|`;
        if (line.startsWith('|:-----')) return `${line}:-----|`;
        return /^\|(이사|중재 서버|모든 서버) /.test(line) ? `${line}메모|` : line;
      })
      .join('\n');
    for (const texts of [[SERVERS, annotated] as const, [annotated, SERVERS] as const]) {
      const cwd = temporaryFolder();
      await reported(cwd, texts[0], true);
      const { factsChanged, text } = await reported(cwd, texts[1], true);
      expect([factsChanged, text.cells, text.fields]).toEqual([false, 3, { notes: 3 }]);
    }
  });

  it('is no fact where only the prose is another', async () => {
    expect((await reportOf(SERVERS, SERVERS.replace('이 문서는', '이 글은'))).summary).toBe(
      'No fact changed: 1 document was changed outside the port tables, and all 5 rules state what they stated before.',
    );
  });

  it.each<[what: string, from: string, to: string, expected: ReturnType<typeof rulesOf>]>([
    [
      'a row that was added',
      MEDIATION,
      `${MEDIATION}\n|중재 서버  |비즈니스용 Skype 서버 중재 서비스  |5068  | TCP |`,
      { ...NONE, added: ['mediation-server-mediation-service-5068-tcp'] },
    ],
    [
      'a row that is gone',
      `${MEDIATION}\n`,
      '',
      { ...NONE, removed: ['mediation-server-mediation-service-5067-tcp-tls'] },
    ],
    [
      'another protocol',
      'TCP(TLS)',
      'TCP(MTLS)',
      {
        ...NONE,
        changed: [
          [
            'mediation-server-mediation-service-5067-tcp-tls',
            'mediation-server-mediation-service-5067-tcp-mtls',
            'protocols',
          ],
        ],
      },
    ],
    [
      'another port, in a row that moved',
      `${MEDIATION}\n`,
      `|모든 서버  |해당 없음  |80  |HTTP  |\n${MEDIATION.replace('5067', '5069')}\n`,
      {
        added: ['all-servers-80-http'],
        removed: [],
        changed: [
          [
            'mediation-server-mediation-service-5067-tcp-tls',
            'mediation-server-mediation-service-5069-tcp-tls',
            'need',
            'ports',
          ],
        ],
      },
    ],
  ])('is just %s', async (_, from, to, expected) => {
    const report = await reportOf(SERVERS, SERVERS.replace(from, to));
    expect([rulesOf(report), report.factsChanged, report.text.rules]).toEqual([expected, true, 0]);
    expect(report.summary).toMatch(/^Facts changed: 1 rule (added|removed|changed)/);
  });

  it('pairs a row with one row at most, and knows it by the row below it too', async () => {
    const next = MEDIATION.replace('5067', '5068');
    const [first] = SERVERS.match(/\|이사 .*\n/) ?? [''];
    const before = SERVERS.replace(`${MEDIATION}\n`, `${MEDIATION}\n${next}\n`);
    const moved = before.replace(first, '').replace(`${MEDIATION}\n${next}`, MEDIATION.replace('5067', '5069'));
    const rules = rulesOf(
      await reportOf(
        before,
        moved.replace(/\|모든 서버 .*\n/, (row) => `${row}${first}`),
      ),
    );
    expect([rules.added, rules.removed.length, rules.changed.map(([, now]) => now)]).toEqual([
      [],
      1,
      ['mediation-server-mediation-service-5069-tcp-tls'],
    ]);
  });

  it('counts a row with another role among the changes only where most of it is the same', async () => {
    const other = '|디렉터  |해당 없음  |443  |HTTPS  |';
    const report = await reportOf(SERVERS, SERVERS.replace(MEDIATION, other));
    expect(rulesOf(report)).toEqual({
      added: ['director-443-https'],
      removed: ['mediation-server-mediation-service-5067-tcp-tls'],
      changed: [],
    });
  });

  it('names the mistranslations that came and those that went, with the places', async () => {
    const { mistranslations } = await reportOf(
      SERVERS,
      SERVERS.replace('TCP(TLS)', 'NET.TCP(TLS)').replace('|이사 ', '|디렉터 '),
    );
    const inShort = mistranslations.gone.map(({ published, corrected, count }) => [published, corrected, count]);
    expect(inShort).toEqual([['이사', 'Directors', 1]]);
    expect(mistranslations.new.map(({ published, count, rules }) => [published, count, rules.length])).toEqual([
      ['NET.TCP', 1, 1],
    ]);
  });

  it('lists what is not understood', async () => {
    const cwd = temporaryFolder();
    await reported(cwd, SERVERS);
    const report = await reported(cwd, SERVERS.replace('|이사 ', '|정체불명 '), true);
    expect(report.unresolved.map(({ code, text }) => [code, text])).toEqual([['unknown-role', '정체불명']]);
    expect(report.summary).toBe('Facts changed: 1 rule removed. 1 place is unresolved.');
  });

  it('is told of a document that is no longer given', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), EDGE);
    writeFileSync(join(cwd, 'b.md'), SERVERS);
    await scrapeHere({ paths: ['a.md', 'b.md'] }, cwd);
    const { documents, summary } = await reported(cwd, EDGE);
    expect(documents.gone.map(({ id, withdrawn }) => [id, withdrawn])).toEqual([[SERVERS_ID, null]]);
    expect(summary).toContain('1 document was not among what was scraped.');
  });

  it('is for the eye, unless told otherwise', async () => {
    const cwd = temporaryFolder();
    await reported(cwd, SERVERS);
    writeFileSync(join(cwd, 'a.md'), SERVERS.replace('TCP(TLS)', 'TCP(MTLS)').replace('|이사 ', '|디렉터 '));
    const { out } = run(['scrape', 'a.md', '--out', 'out'], { cwd });
    expect(out).toEqual([
      '1 document, 2 tables, 5 rules, 3 corrections',
      'Facts changed: 1 rule changed.',
      'documents:',
      expect.stringMatching(new RegExp(`^ {2}changed {2}${SERVERS_ID} {2}sha256 \\w{8} → sha256 \\w{8}, in facts$`)),
      'rules:',
      expect.stringMatching(/^ {2}changed {2}.*-5067-tcp-tls → .*-5067-tcp-mtls$/),
      '           protocols: tls → mtls',
      'text only:',
      '  2 published cells',
      'mistranslations gone:',
      '     1  이사 → Directors',
      '2 tables: 2 port tables, 0 doubtful, 0 of other things',
    ]);
  });

  it('tells a program what each table is, and why', async () => {
    const page = `${SERVERS}\n|Feature|Value|\n|---|---|\n|a|b|\n`;
    const { tables } = await reported(temporaryFolder(), page, true);
    expect(tables.map(({ table, is, because }) => [table, is, because])).toEqual([
      [1, 'port-table', 'its headers are those of a port table'],
      [2, 'port-table', 'its headers are those of a port table'],
      [3, 'other', 'no cell holds a number'],
    ]);
  });

  it('cannot be told where what was there is no catalog; that is said, and no reason to fail', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), SERVERS);
    mkdirSync(join(cwd, 'out'));
    writeFileSync(join(cwd, 'out/catalog.json'), '{}');
    const { status, err } = run(['scrape', 'a.md', '--out', 'out'], { cwd });
    expect([status, err]).toEqual([
      0,
      [expect.stringContaining('warning: what was there before cannot be compared with: it is no catalog')],
    ]);
  });

  it('is JSON or Markdown, not both', () => {
    const cwd = temporaryFolder();
    const { status, err } = run(['scrape', 'a.md', '--json', '--markdown'], { cwd });
    expect([status, err[0]]).toEqual([1, '--json or --markdown, not both']);
  });

  it('is nothing on stdout where a run fails', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), SERVERS.replace('|이사 ', '|정체불명 '));
    expect(run(['scrape', 'a.md', '--out', 'out', '--json'], { cwd })).toMatchObject({ status: 1, out: [] });
  });
});

describe('a document that was deleted upstream', () => {
  /** A repository with two documents, of which the one is deleted after it was scraped. */
  async function deleted() {
    const made = makeRepository();
    made.commit({ 'Lync/edge.md': EDGE, 'Lync/servers.md': SERVERS });
    const written = join(temporaryFolder(), 'out');
    const scrape = async (ref?: string) => {
      const { ok, changes } = await scrapeHere({ paths: [], repo: made.folder, ref }, dirname(written));
      return { ok, summary: changes?.summary };
    };
    await scrape();
    const commit = made.commit({ 'Lync/servers.md': null });
    const snapshot = () => {
      const file = join(written, `snapshots/${SERVERS_ID}.json`);
      return JSON.parse(readFileSync(file, 'utf8')).document.withdrawn;
    };
    return { ...made, written, scrape, removal: { date: '2020-01-02', commit }, snapshot };
  }

  it('keeps its snapshot, marked with date and commit, and its rules', async () => {
    const { folder, written, removal, snapshot } = await deleted();
    const { out } = run(['scrape', '--repo', '.', '--out', written], { cwd: folder });
    expect(out).toContain(
      'Nothing changed: 1 document is as it was. 1 document was withdrawn upstream; 5 rules of it stay.',
    );
    expect(snapshot()).toEqual(removal);
    const { ports, documents } = catalogIn(written);
    expect([ports.length, documents.map(({ id, withdrawn }) => [id, withdrawn])]).toEqual([
      7,
      [
        ['lync-server-2013/practice-edge-ports', null],
        [SERVERS_ID, removal],
      ],
    ]);
  });

  it('is told of once, and stays marked', async () => {
    const { scrape, removal, snapshot } = await deleted();
    await scrape();
    expect((await scrape()).summary).toBe('Nothing changed: 1 document is as it was.');
    expect(snapshot()).toEqual(removal);
  });

  it('stays where other documents are scraped from files', async () => {
    const { folder, written, scrape, removal, snapshot } = await deleted();
    await scrape();
    await scrapeHere({ paths: [join(folder, 'Lync/edge.md')] }, dirname(written));
    expect([snapshot(), catalogIn(written).ports.length]).toEqual([removal, 7]);
  });

  it('loses the mark when it is published again', async () => {
    const { commit, scrape, snapshot } = await deleted();
    await scrape();
    commit({ 'Lync/servers.md': SERVERS });
    await scrape();
    expect(snapshot()).toBeNull();
  });

  it('is not taken for deleted where it was renamed', async () => {
    const { written, commit, scrape, snapshot } = await deleted();
    commit({ 'Lync/servers.md': SERVERS });
    await scrape();
    commit({ 'Lync/servers.md': null, 'Lync/ports.md': SERVERS });
    await scrape();
    expect(snapshot()).toBeNull();
    expect(catalogIn(written).documents.map(({ path }) => path)).toEqual(['Lync/edge.md', 'Lync/ports.md']);
  });

  it('is gone only from the branch that it was read from', async () => {
    const { git, scrape, snapshot } = await deleted();
    git('branch', 'next');
    await scrape('next');
    expect(snapshot()).toBeNull();
    await scrape('live');
    expect(snapshot()).not.toBeNull();
  });

  it('may be the last: then there is nothing to read, and no error', async () => {
    const { written, commit, scrape } = await deleted();
    commit({ 'Lync/edge.md': null });
    expect(await scrape()).toEqual({
      ok: true,
      summary: 'No fact changed. 2 documents were withdrawn upstream; 7 rules of them stay.',
    });
    expect([(await scrape()).ok, existsSync(join(written, 'catalog.json'))]).toEqual([true, true]);
    expect(catalogIn(written).ports).toHaveLength(7);
  });
});
