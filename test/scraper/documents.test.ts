import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../scraper/src/assemble/catalog.ts';
import { toJson } from '../../scraper/src/assemble/json.ts';
import { DATA, SNAPSHOTS } from '../../scraper/src/commands/places.ts';
import type { Snapshot } from '../../scraper/src/model/snapshot.ts';
import { readDocuments } from '../../scraper/src/read/files.ts';
import { collect } from '../../scraper/src/read/source.ts';
import { run } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';
import { sharedDocs, withoutDocs } from '../support/shared-docs.ts';
import { takeDocument } from '../support/take.ts';
import { vocabulary } from '../support/vocabulary.ts';

const done = new Map<string, ReturnType<typeof scrape>>();

/** The snapshots of the documents in a folder beside the project, and the catalog of them. */
function scraped(folder: 'pinned' | 'more') {
  const known = done.get(folder) ?? scrape(folder);
  done.set(folder, known);
  return known;
}

async function scrape(folder: string) {
  const { documents } = await collect(readDocuments([folder], sharedDocs ?? ''));
  const results = documents.map((document) => takeDocument(document, vocabulary));
  const snapshots = results.flatMap(({ snapshot }): Snapshot[] => (snapshot === null ? [] : [snapshot]));
  const assembled = assemble(snapshots, vocabulary);
  return {
    ...assembled,
    snapshots,
    diagnostics: [...results.flatMap((result) => result.diagnostics), ...assembled.diagnostics],
  };
}

/** Everything below a folder, by path. */
function filesIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json'));
  return Object.fromEntries(paths.toSorted().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

describe.skipIf(sharedDocs === null)(`the five pinned documents${withoutDocs}`, () => {
  it('have the tables and rows that were counted by hand', async () => {
    const { snapshots } = await scraped('pinned');
    const rows = snapshots.map(({ document, tables }) => [document.id, ...tables.map((table) => table.rows.length)]);
    expect(rows.toSorted()).toEqual([
      ['lync-server-2013/ipsec-exceptions', 15],
      ['lync-server-2013/port-summary-scaled-consolidated-edge-with-hardware-load-balancers', 11, 8, 8, 6],
      ['lync-server-2013/port-summary-sip-xmpp-federation-and-public-instant-messaging', 1, 6, 3],
      ['lync-server-2013/ports-and-protocols-for-internal-servers', 52, 20, 7, 12],
      ['skype-for-business-server-2015/port-and-protocol-requirements-for-servers', 53, 20, 6, 12, 15],
    ]);
    const all = snapshots.flatMap(({ tables }) => tables.flatMap((table) => table.rows));
    expect([all.length, all.filter((row) => row.every((cell) => cell.length === 0)).length]).toEqual([255, 1]);
  });

  it('give a rule for every row but the blank one, and nothing to report', async () => {
    const { catalog, diagnostics } = await scraped('pinned');
    expect([catalog.tables.length, catalog.ports.length, diagnostics]).toEqual([17, 254, []]);
  });

  it.each([
    ['NET.TCP', 'TCP', 40],
    ['이상', 'Any', 45],
    ['H', 'HTTPS', 12],
    ['P', 'UDP', 3],
    ['서버의', 'DHCP', 4],
    ['이사', 'Directors', 5],
  ])(
    'say "%s" for "%s" in %i places, each of which is a correction with evidence',
    async (published, corrected, count) => {
      const found = (await scraped('pinned')).catalog.corrections.filter((each) => each.published === published);
      expect(found).toHaveLength(count);
      for (const { corrected: right, evidence, witness } of found) {
        expect([right, evidence === 'vocabulary' || witness !== null]).toEqual([corrected, true]);
      }
    },
  );

  it('come from where their provenance says', async () => {
    for (const { document } of (await scraped('pinned')).snapshots) {
      expect(document.repository).toBe('MicrosoftDocs/OfficeDocs-SkypeForBusiness-pr.ko-KR');
      expect(readFileSync(join(sharedDocs ?? '', 'pinned', document.path), 'utf8')).toContain('title:');
      expect([document.commit, document.branch]).toEqual([
        expect.stringMatching(/^[0-9a-f]{40}$/),
        expect.stringMatching(/^live/),
      ]);
    }
  });

  it('are what the committed snapshots and the committed data were made of', () => {
    const cwd = temporaryFolder();
    const { status, out, err } = run(['scrape', join(sharedDocs ?? '', 'pinned'), '--out', 'out'], { cwd });
    expect({ status, out: out.slice(0, 2), err }).toEqual({
      status: 0,
      out: [
        expect.stringMatching(/^5 documents, 17 tables, 254 rules, \d+ corrections$/),
        'The first scrape: 5 new documents with 254 rules.',
      ],
      err: [],
    });
    expect(filesIn(join(cwd, 'out/snapshots'))).toEqual(filesIn(SNAPSHOTS));
    const { unresolved, ...lists } = JSON.parse(readFileSync(join(cwd, 'out/catalog.json'), 'utf8'));
    expect(unresolved).toEqual([]);
    for (const [name, list] of Object.entries(lists))
      expect(toJson(list)).toBe(readFileSync(join(DATA, `${name}.json`), 'utf8'));
  });
});

describe.skipIf(sharedDocs === null)(`the four further documents${withoutDocs}`, () => {
  it('have 14 port tables with 106 rows, each of them a rule or reported', async () => {
    const { snapshots, catalog, diagnostics } = await scraped('more');
    const unresolved = diagnostics.filter(({ severity, row }) => severity === 'error' && row !== null && row > 0);
    const rows = new Set(unresolved.map(({ document, table, row }) => `${document} ${table} ${row}`));
    expect([snapshots.length, catalog.tables.length, catalog.ports.length + rows.size]).toEqual([4, 14, 106]);
  });

  it('have DNS record tables, which are no port tables', async () => {
    const passed = (await scraped('more')).diagnostics.filter(({ code }) => code === 'not-a-port-table');
    const dns = passed.filter(({ text }) => text?.includes('FQDN') === true);
    expect([dns.length > 0, dns.every(({ severity }) => severity === 'note')]).toEqual([true, true]);
  });

  it('are written by scrape --lenient', () => {
    const cwd = temporaryFolder();
    const { status } = run(['scrape', join(sharedDocs ?? '', 'more'), '--lenient', '--out', 'out'], { cwd });
    expect([status, Object.keys(filesIn(join(cwd, 'out'))).length]).toEqual([0, 5]);
  });
});
