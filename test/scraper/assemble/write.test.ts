import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toJson } from '../../../scraper/src/assemble/json.ts';
import { writeFiles } from '../../../scraper/src/assemble/write.ts';
import { temporaryFolder } from '../../support/folders.ts';

/** Everything below a folder, with what is in the files. */
function contents(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

describe('writing files', () => {
  it('makes the folders that they need, and leaves nothing else behind', () => {
    const folder = temporaryFolder();
    writeFiles(
      new Map([
        [join(folder, 'a/b/one.json'), '1'],
        [join(folder, 'two.json'), '2'],
      ]),
    );
    expect(contents(folder)).toEqual({ 'a/b/one.json': '1', 'two.json': '2' });
  });

  it('replaces what is there', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'one.json'), 'old');
    writeFiles(new Map([[join(folder, 'one.json'), 'new']]));
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
  ])('changes none where %s', (_, third) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'blocked'));
    writeFileSync(join(folder, 'one.json'), 'old');
    const files = new Map([
      [join(folder, 'one.json'), 'new'],
      [join(folder, 'two.json'), 'new'],
      [join(folder, third), 'new'],
    ]);
    expect(() => writeFiles(files)).toThrow(third.split('/')[0]);
    expect(contents(folder)).toEqual({ 'one.json': 'old' });
  });

  it('changes none where one cannot be written beside its place, and takes the half-written ones away', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'one.json'), 'old');
    writeFileSync(join(folder, `two.json.${process.pid}.tmp`), 'of another run');
    const files = new Map([
      [join(folder, 'one.json'), 'new'],
      [join(folder, 'two.json'), 'new'],
    ]);
    expect(() => writeFiles(files)).toThrow('EEXIST');
    expect(contents(folder)).toEqual({ 'one.json': 'old' });
  });

  it('of none does nothing', () => {
    const folder = join(temporaryFolder(), 'absent');
    writeFiles(new Map());
    expect(existsSync(folder)).toBe(false);
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
