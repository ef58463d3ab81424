import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBlobs } from '../../../../scraper/src/read/git/blobs.ts';
import { documentHistories, goneDocuments, lastChanges } from '../../../../scraper/src/read/git/history.ts';
import { listBranches } from '../../../../scraper/src/read/git/refs.ts';
import { openRepository, type Repository } from '../../../../scraper/src/read/git/repository.ts';
import { listDocuments } from '../../../../scraper/src/read/git/tree.ts';
import { type MadeRepository, makeRepository } from '../../../support/git-repository.ts';
import { open } from '../../../support/repositories.ts';
import { sharedDocs, withoutDocs } from '../../../support/shared-docs.ts';

/** A page long enough for git to recognise it when a line of it changes. */
const PAGE = Array.from({ length: 40 }, (_, line) => `line ${line} of a page about ports`).join('\n');
const OTHER = Array.from({ length: 40 }, (_, line) => `${line}: something else altogether`).join('\n');

/** Each document's history in short: `path: change path@commit …`. */
async function histories({ folder, git }: MadeRepository, path: string | null = null, address = folder) {
  const commits = git('rev-list', '--all', '--reverse', '--topo-order').split('\n');
  const repository = await open(address);
  const found = await documentHistories(repository, git('rev-parse', 'live'), path);
  return found.map(({ path: name, revisions }) => {
    const steps = revisions.map((each) => `${each.change} ${each.path}@${commits.indexOf(each.commit.id) + 1}`);
    return `${name}: ${steps.join(', ')}`;
  });
}

describe('the history of documents', () => {
  it('tells who changed what and when, with the content', async () => {
    const made = makeRepository();
    made.commit({ 'a.md': 'one', 'x.html': 'x' });
    const second = made.commit({ 'a.md': 'two' }, '두 번째 "change" -- it\n\nmore');
    const [history] = await documentHistories(await open(made.folder), second);
    expect(history?.revisions[0]).toEqual({
      commit: {
        id: second,
        committed: '2020-01-02T12:00:00Z',
        subject: '두 번째 "change" -- it',
      },
      path: 'a.md',
      blob: made.git('rev-parse', 'live:a.md'),
      change: 'changed',
    });
  });

  it('follows a document through a rename, with or without a change of its text', async () => {
    const made = makeRepository();
    made.commit({ 'a.md': PAGE });
    made.commit({ 'a.md': null, 'b.md': PAGE });
    made.commit({ 'b.md': `${PAGE}!` });
    made.commit({ 'b.md': null, 'c/d.md': `${PAGE}\nand more` });
    expect(await histories(made)).toEqual(['c/d.md: renamed c/d.md@4, changed b.md@3, renamed b.md@2, added a.md@1']);
  });

  it('follows it out of the folder that was named, also in a copy without contents', async () => {
    const made = makeRepository();
    made.commit({ 'old/a.md': PAGE });
    made.commit({ 'old/a.md': null, 'older/a.md': PAGE });
    made.commit({ 'older/a.md': null, 'new/a.md': `${PAGE}\nand more` });
    made.git('config', 'uploadpack.allowFilter', 'true');
    const expected = ['new/a.md: renamed new/a.md@3, renamed older/a.md@2, added old/a.md@1'];
    expect(await histories(made, 'new/')).toEqual(expected);
    expect(await histories(made, 'new/', `file://${made.folder}`)).toEqual(expected);
  });

  it('does not take a page of the same kind for a rename', async () => {
    const made = makeRepository();
    const half = `${PAGE}\n${OTHER}`;
    made.commit({ 'a.md': half });
    made.commit({ 'a.md': null, 'b.md': `${PAGE}\n${OTHER.toUpperCase()}` });
    expect(await histories(made)).toEqual(['a.md: removed a.md@2, added a.md@1', 'b.md: added b.md@2']);
  });

  it('keeps apart two documents that had one path, one after the other', async () => {
    const made = makeRepository();
    made.commit({ 'a.md': PAGE });
    made.commit({ 'a.md': null, 'b.md': PAGE });
    made.commit({ 'a.md': OTHER });
    expect(await histories(made)).toEqual(['a.md: added a.md@3', 'b.md: renamed b.md@2, added a.md@1']);
  });

  it('takes a document that went and came back for one', async () => {
    const made = makeRepository();
    made.commit({ 'a.md': PAGE });
    made.commit({ 'a.md': null });
    made.commit({ 'a.md': OTHER });
    expect(await histories(made)).toEqual(['a.md: added a.md@3, removed a.md@2, added a.md@1']);
  });

  it('counts a document as gone that became a link', async () => {
    const made = makeRepository();
    made.commit({ 'a.md': PAGE });
    made.commit({ 'a.md': { link: 'b.md' } });
    expect(await histories(made)).toEqual(['a.md: removed a.md@2, added a.md@1']);
  });

  it('goes through merges, and tells of one only where it settles on a text of its own', async () => {
    const made = makeRepository();
    made.commit({ 'a.md': PAGE, 'b.md': 'b' });
    made.git('checkout', '--quiet', '-b', 'side');
    const side = made.commit({ 'a.md': `${PAGE}\nside` });
    made.git('checkout', '--quiet', 'live');
    made.commit({ 'b.md': 'B' });
    made.git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'side');
    const [a] = await documentHistories(await open(made.folder), made.git('rev-parse', 'live'));
    expect(a?.revisions.map((each) => each.commit.id)[0]).toBe(side);
    made.git('checkout', '--quiet', 'side');
    made.commit({ 'a.md': `${PAGE}\nside again` });
    made.git('checkout', '--quiet', 'live');
    made.commit({ 'a.md': `${PAGE}\nlive` });
    made.git('merge', '--quiet', '--no-commit', '-s', 'ours', 'side');
    const merge = made.commit({ 'a.md': `${PAGE}\nsettled` }, 'Settle');
    const repository = await open(made.folder);
    const [settled] = await documentHistories(repository, merge);
    expect(settled?.revisions[0]).toMatchObject({ commit: { id: merge, subject: 'Settle' }, change: 'changed' });
    const last = await lastChanges(repository, merge, (await listDocuments(repository, merge)).documents);
    expect(last.get('a.md')?.id).toBe(merge);
  });

  it('names the last commit that gave a text back which was there before', async () => {
    const made = makeRepository();
    for (const text of ['one', 'two']) made.commit({ 'a.md': text });
    const back = made.commit({ 'a.md': 'one' });
    const repository = await open(made.folder);
    const last = await lastChanges(repository, back, (await listDocuments(repository, back)).documents);
    expect(last.get('a.md')?.id).toBe(back);
  });

  it('names the commit of the text that a merge took, not a later one whose text it left', async () => {
    const made = makeRepository();
    const kept = made.commit({ 'a.md': 'kept', 'b.md': 'b' });
    made.git('checkout', '--quiet', '-b', 'side');
    made.commit({ 'a.md': 'left', 'b.md': 'taken' });
    made.git('checkout', '--quiet', 'live');
    made.git('merge', '--quiet', '--no-ff', '--no-commit', 'side');
    const merge = made.commit({ 'a.md': 'kept' }, 'Merge');
    const repository = await open(made.folder);
    const last = await lastChanges(repository, merge, (await listDocuments(repository, merge)).documents);
    expect(last.get('a.md')?.id).toBe(kept);
  });

  it('is an error where nothing ever was', async () => {
    const made = makeRepository();
    const commit = made.commit({ 'a.md': 'a' });
    const repository = await open(made.folder);
    await expect(documentHistories(repository, commit, 'b.md')).rejects.toThrow('it never had a document b.md');
    expect(await goneDocuments(repository, commit, 'b.md')).toEqual([]);
  });

  it('does not count what was renamed among what is gone', async () => {
    const made = makeRepository();
    made.commit({ 'a.md': PAGE, 'c.md': OTHER });
    made.commit({ 'a.md': null, 'b.md': PAGE });
    const commit = made.commit({ 'c.md': null }, 'Remove');
    expect(await goneDocuments(await open(made.folder), commit)).toEqual([
      { path: 'c.md', commit: expect.objectContaining({ id: commit, subject: 'Remove' }) },
    ]);
  });
});

