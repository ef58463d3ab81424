import { describe, expect, it } from 'vitest';
import type { SnapshotDocument } from '../../../scraper/src/model/snapshot.ts';
import { sha256 } from '../../../scraper/src/read/decode.ts';
import { openCache } from '../../../scraper/src/read/host/cache.ts';
import { LIMITS } from '../../../scraper/src/read/host/get.ts';
import { type Host, hostOf } from '../../../scraper/src/read/host/github.ts';
import { inOrder } from '../../../scraper/src/read/host/in-order.ts';
import { type RefreshOptions, refreshDocuments } from '../../../scraper/src/read/refresh.ts';
import { collect } from '../../../scraper/src/read/source.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { commit, REPOSITORY, serveGithub } from '../../support/github.ts';
import { documentOf } from '../../support/rows.ts';
import { type Answering, inTurn, status, text } from '../../support/server.ts';

const OLD = commit('a1');
const NEW = commit('b2');
const PATH = 'Lync/포트 & more/a.md';

/** What a snapshot says of the document at `PATH`, taken of a text. */
const pinned = (of: string, given: Partial<SnapshotDocument> = {}) =>
  documentOf({ path: PATH, repository: REPOSITORY, branch: 'live', commit: OLD, sha256: sha256(of), ...given });

/** Refreshes documents, and says what came in short. */
async function refresh(documents: SnapshotDocument[], host: Host, at: RefreshOptions['at'] = 'pinned') {
  const limits = { ...LIMITS, attempts: 2, firstDelay: 2, longestDelay: 4, idle: 400, total: 800 };
  const get = { limits, cache: openCache(temporaryFolder()) };
  const { documents: came, diagnostics, withdrawn } = await collect(refreshDocuments(documents, { at, host, get }));
  return {
    documents: came.map(({ text: content, provenance, named }) => [
      content,
      provenance?.branch,
      provenance?.commit,
      named,
    ]),
    committed: came.map(({ provenance }) => provenance?.committed),
    said: diagnostics.map((each) => `${each.severity} ${each.code}: ${each.message}`),
    withdrawn,
  };
}

const stays = (why: string) => `warning not-refreshed: could not be had, its snapshot stays: ${why}`;

describe('the document of a snapshot, at its commit', () => {
  it('is had again as it was, with the provenance that it has', async () => {
    const { host, asked } = await serveGithub([{ path: PATH, history: [[OLD, '\ufeffone\r\ntwo']] }]);
    expect(await refresh([pinned('one\ntwo')], host)).toEqual({
      documents: [['one\ntwo', 'live', OLD, true]],
      committed: [null],
      said: [],
      withdrawn: [],
    });
    expect(asked).toEqual([`GET /raw/${REPOSITORY}/${OLD}/Lync/%ED%8F%AC%ED%8A%B8%20%26%20more/a.md`]);
  });

  it('is an error where it is another text than the one that the snapshot was taken of', async () => {
    const { host, asked } = await serveGithub([{ path: PATH, history: [[OLD, 'two']] }]);
    const { documents, said } = await refresh([pinned('one')], host);
    expect(documents).toEqual([]);
    expect(said).toEqual([
      `error sha256-mismatch: not the text of its snapshot: its sha256 is ${sha256('two')}, and its snapshot was taken of ${sha256('one')}, asked 2 times`,
    ]);
    expect(asked).toHaveLength(2);
  });

  it.each<[what: string, answer: Answering, why: string | RegExp]>([
    ['is not there', status(404), `there is no such file at ${OLD}`],
    ['is kept back', status(500), 'HTTP 500, asked 2 times'],
    ['is to be asked for much later', status(429, { 'retry-after': '7200' }), 'HTTP 429 and asks to wait 7200 s'],
    ['never comes', () => {}, 'no answer for 0.4 s, asked 2 times'],
    [
      'is cut off',
      (_, response) => void response.write('on', () => response.socket?.destroy()),
      /terminated.*asked 2 times/,
    ],
  ])('stays as its snapshot has it where it %s; the others come', async (_, instead, why) => {
    const { host } = await serveGithub([
      { path: PATH, history: [[OLD, 'one']], instead },
      { path: 'b.md', history: [[OLD, 'b']] },
    ]);
    const { documents, said } = await refresh([pinned('one'), pinned('b', { path: 'b.md' })], host);
    expect(documents).toEqual([['b', 'live', OLD, true]]);
    expect(said).toEqual([typeof why === 'string' ? stays(why) : expect.stringMatching(why)]);
  });

  it('is asked for again where the server lies about its length', async () => {
    const short: Answering = (_, response) => {
      response.socket?.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\none');
    };
    const { host } = await serveGithub([{ path: PATH, history: [[OLD, 'one']], instead: inTurn(short, text('one')) }]);
    expect((await refresh([pinned('one')], host)).documents).toEqual([['one', 'live', OLD, true]]);
  });

  it.each<[what: string, given: Partial<SnapshotDocument>, why: string]>([
    ['no repository', { repository: null }, 'its snapshot names no repository on GitHub'],
    [
      'a repository elsewhere',
      { repository: 'https://git.example.com/a/b' },
      'its snapshot names no repository on GitHub',
    ],
    ['a repository that leads out', { repository: '../x' }, 'its snapshot names no repository on GitHub'],
    ['no commit', { commit: null }, 'its snapshot names no commit'],
    ['a commit that is none', { commit: 'live' }, 'its snapshot names no commit'],
    ['a path that leads out', { path: 'a/../../b' }, 'its path is no path in a repository'],
  ])('is not asked for where the snapshot names %s', async (_, given, why) => {
    const { host, asked } = await serveGithub([]);
    expect((await refresh([pinned('one', given)], host)).said).toEqual([stays(why)]);
    expect(asked).toEqual([]);
  });
});

