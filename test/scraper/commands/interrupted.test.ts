import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { claimOutput } from '../../../scraper/src/assemble/write.ts';
import { VOCABULARY } from '../../../scraper/src/commands/places.ts';
import { regenerate } from '../../../scraper/src/commands/regenerate.ts';
import { readDocuments } from '../../../scraper/src/read/files.ts';
import { CLI, catalogIn, FIXTURES, run } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { scrapeHere } from '../../support/scraping.ts';

const WORK = '.scrape-in-progress';

/** A folder with a port page and the output of a run on it. */
async function scrapedOnce(): Promise<{ cwd: string; before: Record<string, string> }> {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'docs'));
  cpSync(join(FIXTURES, 'documents/practice-edge.md'), join(cwd, 'docs/edge.md'));
  expect((await scrapeHere({ paths: ['docs'] }, cwd)).ok).toBe(true);
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

/** How long a run may take to end, in milliseconds: a second, and another on a machine that is busy with other tests. */
const SLOWEST = 2000;

/** The program with another command: it writes half of its files, makes a temporary folder, and then never comes back. */
function busyProgram(cwd: string): string {
  const module = (path: string) => JSON.stringify(new URL(`../../../scraper/src/${path}`, import.meta.url).href);
  const command = join(cwd, 'command.ts');
  writeFileSync(
    command,
    `import { renameSync, writeFileSync } from 'node:fs';
    import { sha256 } from ${module('read/decode.ts')};
    import { listenToMain, temporaryFolder } from ${module('read/ending.ts')};
    import { writeJournal } from ${module('assemble/journal.ts')};
    import { claimOutput } from ${module('assemble/write.ts')};
    listenToMain();
    claimOutput('out');
    temporaryFolder();
    writeJournal('out/${WORK}', [{ path: 'new.json', before: null, after: sha256('new') }]);
    writeFileSync('out/new.json', 'new');
    writeFileSync('busy', '');
    for (;;);`,
  );
  const program = join(cwd, 'program.mjs');
  const cli = readFileSync(CLI, 'utf8').replaceAll(
    "new URL('./src/cli.ts', import.meta.url)",
    `new URL('file://${command}')`,
  );
  writeFileSync(program, cli.replaceAll("'./src/commands/", `'${join(CLI, '../src/commands/')}`));
  return program;
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
    const { cwd, before } = await scrapedOnce();
    manyPages(cwd);
    const child = spawn(process.execPath, [CLI, 'scrape', 'docs', '--out', 'out'], { cwd });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await until(() => existsSync(join(cwd, 'out', WORK)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const start = performance.now();
    child.kill(signal);
    expect(await ended).toBe(status);
    expect(performance.now() - start).toBeLessThan(SLOWEST);
    expect(contents(join(cwd, 'out'))).toEqual(before);
    expect(readdirSync(join(cwd, 'out')).toSorted()).toEqual(['catalog.json', 'snapshots']);
  });

  it.each([0, 700, 1200])('wherever it is after %i ms ends within a second', async (after) => {
    const { cwd, before } = await scrapedOnce();
    manyPages(cwd);
    const child = spawn(process.execPath, [CLI, 'scrape', 'docs', '--lenient', '--out', 'out'], { cwd });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await until(() => existsSync(join(cwd, 'out', WORK)));
    await new Promise((resolve) => setTimeout(resolve, after));
    const start = performance.now();
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(performance.now() - start).toBeLessThan(SLOWEST);
    expect(contents(join(cwd, 'out'))).toEqual(before);
    expect(readdirSync(join(cwd, 'out')).toSorted()).toEqual(['catalog.json', 'snapshots']);
  });

  it('while it is busy with one thing leaves neither that nor its temporary folders', async () => {
    const { cwd, before } = await scrapedOnce();
    const child = spawn(process.execPath, [busyProgram(cwd)], { cwd, env: { ...process.env, TMPDIR: cwd } });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await until(() => existsSync(join(cwd, 'busy')));
    const start = performance.now();
    child.kill('SIGTERM');
    expect(await ended).toBe(143);
    expect(performance.now() - start).toBeLessThan(SLOWEST);
    expect(contents(join(cwd, 'out'))).toEqual(before);
    expect(readdirSync(cwd).filter((name) => name.startsWith('lync-ports-'))).toEqual([]);
  });

  it('by SIGKILL does not keep the next from its work', async () => {
    const { cwd, before } = await scrapedOnce();
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
  it('of other commands claim the same folder', () => {
    const root = temporaryFolder();
    const places = { vocabulary: VOCABULARY, snapshots: join(root, 'snapshots'), data: join(root, 'data') };
    const output = claimOutput(root);
    expect(() => regenerate(places)).toThrow(`${root}: another run is writing here (process ${process.pid})`);
    output.release();
    regenerate(places);
    expect(readdirSync(root)).not.toContain(WORK);
  });

  it('into one folder: the second says so and writes nothing, the first is not disturbed', async () => {
    const { cwd, before } = await scrapedOnce();
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
  it('is an error that names the file, and nothing is changed', async () => {
    const { cwd, before } = await scrapedOnce();
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
  it('out of the folder of documents is not followed', async () => {
    const { cwd, before } = await scrapedOnce();
    mkdirSync(join(cwd, 'elsewhere'));
    cpSync(join(FIXTURES, 'documents/practice-servers.md'), join(cwd, 'elsewhere/servers.md'));
    symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'docs/linked'));
    symlinkSync(join(cwd, 'elsewhere/servers.md'), join(cwd, 'docs/servers.md'));
    expect((await scrapeHere({ paths: ['docs'] }, cwd)).ok).toBe(true);
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
