import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogIn, FIXTURES, run } from '../../support/cli.ts';
import { folderForAll, temporaryFolder } from '../../support/folders.ts';
import { runHere } from '../../support/scraping.ts';

const SERVERS = readFileSync(join(FIXTURES, 'documents/practice-servers.md'), 'utf8');
const EDGE = readFileSync(join(FIXTURES, 'documents/practice-edge.md'), 'utf8');

/** Scrapes these paths in a folder with these files, and gives back what the catalog states. */
async function statedBy(files: Record<string, string | Uint8Array>, paths: readonly string[], cwd = temporaryFolder()) {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(cwd, path, '..'), { recursive: true });
    writeFileSync(join(cwd, path), content);
  }
  const { status, err } = await runHere({ paths }, cwd);
  const { ports, tables, corrections, evidence, roles, services, protocols, scenarios } = catalogIn(join(cwd, 'out'));
  return { status, err, stated: { ports, tables, corrections, evidence, roles, services, protocols, scenarios } };
}

describe('the same documents give the same catalog', () => {
  let plain: Awaited<ReturnType<typeof statedBy>>;
  beforeAll(async () => {
    const { folder, remove } = folderForAll();
    plain = await statedBy({ 'a.md': SERVERS, 'b.md': EDGE }, ['a.md', 'b.md'], folder);
    return remove;
  });
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  const bom = (text: string) => `\ufeff${text}`;

  it.each<[how: string, files: Record<string, string>, args: string[]]>([
    ['in another order', { 'a.md': SERVERS, 'b.md': EDGE }, ['b.md', 'a.md']],
    [
      'under any name',
      { 'ports.txt': SERVERS, '문서 2.markdown': EDGE, noext: EDGE },
      ['ports.txt', '문서 2.markdown', 'noext'],
    ],
    [
      'in a folder, in folders below it, beside other files',
      { 'docs/x/y/b.md': SERVERS, 'docs/z.txt': EDGE, 'docs/a.md': '# x', 'docs/c.json': '{' },
      ['docs'],
    ],
    ['with a byte order mark', { 'a.md': bom(SERVERS), 'b.md': bom(EDGE) }, ['.']],
    ['with CRLF', { 'a.md': crlf(SERVERS), 'b.md': crlf(EDGE) }, ['.']],
    ['with both', { 'a.md': bom(crlf(SERVERS)), 'b.md': bom(crlf(EDGE)) }, ['.']],
    [
      'with a copy of each beside it',
      { 'a.md': SERVERS, 'b.md': EDGE, 'c/a.md': crlf(SERVERS), 'c/b.md': EDGE },
      ['.', 'c', 'a.md'],
    ],
  ])('%s', async (_, files, args) => {
    expect(plain.stated.ports).toHaveLength(7);
    expect(await statedBy(files, args)).toEqual(plain);
  });
});

describe('scrape --out', () => {
  it('writes a snapshot of each document and the catalog, and says how much there is', () => {
    const cwd = temporaryFolder();
    cpSync(join(FIXTURES, 'documents'), join(cwd, 'docs'), { recursive: true });
    expect(run(['scrape', 'docs', '--out', 'a/b'], { cwd })).toMatchObject({
      status: 0,
      out: expect.arrayContaining(['2 documents, 3 tables, 7 rules, 7 corrections; 1 file without a port table']),
      err: [],
    });
    const snapshot = JSON.parse(
      readFileSync(join(cwd, 'a/b/snapshots/lync-server-2013/practice-edge-ports.json'), 'utf8'),
    );
    expect(snapshot.document).toMatchObject({
      id: 'lync-server-2013/practice-edge-ports',
      path: 'practice-edge.md',
      repository: null,
      assetId: '00000000-0000-4000-8000-000000000002',
      updated: '2014-07-23',
      translation: { type: 'MT', handedOff: '2019-05-11', sourceCommit: null },
    });
    expect(catalogIn(join(cwd, 'a/b')).documents.map(({ id }) => id)).toEqual([
      'lync-server-2013/practice-edge-ports',
      'skype-for-business-server-2015/practice-ports-for-servers',
    ]);
  });

  it('may be typed in any folder: paths are relative to it', () => {
    const cwd = temporaryFolder();
    cpSync(join(FIXTURES, 'documents'), join(cwd, 'docs'), { recursive: true });
    mkdirSync(join(cwd, 'elsewhere'));
    expect(run(['scrape', '../docs/practice-edge.md', '--out', '../out'], { cwd: join(cwd, 'elsewhere') }).status).toBe(
      0,
    );
    expect(catalogIn(join(cwd, 'out')).ports).toHaveLength(2);
  });

  it.each([
    ['scrape', 'called', 2],
    ['unit', 'working', 5],
  ])('started by the script "%s" counts from the %s folder', (script, _, rules) => {
    const cwd = temporaryFolder();
    const [called, working] = [join(cwd, 'called'), join(cwd, 'working')];
    for (const [folder, document] of [
      [called, EDGE],
      [working, SERVERS],
    ] as const) {
      mkdirSync(folder);
      writeFileSync(join(folder, 'a.md'), document);
    }
    run(['scrape', 'a.md', '--out', '../out'], {
      cwd: working,
      env: { npm_lifecycle_event: script, INIT_CWD: called },
    });
    expect(catalogIn(join(cwd, 'out')).ports).toHaveLength(rules);
  });
});
