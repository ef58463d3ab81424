import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { history } from '../../../scraper/src/commands/history.ts';
import { SNAPSHOTS, VOCABULARY } from '../../../scraper/src/commands/places.ts';
import { sha256 } from '../../../scraper/src/read/decode.ts';
import { readDocuments } from '../../../scraper/src/read/files.ts';
import { collect } from '../../../scraper/src/read/source.ts';
import { readSources } from '../../../scraper/src/read/sources.ts';
import { catalogIn, FIXTURES, run } from '../../support/cli.ts';
import { folderForAll, temporaryFolder } from '../../support/folders.ts';
import { makeRepository } from '../../support/git-repository.ts';
import { READER, scrapeHere } from '../../support/scraping.ts';
import { single } from '../../support/single.ts';

const EDGE = join(FIXTURES, 'documents/practice-edge.md');
const PUBLISHED = { path: 'Lync/edge.md', repository: 'example/docs.ko-KR', branch: 'live', commit: 'c0ffee' };

/** A sources file that knows the edge document, by a hash of its own or that of the document. */
function sources(given: Record<string, unknown> = {}): string {
  return JSON.stringify([{ ...PUBLISHED, sha256: sha256(readFileSync(EDGE)), ...given }]);
}

/** A folder with the edge document at `docs/lync/edge.md` and these files. */
function folderWith(files: Record<string, string>): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'docs/lync'), { recursive: true });
  cpSync(EDGE, join(cwd, 'docs/lync/edge.md'));
  for (const [path, content] of Object.entries(files)) writeFileSync(join(cwd, path), content);
  return cwd;
}

/** What the readers know of where the document was published. */
async function provenance(cwd: string, path = 'docs', from?: string) {
  const sources = from === undefined ? undefined : readSources(join(cwd, from));
  const { documents } = await collect(readDocuments([path], cwd, sources));
  return single(documents).provenance;
}