describe('the document of a snapshot, at a newer state', () => {
  const published = [
    {
      path: PATH,
      history: [
        [NEW, 'two'],
        [OLD, 'one'],
      ] as [string, string][],
    },
  ];

  it.each<[what: string, at: RefreshOptions['at']]>([
    ['a ref', { ref: 'live' }],
    ['its branch', 'latest'],
  ])('is that of the commit that last changed it on %s', async (_, at) => {
    const { host } = await serveGithub(published);
    expect(await refresh([pinned('one')], host, at)).toEqual({
      documents: [['two', 'live', NEW, true]],
      committed: ['2020-11-21T06:27:08Z'],
      said: [],
      withdrawn: [],
    });
  });

  it('is that of the snapshot where nothing changed since, and its sha256 is checked', async () => {
    const { host } = await serveGithub([{ path: PATH, history: [[OLD, 'one']] }]);
    const { documents, committed } = await refresh([pinned('one')], host, 'latest');
    expect([documents, committed]).toEqual([[['one', 'live', OLD, true]], ['2020-11-21T06:27:08Z']]);
    expect((await refresh([pinned('other')], host, 'latest')).said[0]).toMatch(/^error sha256-mismatch/);
  });

  it('is withdrawn where it was removed, with commit and date', async () => {
    const { host } = await serveGithub([
      {
        path: PATH,
        history: [
          [NEW, null],
          [OLD, 'one'],
        ],
      },
    ]);
    expect(await refresh([pinned('one')], host, { ref: 'live' })).toEqual({
      documents: [],
      committed: [],
      said: [],
      withdrawn: [{ path: PATH, repository: REPOSITORY, branch: 'live', commit: NEW, date: '2020-11-21T06:27:08Z' }],
    });
  });

  it('has no branch where the ref is a tag or a commit', async () => {
    const query = new URLSearchParams({ path: PATH, sha: 'v1', per_page: '1' });
    const commits = [{ sha: NEW, commit: { committer: { date: '2020-11-21T06:27:08Z' } } }];
    const tagged = { [`/api/repos/${REPOSITORY}/commits?${query}`]: text(JSON.stringify(commits)) };
    const { host } = await serveGithub(published, tagged);
    expect((await refresh([pinned('one')], host, { ref: 'v1' })).documents).toEqual([['two', null, NEW, true]]);
  });

  it('stays where what comes is not the content that git has, as when it is cut short', async () => {
    const { host } = await serveGithub([
      {
        path: PATH,
        history: [
          [NEW, 'two'],
          [OLD, 'one'],
        ],
        instead: text('tw'),
      },
    ]);
    const { documents, said } = await refresh([pinned('one')], host, 'latest');
    expect([documents, said]).toEqual([
      [],
      [expect.stringMatching(/stays: the content is not [0-9a-f]{40}, as it should be, asked 2 times$/)],
    ]);
  });

  const COMMITS = `/api/repos/${REPOSITORY}/commits?${new URLSearchParams({ path: PATH, sha: 'live', per_page: '1' })}`;
  it.each<[what: string, others: Record<string, Answering>, why: string | RegExp]>([
    [
      'GitHub was asked too often',
      { [COMMITS]: status(403, { 'retry-after': '900' }) },
      'HTTP 403 and asks to wait 900 s',
    ],
    ['there is no such ref', { [COMMITS]: status(404) }, `there is no ref "live" of ${REPOSITORY}`],
    ['the path was never there', { [COMMITS]: text('[]') }, `${REPOSITORY} never had it at live`],
    ['an answer is no JSON', { [COMMITS]: text('<html>') }, 'an answer that is not understood, asked 2 times'],
    [
      'an answer names no commit',
      { [COMMITS]: text('[{"sha":"../x"}]') },
      'an answer that is not understood, asked 2 times',
    ],
    [
      'it cannot be told whether the ref is a branch',
      { [`/api/repos/${REPOSITORY}/git/ref/heads/live`]: status(500) },
      'HTTP 500, asked 2 times',
    ],
  ])('stays where %s', async (_, others, why) => {
    const { host } = await serveGithub(published, others);
    expect((await refresh([pinned('one')], host, { ref: 'live' })).said).toEqual([expect.stringContaining(`${why}`)]);
  });

  it('stays where its snapshot names no branch', async () => {
    const { host } = await serveGithub(published);
    expect((await refresh([pinned('one', { branch: null })], host, 'latest')).said).toEqual([
      stays('its snapshot names no branch'),
    ]);
  });

  it.each(['', '-x', '../../x', 'a b', 'a//b', 'a/.b', 'a?b'])(
    'is not asked for at %j, which is no ref',
    async (ref) => {
      const { host } = await serveGithub(published);
      await expect(refresh([pinned('one')], host, { ref })).rejects.toThrow('no name of a branch, tag or commit');
    },
  );

  it('is asked for under a name where there is one, and by that name at the interface only', async () => {
    const seen: string[] = [];
    const note =
      (answer: string): Answering =>
      (request, response) => {
        seen.push(`${request.url?.slice(0, 5)} ${request.headers.authorization}`);
        response.end(answer);
      };
    const { host } = await serveGithub([{ path: PATH, history: [[OLD, 'one']], instead: note('one') }], {
      [`/api/repos/${REPOSITORY}/git/ref/heads/live`]: note('{}'),
    });
    await refresh([pinned('one')], { ...host, token: 'secret' }, 'latest');
    expect(seen).toEqual(['/api/ Bearer secret', '/raw/ undefined']);
  });
});

