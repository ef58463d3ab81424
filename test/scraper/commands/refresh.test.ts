import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SNAPSHOTS, VOCABULARY } from '../../../scraper/src/commands/places.ts';
import { scrape } from '../../../scraper/src/commands/scrape.ts';
import { readSnapshots } from '../../../scraper/src/commands/snapshots.ts';
import { sha256 } from '../../../scraper/src/read/decode.ts';
import { openCache } from '../../../scraper/src/read/host/cache.ts';
import { LIMITS } from '../../../scraper/src/read/host/get.ts';
import type { Host } from '../../../scraper/src/read/host/github.ts';
import { refreshDocuments } from '../../../scraper/src/read/refresh.ts';
import type { Documents, Found } from '../../../scraper/src/read/source.ts';
import { catalogIn, FIXTURES, runBeside } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { commit, REPOSITORY, serveGithub } from '../../support/github.ts';
import { READER } from '../../support/scraping.ts';
import { type Answering, serve, status } from '../../support/server.ts';
import { sharedDocs, withoutDocs } from '../../support/shared-docs.ts';
import { statisticsManagerFolder } from '../../support/statistics-manager.ts';

const OLD = commit('a1');
const NEW = commit('b2');
const page = (name: string) => readFileSync(join(FIXTURES, `documents/${name}.md`), 'utf8');
const PAGES = { 'Lync/edge.md': page('practice-edge'), 'Lync/servers.md': page('practice-servers') };
const EDGE = 'lync-server-2013/practice-edge-ports.json';
const SERVERS = 'skype-for-business-server-2015/practice-ports-for-servers.json';

