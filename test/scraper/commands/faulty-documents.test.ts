import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogIn, FIXTURES, run } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { runHere } from '../../support/scraping.ts';

const NO_FRONT_MATTER = 'error: no front matter that can be read heads this file [no-front-matter]';
const NO_PORT_TABLE = 'error: no port table in this document [no-port-table]';

/** Each faulty document of the fixtures, and what is said of it. */
const FAULTY: [name: string, reports: string[]][] = [
  ['not-a-document', [`not-a-document.md: ${NO_FRONT_MATTER}`]],
  ['no-front-matter', [`no-front-matter.md: ${NO_FRONT_MATTER}`]],
  ['broken-front-matter', [`broken-front-matter.md: ${NO_FRONT_MATTER}`]],
  ['no-port-table', [`no-port-table.md: ${NO_PORT_TABLE}`]],
  ['no-title', ['no-title.md: error: the document has no title that names it in English, and no asset id [no-title]']],
  [
    'unknown-product',
    ['unknown-product.md: error: front matter and path name no product that is known [unknown-product]'],
  ],
  [
    'suspected-header',
    [
      'suspected-header.md: table 1, header row, column "날씨": error: this looks like a port table, but this header is not known: "서버 역할 | 포트 | 날씨" [unknown-header]',
      `suspected-header.md: ${NO_PORT_TABLE}`,
    ],
  ],
  [
    'two-header-rows',
    [
      'two-header-rows.md: table 1, header row: error: a port table with 2 header rows is not understood: "서버 역할 | 포트 | 프로토콜" [header-rows]',
      `two-header-rows.md: ${NO_PORT_TABLE}`,
    ],
  ],
  [
    'ambiguous-port',
    [
      'ambiguous-port.md: table 1, row 2, column "포트": error: this may be one number, or a list: "50,443" [ambiguous-port]',
    ],
  ],
  [
    'port-above-65535',
    [
      'port-above-65535.md: table 1, row 2, column "포트": error: a port is a number from 1 to 65535: "65536" [port-number]',
    ],
  ],
  [
    'range-upside-down',
    ['range-upside-down.md: table 1, row 2, column "포트": error: this range runs downwards: "5070-5060" [port-range]'],
  ],
  [
    'too-few-cells',
    [
      'too-few-cells.md: table 1, row 2, column "프로토콜": error: the row has 2 cells where the header has 3: "중재 서버 | 5070" [cell-count]',
    ],
  ],
  [
    'too-many-cells',
    [
      'too-many-cells.md: table 1, row 2: error: the row has 4 cells where the header has 3: "중재 서버 | 5070 | TCP | UDP" [cell-count]',
    ],
  ],
  [
    'unknown-header',
    [
      'unknown-header.md: table 1, header row, column "날씨": error: this header is not known: "날씨" [unknown-header]',
      'unknown-header.md: table 1, row 1, column "날씨": error: the header of this cell is not known, and it may change what the row states: "맑음" [unread-row]',
    ],
  ],
  [
    'unknown-protocol',
    [
      'unknown-protocol.md: table 1, row 2, column "프로토콜": error: this names no protocol that the vocabulary knows: "GOPHER" [unknown-protocol]',
    ],
  ],
  [
    'unknown-role',
    [
      'unknown-role.md: table 1, row 2, column "서버 역할": error: the vocabulary does not know this text: "문지기 서버" [unknown-role]',
    ],
  ],
];

