import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../../scraper/src/assemble/catalog.ts';
import { VOCABULARY } from '../../../scraper/src/commands/places.ts';
import { readSnapshots } from '../../../scraper/src/commands/snapshots.ts';
import { sha256 } from '../../../scraper/src/read/decode.ts';
import { loadVocabulary } from '../../../scraper/src/vocabulary/load.ts';
import { catalogIn, run } from '../../support/cli.ts';
import { pageWith } from '../../support/documents.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { makeRepository } from '../../support/git-repository.ts';

const KOREAN = pageWith(
  'practice',
  ['프로토콜', '포트', '원본 IP', '대상 IP', '참고'],
  [
    ['UDP', '3478', '모두', '디렉터', '새 메모'],
    ['TCP', '5061', '디렉터', '모두', '새 메모'],
  ],
);
const BILINGUAL = pageWith(
  'practice',
  ['프로토콜|Protocol', '포트|Port', '원본 IP|Source IP', '대상 IP|Destination IP', '참고|Notes'],
  [
    ['TCP', '5061', '디렉터|Director', '모두|Any', '메모|The SIP note'],
    ['TCP', '3478', '모두|Any', '디렉터|Director', '메모|The media note'],
  ],
);

function source(text: string, branch: string, committed: string) {
  const commit = sha256(text).slice(0, 40);
  return { path: 'edge.md', repository: 'example/docs', branch, commit, committed, sha256: sha256(text) };
}

/** A folder with both variants, and where they were published. */
function folder(): string {
  const cwd = temporaryFolder();
  for (const [path, text] of [
    ['live', KOREAN],
    ['sxs', BILINGUAL],
  ] as const) {
    mkdirSync(join(cwd, path));
    writeFileSync(join(cwd, path, 'edge.md'), text);
  }
  const sources = [
    source(KOREAN, 'live', '2020-10-17T08:00:00+00:00'),
    source(BILINGUAL, 'sxs', '2020-02-04T08:00:00+00:00'),
  ];
  writeFileSync(join(cwd, 'sources.json'), JSON.stringify(sources));
  return cwd;
}

describe('two variants of a document in one run', () => {
  it.each([[['live', 'sxs']], [['sxs', 'live']], [['.']]])('are one document, typed as %j', (paths) => {
    const cwd = folder();
    const { status, out, err } = run(['scrape', ...paths, '--out', 'out'], { cwd });
    expect([status, out.slice(0, 1), err]).toEqual([
      0,
      ['1 document, 1 table, 2 rules, 0 corrections, 2 unresolved'],
      [
        'live/edge.md: table 1, row 1, column "프로토콜": warning: this page is taken at its word; sxs/edge.md says "TCP" in table 1, row 2: "UDP" [variants-disagree]',
        'live/edge.md: table 1, row 1, column "참고": warning: this note has no English text: "새 메모" [untranslated]',
      ],
    ]);
    const { documents, ports } = catalogIn(join(cwd, 'out'));
    expect(documents).toMatchObject([
      { commit: sha256(KOREAN).slice(0, 40), english: { commit: sha256(BILINGUAL).slice(0, 40) } },
    ]);
    expect(ports.map((rule) => [rule.transports, rule.notes?.en])).toEqual([
      [['udp'], null],
      [['tcp'], 'The SIP note'],
    ]);
  });

  it('give the same catalog again from the snapshot that was written', () => {
    const cwd = folder();
    run(['scrape', '.', '--out', 'out'], { cwd });
    const { unresolved: _, ...written } = catalogIn(join(cwd, 'out'));
    const { snapshots, diagnostics } = readSnapshots(join(cwd, 'out/snapshots'));
    expect([snapshots.length, diagnostics]).toEqual([1, []]);
    const { unresolved: __, ...again } = assemble(snapshots, loadVocabulary(VOCABULARY)).catalog;
    expect(JSON.parse(JSON.stringify(again))).toEqual(written);
  });

  it('are told apart in a git repository by their commits', () => {
    const made = makeRepository();
    made.commit({ 'sxs/edge.md': BILINGUAL });
    made.commit({ 'live/edge.md': KOREAN });
    const { status, err } = run(['scrape', '--repo', '.', '--out', 'out'], { cwd: made.folder });
    expect([status, err[0]]).toEqual([0, expect.stringMatching(/^live\/edge\.md: .*\[variants-disagree\]$/)]);
    expect(catalogIn(join(made.folder, 'out')).ports[0]?.transports).toEqual(['udp']);
  });

  it('are an error where they disagree and nothing tells which is newer', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'sources.json'), '[]');
    const { status, err } = run(['scrape', '.', '--out', 'out'], { cwd });
    expect([status, err.filter((line) => line.includes(': error: '))]).toEqual([
      1,
      [
        expect.stringMatching(
          /edge\.md: error: this is another version of .*edge\.md \(lync-server-2013\/practice\), and nothing tells which is newer \[duplicate-document\]$/,
        ),
      ],
    ]);
  });
});
