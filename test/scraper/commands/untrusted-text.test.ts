import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogIn } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { runHere } from '../../support/scraping.ts';

interface Given {
  frontMatter?: string;
  title?: string;
  header?: string;
  rows?: string[];
}

/** A document with this front matter, this title and a table with these headers and rows. */
function page({
  frontMatter = '',
  title = '<a name="practice"></a>연습',
  header = '',
  rows = ['디렉터|443|TCP'],
}: Given): string {
  const lines = [
    `|서버 역할|포트|프로토콜|${header}`,
    `|---|---|---|${header === '' ? '' : '---|'}`,
    ...rows.map((row) => `|${row}|`),
  ];
  const matter = `ms.prod: skype-for-business-itpro\nms.contentlocale: ko-KR\n${frontMatter}`;
  return `---\n${matter}---\n# ${title}\n\n${lines.join('\n')}\n`;
}

/** Scrapes the pages in `work/`, a folder inside a temporary one. */
async function scrape(pages: Record<string, string>) {
  const folder = temporaryFolder();
  const cwd = join(folder, 'work');
  mkdirSync(cwd);
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(cwd, name), text);
  const { status, err } = await runHere({ paths: ['.'] }, cwd);
  const out = join(cwd, 'out');
  const written = existsSync(out) ? readdirSync(out, { recursive: true, encoding: 'utf8' }) : [];
  return { status, err, out, files: written.filter((path) => path.endsWith('.json')).toSorted(), folder, cwd };
}

describe('what a page says', () => {
  it('cannot act on the terminal, nor can its name', async () => {
    const characters = [
      '\u001b[31m',
      '\u0007',
      '\u007f',
      '\u009b',
      '\u061c',
      '\u200b',
      '\u2028',
      '\u202e',
      '\u2066',
      '\ufeff',
    ];
    const { status, err } = await scrape({
      'a.md': page({ rows: characters.map((character) => `디렉터|443|X${character}Y`) }),
      'b\u001b[31m\u202e.md': page({
        header: '"\u001b]0;x\u0007|',
        rows: ['디렉터|443|TCP|x'],
        title: '<a name="b"></a>나',
      }),
    });
    expect([status, err.length]).toEqual([1, characters.length + 5]);
    expect(err.join('')).not.toMatch(/[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u);
    expect(err).toContain(
      'b\\u001b[31m\\u202e.md: table 1, header row: error: a browser shows this otherwise than it is written: "\\"⟦U+001B⟧]0;x⟦U+0007⟧" [not-as-shown]',
    );
  });

  it('stays text: HTML written out in a cell is what the page shows', async () => {
    const { out } = await scrape({ 'a.md': page({ header: 'Notes|', rows: ['디렉터|443|TCP|&lt;b&gt;x&lt;/b&gt;'] }) });
    expect(catalogIn(out).ports[0]?.notes?.en).toBe('<b>x</b>');
  });

  it('is no script: one in a cell may change what the table shows, so the page is reported', async () => {
    const { status, err } = await scrape({
      'a.md': page({ header: 'Notes|', rows: ['디렉터|443|TCP|x<script>y</script>'] }),
    });
    expect([status, err.filter((line) => line.endsWith('[styled-page]')).length]).toEqual([1, 1]);
  });
});

describe('names that JavaScript objects have of their own', () => {
  const names = ['\\_\\_proto\\_\\_', 'constructor', 'toString', 'hasOwnProperty'];

  it('are unknown roles, protocols and marks like any other', async () => {
    const { err } = await scrape({ 'a.md': page({ rows: names.map((name) => `${name}|443*|${name}`) }) });
    expect(err.map((line) => /\[([a-z-]+)\]$/.exec(line)?.[1] ?? line)).toEqual([
      ...names.flatMap(() => ['unknown-role', 'unknown-protocol', 'missing-footnote']),
      '1 table: 1 port table, 0 doubtful, 0 of other things',
      'Nothing was written.',
    ]);
    expect(err[0]).toContain('"__proto__"');
  });

  it('are unknown headers like any other', async () => {
    const { err } = await scrape(
      Object.fromEntries(
        names.map((name, at) => [
          `${at}.md`,
          page({ header: `${name}|`, rows: ['디렉터|443|TCP|x'], title: `<a name="page-${at}"></a>연습` }),
        ]),
      ),
    );
    const reported = err.flatMap((line) => /not known: "(.*)" \[unknown-header\]$/.exec(line)?.[1] ?? []);
    expect(reported).toEqual(['__proto__', 'constructor', 'toString', 'hasOwnProperty']);
  });

  it('are keys of the front matter like any other', async () => {
    const { status, files } = await scrape({ 'a.md': page({ frontMatter: '__proto__: a\nconstructor: b\n' }) });
    expect([status, files]).toEqual([0, ['catalog.json', 'snapshots/skype-for-business-server-2015/practice.json']]);
  });
});

describe('no title makes a path outside the output folder', () => {
  const long = 'e'.repeat(300);
  const titles: [anchor: string, name: string][] = [
    ['../../../evil', 'evil'],
    ['/etc/passwd', 'etc-passwd'],
    ['..\\..\\worse', 'worse'],
    ['a%2f..%2fb', 'a-2f-2fb'],
    [long, `${'e'.repeat(87)}-${createHash('sha256').update(long).digest('hex').slice(0, 8)}`],
    ['NUL.json', 'nul-json'],
    ['__proto__', 'proto'],
  ];

  it('whatever its anchor is', async () => {
    const pages = titles.map(([anchor], at) => [`${at}.md`, page({ title: `<a name="${anchor}"></a>연습` })]);
    const { status, err, files, folder, cwd } = await scrape(Object.fromEntries(pages));
    const names = titles.map(([, name]) => `snapshots/skype-for-business-server-2015/${name}.json`);
    expect({ status, err, files }).toEqual({ status: 0, err: [], files: ['catalog.json', ...names].toSorted() });
    expect([readdirSync(folder), readdirSync(cwd).filter((name) => !name.endsWith('.md'))]).toEqual([
      ['work'],
      ['out'],
    ]);
  });

  it('nor does an asset id, where the title has no letters for a path', async () => {
    const { files } = await scrape({ 'a.md': page({ title: '../../연습', frontMatter: 'ms.assetid: ../../evil\n' }) });
    expect(files).toEqual(['catalog.json', 'snapshots/skype-for-business-server-2015/evil.json']);
  });
});
