import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../../scraper/src/read/decode.ts';
import { readBlobs } from '../../../../scraper/src/read/git/blobs.ts';
import { listDocuments } from '../../../../scraper/src/read/git/tree.ts';
import { LARGEST_DOCUMENT } from '../../../../scraper/src/read/text.ts';
import { makeRepository } from '../../../support/git-repository.ts';
import { open, readAll } from '../../../support/repositories.ts';

/** Commits a tree whose entries git itself would not take, and gives the commit. */
function commitTree(folder: string, entries: [mode: string, name: Uint8Array | string, id: string][]): string {
  const run = (args: string[], input: Uint8Array) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: folder, input })
      .toString()
      .trim();
  const parts = entries.flatMap(([mode, name, id]) => [
    Buffer.from(`${mode} `),
    Buffer.from(name),
    Buffer.from([0]),
    Buffer.from(id, 'hex'),
  ]);
  const tree = run(['hash-object', '-t', 'tree', '-w', '--literally', '--stdin'], Buffer.concat(parts));
  return run(['commit-tree', '-m', 'Odd', tree], Buffer.alloc(0));
}

describe('the documents at a ref', () => {
  it('are its .md, .markdown and .txt files with their commits, as one would read them in a folder', async () => {
    const made = makeRepository();
    const first = made.commit({ 'b.md': '\ufeffone\r\ntwo\r\n', 'a/c.txt': 'c', 'x.html': 'x', '.github/a.md': 'x' });
    const second = made.commit({ 'a/d.MARKDOWN': 'd', 'node_modules/p/readme.md': 'x' });
    made.git('remote', 'add', 'origin', 'https://github.com/example/docs.git');
    const { documents, diagnostics } = await readAll(made.folder, { ref: 'live' });
    expect(diagnostics).toEqual([]);
    const committed = (commit: string) =>
      new Date(made.git('show', '-s', '--format=%cI', commit)).toISOString().replace('.000', '');
    const from = (path: string, text: string, commit: string) => ({
      path,
      relativePath: path,
      text,
      sha256: sha256(text),
      provenance: { path, repository: 'example/docs', branch: 'live', commit, committed: committed(commit) },
      named: false,
    });
    expect(documents).toEqual([
      from('a/c.txt', 'c', first),
      from('a/d.MARKDOWN', 'd', second),
      from('b.md', 'one\ntwo\n', first),
    ]);
  });

  it('are what a sources file knows them as, where it does', async () => {
    const made = makeRepository();
    made.commit({ 'a.md': 'a', 'b.md': 'b' });
    const known = { path: 'Lync/a.md', repository: 'example/docs', branch: 'live', commit: 'c0ffee' };
    const provenance = (hashes: readonly string[]) => (hashes.includes(sha256('a')) ? known : null);
    const { documents } = await readAll(made.folder, { provenance });
    expect(documents.map((each) => each.provenance?.commit === 'c0ffee')).toEqual([true, false]);
  });

  it.each([
    ['a folder', 'Lync/', ['Lync/a.md']],
    ['a folder, without the slash', './Lync', ['Lync/a.md']],
    ['a document', 'Lync/a.md', ['Lync/a.md']],
    ['characters that mean more to git', 'L*', ['L*/b.md']],
    ['a word that means more to git', ':(top)', [':(top)/c.md']],
    ['characters that git writes with quotes', '포트 "1"', ['포트 "1"/\'d\'.md']],
    ['the root', '.', [':(top)/c.md', 'L*/b.md', 'Lync/a.md', '포트 "1"/\'d\'.md']],
  ])('are those below a path: %s', async (_, path, expected) => {
    const made = makeRepository();
    const files = ['Lync/a.md', 'L*/b.md', ':(top)/c.md', '포트 "1"/\'d\'.md'];
    made.commit(Object.fromEntries(files.map((file) => [file, file])));
    const { documents } = await readAll(made.folder, { path });
    expect(documents.map((each) => each.path)).toEqual(expected);
    expect(documents.map((each) => each.text)).toEqual(expected);
  });

  it.each([
    ['Skype/', ': HEAD has no document "Skype/", and never had'],
    ['../x', '"../x": no path in a repository: write it as git does, from its root'],
    ['/etc', '"/etc": no path in a repository: write it as git does, from its root'],
    ['--all', '"--all": no path in a repository: write it as git does, from its root'],
  ])('are none below %s, which is an error', async (path, says) => {
    const made = makeRepository();
    made.commit({ 'Lync/a.md': 'x' });
    await expect(readAll(made.folder, { path })).rejects.toThrow(says);
  });

  it('are none below a folder that was emptied; what went is known', async () => {
    const made = makeRepository();
    made.commit({ 'Lync/a.md': 'a', 'b.md': 'b' });
    const removed = made.commit({ 'Lync/a.md': null });
    const { documents, withdrawn } = await readAll(made.folder, { path: 'Lync/' });
    expect(documents).toEqual([]);
    expect(withdrawn).toEqual([
      { path: 'Lync/a.md', repository: null, branch: 'live', commit: removed, date: '2020-01-02T12:00:00Z' },
    ]);
  });

  it('do not take in links, submodules and paths that no file can have; they are named', async () => {
    const made = makeRepository();
    const commit = made.commit({ 'a.md': 'a', 'passwords.md': { link: '/etc/passwd' } });
    const blob = made.git('rev-parse', `${commit}:a.md`);
    const odd = commitTree(made.folder, [
      ['100644', '..', blob],
      ['100644', '../../x.md', blob],
      ['100644', 'a\u0007.md', blob],
      ['100644', 'a\\b.md', blob],
      ['100644', 'ok.md', blob],
      ['100644', Uint8Array.of(0xff, 0xfe, 0x2e, 0x6d, 0x64), blob],
      ['160000', 'sub.md', commit],
    ]);
    const repository = await open(made.folder);
    const at = async (id: string) => {
      const { documents, diagnostics } = await listDocuments(repository, id);
      const said = diagnostics.map((each) => `${each.severity} ${each.document}: ${each.message}`);
      return { documents: documents.map((each) => each.path), said };
    };
    expect(await at(commit)).toEqual({
      documents: ['a.md'],
      said: ['note passwords.md: passed over: a symbolic link'],
    });
    expect(await at(odd)).toEqual({
      documents: ['ok.md'],
      said: [
        'warning ../../x.md: passed over: no path that a file can have',
        'warning a\u0007.md: passed over: no path that a file can have',
        'warning a\\b.md: passed over: no path that a file can have',
        'warning \ufffd\ufffd.md: passed over: its path is not text in UTF-8',
        'note sub.md: passed over: a submodule',
      ],
    });
  });

  it('are reported one by one where they are no text that can be had; the others are read', async () => {
    const made = makeRepository();
    made.commit({
      'a.md': Buffer.from('포트').subarray(0, 5),
      'b.md': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
      'c.md': 'x'.repeat(LARGEST_DOCUMENT + 1),
      'd.md': 'd',
      'e.md': '',
    });
    const { documents, diagnostics } = await readAll(made.folder);
    expect(documents.map((each) => each.text)).toEqual(['d', '']);
    expect(diagnostics.map((each) => `${each.document}: ${each.severity}: ${each.message}`)).toEqual([
      'a.md: error: not a text in UTF-8',
      'b.md: error: its content is kept in Git LFS, and is not here',
      'c.md: error: 16777217 bytes are more than a document may have (16777216)',
    ]);
  });

  it('since another ref are those that are new, or have another text or path; and what went since', async () => {
    const made = makeRepository();
    made.commit({ 'a.md': 'a', 'b.md': 'b', 'c.md': 'c', 'd.md': 'd', 'old.md': 'long before' });
    made.commit({ 'old.md': null });
    made.git('tag', 'then');
    chmodSync(join(made.folder, 'a.md'), 0o755);
    made.commit({ 'b.md': 'B', 'c.md': null, 'd.md': null, 'e.md': 'd', 'f.md': 'f' });
    const { documents, withdrawn } = await readAll(made.folder, { changedSince: 'then' });
    expect(documents.map((each) => each.path)).toEqual(['b.md', 'e.md', 'f.md']);
    expect(withdrawn.map((each) => each.path)).toEqual(['c.md']);
    expect((await readAll(made.folder, { changedSince: 'live' })).documents).toEqual([]);
    expect((await readAll(`file://${made.folder}`, { changedSince: 'then' })).documents).toEqual(documents);
    expect((await readAll(`file://${made.folder}`, { ref: 'live~1', changedSince: 'live~2' })).withdrawn).toHaveLength(
      1,
    );
    await expect(readAll(made.folder, { changedSince: 'next' })).rejects.toThrow('no branch, tag or commit "next"');
  });
});

