import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../scraper/src/commands/outcome.ts';
import { VOCABULARY } from '../../../scraper/src/commands/places.ts';
import { scrape } from '../../../scraper/src/commands/scrape.ts';
import { readSnapshots } from '../../../scraper/src/commands/snapshots.ts';
import { readDocuments } from '../../../scraper/src/read/files.ts';
import { FIXTURES } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { READER } from '../../support/scraping.ts';

const EDGE = 'lync-server-2013/practice-edge-ports.json';
const SERVERS = 'skype-for-business-server-2015/practice-ports-for-servers.json';

/** A repository with nothing in it yet, and scrape on it. */
function emptyRepository(cwd = join(FIXTURES, 'documents')) {
  const root = temporaryFolder();
  const places = { vocabulary: VOCABULARY, snapshots: join(root, 'snapshots'), data: join(root, 'data') };
  const scrapeInto = (...paths: string[]): Promise<Outcome> => {
    const documents = readDocuments(paths, cwd);
    return scrape({ documents, typed: paths.join(', '), out: null, lenient: false, reader: READER }, places);
  };
  return { places, scrape: scrapeInto };
}

/** The documents of the rules in a repository's data. */
function documentsIn({ data }: { data: string }): string[] {
  const ports: { origin: { document: string } }[] = JSON.parse(readFileSync(join(data, 'ports.json'), 'utf8'));
  return [...new Set(ports.map(({ origin }) => `${origin.document}.json`))];
}

function snapshotsIn({ snapshots }: { snapshots: string }): string[] {
  return readdirSync(snapshots, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .toSorted();
}

describe('scrape into the repository', () => {
  it('keeps the documents that are there', async () => {
    const { places, scrape: into } = emptyRepository();
    expect(await into('practice-edge.md')).toMatchObject({
      ok: true,
      report: ['1 document, 1 table, 2 rules, 3 corrections'],
    });
    expect(await into('practice-servers.md')).toMatchObject({
      ok: true,
      report: ['2 documents, 3 tables, 7 rules, 7 corrections'],
    });
    expect([snapshotsIn(places), documentsIn(places)]).toEqual([
      [EDGE, SERVERS],
      [EDGE, SERVERS],
    ]);
  });

  it('replaces the snapshot of a document that is there', async () => {
    const { places, scrape: into } = emptyRepository();
    await into('practice-edge.md');
    const file = join(places.snapshots, EDGE);
    const fresh = readFileSync(file, 'utf8');
    writeFileSync(file, fresh.replaceAll('5061', '5062'));
    await into('practice-edge.md');
    expect(readFileSync(file, 'utf8')).toBe(fresh);
  });

  it('writes the snapshot of a document given twice as the catalog has it, whichever is typed first', async () => {
    const root = temporaryFolder();
    const paths = ['b/edge.md', 'a/edge.md'].map((path) => join(root, path));
    for (const path of paths) cpSync(join(FIXTURES, 'documents/practice-edge.md'), path);
    for (const order of [['.'], paths, paths.toReversed()]) {
      const { places, scrape: into } = emptyRepository(root);
      await into(...order);
      const [document] = JSON.parse(readFileSync(join(places.data, 'documents.json'), 'utf8'));
      const snapshot = JSON.parse(readFileSync(join(places.snapshots, EDGE), 'utf8'));
      expect(snapshot.document.path).toBe(document.path);
    }
  });

  it('writes nothing where a snapshot that is there cannot be read', async () => {
    const { places, scrape: into } = emptyRepository();
    mkdirSync(places.snapshots);
    writeFileSync(join(places.snapshots, 'broken.json'), '<<<<<<< HEAD\n');
    const { ok, diagnostics } = await into('practice-edge.md');
    expect([ok, diagnostics]).toMatchObject([false, [{ code: 'bad-snapshot', document: 'snapshots/broken.json' }]]);
    expect([snapshotsIn(places), existsSync(places.data)]).toEqual([['broken.json'], false]);
  });

  it('writes nothing where a document is not understood', async () => {
    const { places, scrape: into } = emptyRepository();
    expect(await into('practice-edge.md', '../faulty/range-upside-down.md')).toMatchObject({
      ok: false,
      report: ['2 tables: 2 port tables, 0 doubtful, 0 of other things', 'Nothing was written.'],
    });
    expect([existsSync(places.snapshots), existsSync(places.data)]).toEqual([false, false]);
  });

  it('calls documents in messages by the path that was typed, also where two have the same name', async () => {
    const root = temporaryFolder();
    for (const [folder, port] of [
      ['a', '70000'],
      ['b', '443-80'],
    ] as const) {
      mkdirSync(join(root, folder));
      const table = `|서버 역할|포트|프로토콜|\n|---|---|---|\n|디렉터|${port}|TCP|\n`;
      const page = `---\ntitle: Skype for Business Server 2015\nms.prod: skype-for-business-itpro\nms.contentlocale: ko-KR\n---\n# <a name="${folder}"></a>가\n\n${table}`;
      writeFileSync(join(root, folder, 'ports.md'), page);
    }
    const documents = readDocuments(['a/ports.md', './b'], root);
    const options = { documents, typed: '', out: join(root, 'out'), lenient: false, reader: READER };
    const { diagnostics } = await scrape(options, emptyRepository().places);
    expect(diagnostics.map(({ document, text }) => [document, text])).toEqual([
      ['a/ports.md', '70000'],
      ['b/ports.md', '443-80'],
    ]);
  });
});

describe('the snapshots of a folder', () => {
  it('are none where the folder is not there', () => {
    expect(readSnapshots(join(temporaryFolder(), 'absent'))).toEqual({ snapshots: [], diagnostics: [] });
  });

  it('cannot be read from a file', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(() => readSnapshots(file)).toThrow('ENOTDIR');
  });
});
