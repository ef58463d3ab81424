import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readData } from '../../packages/catalog/tools/data.ts';
import { assemble } from '../../scraper/src/assemble/catalog.ts';
import { toJson } from '../../scraper/src/assemble/json.ts';
import { DATA, SNAPSHOTS } from '../../scraper/src/commands/places.ts';
import type { Snapshot } from '../../scraper/src/model/snapshot.ts';
import { readDocuments } from '../../scraper/src/read/files.ts';
import { collect } from '../../scraper/src/read/source.ts';
import { run } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';
import { sharedDocs, withoutDocs } from '../support/shared-docs.ts';
import { statisticsManagerFolder } from '../support/statistics-manager.ts';
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

  it('give each product that a page is for a rule for every row but the blank one, and nothing to report', async () => {
    const { catalog, diagnostics } = await scraped('pinned');
    const count = (list: readonly { product: string }[], id: string) =>
      list.filter(({ product }) => product === id).length;
    const counts = catalog.products.map(({ id }) => [id, count(catalog.tables, id), count(catalog.ports, id)]);
    expect(counts.toSorted()).toEqual([
      ['lync-server-2013', 12, 148],
      ['skype-for-business-server-2015', 5, 106],
      ['skype-for-business-server-2019', 5, 106],
    ]);
    expect(diagnostics).toEqual([]);
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
      const { catalog } = await scraped('pinned');
      const found = catalog.corrections.filter((each) => each.published === published);
      // The rules of a page for two products correct the same place.
      const origins = new Map(catalog.ports.map(({ id, origin }) => [id, Object.values(origin).join()]));
      const places = found.map(({ id, rule }) => `${origins.get(rule)} ${id.replace(/^.*#/, '')}`);
      expect(new Set(places).size).toBe(count);
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
});

describe.skipIf(sharedDocs === null)(`all the documents${withoutDocs}`, () => {
  it('are what the committed snapshots and the committed data were made of', () => {
    const cwd = temporaryFolder();
    const folders = ['pinned', 'english', 'more', 'further'].map((folder) => join(sharedDocs ?? '', folder));
    folders.push(statisticsManagerFolder());
    const { status, out, err } = run(['scrape', ...folders, '--out', 'out'], { cwd });
    expect({ status, err: err.filter((line) => !line.includes(': note: ')) }).toEqual({ status: 0, err: [] });
    const { documents, tables, ports, corrections } = readData(DATA);
    expect(out.slice(0, 2)).toEqual([
      [
        `${documents.length} documents, ${tables.length} tables, ${ports.length} rules, ${corrections.length} corrections`,
        // The one on DNS requirements.
        '1 file without a port table',
      ].join('; '),
      `The first scrape: ${documents.length} new documents with ${ports.length} rules.`,
    ]);
    expect(filesIn(join(cwd, 'out/snapshots'))).toEqual(filesIn(SNAPSHOTS));
    const { unresolved, ...lists } = JSON.parse(readFileSync(join(cwd, 'out/catalog.json'), 'utf8'));
    expect(unresolved).toEqual([]);
    for (const [name, list] of Object.entries(lists))
      expect(toJson(list)).toBe(readFileSync(join(DATA, `${name}.json`), 'utf8'));
  });
});

describe.skipIf(sharedDocs === null)(`the four further documents${withoutDocs}`, () => {
  // What a row itself says: no rule of the other release is made of it.
  const NOT_2019 = /\b(?:not|no longer) supported in Skype for Businesss? Server 2019/i;

  it('have 14 port tables with 106 rows, each of them a rule of each product that its page is for', async () => {
    const { snapshots, catalog, diagnostics } = await scraped('more');
    expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
    const tables = snapshots.flatMap((snapshot) => snapshot.tables);
    expect([snapshots.length, tables.length, tables.flatMap(({ rows }) => rows).length]).toEqual([4, 14, 106]);
    const rules = snapshots.map(({ document, tables }) => {
      const rows = tables.flatMap((table, index) =>
        table.rows.map((cells, row) => ({
          place: `${document.id} ${index + 1} ${row + 1}`,
          only2015: cells.some((cell) => NOT_2019.test(cell.map(({ en }) => en ?? '').join(' '))),
        })),
      );
      return (document.products ?? [document.product]).flatMap((product) =>
        rows
          .filter(({ only2015 }) => !only2015 || product !== 'skype-for-business-server-2019')
          .map(({ place }) => `${product} ${place}`),
      );
    });
    const origins = catalog.ports.map(({ product, origin: { document, table, row } }) => {
      return `${product} ${document} ${table} ${row}`;
    });
    expect(origins.toSorted()).toEqual(rules.flat().toSorted());
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