describe('contents', () => {
  it('are read in the order asked for, the same one twice too', async () => {
    const made = makeRepository();
    made.commit({ 'a.md': 'a\n\nb', 'b.md': 'x'.repeat(300_000) });
    const repository = await open(made.folder);
    const ids = ['live:b.md', 'live:a.md', 'live:b.md'].map((name) => made.git('rev-parse', name));
    const read = await Array.fromAsync(readBlobs(repository, ids));
    expect(read.map(({ id, size, bytes }) => [id, size, bytes?.length])).toEqual(
      ids.map((id, index) => [id, index === 1 ? 4 : 300_000, index === 1 ? 4 : 300_000]),
    );
    expect(await Array.fromAsync(readBlobs(repository, []))).toEqual([]);
  });

  it('need not be read to the end', async () => {
    const made = makeRepository();
    made.commit(Object.fromEntries(Array.from({ length: 50 }, (_, each) => [`${each}.md`, `${each}`.repeat(50_000)])));
    const repository = await open(made.folder);
    const { documents } = await listDocuments(repository, made.git('rev-parse', 'live'));
    for await (const { size } of readBlobs(
      repository,
      documents.map((each) => each.blob),
    )) {
      expect(size).toBe(50_000);
      break;
    }
  });

  it('that are not there are an error, in a damaged repository and in a partial clone', async () => {
    const made = makeRepository();
    made.commit({ 'a.md': 'a' });
    const blob = made.git('rev-parse', 'live:a.md');
    const none = '0123456789012345678901234567890123456789';
    await expect(Array.fromAsync(readBlobs(await open(made.folder), [blob, none]))).rejects.toThrow(
      `its object ${none} is missing: is it a partial clone, or damaged?`,
    );
    made.git('config', 'uploadpack.allowFilter', 'true');
    made.git('clone', '--quiet', '--bare', '--filter=blob:none', `file://${made.folder}`, 'partial.git');
    await expect(readAll(join(made.folder, 'partial.git'))).rejects.toThrow('partial clone');
  });
});
