import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { ROOT } from '../../../scraper/src/commands/places.ts';
import { run } from '../../support/cli.ts';
import { pageWith } from '../../support/documents.ts';
import { temporaryFolder } from '../../support/folders.ts';

const HEADERS = ['프로토콜', '포트', '원본 IP', '대상 IP', '참고'];
const PAGE = pageWith('practice', HEADERS, [
  ['TCP', '80', '감독|Director', '모두|Any', '새 메모|A new note'],
  ['TCP', '81', '감독|Director', '모두|Director', '새 메모|A new note'],
]);

function folderWith(files: Record<string, string>): string {
  const cwd = temporaryFolder();
  for (const [path, text] of Object.entries(files)) writeFileSync(join(cwd, path), text);
  return cwd;
}

describe('vocabulary:learn', () => {
  it('is a script of the repository', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(scripts['vocabulary:learn']).toBe('node scraper/cli.js learn');
  });

  it('prints a summary and proposals as one stream of YAML', () => {
    const cwd = folderWith({ 'a.md': PAGE });
    const { status, out, err } = run(['learn', 'a.md'], { cwd });
    expect([status, err, out[0]]).toEqual([0, [], '# 3 terms in 6 bilingual places of 1 document:']);
    const [words, notes] = parseAllDocuments(out.join('\n')).map((each) => each.toJS());
    const elsewhere = 'Learnt from a.md.';
    expect(words).toEqual([{ en: 'Director', in: ['endpoint'], also: [{ ko: '감독', elsewhere }] }]);
    expect(notes).toEqual([{ ko: '새 메모', en: 'A new note', why: 'Learnt from the English beside it.', elsewhere }]);
  });

  it('says what is ambiguous and proposes nothing for it', () => {
    const cwd = folderWith({ 'a.md': PAGE });
    const { out } = run(['learn', 'a.md'], { cwd });
    expect(out.filter((line) => line.includes('"모두"'))).toEqual([
      '#   endpoint: "모두" stood for "Any" 1 time; the vocabulary reads "Any"',
      '#   endpoint: "모두" stood for "Director" 1 time; the vocabulary reads "Any"',
    ]);
  });

  it('--out writes a file for each of the vocabulary’s, and the summary', () => {
    const cwd = folderWith({ 'a.md': PAGE });
    const { status, out } = run(['learn', '.', '--out', 'proposals'], { cwd });
    expect([status, readdirSync(join(cwd, 'proposals')).toSorted()]).toEqual([
      0,
      ['notes.yaml', 'summary.txt', 'words.yaml'],
    ]);
    expect(readFileSync(join(cwd, 'proposals/summary.txt'), 'utf8').split('\n').filter(Boolean)).toEqual(out);
    expect(parse(readFileSync(join(cwd, 'proposals/words.yaml'), 'utf8'))).toHaveLength(1);
  });

  it('says the same whatever order the documents are typed in', () => {
    const other = pageWith('other', HEADERS, [['TCP', '80', '감독|Director', '누구|Any', '새 메모|A new note']]);
    const cwd = folderWith({ 'a.md': PAGE, 'b.md': other });
    expect(run(['learn', 'b.md', 'a.md'], { cwd })).toEqual(run(['learn', 'a.md', 'b.md'], { cwd }));
  });

  it('learns from the others where a document is not understood, and reports that one', () => {
    const broken = pageWith('broken', ['서버 역할', '포트', '정체불명'], [['디렉터', '1', 'x']]);
    const { status, err } = run(['learn', '.'], { cwd: folderWith({ 'a.md': PAGE, 'b.md': broken }) });
    expect([status, err]).toEqual([
      0,
      expect.arrayContaining([expect.stringContaining('warning: this looks like a port table')]),
    ]);
  });

  it.each<[how: string, args: string[], message: RegExp]>([
    ['without a path', [], /^vocabulary:learn needs a file or a folder$/],
    ['with an option of scrape', ['a.md', '--lenient'], /^vocabulary:learn takes paths and --out$/],
    ['with a path that is not there', ['absent.md'], /^absent\.md: error: cannot be read: /],
    ['with nothing to learn from', ['prose.md'], /^prose\.md: error: /],
    ['with an empty folder', ['.'], /: error: no document with a port table here \[nothing-found\]$/],
  ])('%s says what is wrong', (_, args, message) => {
    const { status, err } = run(['learn', ...args], { cwd: folderWith({ 'prose.md': '# x\n' }) });
    expect([status, err.some((line) => message.test(line))]).toEqual([1, true]);
  });
});