describe('where a document was published', () => {
  it.each<[fact: string, files: Record<string, string>, path: string | null]>([
    ['is found beside it', { 'docs/lync/sources.json': sources() }, 'Lync/edge.md'],
    ['is found above it', { 'docs/sources.json': sources() }, 'Lync/edge.md'],
    ['is found above the folder that was named', { 'sources.json': sources() }, 'Lync/edge.md'],
    [
      'is what the nearest file says',
      { 'sources.json': sources(), 'docs/sources.json': sources({ path: 'near.md' }) },
      'near.md',
    ],
    [
      'is unknown where the nearest file does not know it',
      { 'sources.json': sources(), 'docs/sources.json': '[]' },
      null,
    ],
    [
      'is looked for above a file of that name that is something else',
      { 'sources.json': sources(), 'docs/sources.json': '{"a": 1}' },
      'Lync/edge.md',
    ],
    ['is unknown without a file', {}, null],
    ['is unknown where the hash is of another document', { 'sources.json': sources({ sha256: 'f'.repeat(64) }) }, null],
  ])('%s', async (_, files, path) => {
    expect((await provenance(folderWith(files)))?.path ?? null).toBe(path);
  });

  it('is what the file that was named says, and no other', async () => {
    const cwd = folderWith({ 'mine.json': '[]', 'docs/sources.json': sources() });
    expect(await provenance(cwd, 'docs', 'mine.json')).toBeNull();
  });

  it('may name no branch', async () => {
    const cwd = folderWith({ 'mine.json': sources({ branch: undefined }) });
    expect(await provenance(cwd, 'docs', 'mine.json')).toEqual({ ...PUBLISHED, branch: null });
  });

  it.each([
    [
      'the text, for a file with another line end or a byte order mark',
      (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
      (text: string) => text,
    ],
    [
      'the bytes, for a file that was listed as it is',
      (text: string) => text.replaceAll('\n', '\r\n'),
      (text: string) => text.replaceAll('\n', '\r\n'),
    ],
  ])('is found by the hash of %s', async (_, written, listed) => {
    const text = readFileSync(EDGE, 'utf8');
    const cwd = folderWith({
      'sources.json': sources({ sha256: sha256(listed(text)) }),
      'docs/lync/edge.md': written(text),
    });
    expect(await provenance(cwd)).toEqual(PUBLISHED);
  });

  it('enters snapshot and catalog', () => {
    const cwd = folderWith({ 'mine.json': sources() });
    run(['scrape', '../docs', '--sources', '../mine.json', '--out', '../out'], { cwd: join(cwd, 'docs') });
    const { path, repository, commit, sha256: hash } = single(catalogIn(join(cwd, 'out')).documents);
    expect({ path, repository, commit, hash }).toEqual({
      path: 'Lync/edge.md',
      repository: 'example/docs.ko-KR',
      commit: 'c0ffee',
      hash: sha256(readFileSync(EDGE)),
    });
  });

  it.each([
    ['is not there', undefined, 'ENOENT'],
    ['is no JSON', '{', 'JSON'],
    ['is no list', '{}', 'expected array'],
    ['lacks a field', '[{"path": "a.md"}]', 'repository'],
  ])('cannot be said by a file that %s: the message names the file', (_, content, reason) => {
    const cwd = folderWith(content === undefined ? {} : { 'mine.json': content });
    const { status, err } = run(['scrape', 'docs', '--sources', 'mine.json', '--out', 'out'], { cwd });
    expect([status, err[0]]).toEqual([
      1,
      expect.stringContaining(`${join(cwd, 'mine.json')}: not a list of sources: `),
    ]);
    expect(err.join('\n')).toContain(reason);
  });
});

describe('a commit that says that it copies another', () => {
  const CLAIMED = 'a'.repeat(40);
  const OTHER = 'b'.repeat(40);
  const text = readFileSync(EDGE, 'utf8');
  const listed = (given: Record<string, unknown> = {}) =>
    JSON.stringify([{ ...PUBLISHED, commit: CLAIMED, sha256: sha256(text), ...given }]);

  let bundle: string;
  let first: string;
  let second: string;
  beforeAll(() => {
    const { folder, remove } = folderForAll();
    const made = makeRepository(folder);
    first = made.commit({ 'Lync/edge.md': text, 'Lync/gone.md': `${text}\n` }, `Upstream ${CLAIMED}`);
    second = made.commit({ 'Lync/gone.md': null }, `Upstream ${OTHER}`);
    bundle = join(folder, 'docs.bundle');
    made.git('bundle', 'create', '--quiet', bundle, 'live');
    return remove;
  });

  /** The commit that is published of a document, and of one that was removed, by a sources file beside the repository. */
  async function published(beside: string | null) {
    const cwd = temporaryFolder();
    cpSync(bundle, join(cwd, 'docs.bundle'));
    if (beside !== null) writeFileSync(join(cwd, 'sources.json'), beside);
    expect(await scrapeHere({ paths: [], repo: 'docs.bundle' }, cwd)).toMatchObject({ ok: true });
    const out = join(cwd, 'history.json');
    const walk = { repo: 'docs.bundle', refs: [], path: null, cwd, sources: null, out, reader: READER };
    expect(await history(walk, { vocabulary: VOCABULARY, snapshots: SNAPSHOTS })).toMatchObject({ ok: true });
    const { documents } = JSON.parse(readFileSync(out, 'utf8'));
    const told = documents.flatMap((each: { revisions: { commit: string }[]; deleted: { commit: string } | null }) => [
      ...each.revisions.map((revision) => revision.commit),
      ...(each.deleted === null ? [] : [each.deleted.commit]),
    ]);
    return { commit: catalogIn(join(cwd, 'out')).documents[0]?.commit, told: [...new Set(told)] };
  }

  it.each<[when: string, beside: string | null]>([
    ['no sources file is beside it', null],
    ['the sources file knows other documents only', listed({ commit: 'c'.repeat(40) })],
    ['the document is another than the one that is listed', listed({ sha256: 'f'.repeat(64) })],
    ['the commit does not have the document', listed({ path: 'Lync/other.md' })],
    ['the sources file is none', '{"a": 1}'],
  ])('is not believed where %s', async (_, beside) => {
    const { commit, told } = await published(beside);
    expect([commit, told.includes(CLAIMED)]).toEqual([first, false]);
  });

  it.each<[when: string, beside: string | null]>([
    ['a sources file beside it lists what it has', listed({ path: 'Lync/edge.md' })],
  ])('is believed where %s', async (_, beside) => {
    const { commit, told } = await published(beside);
    expect(commit).toBe(CLAIMED);
    expect(told).toContain(CLAIMED);
    expect(told).not.toContain(second);
  });
});
