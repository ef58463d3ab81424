import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../scraper/src/read/decode.ts';
import { catalogIn, FIXTURES, run } from '../../support/cli.ts';
import { folderForAll, temporaryFolder } from '../../support/folders.ts';
import { makeRepository } from '../../support/git-repository.ts';
import { runHere, scrapeHere } from '../../support/scraping.ts';
import { sharedDocs, withoutDocs } from '../../support/shared-docs.ts';

const page = (name: string) => readFileSync(join(FIXTURES, `${name}.md`), 'utf8');
const EDGE = page('documents/practice-edge');
const SERVERS = page('documents/practice-servers');
const SERVERS_CHANGED = SERVERS.replace('4443', '4444');

/** A repository with two documents on `live`; the second changed, and a third came that has no port table. */
function documents(at = temporaryFolder()) {
  const made = makeRepository(at);
  const first = made.commit({ 'Lync/edge.md': EDGE, 'Lync/servers.md': SERVERS });
  made.git('remote', 'add', 'origin', 'https://github.com/example/docs.ko-KR');
  made.git('tag', 'then');
  const second = made.commit({ 'Lync/servers.md': SERVERS_CHANGED, 'prose.md': page('documents/practice-prose') });
  return { ...made, first, second };
}

/** Where each document of a run came from. */
const origins = (folder: string) =>
  catalogIn(folder).documents.map(({ path, repository, commit }) => `${repository} ${path} ${commit}`);

describe('scrape --repo', () => {
  it('reads the documents of a repository at a ref, with where they are from', () => {
    const { folder, first, second } = documents();
    const { status, out } = run(['scrape', '--repo', '.', '--ref', 'live', '--out', 'out'], { cwd: folder });
    expect([status, out[0]]).toEqual([0, expect.stringContaining('; 1 file without a port table')]);
    expect(origins(join(folder, 'out'))).toEqual([
      `example/docs.ko-KR Lync/edge.md ${first}`,
      `example/docs.ko-KR Lync/servers.md ${second}`,
    ]);
  });

  it('reads what is committed, whatever stands in the folder', async () => {
    const { folder, second } = documents();
    cpSync(join(FIXTURES, 'faulty/range-upside-down.md'), join(folder, 'Lync/servers.md'));
    expect((await scrapeHere({ paths: [], repo: '.', path: 'Lync/servers.md' }, folder)).ok).toBe(true);
    expect(origins(join(folder, 'out'))).toEqual([`example/docs.ko-KR Lync/servers.md ${second}`]);
  });

  it('gives the same from a folder, a bundle and a URL, but for the name of the repository', async () => {
    const { folder, git } = documents();
    git('bundle', 'create', '--quiet', 'docs.bundle', 'live');
    const catalogs = new Set<string>();
    for (const repo of ['.', 'docs.bundle', `file://${folder}`]) {
      rmSync(join(folder, 'out'), { recursive: true, force: true });
      expect((await scrapeHere({ paths: [], repo, ref: 'live' }, folder)).ok).toBe(true);
      catalogs.add(readFileSync(join(folder, 'out/catalog.json'), 'utf8').replaceAll('"example/docs.ko-KR"', 'null'));
    }
    expect(catalogs.size).toBe(1);
  });

  it('reads files beside it', async () => {
    const { folder } = documents();
    cpSync(join(FIXTURES, 'documents/practice-edge.md'), join(folder, 'here/edge.md'));
    expect((await scrapeHere({ paths: ['here'], repo: '.', path: 'Lync/servers.md' }, folder)).ok).toBe(true);
    expect(catalogIn(join(folder, 'out')).documents.map(({ path }) => path)).toEqual(['edge.md', 'Lync/servers.md']);
  });

  it('takes the word of a sources file, as for a copy of a repository', () => {
    const { folder } = documents();
    const known = { path: 'Lync/e.md', repository: 'example/other', branch: 'live', commit: 'c0ffee' };
    const sources = join(folder, 'sources.json');
    const entry = [{ ...known, sha256: sha256(EDGE) }];
    writeFileSync(sources, JSON.stringify(entry));
    const args = ['scrape', '--repo', '.', '--path', 'Lync/edge.md', '--sources', 'sources.json', '--out', 'out'];
    expect(run(args, { cwd: folder }).status).toBe(0);
    expect(origins(join(folder, 'out'))).toEqual(['example/other Lync/e.md c0ffee']);
  });

  it('says when documents were deleted where none is left', () => {
    const made = makeRepository();
    made.commit({ 'Lync/edge.md': EDGE, 'Lync/servers.md': SERVERS });
    made.commit({ 'Lync/edge.md': null, 'Lync/servers.md': null });
    const { status, err } = run(['scrape', '--repo', '.', '--out', 'out'], { cwd: made.folder });
    const nothing = 'no document with a port table here any more: 2 documents deleted, the last on 2020-01-02';
    expect([status, err]).toEqual([1, [`.: error: ${nothing} [nothing-found]`, 'Nothing was written.']]);
  });

  it('must find a document that was named, and need not find one in a folder', async () => {
    const { folder } = documents();
    const scrape = (path: string) => runHere({ paths: [], repo: '.', path }, folder);
    expect((await scrape('prose.md')).err).toContain('prose.md: error: no port table in this document [no-port-table]');
    expect((await scrape('.')).status).toBe(0);
  });
});

