import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SNAPSHOTS, VOCABULARY } from '../../../scraper/src/commands/places.ts';
import { scrape } from '../../../scraper/src/commands/scrape.ts';
import { readDocuments } from '../../../scraper/src/read/files.ts';
import { catalogIn } from '../../support/cli.ts';
import { pageWith } from '../../support/documents.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { READER } from '../../support/scraping.ts';
import { single } from '../../support/single.ts';

const HEADERS = ['프로토콜', '포트', '원본 IP', '대상 IP'];
const KOREAN = pageWith('korean', HEADERS, [['TCP', '443', '영화', '모두']]);
const BILINGUAL = pageWith('bilingual', HEADERS, [['TCP', '80', '영화|Director', '모두|Any']]);

/** A copy of the vocabulary without the form of "Director" that a fixture has. */
function vocabularyWithout(form: string): string {
  const folder = join(temporaryFolder(), 'vocabulary');
  cpSync(VOCABULARY, folder, { recursive: true });
  const file = join(folder, 'words.yaml');
  const words = readFileSync(file, 'utf8');
  const pattern = new RegExp(`  mistranslations:\\n    - ko: ${form}\\n      why:\\n {8}en: .*\\n {8}ko: .*\\n`);
  if (!pattern.test(words)) throw new Error(`no ${form} in words.yaml`);
  writeFileSync(file, words.replace(pattern, ''));
  return folder;
}

/** Scrapes these files by a vocabulary that does not know what the Korean page says. */
async function scraped(files: Record<string, string>, lenient = true, snapshots = join(temporaryFolder(), 'none')) {
  const cwd = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(cwd, path, '..'), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const out = join(temporaryFolder(), 'out');
  const documents = readDocuments(['.'], cwd);
  const places = { vocabulary: vocabularyWithout('영화'), snapshots, data: '' };
  const outcome = await scrape({ documents, typed: '.', out, lenient, reader: READER }, places);
  return { ...outcome, catalog: outcome.ok ? catalogIn(out) : null };
}

