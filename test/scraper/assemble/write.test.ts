import { execFile, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { toJson } from '../../../scraper/src/assemble/json.ts';
import { claimOutput, folderOf, writeFiles } from '../../../scraper/src/assemble/write.ts';
import { undoAll } from '../../../scraper/src/commands/stopped.ts';
import { sha256 } from '../../../scraper/src/read/decode.ts';
import { temporaryFolder } from '../../support/folders.ts';

const WORK = '.scrape-in-progress';
const WRITE = fileURLToPath(new URL('../../../scraper/src/assemble/write.ts', import.meta.url));

/** Everything below a folder, with what is in the files. */
function contents(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Files by their paths in a folder. */
function filesIn(folder: string, files: Record<string, string>): Map<string, string> {
  return new Map(Object.entries(files).map(([path, content]) => [join(folder, path), content]));
}

/** The number of a process that is no more. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('writing files', () => {
  it('makes the folders that they need, and leaves nothing else behind', () => {
    const folder = temporaryFolder();
    writeFiles(filesIn(folder, { 'a/b/one.json': '1', 'two.json': '2' }));
    expect(contents(folder)).toEqual({ 'a/b/one.json': '1', 'two.json': '2' });
    expect(readdirSync(folder).toSorted()).toEqual(['a', 'two.json']);
  });

  it('replaces what is there', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'one.json'), 'old');
    writeFiles(filesIn(folder, { 'one.json': 'new' }));
    expect(contents(folder)).toEqual({ 'one.json': 'new' });
  });

  it('leaves a file alone that holds its content already', () => {
    const file = join(temporaryFolder(), 'one.json');
    writeFileSync(file, 'same');
    utimesSync(file, 1, 1);
    chmodSync(file, 0o444);
    writeFiles(new Map([[file, 'same']]));
    expect(statSync(file).mtimeMs).toBe(1000);
  });

  it.each([
    ['one cannot be read', 'blocked'],
    ['the folder of one cannot be made', 'one.json/three.json'],
    ['one is outside of the folder', '../three.json'],
    ['one is behind a link out of the folder', 'linked/three.json'],
    ['one is to be in a folder behind such a link', 'linked/a/b/three.json'],
  ])('changes none where %s', (_, third) => {
    const around = temporaryFolder();
    const folder = join(around, 'out');
    for (const name of ['out/blocked', 'elsewhere']) mkdirSync(join(around, name), { recursive: true });
    symlinkSync(join(around, 'elsewhere'), join(folder, 'linked'));
    writeFileSync(join(folder, 'one.json'), 'old');
    const output = claimOutput(folder);
    const files = filesIn(folder, { 'one.json': 'new', 'a/two.json': 'new', [third]: 'new' });
    expect(() => output.write(files)).toThrow(third.split('/').at(-1));
    output.release();
    expect(readFileSync(join(folder, 'one.json'), 'utf8')).toBe('old');
    expect(readdirSync(around).toSorted()).toEqual(['elsewhere', 'out']);
    expect(readdirSync(folder).toSorted()).toEqual(['blocked', 'linked', 'one.json']);
    expect(readdirSync(join(around, 'elsewhere'))).toEqual([]);
  });

  it('puts back those that are written already where one cannot be renamed', () => {
    const folder = temporaryFolder();
    for (const name of ['one.json', 'two.json']) writeFileSync(join(folder, name), 'old');
    const output = claimOutput(folder);
    // The folder that the last file needs takes the place of the one before it.
    const names = ['one.json', 'a/fresh.json', 'three.json', 'three.json/four.json', 'two.json'];
    const files = new Map(names.map((name) => [join(folder, name), 'new']));
    expect(() => output.write(files)).toThrow('three.json');
    output.release();
    expect(contents(folder)).toEqual({ 'one.json': 'old', 'two.json': 'old' });
    expect(readdirSync(folder).toSorted()).toEqual(['one.json', 'two.json']);
  });

  it('of none does nothing', () => {
    const folder = join(temporaryFolder(), 'absent');
    writeFiles(new Map());
    expect(existsSync(folder)).toBe(false);
  });
});

describe('a folder that is claimed', () => {
  it('is not to be had by another run', () => {
    const folder = temporaryFolder();
    const output = claimOutput(folder);
    expect(() => claimOutput(folder)).toThrow(
      `${folder}: another run is writing here (process ${process.pid}); if that is none of ours, delete ${join(folder, '.scrape-in-progress')}`,
    );
    output.release();
    claimOutput(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is gone when it was made for nothing', () => {
    const folder = temporaryFolder();
    claimOutput(join(folder, 'a/b')).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('stays where something else is in it', () => {
    const folder = temporaryFolder();
    const output = claimOutput(join(folder, 'a'));
    writeFileSync(join(folder, 'a/mine'), '');
    output.release();
    expect(contents(folder)).toEqual({ 'a/mine': '' });
  });

  it('cannot be a file, nor be in one', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    for (const path of ['file', 'file/a']) expect(() => claimOutput(join(folder, path))).toThrow(join(folder, 'file'));
  });

  it('cannot be one where a file is in the way of the work', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, WORK), 'mine');
    expect(() => claimOutput(folder)).toThrow(`${folder}: ENOTDIR`);
    expect(contents(folder)).toEqual({ [WORK]: 'mine' });
    expect(readdirSync(folder)).toEqual([WORK]);
  });

  it('cannot be one in which no folder can be made, and what was made on the way is taken away', () => {
    const folder = temporaryFolder();
    // The folder itself is as long as a path may be; the one for the work in it is longer.
    const room = 4090 - folder.length;
    const names = Array.from({ length: Math.floor(room / 201) }, () => 'n'.repeat(200));
    const deep = join(folder, ...names, 'n'.repeat(Math.max(1, (room % 201) - 1)));
    expect(() => claimOutput(deep)).toThrow('ENAMETOOLONG');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('of runs side by side', () => {
  it('one at a time has the folder, and the others are told so', async () => {
    const folder = temporaryFolder();
    const beside = join(folder, 'beside');
    mkdirSync(join(folder, 'out'));
    const program = `
      const { claimOutput } = await import(${JSON.stringify(WRITE)});
      const { mkdirSync, rmdirSync } = await import('node:fs');
      const end = Date.now() + 400;
      for (let held = 0; Date.now() < end || held === 0; ) {
        let output;
        try { output = claimOutput(${JSON.stringify(join(folder, 'out'))}); } catch { continue; }
        mkdirSync(${JSON.stringify(beside)});
        rmdirSync(${JSON.stringify(beside)});
        output.release();
        held += 1;
      }`;
    const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
    await Promise.all([start(), start(), start()]);
    expect(readdirSync(folder, { recursive: true })).toEqual(['out']);
  });

  it.runIf(process.platform === 'linux')('one inherits from a killed one whose process number another has now', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, WORK));
    writeFileSync(join(folder, WORK, 'owner'), `${process.pid} 1`);
    claimOutput(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['', ' '])('one does not inherit from a process of which nobody knows when it began: "%s"', (began) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, WORK));
    writeFileSync(join(folder, WORK, 'owner'), `${process.pid}${began}`);
    expect(() => claimOutput(folder)).toThrow(`another run is writing here (process ${process.pid})`);
  });

  it('one inherits what a killed one left, though its heir was killed too', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, WORK, 'heir'), { recursive: true });
    for (const place of ['', 'heir']) writeFileSync(join(folder, WORK, place, 'owner'), `${endedProcess()}`);
    const output = claimOutput(folder);
    expect(() => claimOutput(folder)).toThrow(`another run is writing here (process ${process.pid})`);
    output.write(filesIn(folder, { 'one.json': '1' }));
    output.release();
    expect(contents(folder)).toEqual({ 'one.json': '1' });
    expect(readdirSync(folder)).toEqual(['one.json']);
  });
});

describe('a run that was killed', () => {
  const HALF = sha256('half');
  const replaced = (path: string) => ({ path, before: sha256('old'), after: HALF });
  const made = (path: string, after = HALF) => ({ path, before: null, after });
  const untouched = { 'one.json': 'half', 'two.json': 'half' };

  it.each<[when: string, work: Record<string, unknown>, left: Record<string, string>]>([
    ['before it wrote anything', {}, untouched],
    ['while it wrote its journal', { journal: '[{"pa', 'old-0': 'old' }, untouched],
    [
      'while it renamed',
      {
        journal: [replaced('one.json'), made('two.json'), replaced('three.json')],
        ...{ 'old-0': 'old', 'new-2': 'new', 'old-2': 'old' },
      },
      { 'one.json': 'old' },
    ],
    [
      'while what another had left was put back',
      { journal: [replaced('one.json'), replaced('two.json')], 'old-1': 'old' },
      { 'one.json': 'half', 'two.json': 'old' },
    ],
    [
      'and a person changed a file since',
      { journal: [{ ...replaced('one.json'), after: sha256('x') }], 'old-0': 'old' },
      untouched,
    ],
    ['and what it kept is something else', { journal: [replaced('one.json')], 'old-0': 'other' }, untouched],
    ['and what it kept is gone', { journal: [replaced('one.json')] }, untouched],
    ['and left a journal that names a file elsewhere', { journal: [made('../mine', sha256('mine'))] }, untouched],
    [
      'and left a journal that names a file by another way',
      { journal: [made('./one.json'), made('a/../two.json'), made('/one.json')] },
      untouched,
    ],
    ['and left a journal of another form', { journal: { path: 'one.json' } }, untouched],
    ['and left a journal of the form that was', { journal: [{ path: 'one.json', replaced: false }] }, untouched],
  ])('%s is undone by the next', (_, work, left) => {
    const around = temporaryFolder();
    const folder = join(around, 'out');
    mkdirSync(join(folder, WORK), { recursive: true });
    writeFileSync(join(around, 'mine'), 'mine');
    for (const name of ['one.json', 'two.json']) writeFileSync(join(folder, name), 'half');
    for (const [name, value] of Object.entries({ owner: `${endedProcess()}`, ...work })) {
      writeFileSync(join(folder, WORK, name), typeof value === 'string' ? value : JSON.stringify(value));
    }
    claimOutput(folder).release();
    expect(contents(folder)).toEqual(left);
    expect(readFileSync(join(around, 'mine'), 'utf8')).toBe('mine');
  });

  it.each([
    ['a hidden file', '.git/hooks/post-checkout'],
    ['a hidden file with a name like the others', '.git/config.json'],
    ['a file of another kind', 'one.sh'],
    ['a file behind a link', 'linked/mine.json'],
  ])('may have left a journal that names %s, which stays', (_, path) => {
    const around = temporaryFolder();
    const folder = join(around, 'out');
    mkdirSync(join(folder, WORK), { recursive: true });
    mkdirSync(join(folder, '.git/hooks'), { recursive: true });
    mkdirSync(join(around, 'elsewhere'));
    symlinkSync(join(around, 'elsewhere'), join(folder, 'linked'));
    writeFileSync(join(folder, path), 'half');
    writeFileSync(join(folder, WORK, 'owner'), `${endedProcess()}`);
    writeFileSync(
      join(folder, WORK, 'journal'),
      JSON.stringify([made(path), { ...made(path), before: sha256('old') }]),
    );
    for (const at of [0, 1]) writeFileSync(join(folder, WORK, `old-${at}`), 'old');
    claimOutput(folder).release();
    expect(readFileSync(join(folder, path), 'utf8')).toBe('half');
    expect(existsSync(join(folder, WORK))).toBe(false);
  });

  it('may have left links: nothing is read or written behind them', () => {
    const around = temporaryFolder();
    const folder = join(around, 'out');
    mkdirSync(join(folder, WORK), { recursive: true });
    for (const name of ['mine', 'old', 'out/one.json'])
      writeFileSync(join(around, name), name === 'old' ? 'old' : 'half');
    writeFileSync(join(folder, WORK, 'owner'), `${endedProcess()}`);
    writeFileSync(join(folder, WORK, 'journal'), JSON.stringify([replaced('one.json'), replaced('two.json')]));
    symlinkSync(join(around, 'old'), join(folder, WORK, 'old-0'));
    symlinkSync(join(around, 'mine'), join(folder, WORK, 'new-0'));
    symlinkSync(join(around, 'mine'), join(folder, 'two.json'));
    const output = claimOutput(folder);
    output.write(filesIn(folder, { 'one.json': '1', 'three.json': '3' }));
    output.release();
    expect(contents(folder)).toEqual({ 'one.json': '1', 'three.json': '3', 'two.json': 'half' });
    expect(readFileSync(join(around, 'mine'), 'utf8')).toBe('half');
  });

  it('cannot have left a link in its own place', () => {
    const around = temporaryFolder();
    const folder = join(around, 'out');
    for (const name of ['out', 'elsewhere']) mkdirSync(join(around, name));
    writeFileSync(join(around, 'elsewhere/owner'), `${endedProcess()}`);
    symlinkSync(join(around, 'elsewhere'), join(folder, WORK));
    expect(() => claimOutput(folder)).toThrow(`${folder}: ENOTDIR`);
    expect(readdirSync(join(around, 'elsewhere'))).toEqual(['owner']);
  });

  it('may have left folders on the way to its place or from it, which go', () => {
    const folder = temporaryFolder();
    const ended = endedProcess();
    const left = {
      old: `${WORK}-old`,
      owned: `${WORK}-owned`,
      unnamed: `${WORK}-unnamed`,
      young: `${WORK}-${ended}-abc`,
      mine: `${WORK}-${process.pid}-abc`,
    };
    for (const name of Object.values(left)) mkdirSync(join(folder, name));
    writeFileSync(join(folder, left.owned, 'owner'), `${ended}`);
    for (const name of [left.old, left.owned]) utimesSync(join(folder, name), 1, 1);
    writeFileSync(join(folder, `${WORK}-file`), '');
    claimOutput(folder).release();
    // One of a run that goes on stays.
    expect(readdirSync(folder).toSorted()).toEqual([left.mine, left.unnamed, `${WORK}-file`].toSorted());
  });

  it('with its thread alone is undone by the process', () => {
    const folder = temporaryFolder();
    claimOutput(folder);
    writeFileSync(join(folder, 'one.json'), 'half');
    writeFileSync(join(folder, WORK, 'journal'), JSON.stringify([replaced('one.json')]));
    writeFileSync(join(folder, WORK, 'old-0'), 'old');
    undoAll([{ output: folder, made: [] }, { folder: join(folder, 'none') }]);
    expect([contents(folder), readdirSync(folder)]).toEqual([{ 'one.json': 'old' }, ['one.json']]);
    undoAll([
      { output: folder, made: [] },
      { output: join(folder, 'gone'), made: [] },
    ]);
    mkdirSync(join(folder, WORK));
    mkdirSync(join(folder, `${WORK}-${process.pid}-abc`));
    writeFileSync(join(folder, WORK, 'owner'), `${endedProcess()}`);
    undoAll([{ output: folder, made: [] }]);
    expect(readdirSync(folder).toSorted()).toEqual([WORK, 'one.json']);
  });

  it.each(['', 'x', '-1'])('before it said who it is (%j) does not keep others away', (owner) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, WORK));
    writeFileSync(join(folder, WORK, 'owner'), owner);
    claimOutput(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the folder that files have in common', () => {
  it.each([
    [['/a/b/c.json'], '/a/b'],
    [['/a/b/c.json', '/a/d/e/f.json'], '/a'],
    [['/a/b.json', '/a/b/c.json'], '/a'],
    [['/a/b', '/c'], '/'],
  ])('of %j is %s', (paths, folder) => {
    expect(folderOf(paths)).toBe(folder);
  });
});

describe('JSON', () => {
  it('has on a line what fits on one, and ends with a line break', () => {
    const short = { a: [1, 2], b: { c: null } };
    const long = { a: 'x'.repeat(70), b: 'y'.repeat(70) };
    expect(toJson({ short, long })).toBe(
      `{\n  "short": {"a": [1, 2], "b": {"c": null}},\n  "long": {\n    "a": "${long.a}",\n    "b": "${long.b}"\n  }\n}\n`,
    );
  });

  it('keeps Korean as it is', () => {
    expect(toJson(['에지'])).toBe('["에지"]\n');
  });

  it('says what it was made of', () => {
    const value = { text: '"\\\n\u0000', list: [{}, [], 1.5, false], 에지: null };
    expect(JSON.parse(toJson(value))).toEqual(value);
  });
});