describe.skipIf(sharedDocs === null)(`the real repository${withoutDocs}`, () => {
  const bundle = join(sharedDocs ?? '', 'port-documents.bundle');
  const git = (repository: Repository, ...args: string[]) =>
    execFileSync('git', ['--git-dir', repository.gitDir, ...args], { encoding: 'utf8' })
      .trim()
      .split('\n');

  it('is read whole: what git counts, the reader has', async () => {
    const repository = await openRepository(bundle);
    const branches = await listBranches(repository);
    const heads = execFileSync('git', ['bundle', 'list-heads', bundle], { encoding: 'utf8' }).trim().split('\n');
    expect(branches.map(({ name, commit }) => `${commit} refs/heads/${name}`)).toEqual(heads);
    const commits = new Set<string>();
    for (const { name, commit } of branches) {
      const found = await documentHistories(repository, commit);
      const revisions = found.flatMap((each) => each.revisions);
      for (const each of revisions) commits.add(each.commit.id);
      const changes = git(repository, 'log', '--format=', '--name-only', name).filter((line) => line !== '');
      expect(revisions).toHaveLength(changes.length);
      const gone = await goneDocuments(repository, commit);
      expect(found.filter((each) => each.revisions[0]?.change === 'removed').map((each) => each.path)).toEqual(
        gone.map((each) => each.path),
      );
      expect(found.length - gone.length).toBe((await listDocuments(repository, commit)).documents.length);
      const ids = revisions.flatMap((each) => each.blob ?? []);
      let bytes = 0;
      for await (const { size } of readBlobs(repository, ids)) bytes += size;
      const sizes = ids.map((id) => Number(git(repository, 'cat-file', '-s', id)[0]));
      expect(bytes).toBe(sizes.reduce((sum, each) => sum + each, 0));
    }
    expect(commits.size).toBe(Number(git(repository, 'rev-list', '--all', '--count')[0]));
    repository.close();
  });
});