describe('scrape --lenient beside a bilingual document', () => {
  it('reads by a term that the other document teaches, and marks what it read', async () => {
    const { catalog } = await scraped({ 'korean.md': KOREAN, 'bilingual.md': BILINGUAL });
    const rule = single(catalog?.ports.filter(({ origin }) => origin.document.endsWith('/korean')) ?? []);
    expect(rule.source).toEqual({
      text: { en: 'Director', ko: '영화', by: { en: 'project', ko: 'document' } },
      any: false,
      narrowed: false,
      roles: ['director'],
    });
    const taughtBy = 'bilingual.md: table 1, row 1, column "원본 IP"';
    expect(catalog?.corrections.filter(({ id }) => rule.corrections.includes(id))).toMatchObject([
      {
        field: 'source',
        published: '영화',
        corrected: 'Director',
        reason: 'Learnt from cells that have English beside this text; nobody has accepted it yet.',
        evidence: 'bilingual',
        witness: taughtBy,
      },
    ]);
    expect(catalog?.unresolved).toEqual([
      {
        code: 'learnt-term',
        severity: 'warning',
        document: 'korean.md',
        table: 1,
        row: 1,
        column: '원본 IP',
        text: '영화',
        message: `read as "Director", which nobody has accepted; learnt from ${taughtBy}`,
      },
    ]);
  });

  it('gives the bilingual document the catalog that it has without the other', async () => {
    const both = (await scraped({ 'korean.md': KOREAN, 'bilingual.md': BILINGUAL })).catalog;
    const alone = (await scraped({ 'bilingual.md': BILINGUAL })).catalog;
    expect(both?.ports.filter(({ origin }) => origin.document.endsWith('/bilingual'))).toEqual(alone?.ports);
    expect(alone?.corrections).toEqual([]);
  });

  it('uses nothing that the pages do not agree on', async () => {
    const other = pageWith('other', HEADERS, [['TCP', '80', '영화|Mediation Server', '모두|Any']]);
    const { catalog } = await scraped({ 'korean.md': KOREAN, 'bilingual.md': BILINGUAL, 'other.md': other });
    expect(catalog?.unresolved).toMatchObject([{ code: 'unknown-endpoint', document: 'korean.md', text: '영화' }]);
  });

  it('uses nothing that contradicts the vocabulary', async () => {
    const other = pageWith('other', HEADERS, [['TCP', '80', '모두|Director', '모두|Any']]);
    const korean = pageWith('korean', HEADERS, [['TCP', '443', '디렉터', '모두']]);
    const { catalog } = await scraped({ 'korean.md': korean, 'other.md': other });
    const rule = single(catalog?.ports.filter(({ origin }) => origin.document.endsWith('/korean')) ?? []);
    expect([rule.destination?.any, catalog?.unresolved]).toEqual([true, []]);
  });

  it('reads headers, notes and words of protocols by what was learnt, and says so', async () => {
    const headers = ['의정서', '포트', '원본 IP', '대상 IP', '참고'];
    const english = ['의정서|Protocol', '포트|Port', '원본 IP|Source IP', '대상 IP|Destination IP', '참고|Notes'];
    const teacher = pageWith('teacher', english, [['티씨피|TCP', '80', '모두|Any', '모두|Any', '새 메모|A note']]);
    const korean = pageWith('korean', headers, [['티씨피', '443', '디렉터', '모두', '새 메모']]);
    const { catalog } = await scraped({ 'teacher.md': teacher, 'korean.md': korean });
    const rule = single(catalog?.ports.filter(({ origin }) => origin.document.endsWith('/korean')) ?? []);
    expect(rule).toMatchObject({ transports: ['tcp'], notes: { en: 'A note', by: { en: 'project' } } });
    expect(catalog?.unresolved.map(({ code, row, column, text }) => [code, row, column, text])).toEqual([
      ['learnt-term', 0, '의정서', '의정서'],
      ['learnt-term', 1, '의정서', '티씨피'],
      ['learnt-term', 1, '참고', '새 메모'],
    ]);
  });

  it('learns from the committed snapshots too', async () => {
    const korean = pageWith(
      'korean',
      ['프로토콜', '포트', '원본 IP', '대상 IP', '참고'],
      [['TCP', '443', '모두', '모두', 'SIP를 사용한 페더레이션 및 공용 IM 연결용']],
    );
    const { catalog } = await scraped({ 'korean.md': korean }, true, SNAPSHOTS);
    expect(catalog?.ports[0]?.notes?.en).toBe('For federated and public IM connectivity using SIP');
    expect(catalog?.unresolved).toMatchObject([
      { code: 'learnt-term', message: expect.stringContaining('learnt from snapshots/lync-server-2013/') },
    ]);
  });

  it('counts files without a port table as it does without learning', async () => {
    const english = ['의정서|Protocol', '포트|Port', '원본 IP|Source IP', '대상 IP|Destination IP'];
    const teacher = pageWith('teacher', english, [['TCP', '80', '모두|Any', '모두|Any']]);
    const doubtful = pageWith('doubtful', ['포트', '무엇'], [['443', '무엇']]);
    const { report } = await scraped({ 'teacher.md': teacher, 'doubtful.md': doubtful, 'prose.md': '# x\n' });
    expect(report).toEqual(['1 document, 1 table, 1 rule, 0 corrections, 1 unresolved; 2 files without a port table']);
  });
});

describe('scrape without --lenient', () => {
  it('does not know what only the pages teach', async () => {
    const { ok, diagnostics } = await scraped({ 'korean.md': KOREAN, 'bilingual.md': BILINGUAL }, false);
    expect([ok, diagnostics]).toMatchObject([false, [{ code: 'unknown-endpoint', severity: 'error', text: '영화' }]]);
  });
});
