import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { RELEASE } from '../../../scraper/src/commands/places.ts';
import type { Comparable } from '../../../scraper/src/compare/diff.ts';
import {
  checkRelease,
  diffRelease,
  type ReleasePlaces,
  recordIds,
  release as releaseCommand,
  settleDiff,
} from '../../../scraper/tools/release.ts';
import { run } from '../../support/cli.ts';
import { catalog, flow, LISTENER, rule, text } from './catalogs.ts';

const NEW = 'lync/servers/new';

/** The files of a release in a folder of their own. */
function release(
  now: Comparable,
  { version = '1.2.3', redirects = {}, released = '' } = {},
): ReleasePlaces & { root: string } {
  const root = mkdtempSync(join(tmpdir(), 'release-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const at = (name: string) => join(root, name);
  mkdirSync(at('data'));
  for (const [list, content] of Object.entries({ ...now, evidence: [] })) write(at(`data/${list}.json`), content);
  write(at('package.json'), { version });
  write(at('redirects.json'), redirects);
  write(at('changes.json'), []);
  writeFileSync(at('released-ids.txt'), released);
  return {
    root,
    data: at('data'),
    manifest: at('package.json'),
    redirects: at('redirects.json'),
    releasedIds: at('released-ids.txt'),
    diff: at('diff.json'),
    changes: at('changes.json'),
    changeset: at('changeset/data.md'),
  };
}

function write(path: string, content: unknown): void {
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
}

/** Compares with an older data.json of the content. */
function compare(places: ReleasePlaces & { root: string }, older: unknown) {
  const path = join(places.root, 'older.json');
  write(path, older);
  return diffRelease(path, 'older.json', places);
}

const older = { version: '1.2.3', ...catalog() };
const grown = catalog({ ports: [...older.ports, rule(NEW)] });

describe('release:diff', () => {
  test('writes diff.json and the changeset, and says which bump is due and why', () => {
    const places = release(grown);
    const { ok, report } = compare(places, older);
    expect(ok).toBe(true);
    expect(report.slice(0, 2)).toEqual(['minor: 1.2.3 → 1.3.0', '  minor: 1 added']);
    expect(readJson(places.diff)).toMatchObject({ from: '1.2.3', to: '1.3.0', bump: 'minor', added: [NEW] });
    expect(readFileSync(places.changeset, 'utf8')).toMatch(/^---\n"@lync\/port-catalog": minor\n---\n/);
  });

  test('writes the same bytes, in whatever order the older rules are', () => {
    const places = release(grown);
    const bytes = () => [places.diff, places.changeset].map((file) => readFileSync(file, 'utf8'));
    compare(places, older);
    const first = bytes();
    compare(places, { ...older, ports: older.ports.toReversed() });
    expect(bytes()).toEqual(first);
  });

  test('names what is gone or changed, and what may have been renamed', () => {
    const origin = { document: 'lync/ports', table: 1, row: 7 };
    const places = release(catalog({ ports: [rule(NEW, { origin }), flow({ role: 'edge' })] }));
    const { report } = compare(places, { ...older, ports: [rule(LISTENER, { origin }), flow()] });
    expect(report).toContain(`  gone: ${LISTENER}`);
    expect(report).toContain('  changed: lync/edge/443-tcp-from-any-to-director: role');
    expect(report).toContainEqual(expect.stringContaining(`not in redirects.json: "${LISTENER}": "${NEW}"?`));
  });

  test('takes the changeset away where nothing changed', () => {
    const places = release(grown);
    compare(places, older);
    const { report } = compare(places, { version: '1.2.3', ...grown });
    expect(report).toContain('No changeset: the package is at 1.2.3.');
    expect(existsSync(places.changeset)).toBe(false);
    expect(readJson(places.diff)).toMatchObject({ to: '1.2.3', bump: 'none' });
  });

  test('asks for no second bump where the version is raised already', () => {
    const places = release(grown, { version: '1.3.0' });
    expect(compare(places, older).report).toContain('No changeset: the package is at 1.3.0.');
    expect(readJson(places.diff)).toMatchObject({ from: '1.2.3', to: '1.3.0' });
    expect(existsSync(places.changeset)).toBe(false);
  });

  test.each([
    ['not JSON', '{', /^older\.json: not JSON: /],
    ['a list', [], /^older\.json: not a data\.json of @lync\/port-catalog: Invalid input/],
    ['no version', catalog(), /not a data\.json .*: version: /],
    ['a version of words', { ...catalog(), version: 'next' }, /: version: not a version of three numbers$/],
    ['a list missing', { ...older, ports: undefined }, /: ports: /],
    ['a rule without an id', { ...older, ports: [{}] }, /: ports\.0\.id: /],
    ['two versions at once', { ...older, version: '1.2.3-4.5.6' }, /: version: not a version of three numbers$/],
    ['a later version than the package', { ...older, version: '2.0.0' }, /is of 2\.0\.0, .* only at 1\.2\.3$/],
  ])('of %s: one line, and nothing is written', (_, content, message) => {
    const places = release(grown);
    const before = readdirSync(places.root);
    expect(() => compare(places, content)).toThrow(message);
    expect(() => compare(places, content)).not.toThrow(/\n/);
    expect(readdirSync(places.root).filter((name) => name !== 'older.json')).toEqual(before);
  });

  test('for a package whose version is not three numbers: an error', () => {
    expect(() => compare(release(grown, { version: '1.2.3-next' }), older)).toThrow('"1.2.3-next" is not a version');
  });

  test('of no file, or with a redirect that leads nowhere: an error, and nothing is written', () => {
    const places = release(grown, { redirects: { 'lync/servers/gone': 'lync/servers/nowhere' } });
    expect(() => diffRelease('nowhere.json', 'nowhere.json', places)).toThrow('nowhere.json: no such file');
    expect(() => diffRelease(places.root, 'folder', places)).toThrow('folder: a folder, not a file');
    expect(() => compare(places, older)).toThrow('redirects.json: "lync/servers/gone" leads nowhere');
    expect(existsSync(places.diff)).toBe(false);
  });
});

describe('the command line', () => {
  test('takes a path from where it was typed, and says in one line what is wrong with it', () => {
    const { root } = release(grown);
    writeFileSync(join(root, 'older.json'), '[]');
    const typed = { INIT_CWD: root, npm_lifecycle_event: 'release:diff' };
    const message = expect.stringMatching(/^error: older\.json: not a data\.json of @lync\/port-catalog: /);
    const args = ['release', 'diff', 'older.json'];
    expect(run(args, { cwd: tmpdir(), env: typed })).toEqual({ status: 1, out: [], err: [message] });
    const elsewhere = run(args, { cwd: tmpdir(), env: { npm_lifecycle_event: '' } });
    expect(elsewhere).toEqual({ status: 1, out: [], err: ['error: older.json: no such file'] });
  });

  test('checks the committed ids', () => {
    const said = [expect.stringMatching(/ lead somewhere\.$/)];
    expect(run(['release', 'check'], { cwd: tmpdir() })).toEqual({ status: 0, out: said, err: [] });
  });

  test.each([[[]], [['diff']], [['diff', 'a', 'b']], [['check', '--all']], [['ids', 'now']], [['publish']]])(
    'of %j it shows how it is used',
    (args) => {
      const { root: _, ...places } = release(grown);
      expect(() => releaseCommand(args, tmpdir(), places)).toThrow(/^release takes diff <data\.json>, /);
    },
  );
});

describe('release:check', () => {
  test.each([
    ['all is well', `rule ${LISTENER}\n`, {}, []],
    ['a released id is gone', 'role gone\n', {}, ['released-ids.txt: "role gone" leads to nothing']],
    ['a released id is renamed', 'role gone\n', { 'role gone': 'role edge' }, []],
    ['a redirect leads nowhere', '', { 'role gone': 'role lost' }, ['redirects.json: "role gone" leads nowhere']],
  ])('%s', (_, released, redirects, problems) => {
    const { ok, report } = checkRelease(false, release(catalog(), { released, redirects }));
    expect(ok).toBe(problems.length === 0);
    if (!ok) expect(report).toEqual(problems.map((problem) => expect.stringContaining(problem)));
  });

  test('before publishing, asks that all ids of now are recorded', () => {
    const places = release(catalog(), { released: `rule ${LISTENER}\n` });
    expect(checkRelease(true, places).report).toEqual([expect.stringMatching(/: 12 ids of now are missing: run /)]);
    recordIds(places);
    expect(checkRelease(true, places).ok).toBe(true);
  });
});

describe('release:ids', () => {
  test('adds the ids of now and takes none off', () => {
    const places = release(catalog(), { released: 'role gone\n' });
    expect(recordIds(places).report).toEqual(['14 released ids, 13 of them new.']);
    expect(readFileSync(places.releasedIds, 'utf8')).toContain('\nrole edge\nrole gone\nrule lync/edge/');
    expect(recordIds(places).report).toEqual(['14 released ids, 0 of them new.']);
  });
});

describe('release:settle', () => {
  const released = `rule ${LISTENER}\n`;

  test('gives diff.json the version that the changesets led to', () => {
    const places = release(grown, { released });
    compare(places, older);
    write(places.manifest, { version: '2.0.0' });
    settleDiff(places);
    expect(readJson(places.diff)).toMatchObject({ from: '1.2.3', to: '2.0.0', bump: 'minor' });
  });

  test('keeps the diff among those of all releases, once', () => {
    const places = release(grown, { released });
    write(places.changes, [{ from: '1.0.0', to: '1.2.3' }]);
    compare(places, older);
    write(places.manifest, { version: '1.3.0' });
    settleDiff(places);
    settleDiff(places);
    expect(readJson(places.changes)).toMatchObject([
      { from: '1.0.0', to: '1.2.3' },
      { from: '1.2.3', to: '1.3.0', added: [NEW] },
    ]);
  });

  test('makes the diff of a first release, which has nothing to compare with', () => {
    const places = release(catalog(), { version: '0.1.0' });
    settleDiff(places);
    expect(readJson(places.diff)).toMatchObject({ from: null, to: '0.1.0', added: [] });
  });

  test('refuses a diff of other data, and none', () => {
    const places = release(grown, { released });
    expect(() => settleDiff(places)).toThrow('diff.json: no such file');
    compare(places, older);
    const [first, ...rest] = grown.ports;
    write(join(places.data, 'ports.json'), [{ ...first, notes: text('Changed since.') }, ...rest]);
    expect(() => settleDiff(places)).toThrow('diff.json was made of other data');
  });
});

describe('this repository', () => {
  test('every released id leads somewhere', () => {
    expect(checkRelease(false, RELEASE)).toMatchObject({ ok: true });
  });
});

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