describe('scrape --repo with what it cannot read', () => {
  let folder: string;
  beforeAll(() => {
    const made = folderForAll();
    folder = documents(made.folder).folder;
    cpSync(join(FIXTURES, 'documents'), join(folder, 'plain'), { recursive: true });
    return made.remove;
  });

  it.each([
    ['a repository that is not there', ['--repo', 'absent'], 'error: absent: there is no such folder or bundle'],
    ['a ref without a repository', ['x.md', '--ref', 'live'], '--ref needs --repo'],
  ])('refuses %s, with exit status 1', (_, args, says) => {
    const { status, err } = run(['scrape', ...args, '--out', 'out'], { cwd: folder });
    expect([status, err[0]?.startsWith(says), err[0]]).toEqual([1, true, err[0]]);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it.each([
    ['a folder that is no repository', { repo: 'plain' }, /^plain: /],
    ['a ref that is not there', { repo: '.', ref: 'next' }, /^\.: it has no branch, tag or commit "next"/],
    ['a path that is not there', { repo: '.', path: 'x/' }, /^\.: HEAD has no document "x\/", and never had/],
    ['a path that leads out', { repo: '.', path: '../x' }, /^"\.\.\/x": no path in a repository/],
    ['an option in place of a ref', { repo: '.', ref: '--all' }, /^"--all": no name of a branch/],
    ['a path without a repository', { paths: ['x.md'], path: 'live' }, /^--path needs --repo/],
    ['nothing at all', {}, /^scrape needs a file, a folder or a repository/],
  ])('refuses %s', async (_, typed, says) => {
    // What is refused before anything is read is thrown at once.
    await expect((async () => runHere({ paths: [], ...typed }, folder))()).rejects.toThrow(says);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});

describe('scrape --changed-since', () => {
  it('reads only what is not as it was', async () => {
    const { folder, second } = documents();
    expect((await scrapeHere({ paths: [], repo: '.', 'changed-since': 'then' }, folder)).ok).toBe(true);
    expect(origins(join(folder, 'out'))).toEqual([`example/docs.ko-KR Lync/servers.md ${second}`]);
  });

  it('may find nothing, which is no error', () => {
    const { folder } = documents();
    const args = ['scrape', '--repo', '.', '--changed-since', 'live', '--out', 'out'];
    expect(run(args, { cwd: folder })).toMatchObject({ status: 0, err: [] });
  });
});

describe.skipIf(sharedDocs === null)(`scrape --repo on the real repository${withoutDocs}`, () => {
  it('finds the documents of a head', () => {
    const { folder } = makeRepository();
    const bundle = join(sharedDocs ?? '', 'port-documents.bundle');
    const args = ['scrape', '--repo', bundle, '--ref', 'live', '--lenient', '--out', 'out'];
    expect(run(args, { cwd: folder }).status).toBe(0);
    const paths = catalogIn(join(folder, 'out')).documents.map(({ path }) => path);
    expect(paths).toContain('Skype/SfbServer/plan-your-deployment/network-requirements/ports-and-protocols.md');
    // In November 2020 those of Lync Server 2013 were deleted.
    expect(paths.filter((path) => path.startsWith('Lync/'))).toEqual([]);
  });
});