describe('the host', () => {
  it('is GitHub', () => {
    expect(hostOf({})).toEqual({
      raw: 'https://raw.githubusercontent.com/',
      api: 'https://api.github.com/',
      token: null,
    });
  });

  it.each([
    ['https://mirror.example.com', 'https://mirror.example.com/'],
    ['https://mirror.example.com/raw//', 'https://mirror.example.com/raw/'],
    ['http://localhost:80/x', 'http://localhost/x/'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['http://[::1]:8080', 'http://[::1]:8080/'],
  ])('may be another: %s', (given, taken) => {
    expect(hostOf({ LYNC_RAW_URL: given, GITHUB_TOKEN: 't' })).toMatchObject({ raw: taken, token: 't' });
  });

  it.each([
    'http://example.com/',
    'http://localhost.example.com/',
    'ftp://localhost/',
    'file:///etc/',
    'example.com',
    'https://me:secret@example.com/',
  ])('may not be %s', (given) => {
    expect(() => hostOf({ LYNC_API_URL: given })).toThrow(/^LYNC_API_URL: /);
  });
});

describe('work on many things', () => {
  it('is done some at a time, and yields in their order', async () => {
    let running = 0;
    let most = 0;
    const work = async (item: number) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 20 - item));
      running -= 1;
      return item;
    };
    const items = [1, 2, 3, 4, 5, 6, 7];
    expect(await Array.fromAsync(inOrder(items, 3, work))).toEqual(items);
    expect(most).toBe(3);
  });

  it('fails where one fails, in its turn', async () => {
    const work = async (item: number) => {
      if (item === 2) throw new Error('two');
      return item;
    };
    const seen: number[] = [];
    const all = async () => {
      for await (const each of inOrder([1, 2, 3], 3, work)) seen.push(each);
    };
    await expect(all()).rejects.toThrow('two');
    expect(seen).toEqual([1]);
  });
});
