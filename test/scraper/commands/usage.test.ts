import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI, FIXTURES, run } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/folders.ts';

describe('a mistake on the command line', () => {
  it.each([
    ['no command', [], 'no command'],
    ['an unknown command', ['scrap'], 'no such command: scrap'],
    ['a command that objects have of their own', ['constructor'], 'no such command: constructor'],
    ['an unknown option', ['scrape', '--fast', 'a.md'], "Unknown option '--fast'."],
    ['an option without its value', ['scrape', 'a.md', '--out'], "Option '--out <value>' argument missing"],
    ['no path', ['scrape', '--out', 'out'], 'scrape needs a file, a folder or a repository'],
    [
      '--lenient without --out',
      ['scrape', 'a.md', '--lenient'],
      '--lenient needs --out: nothing unresolved enters the repository',
    ],
    ['an argument too many', ['regenerate', 'now'], 'regenerate takes --update, or nothing'],
  ])('%s is answered with what is wrong and the usage', (_, args, message) => {
    const cwd = temporaryFolder();
    const { status, out, err } = run(args, { cwd });
    expect([status, out, err[0]?.startsWith(message), err[1]]).toEqual([1, [], true, 'Usage:']);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it('a path that is not there names it as it was typed', () => {
    const cwd = temporaryFolder();
    const { status, err } = run(['scrape', './absent', 'also/absent.md', '--out', 'out'], { cwd });
    expect([status, err.map((line) => line.split(', ')[0])]).toEqual([
      1,
      [
        './absent: error: cannot be read: ENOENT: no such file or directory',
        'also/absent.md: error: cannot be read: ENOENT: no such file or directory',
        'Nothing was written.',
      ],
    ]);
  });

  it('an output folder that is a file is an error, without a stack trace', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'out'), '');
    cpSync(join(FIXTURES, 'documents/practice-edge.md'), join(cwd, 'edge.md'));
    const { status, err } = run(['scrape', 'edge.md', '--out', 'out'], { cwd });
    expect([status, err.length, err[0]]).toEqual([1, 1, expect.stringMatching(/^error: .*EEXIST.*out/)]);
  });

  it('a catalog that is a folder is an error, and no snapshot is written', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'out/catalog.json'), { recursive: true });
    cpSync(join(FIXTURES, 'documents/practice-edge.md'), join(cwd, 'edge.md'));
    const { status, err } = run(['scrape', 'edge.md', '--out', 'out'], { cwd });
    expect([status, err]).toEqual([1, [expect.stringMatching(/^error: .*catalog\.json: EISDIR/)]]);
    expect(existsSync(join(cwd, 'out/snapshots/lync-server-2013/practice-edge-ports.json'))).toBe(false);
  });
});

describe('what there is to say', () => {
  const help = (command: string) => spawnSync('bash', ['-c', command, process.execPath, CLI], { encoding: 'utf8' });

  it('may be more than its reader wants', () => {
    const { stdout, stderr } = help('"$0" "$1" --help | true; echo $PIPESTATUS');
    expect([stdout, stderr]).toEqual(['0\n', '']);
  });

  it('is an error where it cannot be written', () => {
    const { status, stderr } = help('"$0" "$1" --help > /dev/full');
    expect([status, stderr]).toEqual([
      1,
      'error: what there is to say cannot be written: ENOSPC: no space left on device, write\n',
    ]);
  });
});

describe('help', () => {
  it.each([[['help']], [['--help']], [['scrape', '--help']], [['scrape', '-h', 'a.md']]])(
    'is what %j asks for',
    (args) => {
      const { status, out, err } = run(args, { cwd: temporaryFolder() });
      expect([status, out[0], err]).toEqual([0, 'Usage:', []]);
      expect(out.join('\n')).toContain('--lenient');
    },
  );

  it.each([[['help', 'codes']], [['scrape', '--help', 'codes']]])('of codes is what %j asks for', (args) => {
    const { status, out, err } = run(args, { cwd: temporaryFolder() });
    expect([status, out.slice(0, 1), err]).toEqual([0, ['ambiguous-port (error)'], []]);
  });
});
