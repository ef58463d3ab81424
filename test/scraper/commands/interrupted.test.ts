import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readDocuments } from '../../../scraper/src/read/files.ts';
import { CLI, catalogIn, FIXTURES, run } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/folders.ts';

const WORK = '.scrape-in-progress';

/** A folder with a port page and the output of a run on it. */
function scrapedOnce(): { cwd: string; before: Record<string, string> } {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'docs'));
  cpSync(join(FIXTURES, 'documents/practice-edge.md'), join(cwd, 'docs/edge.md'));
  expect(run(['scrape', 'docs', '--out', 'out'], { cwd }).status).toBe(0);
  return { cwd, before: contents(join(cwd, 'out')) };
}

function contents(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

/** A run that has claimed its folder, and is held there. */
async function startedAndHeld(cwd: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [CLI, 'scrape', 'docs', '--out', 'out'], { cwd });
  onTestFinished(() => void child.kill('SIGKILL'));
  await until(() => existsSync(join(cwd, 'out', WORK)));
  child.kill('SIGSTOP');
  return child;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** A folder with as many pages to parse as keep a run busy for a while. */
function manyPages(cwd: string): void {
  const rows = '|디렉터|443|TCP|\n'.repeat(300);
  for (let at = 0; at < 400; at += 1) {
    const matter =
      '---\ntitle: Skype for Business Server 2015\nms.prod: skype-for-business-itpro\nms.contentlocale: ko-KR\n---\n';
    const table = `|서버 역할|포트|프로토콜|\n|---|---|---|\n${rows}`;
    writeFileSync(join(cwd, 'docs', `page-${at}.md`), `${matter}# <a name="page-${at}"></a>가\n\n${table}`);
  }
}

describe('a run that is interrupted', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s leaves everything as it was, and ends with status %i', async (signal, status) => {
    const { cwd, before } = scrapedOnce();
    manyPages(cwd);
    const child = spawn(process.execPath, [CLI, 'scrape', 'docs', '--out', 'out'], { cwd });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await until(() => existsSync(join(cwd, 'out', WORK)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.kill(signal);
    expect(await ended).toBe(status);
    expect(contents(join(cwd, 'out'))).toEqual(before);
    expect(readdirSync(join(cwd, 'out')).toSorted()).toEqual(['catalog.json', 'snapshots']);
  });

  it('by SIGKILL does not keep the next from its work', async () => {
    const { cwd, before } = scrapedOnce();
    const child = await startedAndHeld(cwd);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(join(cwd, 'out', WORK))).toBe(true);
    expect(run(['scrape', 'docs', '--out', 'out'], { cwd }).status).toBe(0);
    expect(contents(join(cwd, 'out'))).toEqual(before);
  });
});

describe('two runs side by side', () => {
  it('into one folder: the second says so and writes nothing, the first is not disturbed', async () => {
    const { cwd, before } = scrapedOnce();
    cpSync(join(FIXTURES, 'documents/practice-servers.md'), join(cwd, 'docs/servers.md'));
    const child = await startedAndHeld(cwd);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const { status, err } = run(['scrape', 'docs', '--out', 'out'], { cwd });
    expect([status, err]).toEqual([
      1,
      [expect.stringContaining(`error: ${join(cwd, 'out')}: another run is writing here (process ${child.pid}); if`)],
    ]);
    expect(contents(join(cwd, 'out'))).toMatchObject(before);
    child.kill('SIGCONT');
    expect(await ended).toBe(0);
    expect(catalogIn(join(cwd, 'out')).documents).toHaveLength(2);
    expect(contents(join(cwd, 'out'))).not.toEqual(before);
  });
});

describe('a disk that is full', () => {
  it('is an error that names the file, and nothing is changed', () => {
    const { cwd, before } = scrapedOnce();
    cpSync(join(FIXTURES, 'documents/practice-servers.md'), join(cwd, 'docs/servers.md'));
    // No file may have more than two blocks of 1,024 bytes: the snapshots fit, or part of one; the catalog does not.
    const limited = 'ulimit -f 2; exec "$0" "$@"';
    const args = ['-c', limited, process.execPath, CLI, 'scrape', 'docs', '--out', 'out'];
    const { status, stdout, stderr } = spawnSync('bash', args, { cwd, encoding: 'utf8' });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^error: .*\.json: EFBIG: file too large, write\n$/);
    expect(contents(join(cwd, 'out'))).toEqual(before);
    expect(readdirSync(join(cwd, 'out')).toSorted()).toEqual(['catalog.json', 'snapshots']);
  });
});

describe('a file that vanishes between listing and reading', () => {
  it('is reported, and the others are read', async () => {
    const cwd = temporaryFolder();
    for (const name of ['a.md', 'b.md', 'c.md']) writeFileSync(join(cwd, name), 'text');
    const found: string[] = [];
    for await (const each of readDocuments(['.'], cwd)) {
      rmSync(join(cwd, 'b.md'), { force: true });
      if ('document' in each) found.push(each.document.path);
      if ('problem' in each) found.push(`${each.problem.document}: ${each.problem.message}`);
    }
    expect(found).toEqual(['a.md', expect.stringMatching(/^b\.md: cannot be read: ENOENT/), 'c.md']);
  });
});

describe('a symbolic link', () => {
  it('out of the folder of documents is not followed', () => {
    const { cwd, before } = scrapedOnce();
    mkdirSync(join(cwd, 'elsewhere'));
    cpSync(join(FIXTURES, 'documents/practice-servers.md'), join(cwd, 'elsewhere/servers.md'));
    symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'docs/linked'));
    symlinkSync(join(cwd, 'elsewhere/servers.md'), join(cwd, 'docs/servers.md'));
    expect(run(['scrape', 'docs', '--out', 'out'], { cwd }).status).toBe(0);
    expect(contents(join(cwd, 'out'))).toEqual(before);
  });

  it('out of the output folder is an error, and nothing is written behind it', () => {
    const cwd = temporaryFolder();
    for (const name of ['elsewhere', 'out']) mkdirSync(join(cwd, name));
    symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'out/snapshots'));
    cpSync(join(FIXTURES, 'documents/practice-edge.md'), join(cwd, 'edge.md'));
    const { status, err } = run(['scrape', 'edge.md', '--out', 'out'], { cwd });
    expect([status, err]).toEqual([1, [expect.stringContaining(`this leads out of ${join(cwd, 'out')}`)]]);
    expect([readdirSync(join(cwd, 'elsewhere')), readdirSync(join(cwd, 'out'))]).toEqual([[], ['snapshots']]);
  });
});