/** A repository that holds the snapshots of two documents, and refreshing it. */
async function repository() {
  const root = temporaryFolder();
  const places = { vocabulary: VOCABULARY, snapshots: join(root, 'snapshots'), data: join(root, 'data') };
  const into = (documents: Documents) =>
    scrape({ documents, typed: 'the snapshots', mayBeEmpty: true, out: null, lenient: false, reader: READER }, places);
  await into(published());
  const refresh = (host: Host, at: 'pinned' | 'latest') => {
    const documents = readSnapshots(places.snapshots).snapshots.map(({ document }) => document);
    const limits = { ...LIMITS, attempts: 2, firstDelay: 1, longestDelay: 2 };
    return into(refreshDocuments(documents, { at, host, get: { limits, cache: openCache(join(root, 'cache')) } }));
  };
  /** All files of the repository with what is in them. */
  const files = () => {
    const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json'));
    return Object.fromEntries(paths.toSorted().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  };
  const snapshot = (name: string) => JSON.parse(readFileSync(join(places.snapshots, name), 'utf8')).document;
  return { refresh, files, snapshot };
}

async function* published(): AsyncGenerator<Found, void, undefined> {
  for (const [path, text] of Object.entries(PAGES)) {
    const provenance = { path, repository: REPOSITORY, branch: 'live', commit: OLD };
    yield { document: { path, relativePath: path, text, sha256: sha256(text), provenance, named: true } };
  }
}

/** The two documents as they were, and what the server has besides. */
function serveDocuments(edge: [string, string | null][], instead?: Answering) {
  return serveGithub([
    { path: 'Lync/edge.md', history: [...edge, [OLD, PAGES['Lync/edge.md']]], ...(instead && { instead }) },
    { path: 'Lync/servers.md', history: [[OLD, PAGES['Lync/servers.md']]] },
  ]);
}

const NOT_HAD = '2 documents could not be had: see above.';

describe('refreshing a repository', () => {
  it('changes nothing where nothing changed', async () => {
    const { refresh, files } = await repository();
    const before = files();
    const { host } = await serveDocuments([]);
    for (const at of ['pinned', 'latest'] as const) {
      expect(await refresh(host, at)).toMatchObject({ ok: true, incomplete: false, diagnostics: [] });
      expect(files()).toEqual(before);
    }
  });

  it('takes a newer text, with its commit', async () => {
    const { refresh, snapshot } = await repository();
    const newer = `${PAGES['Lync/edge.md']}\nMore prose.\n`;
    const { host } = await serveDocuments([[NEW, newer]]);
    expect(await refresh(host, 'latest')).toMatchObject({ ok: true, incomplete: false });
    expect(snapshot(EDGE)).toMatchObject({ commit: NEW, sha256: sha256(newer) });
    expect(snapshot(SERVERS)).toMatchObject({ commit: OLD });
  });

  it('leaves the snapshot of what could not be had, takes the rest, and says so', async () => {
    const { refresh, snapshot, files } = await repository();
    const before = files();
    const { host } = await serveGithub([
      { path: 'Lync/edge.md', history: [[OLD, '']], instead: status(500) },
      { path: 'Lync/servers.md', history: [[NEW, `${PAGES['Lync/servers.md']}\nMore prose.\n`]] },
    ]);
    const outcome = await refresh(host, 'latest');
    expect(outcome).toMatchObject({
      ok: true,
      incomplete: true,
      diagnostics: [{ code: 'not-refreshed', document: 'Lync/edge.md' }],
    });
    expect(outcome.report.at(-1)).toBe('1 document could not be had: see above.');
    expect(snapshot(SERVERS).commit).toBe(NEW);
    expect(files()[`snapshots/${EDGE}`]).toBe(before[`snapshots/${EDGE}`]);
  });

  it('leaves everything where nothing could be had', async () => {
    const { refresh, files } = await repository();
    const before = files();
    const { host } = await serveGithub([]);
    expect(await refresh(host, 'pinned')).toMatchObject({ ok: false, report: [NOT_HAD, 'Nothing was written.'] });
    expect(files()).toEqual(before);
  });

  it('writes nothing where a text is not the one that its snapshot was taken of', async () => {
    const { refresh, files } = await repository();
    const before = files();
    const { host } = await serveDocuments([], (_, response) => void response.end('another page'));
    const outcome = await refresh(host, 'pinned');
    expect([outcome.ok, outcome.diagnostics.map(({ code }) => code)]).toEqual([false, ['sha256-mismatch']]);
    expect(files()).toEqual(before);
  });

  it('keeps the snapshot and the rules of a document that was removed', async () => {
    const { refresh, files } = await repository();
    const before = files();
    const { host } = await serveDocuments([[NEW, null]]);
    expect(await refresh(host, 'latest')).toMatchObject({ ok: true, incomplete: false });
    expect(files()['data/ports.json']).toBe(before['data/ports.json']);
  });
});

/** The documents of the committed snapshots, and those that their English comes from. */
function withVariants() {
  return readSnapshots(SNAPSHOTS).snapshots.flatMap(({ document, english }) =>
    english === undefined ? [document] : [document, english.document],
  );
}

describe('scrape --refresh', () => {
  /** Runs it against a server, with a cache of its own. */
  async function refresh(url: string, args: readonly string[] = []) {
    const cwd = temporaryFolder();
    const env = { LYNC_RAW_URL: url, LYNC_API_URL: url, XDG_CACHE_HOME: join(cwd, 'cache'), GITHUB_TOKEN: '' };
    return { cwd, ...(await runBeside(['scrape', '--refresh', ...args, '--out', 'out'], { cwd, env })) };
  }

  it('says what it could not get, with exit status 1', async () => {
    const { url, asked } = await serve({});
    const { cwd, status: exit, err } = await refresh(url);
    const documents = withVariants();
    const paths = new Set(documents.map(({ path }) => path));
    expect(exit).toBe(1);
    expect(asked).toHaveLength(documents.length);
    expect(err).toEqual([
      ...documents.map(({ path, commit: at }) => {
        return `${path}: warning: could not be had, its snapshot stays: there is no such file at ${at} [not-refreshed]`;
      }),
      'In all:',
      expect.stringMatching(new RegExp(`^ +warning +${documents.length} +not-refreshed +in ${paths.size} documents$`)),
      `${documents.length} documents could not be had: see above.`,
      'Nothing was written.',
    ]);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it.each([
    [
      'a mirror without encryption',
      ['--refresh'],
      { LYNC_RAW_URL: 'http://example.com/' },
      'error: LYNC_RAW_URL: an https address is needed',
    ],
    ['a ref that is none', ['--refresh', '--ref', '../x'], {}, 'error: "../x": no name of a branch, tag or commit'],
    ['files beside it', ['--refresh', 'a.md'], {}, '--refresh takes the documents of the snapshots, and no others'],
    ['a repository beside it', ['--refresh', '--repo', '.'], {}, '--refresh does not go with --repo'],
    ['two states', ['--refresh', '--ref', 'live', '--latest'], {}, '--ref or --latest, not both'],
    ['the newest state of a folder', ['a', '--latest'], {}, '--latest needs --refresh'],
    ['a ref of a folder', ['a', '--ref', 'live'], {}, '--ref needs --repo or --refresh'],
  ])('refuses %s', async (_, args, env, says) => {
    const cwd = temporaryFolder();
    const { status: exit, err } = await runBeside(['scrape', ...args, '--out', 'out'], { cwd, env });
    expect([exit, err[0]?.startsWith(says), err[0]]).toEqual([1, true, err[0]]);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it.skipIf(sharedDocs === null)(`makes the same catalog of the real documents${withoutDocs}`, async () => {
    const { snapshots } = readSnapshots(SNAPSHOTS);
    const documents = snapshots.map(({ document }) => document);
    const published = withVariants();
    const folders = ['english', 'pinned', 'more', 'further'].map((folder) => join(sharedDocs ?? '', folder));
    folders.push(statisticsManagerFolder());
    const answers = published.map(({ repository: name, commit: at, path, sha256: hash }): [string, Answering] => {
      const files = folders.map((folder) => join(folder, path)).filter((file) => existsSync(file));
      const bytes = files.map((file) => readFileSync(file)).find((each) => sha256(each) === hash) ?? '';
      return [`/${name}/${at}/${path}`, (_, response) => void response.writeHead(200, { etag: '"1"' }).end(bytes)];
    });
    const { url } = await serve(Object.fromEntries(answers));
    const { status: exit, err, cwd } = await refresh(url);
    expect({ exit, err: err.filter((line) => !line.includes(': note: ')) }).toEqual({ exit: 0, err: [] });
    expect(
      catalogIn(join(cwd, 'out'))
        .documents.map(({ sha256: hash }) => hash)
        .toSorted(),
    ).toEqual(documents.map(({ sha256: hash }) => hash).toSorted());
    expect(readdirSync(join(cwd, 'cache/lync-ports/http'))).toHaveLength(published.length);
    for (const { id } of documents) {
      const file = `${id}.json`;
      expect(readFileSync(join(cwd, 'out/snapshots', file), 'utf8')).toBe(readFileSync(join(SNAPSHOTS, file), 'utf8'));
    }
  });
});
