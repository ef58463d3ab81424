import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fieldsThat } from '../../packages/catalog/src/fields.ts';
import { placeTables } from '../../scraper/src/assemble/tables.ts';
import type { RuleFacts } from '../../scraper/src/interpret/draft.ts';
import { readTable } from '../../scraper/src/interpret/table.ts';
import { decode, sha256 } from '../../scraper/src/read/decode.ts';
import { sharedDocs, withoutDocs } from '../support/shared-docs.ts';
import { takeDocument } from '../support/take.ts';
import { vocabulary } from '../support/vocabulary.ts';

/**
 * Microsoft publishes each translation twice: with the English beside the Korean, and in Korean alone. What the vocabulary
 * makes of the one is checked here by the other, which states its facts itself.
 */

/** The commits of both branches that copy the state of 17 October 2020. */
const OCTOBER = {
  live: 'b501bec7cbe701460ae8d21ce0d4bd151233466b',
  'live-sxs': 'd33f5c1fec87eef83665cd1a3c5c167e93fd15a2',
};
const BRANCHES = ['live', 'live-sxs'] as const;
/** Of how many translations one is tried; all of them are more than the suite has time for. */
const EVERY = process.env.KOREAN_TRANSLATIONS === 'all' ? 1 : 6;
type Branch = (typeof BRANCHES)[number];

interface Reading {
  /** What each table of the page is, by its number. */
  tables: Map<string, string>;
  /** The facts of each row that is understood, by table and row. */
  rows: Map<string, string>;
}

function readPage(path: string, text: string): Reading {
  const source = { path, relativePath: path, text, sha256: sha256(text), provenance: null };
  const { snapshot, tables } = takeDocument(source, vocabulary);
  const reading: Reading = {
    tables: new Map(tables.map(({ number, is }) => [`table ${number}`, is])),
    rows: new Map(),
  };
  for (const { table, kind, name, about } of snapshot === null ? [] : placeTables(snapshot, vocabulary)) {
    const { document } = snapshot as NonNullable<typeof snapshot>;
    for (const { row, facts } of readTable(table, document, vocabulary, about).rows) {
      const place = `table ${table.number}, row ${row}`;
      if (facts.length === 0) continue;
      const stated = facts.map((each) => `${kind} in ${name}: ${factsOf(each)}`);
      reading.rows.set(place, [reading.rows.get(place) ?? [], stated].flat().join('\n'));
    }
  }
  return reading;
}

const FACTS = fieldsThat('fact', 'inference');

/** The facts of a row without their wording, and its name, which is English. */
function factsOf(facts: RuleFacts): string {
  const stated = FACTS.map((field) => [field, facts[field as keyof RuleFacts]]);
  const name = facts.ruleName?.en?.toLowerCase() ?? null;
  return JSON.stringify([...stated, name], (key, value) => (key === 'text' ? undefined : value));
}

/** What the page in Korean alone gives otherwise, or not at all. */
function lost(path: string, korean: string, bilingual: string): { wrong: string[]; rows: number } {
  const [one, both] = [readPage(path, korean), readPage(path, bilingual)];
  const differ = (a: Map<string, string>, b: Map<string, string>) =>
    [...b]
      .filter(([place, said]) => a.get(place) !== said)
      .map(([place, said]) => {
        return `${path}, ${place}: ${a.get(place) ?? 'not read'}, with English ${said}`;
      });
  return { wrong: [...differ(one.tables, both.tables), ...differ(one.rows, both.rows)], rows: both.rows.size };
}

describe.skipIf(sharedDocs === null)(`a page in Korean alone${withoutDocs}`, () => {
  /** The text of each page by branch, at a translation and in October 2020. */
  const translations = new Map<string, Record<Branch, string | undefined>>();
  const october = new Map<string, Record<Branch, string | undefined>>();

  beforeAll(() => {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lync-ports-'));
    execFileSync('git', ['clone', '--quiet', '--mirror', join(sharedDocs ?? '', 'port-documents.bundle'), folder]);
    const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { maxBuffer: 1 << 26 });
    const add = (to: typeof october, key: string, branch: Branch, text: string) => {
      to.set(key, { ...(to.get(key) ?? { live: undefined, 'live-sxs': undefined }), [branch]: text });
    };
    for (const branch of BRANCHES) {
      // Each content that a path ever had.
      const log = git('log', '--format=', '--raw', '--no-abbrev', '--no-renames', branch).toString();
      for (const [, blob = '', status, path = ''] of log.matchAll(/^:\d+ \d+ \w+ (\w+) (\w)\t(.+)$/gm)) {
        if (status === 'D') continue;
        const text = decode(git('cat-file', 'blob', blob)) ?? '';
        add(translations, `${path} ${/^ms\.openlocfilehash: (\S+)/m.exec(text)?.[1]}`, branch, text);
      }
      const commit = git('log', '-1', '--format=%H', `--grep=Upstream ${OCTOBER[branch]}`, branch).toString().trim();
      for (const path of git('ls-tree', '-r', '--name-only', commit).toString().trim().split('\n')) {
        if (path.endsWith('.md')) add(october, path, branch, decode(git('show', `${commit}:${path}`)) ?? '');
      }
    }
    return () => rmSync(folder, { recursive: true, force: true });
  });

  const compare = (pages: typeof october) => {
    const compared = [...pages].flatMap(([key, { live, 'live-sxs': bilingual }]) => {
      const path = key.split(' ')[0] ?? '';
      return live === undefined || bilingual === undefined ? [] : [lost(path, live, bilingual)];
    });
    const rows = compared.reduce((sum, page) => sum + page.rows, 0);
    return { pages: compared.length, rows, wrong: compared.flatMap(({ wrong }) => wrong) };
  };

  it('gives the tables, rows and facts that it gives with English beside it, in October 2020', () => {
    const { pages, rows, wrong } = compare(october);
    expect([pages, wrong]).toEqual([38, []]);
    expect(rows).toBeGreaterThanOrEqual(569);
  });

  it(`does so at ${EVERY === 1 ? 'every translation' : 'one translation in six'} of three years`, () => {
    const pairs = [...translations].filter(([, { live, 'live-sxs': bilingual }]) => live && bilingual);
    expect(pairs.length).toBe(226);
    const { pages, rows, wrong } = compare(new Map(pairs.filter((_, at) => at % EVERY === 0)));
    expect([pages, wrong]).toEqual([Math.ceil(226 / EVERY), []]);
    expect(rows).toBeGreaterThanOrEqual(3328 / EVERY / 1.5);
  });
});
