import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../../scraper/src/read/files.ts';
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

function read(cwd: string, ...paths: string[]) {
  return readDocuments(paths, cwd, () => null).documents.map(({ path, relativePath, named }) => [
    path,
    relativePath,
    named,
  ]);
}

describe('the documents at a path', () => {
  it('are a file, whatever its name', () => {
    expect(read(folderWith('a/ports', 'b.json'), 'a/ports', 'b.json')).toEqual([
      ['a/ports', 'ports', true],
      ['b.json', 'b.json', true],
    ]);
  });

  it('are the .md, .markdown and .txt files of a folder and of those below it, in the order of their names', () => {
    const cwd = folderWith(
      'docs/b.md',
      'docs/a/z.txt',
      'docs/a/y/x.markdown',
      'docs/C.MD',
      'docs/page.html',
      'docs/md',
    );
    expect(read(cwd, 'docs')).toEqual([
      ['docs/C.MD', 'C.MD', false],
      ['docs/a/y/x.markdown', 'a/y/x.markdown', false],
      ['docs/a/z.txt', 'a/z.txt', false],
      ['docs/b.md', 'b.md', false],
    ]);
  });

  it('are none in dot folders, in node_modules and behind links', () => {
    const cwd = folderWith('docs/.git/a.md', 'docs/.a.md', 'docs/node_modules/a.md', 'docs/b.md', 'other/c.md');
    symlinkSync(join(cwd, 'other'), join(cwd, 'docs/linked'));
    symlinkSync(join(cwd, 'other/c.md'), join(cwd, 'docs/c.md'));
    expect(read(cwd, 'docs')).toEqual([['docs/b.md', 'b.md', false]]);
  });

  it('are behind a link that is named', () => {
    const cwd = folderWith('other/c.md');
    symlinkSync(join(cwd, 'other'), join(cwd, 'linked'));
    expect(read(cwd, 'linked')).toEqual([['linked/c.md', 'c.md', false]]);
  });

  it('count once, however often they are named', () => {
    const cwd = folderWith('a.md', 'b.md');
    expect(read(cwd, 'b.md', './b.md', '.', join(cwd, 'a.md'))).toEqual([
      ['b.md', 'b.md', true],
      ['a.md', 'a.md', false],
    ]);
  });
});