describe('a faulty document', () => {
  const files = FAULTY.map(([name]) => `${name}.md`);

  it('is reported by file, table, row, column and text; nothing is written; the exit status is 1', () => {
    const cwd = temporaryFolder();
    cpSync(join(FIXTURES, 'faulty'), cwd, { recursive: true });
    const { status, out, err } = run(['scrape', ...files, '--out', 'out'], { cwd });
    const reports = FAULTY.flatMap(([, each]) => each);
    expect({ status, out, err: err.toSorted() }).toEqual({
      status: 1,
      out: [],
      err: [...reports, '14 tables: 12 port tables, 2 doubtful, 0 of other things', 'Nothing was written.'].toSorted(),
    });
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it('has a test for every fixture', () => {
    expect(readdirSync(join(FIXTURES, 'faulty')).toSorted()).toEqual(files.toSorted());
  });

  it('among sound ones keeps them from being written too', async () => {
    const cwd = temporaryFolder();
    cpSync(join(FIXTURES, 'documents'), cwd, { recursive: true });
    cpSync(join(FIXTURES, 'faulty/range-upside-down.md'), join(cwd, 'faulty.md'));
    expect(await runHere({ paths: ['.'] }, cwd)).toEqual({
      status: 1,
      out: [],
      err: [
        'faulty.md: table 1, row 2, column "포트": error: this range runs downwards: "5070-5060" [port-range]',
        '5 tables: 4 port tables, 0 doubtful, 1 of other things',
        'Nothing was written.',
      ],
    });
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it('in a folder that has no port table is passed over, if one of the others has', async () => {
    const cwd = temporaryFolder();
    for (const name of ['documents/practice-edge', 'faulty/not-a-document', 'faulty/no-port-table']) {
      cpSync(join(FIXTURES, `${name}.md`), join(cwd, 'docs', `${name}.md`));
    }
    expect(await runHere({ paths: ['docs'] }, cwd)).toMatchObject({
      status: 0,
      out: expect.arrayContaining(['1 document, 1 table, 2 rules, 3 corrections; 2 files without a port table']),
      err: [],
    });
  });
});

describe('a file whose text cannot be had', () => {
  const NOT_UTF_8 = 'error: not a text in UTF-8 [not-utf-8]';
  const TABLE = '|Port|Protocol|\n|---|---|\n|443|TCP|\n';
  const latin = (text: string) => Buffer.from(`\u00e9\n\n${text}`, 'latin1');
  const BROKEN: [name: string, bytes: Uint8Array][] = [
    ['cut-off.md', Buffer.from(`${TABLE}\ud3ec`).subarray(0, -1)],
    ['latin.md', latin(TABLE)],
    ['utf-16.txt', Buffer.from(`\ufeff${TABLE}`, 'utf16le')],
    ['utf-16-big-endian.txt', Buffer.from(`\ufeff${TABLE}`, 'utf16le').swap16()],
    ['utf-16-unmarked.txt', Buffer.from(TABLE, 'utf16le')],
  ];

  it.each(BROKEN)('because it is not in UTF-8 is reported where it may have a port table: %s', async (name, bytes) => {
    const cwd = temporaryFolder();
    cpSync(join(FIXTURES, 'documents/practice-edge.md'), join(cwd, 'docs/practice-edge.md'));
    writeFileSync(join(cwd, 'docs', name), bytes);
    expect(await runHere({ paths: ['docs'] }, cwd)).toMatchObject({
      status: 1,
      out: [],
      err: expect.arrayContaining([`docs/${name}: ${NOT_UTF_8}`, 'Nothing was written.']),
    });
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it('keeps nothing of the others from being written where no port table is to be seen in it', async () => {
    const cwd = temporaryFolder();
    cpSync(join(FIXTURES, 'documents/practice-edge.md'), join(cwd, 'docs/practice-edge.md'));
    writeFileSync(join(cwd, 'docs/notes.md'), latin('|Name|Value|\n|---|---|\n|a|b|\n'));
    const { status, err } = await runHere({ paths: ['docs'] }, cwd);
    expect([status, err]).toEqual([
      0,
      ['docs/notes.md: warning: not a text in UTF-8; passed over: no port table is to be seen in it [not-utf-8]'],
    ]);
    expect(existsSync(join(cwd, 'out/catalog.json'))).toBe(true);
  });

  it('stops a run in a folder where its content is in Git LFS: nobody can see what is in it', async () => {
    const cwd = temporaryFolder();
    cpSync(join(FIXTURES, 'documents/practice-edge.md'), join(cwd, 'docs/practice-edge.md'));
    writeFileSync(join(cwd, 'docs/notes.md'), 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n');
    expect(await runHere({ paths: ['docs'] }, cwd)).toMatchObject({
      status: 1,
      err: expect.arrayContaining([
        'docs/notes.md: error: its content is kept in Git LFS, and is not here [lfs-pointer]',
      ]),
    });
  });

  it('is an error where it was named, whatever is in it', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'notes.md'), latin('nothing'));
    expect(await runHere({ paths: ['notes.md'] }, cwd)).toMatchObject({
      status: 1,
      err: [`notes.md: ${NOT_UTF_8}`, 'Nothing was written.'],
    });
  });
});

describe('a page whose elements are nested without end', () => {
  it('is reported, and the others are still looked at', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), `${'<div>'.repeat(20_000)}<table><tr><th>Port</th></tr></table>`);
    cpSync(join(FIXTURES, 'faulty/no-title.md'), join(cwd, 'b.md'));
    const { err } = run(['scrape', '.', '--out', 'out'], { cwd });
    expect(err[0]).toBe('a.md: error: elements are nested too deeply to be read [too-deep]');
    expect(err[1]).toContain('b.md: error:');
  });
});

describe('scrape --lenient --out', () => {
  it('writes what is understood, and lists the rest as unresolved', () => {
    const cwd = temporaryFolder();
    cpSync(join(FIXTURES, 'faulty'), join(cwd, 'docs'), { recursive: true });
    cpSync(join(FIXTURES, 'documents'), join(cwd, 'docs'), { recursive: true });
    const { status, out, err } = run(['scrape', 'docs', '--lenient', '--out', 'out'], { cwd });
    const { ports, unresolved } = catalogIn(join(cwd, 'out'));
    expect(status).toBe(0);
    // Seven rules of the sound documents, and the sound row of each faulty one whose table is understood.
    expect(ports.map(({ origin }) => origin.document).filter((id) => !id.includes('practice'))).toHaveLength(7);
    expect(ports).toHaveLength(14);
    expect(unresolved.map(({ document, code, row }) => `${document} ${code} ${row}`)).toEqual(
      expect.arrayContaining([
        'docs/unknown-protocol.md unknown-protocol 2',
        'docs/unknown-header.md unread-row 1',
        'docs/no-title.md no-title null',
      ]),
    );
    expect(out.slice(0, 1)).toEqual([
      expect.stringMatching(
        /^10 documents, 11 tables, 14 rules, 7 corrections, \d+ unresolved; 3 files without a port table$/,
      ),
    ]);
    expect(err).toHaveLength(unresolved.length);
  });

  it.each([
    ['a file that is not there', ['absent.md'], 'absent.md: error: cannot be read: ENOENT'],
    ['nothing that is understood', ['faulty.md'], 'faulty.md: error: no port table in this document [no-port-table]'],
    ['a folder without a document', ['empty'], 'empty: error: no document with a port table here [nothing-found]'],
  ])('does not help against %s', async (_, paths, report) => {
    const cwd = temporaryFolder();
    cpSync(join(FIXTURES, 'documents/practice-edge.md'), join(cwd, 'other/edge.md'));
    cpSync(join(FIXTURES, 'faulty/no-port-table.md'), join(cwd, 'faulty.md'));
    cpSync(join(FIXTURES, 'documents/practice-prose.md'), join(cwd, 'empty/prose.md'));
    const { status, err } = await runHere({ paths }, cwd, true);
    expect([status, err[0]?.startsWith(report), err.at(-1)]).toEqual([1, true, 'Nothing was written.']);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});
