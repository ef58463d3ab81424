import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listBranches, resolveRef } from '../../../../scraper/src/read/git/refs.ts';
import { openRepository } from '../../../../scraper/src/read/git/repository.ts';
import { listDocuments } from '../../../../scraper/src/read/git/tree.ts';
import { temporaryFolder } from '../../../support/folders.ts';
import { makeRepository } from '../../../support/git-repository.ts';
import { open, texts } from '../../../support/repositories.ts';

/** A repository with two branches and a tag. */
function sample() {
  const made = makeRepository();
  const first = made.commit({ 'a.md': 'one' });
  made.git('tag', 'v1');
  const second = made.commit({ 'a.md': 'two' });
  made.git('branch', 'side', 'v1');
  return { ...made, first, second };
}

describe('a repository is read', () => {
  it.each<[what: string, address: (made: ReturnType<typeof sample>) => string]>([
    ['from a folder with a work tree', ({ folder }) => folder],
    ['from its .git folder', ({ folder }) => join(folder, '.git')],
    [
      'from a bare one',
      ({ folder, git }) => {
        git('clone', '--quiet', '--bare', '.', 'bare.git');
        return join(folder, 'bare.git');
      },
    ],
    [
      'from a further work tree of it',
      ({ folder, git }) => {
        git('worktree', 'add', '--quiet', 'further', 'side');
        return join(folder, 'further');
      },
    ],
    [
      'from a bundle',
      ({ folder, git }) => {
        git('bundle', 'create', '--quiet', 'all.bundle', '--all');
        return join(folder, 'all.bundle');
      },
    ],
    ['from a URL', ({ folder }) => `file://${folder}`],
    [
      'from a URL, the contents only when they are read',
      ({ folder, git }) => {
        git('config', 'uploadpack.allowFilter', 'true');
        return `file://${folder}`;
      },
    ],
  ])('%s', async (_, address) => {
    const made = sample();
    const repository = await open(address(made));
    expect(await listBranches(repository)).toEqual([
      { name: 'live', commit: made.second },
      { name: 'side', commit: made.first },
    ]);
    const { documents } = await listDocuments(repository, made.second);
    expect(
      await texts(
        repository,
        documents.map((each) => each.blob),
      ),
    ).toEqual(['two']);
  });

  it('by a path relative to the folder that it was typed in', async () => {
    const made = sample();
    expect((await open('.', { cwd: made.folder })).shown).toBe('.');
  });

  it('whatever repository the environment of a hook points at', async () => {
    const made = sample();
    process.env.GIT_DIR = '/nowhere';
    try {
      expect((await resolveRef(await open(made.folder), 'live')).commit).toBe(made.second);
    } finally {
      delete process.env.GIT_DIR;
    }
  });

  it('without running its hooks or changing a file of it', async () => {
    const made = sample();
    const hook = join(made.folder, '.git/hooks/reference-transaction');
    mkdirSync(join(made.folder, '.git/hooks'), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\ntouch ${made.folder}/ran\n`, { mode: 0o755 });
    const list = () => readdirSync(made.folder, { recursive: true }).toSorted();
    const before = list();
    await open(made.folder);
    await open(`file://${made.folder}`);
    expect(list()).toEqual(before);
  });

  it('only as to the refs that are asked for, where it is remote', async () => {
    const made = sample();
    const repository = await open(`file://${made.folder}`, { refs: ['side', 'v1', made.second, 'HEAD'] });
    const commits = await Promise.all(['side', 'v1', made.second].map((ref) => resolveRef(repository, ref)));
    expect(commits.map(({ commit, branch }) => [commit, branch])).toEqual([
      [made.first, 'side'],
      [made.first, null],
      [made.second, null],
    ]);
    const side = await open(`file://${made.folder}`, { refs: ['side'] });
    expect((await listBranches(side)).map(({ name }) => name)).toEqual(['side']);
  });

  it('without the contents of its files, where it is remote and allows that', async () => {
    const made = sample();
    made.git('config', 'uploadpack.allowFilter', 'true');
    const repository = await open(`file://${made.folder}`);
    const kinds = () => made.git('--git-dir', repository.gitDir, 'cat-file', '--batch-all-objects', '--batch-check');
    expect(kinds()).not.toContain('blob');
    const { documents } = await listDocuments(repository, made.first);
    expect(kinds()).not.toContain('blob');
    const ids = documents.map((each) => each.blob);
    expect(await texts(repository, [...ids, ...ids])).toEqual(['one', 'one']);
    expect(kinds().match(/blob/g)).toHaveLength(1);
  });

  it('and its copy is gone when it is closed', async () => {
    const repository = await openRepository(`file://${sample().folder}`);
    expect(existsSync(repository.gitDir)).toBe(true);
    repository.close();
    expect(existsSync(repository.gitDir)).toBe(false);
    expect(() => repository.close()).not.toThrow();
  });

  it.each(['SIGINT', 'SIGTERM'])('and its copy is gone when the process ends by %s', (signal) => {
    const { folder } = sample();
    const script = join(folder, 'interrupted.mjs');
    const reader = new URL('../../../../scraper/src/read/git/repository.ts', import.meta.url).href;
    writeFileSync(
      script,
      `import { openRepository } from ${JSON.stringify(reader)};
       const { gitDir } = await openRepository('file://${folder}');
       process.stdout.write(gitDir);
       process.kill(process.pid, '${signal}');
       setTimeout(() => {}, 20_000);`,
    );
    let ended: { signal?: string; stdout?: string } = {};
    try {
      execFileSync(process.execPath, [script], { encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      ended = error as typeof ended;
    }
    expect(ended.signal).toBe(signal);
    expect(ended.stdout).toContain(tmpdir());
    expect(existsSync(ended.stdout ?? '')).toBe(false);
  });
});

describe('a remote that says nothing', () => {
  it('is given up by Ctrl-C, and leaves nothing behind', async () => {
    const folder = temporaryFolder();
    const script = join(folder, 'waiting.mjs');
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary);
    const mute = createServer().listen(0, '127.0.0.1');
    const connected = once(mute, 'connection').then(([socket]: Socket[]) => ({
      closed: new Promise((resolve) => socket?.on('error', resolve).on('close', resolve).resume()),
    }));
    onTestFinished(() => void mute.close());
    await once(mute, 'listening');
    const { port } = mute.address() as AddressInfo;
    const reader = new URL('../../../../scraper/src/read/git/repository.ts', import.meta.url).href;
    writeFileSync(
      script,
      `import { openRepository } from ${JSON.stringify(reader)};
       await openRepository('git://127.0.0.1:${port}/docs');`,
    );
    const child = spawn(process.execPath, [script], { env: { ...process.env, TMPDIR: temporary }, stdio: 'ignore' });
    const ended = once(child, 'exit');
    const { closed } = await connected;
    expect(readdirSync(temporary)).toHaveLength(1);
    child.kill('SIGINT');
    expect(await ended).toEqual([null, 'SIGINT']);
    expect(readdirSync(temporary)).toEqual([]);
    // The connection ends because git does.
    await closed;
  });
});

describe('a repository is called', () => {
  it.each([
    ['https://github.com/MicrosoftDocs/docs.ko-KR', 'MicrosoftDocs/docs.ko-KR'],
    ['https://github.com/MicrosoftDocs/docs.ko-KR.git', 'MicrosoftDocs/docs.ko-KR'],
    ['https://user:secret@github.com/MicrosoftDocs/docs.git/', 'MicrosoftDocs/docs'],
    ['git@github.com:MicrosoftDocs/docs.git', 'MicrosoftDocs/docs'],
    ['ssh://git@github.com/MicrosoftDocs/docs.git', 'MicrosoftDocs/docs'],
    ['https://user:secret@git.example.com/team/docs.git', 'https://git.example.com/team/docs'],
    ['git@git.example.com:team/docs.git', 'ssh://git.example.com/team/docs'],
    ['https://github.com/a/b/c', 'https://github.com/a/b/c'],
    ['/srv/docs.git', null],
    ['../docs', null],
    ['file:///srv/docs.git', null],
    ['C:\\docs', null],
  ])('of origin %s: %s', async (origin, name) => {
    const made = sample();
    made.git('remote', 'add', 'origin', origin);
    expect((await open(made.folder)).name).toBe(name);
  });

  it('nothing where it is a bundle or has no origin', async () => {
    const made = sample();
    made.git('bundle', 'create', '--quiet', 'all.bundle', '--all');
    expect((await open(join(made.folder, 'all.bundle'))).name).toBe(null);
    expect((await open(made.folder)).name).toBe(null);
  });
});

describe('a repository is refused', () => {
  it.each<[why: string, typed: string, says: string | RegExp]>([
    ['an option', '--upload-pack=x', '"--upload-pack=x": no path or URL of a repository'],
    ['an empty text', '', '"": no path or URL of a repository'],
    [
      'plain http',
      'http://example.com/a',
      'http://example.com/a: a repository is read over https, ssh, git or file, not http',
    ],
    [
      'a helper that runs commands',
      'ext::sh -c x',
      'ext::sh -c x: there is no such folder or bundle, and it is no URL',
    ],
    ['a helper as a URL', 'ext://x', 'ext://x: a repository is read over https, ssh, git or file, not ext'],
    ['a path where nothing is', '/nowhere/docs', '/nowhere/docs: there is no such folder or bundle, and it is no URL'],
    [
      'credentials in a URL, which are not shown',
      'ftp://me:secret@example.com/x',
      'ftp://example.com/x: a repository is read over https, ssh, git or file, not ftp',
    ],
    [
      'a URL where nothing is',
      'file:///nowhere/docs',
      /^file:\/\/\/nowhere\/docs: cannot be fetched: .*does not appear to be a git repo/,
    ],
  ])('%s', async (_, typed, says) => {
    const error = await openRepository(typed).catch((reason: Error) => reason);
    expect(error).toMatchObject({
      name: 'Error',
      message: typeof says === 'string' ? says : expect.stringMatching(says),
    });
  });

  it('a folder that is none', async () => {
    const folder = temporaryFolder();
    await expect(openRepository(folder)).rejects.toThrow(`${folder}: not a git repository`);
  });

  it('a folder inside one', async () => {
    const made = makeRepository();
    made.commit({ 'docs/a.md': 'x' });
    await expect(openRepository(join(made.folder, 'docs'))).rejects.toThrow(
      `docs: this is a folder in the repository at ${made.folder}: name that, and --path`,
    );
  });

  it('a file that is no bundle', async () => {
    const file = join(temporaryFolder(), 'a.bundle');
    writeFileSync(file, 'text');
    await expect(openRepository(file)).rejects.toThrow(`${file}: not a git bundle that can be read: `);
  });

  it('a bundle that builds on commits that it does not hold', async () => {
    const made = sample();
    made.git('bundle', 'create', '--quiet', 'part.bundle', 'v1..live');
    await expect(openRepository(join(made.folder, 'part.bundle'))).rejects.toThrow(/lacks these prerequisite commits/);
  });

  it('one whose history is cut off', async () => {
    const made = sample();
    made.git('clone', '--quiet', '--depth=1', `file://${made.folder}`, 'shallow');
    await expect(openRepository(join(made.folder, 'shallow'))).rejects.toThrow(
      'its history is cut off, so it cannot tell when a document changed; fetch the rest with: git fetch --unshallow',
    );
  });

  it('a remote one whose history is cut off', async () => {
    const made = sample();
    made.git('clone', '--quiet', '--depth=1', `file://${made.folder}`, 'shallow');
    const address = `file://${join(made.folder, 'shallow')}`;
    await expect(openRepository(address)).rejects.toThrow(`${address}: its history is cut off`);
  });

  it('a remote one without the ref', async () => {
    const { folder } = sample();
    await expect(openRepository(`file://${folder}`, { refs: ['next'] })).rejects.toThrow(
      `file://${folder}: it has no branch or tag "next"; a commit is named by its full id`,
    );
  });

  it('where git is not installed', async () => {
    const { folder } = sample();
    const path = process.env.PATH;
    process.env.PATH = '/nowhere';
    try {
      await expect(openRepository(folder)).rejects.toThrow('git is not installed, or not on the PATH');
    } finally {
      process.env.PATH = path;
    }
  });
});

describe('a ref', () => {
  it('is a branch before it is a tag, one of the remote too, or what git takes for a commit', async () => {
    const made = sample();
    made.git('tag', 'side', 'live');
    made.git('update-ref', 'refs/remotes/origin/far', made.first);
    const repository = await open(made.folder);
    const refs = await Promise.all(
      ['side', 'v1', 'far', 'live~1', made.second.slice(0, 12), 'HEAD'].map((name) => resolveRef(repository, name)),
    );
    expect(refs).toEqual([
      { name: 'side', commit: made.first, branch: 'side' },
      { name: 'v1', commit: made.first, branch: null },
      { name: 'far', commit: made.first, branch: 'far' },
      { name: 'live~1', commit: made.first, branch: null },
      { name: made.second.slice(0, 12), commit: made.second, branch: null },
      { name: 'HEAD', commit: made.second, branch: 'live' },
    ]);
  });

  it.each<[fact: string, refs: string[], says: string]>([
    ['is the one that a bundle was on', ['--all'], 'live'],
    ['is the only branch of a bundle that was made of one', ['side'], 'side'],
    ['is none in a bundle of several that was on none', ['live', 'side'], 'its branches: live, side'],
  ])('HEAD %s', async (_, refs, says) => {
    const made = sample();
    made.git('bundle', 'create', '--quiet', 'a.bundle', ...refs);
    const repository = await open(join(made.folder, 'a.bundle'));
    const branch = resolveRef(repository, 'HEAD').then((ref) => ref.branch ?? 'none');
    expect(await branch.catch((error: Error) => error.message)).toContain(says);
  });

  it.each([
    ['--all', '"--all": no name of a branch, tag or commit'],
    ['', '"": no name of a branch, tag or commit'],
    ['a b', '"a b": no name of a branch, tag or commit'],
    ['next', 'it has no branch, tag or commit "next"; its branches: live, side'],
    ['v1..live', 'it has no branch, tag or commit "v1..live"'],
    ['live:a.md', 'it has no branch, tag or commit "live:a.md"'],
  ])('%j is refused', async (name, says) => {
    await expect(resolveRef(await open(sample().folder), name)).rejects.toThrow(says);
  });
});
