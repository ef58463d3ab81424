import { cpSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readData } from '../../../packages/catalog/tools/data.ts';
import { DATA, ROOT } from '../../../scraper/src/commands/places.ts';
import { run } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/folders.ts';

/** What the command writes: the lists that the scraper makes, by the names of their files. */
const LISTS = [
  ...['advisories', 'corrections', 'coverage', 'documents', 'needs', 'evidence', 'ports', 'products'],
  ...['protocols', 'reasons', 'roles', 'scenarios', 'services', 'synonyms', 'tables', 'vocabulary-counts'],
].map((name) => `${name}.json`);

function dataIn(folder: string): Record<string, string> {
  return Object.fromEntries(LISTS.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const PARTS = [
  ...['scraper/cli.js', 'scraper/src', 'scraper/vocabulary', 'scraper/package.json', 'snapshots'],
  ...['packages/catalog/src', 'packages/catalog/package.json'],
];

/** A copy of the scraper, the snapshots and the package at another path, without the data that they make. */
function copyOfRepository(): string {
  const copy = temporaryFolder();
  for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, 'scraper/node_modules'), join(copy, 'scraper/node_modules'));
  return copy;
}

function regenerateIn(copy: string, env: Record<string, string> = {}, ...options: string[]) {
  return run(['regenerate', ...options], { cwd: copy, cli: join(copy, 'scraper/cli.js'), env });
}

/** A note is no problem: of a row that adds others up, or a footnote that the page lacks. */
const withoutNotes = (err: readonly string[]) => err.filter((line) => !line.includes(': note: '));

describe('regenerate', () => {
  it('in the repository changes nothing, whatever the time zone and the language', () => {
    const env = { TZ: 'Pacific/Pago_Pago', LANG: 'C', LC_ALL: 'C' };
    const [data, times] = [dataIn(DATA), LISTS.map((name) => statSync(join(DATA, name)).mtimeMs)];
    const { status, err } = run(['regenerate'], { cwd: ROOT, env });
    expect({ status, err: withoutNotes(err) }).toEqual({ status: 0, err: [] });
    expect(dataIn(DATA)).toEqual(data);
    expect(LISTS.map((name) => statSync(join(DATA, name)).mtimeMs)).toEqual(times);
  });

  it('in a copy of the repository makes the same bytes from nothing, in another time zone and language', () => {
    const env = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    const copy = copyOfRepository();
    const { status, out, err } = regenerateIn(copy, env);
    const { documents, tables, ports, corrections } = readData(DATA);
    const lists = `${documents.length} documents, ${tables.length} tables, ${ports.length} rules, ${corrections.length} corrections`;
    expect({ status, out, err: withoutNotes(err) }).toEqual({
      status: 0,
      out: [`${lists} in packages/catalog/data`],
      err: [],
    });
    const data = join(copy, 'packages/catalog/data');
    expect(dataIn(data)).toEqual(dataIn(DATA));
    expect(readdirSync(data).toSorted()).toEqual(LISTS.toSorted());
  });

  it.each([
    ['no JSON', '{', 'JSON'],
    ['no snapshot', '{"$schema": "lync-port-snapshot/1"}', 'expected object, received undefined'],
  ])('with a snapshot that is %s names the file, and writes nothing', (_, content, reason) => {
    const copy = copyOfRepository();
    writeFileSync(join(copy, 'snapshots/broken.json'), content);
    const { status, err } = regenerateIn(copy);
    expect([status, err[0], err.at(-1)]).toEqual([1, expect.stringContaining(reason), 'Nothing was written.']);
    expect(err[0]).toMatch(/^snapshots\/broken\.json: error: .* \[bad-snapshot\]$/);
    expect(readdirSync(join(copy, 'packages/catalog'))).not.toContain('data');
  });

  it('with a vocabulary entry that nothing needs names it, and writes nothing', () => {
    const copy = copyOfRepository();
    const file = join(copy, 'scraper/vocabulary/services.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n- id: gopher\n  name: { en: Gopher, ko: 고퍼 }\n`);
    const { status, err } = regenerateIn(copy);
    expect([status, withoutNotes(err)]).toEqual([
      1,
      [
        'scraper/vocabulary/services.yaml: error: nothing in the snapshots needs this any more: "gopher" [unused]',
        'Nothing was written.',
      ],
    ]);
    expect(readdirSync(join(copy, 'packages/catalog'))).not.toContain('data');
  });

  it('with a number that is off says what to set, and sets it where it is asked to', () => {
    const copy = copyOfRepository();
    const [words, advisories] = ['words', 'advisories'].map((name) => join(copy, `scraper/vocabulary/${name}.yaml`));
    const before = [words, advisories].map((file = '') => readFileSync(file, 'utf8'));
    const [line = '', places] = / {6}places: (\d+)\n/.exec(`${before[0]}`) ?? [];
    writeFileSync(`${words}`, `${before[0]?.replace(line, '')}`);
    writeFileSync(`${advisories}`, `${before[1]?.replace('  expects: 5\n', '  expects: 500\n')}`);
    const { status, err } = regenerateIn(copy);
    expect([status, withoutNotes(err)]).toEqual([
      1,
      [
        expect.stringContaining(
          `this touches ${places} places, and does not say so: set "places: ${places}", or run pnpm vocabulary`,
        ),
        expect.stringContaining('this touches 5 places, and says 500: set "expects: 5", or run pnpm vocabulary:update'),
        'Nothing was written.',
      ],
    ]);
    expect(regenerateIn(copy, {}, '--update')).toMatchObject({
      status: 0,
      out: ['2 numbers set in the vocabulary', expect.anything()],
    });
    expect(readFileSync(`${advisories}`, 'utf8')).toBe(before[1]);
    expect(dataIn(join(copy, 'packages/catalog/data'))).toEqual(dataIn(DATA));
  });
});
