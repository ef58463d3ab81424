import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../../scraper/src/read/files.ts';
import { collect } from '../../../scraper/src/read/source.ts';
import { temporaryFolder } from '../../support/folders.ts';

/** A folder with empty files at these paths. */
function folderWith(...paths: string[]): string {
  const folder = temporaryFolder();
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
  return folder;
}

async function read(cwd: string, ...paths: string[]) {
  const { documents } = await collect(readDocuments(paths, cwd, () => null));
  return documents.map(({ path, relativePath, named }) => [path, relativePath, named]);
}

describe('the documents at a path', () => {
  it('are a file, whatever its name', async () => {
    expect(await read(folderWith('a/ports', 'b.json'), 'a/ports', 'b.json')).toEqual([
      ['a/ports', 'ports', true],
      ['b.json', 'b.json', true],
    ]);
  });

  it('are the .md, .markdown and .txt files of a folder and of those below it, in the order of their names', async () => {
    const cwd = folderWith(
      'docs/b.md',
      'docs/a/z.txt',
      'docs/a/y/x.markdown',
      'docs/C.MD',
      'docs/page.html',
      'docs/md',
    );
    expect(await read(cwd, 'docs')).toEqual([
      ['docs/C.MD', 'C.MD', false],
      ['docs/a/y/x.markdown', 'a/y/x.markdown', false],
      ['docs/a/z.txt', 'a/z.txt', false],
      ['docs/b.md', 'b.md', false],
    ]);
  });

  it('are none in dot folders, in node_modules and behind links', async () => {
    const cwd = folderWith('docs/.git/a.md', 'docs/.a.md', 'docs/node_modules/a.md', 'docs/b.md', 'other/c.md');
    symlinkSync(join(cwd, 'other'), join(cwd, 'docs/linked'));
    symlinkSync(join(cwd, 'other/c.md'), join(cwd, 'docs/c.md'));
    expect(await read(cwd, 'docs')).toEqual([['docs/b.md', 'b.md', false]]);
  });

  it('are behind a link that is named', async () => {
    const cwd = folderWith('other/c.md');
    symlinkSync(join(cwd, 'other'), join(cwd, 'linked'));
    expect(await read(cwd, 'linked')).toEqual([['linked/c.md', 'c.md', false]]);
  });

  it.each<[what: string, code: string, make: (path: string) => void]>([
    ['a pipe, which nobody may ever write to', 'unreadable', (path) => execFileSync('mkfifo', [path])],
    ['a file that is larger than any page', 'too-large', (path) => writeFileSync(path, Buffer.alloc(17 * 1024 * 1024))],
    [
      'a file whose content is in Git LFS, and not here',
      'lfs-pointer',
      (path) => writeFileSync(path, 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'),
    ],
  ])('are not %s', async (_, code, make) => {
    const cwd = folderWith('docs/b.md');
    make(join(cwd, 'a.md'));
    const { documents, diagnostics } = await collect(readDocuments(['a.md', 'docs'], cwd, () => null));
    expect(diagnostics).toMatchObject([{ severity: 'error', code, document: 'a.md' }]);
    expect(documents.map(({ path }) => path)).toEqual(['docs/b.md']);
  });

  it('count once, however often they are named', async () => {
    const cwd = folderWith('a.md', 'b.md');
    expect(await read(cwd, 'b.md', './b.md', '.', join(cwd, 'a.md'))).toEqual([
      ['b.md', 'b.md', true],
      ['a.md', 'a.md', false],
    ]);
  });
});
