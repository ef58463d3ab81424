import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportLostRows } from '../../scraper/src/commands/scrape/lost.ts';
import { readTable } from '../../scraper/src/interpret/table.ts';
import type { Diagnostic } from '../../scraper/src/model/diagnostic.ts';
import { decode } from '../../scraper/src/read/decode.ts';
import { READER } from '../support/scraping.ts';
import { sharedDocs, withoutDocs } from '../support/shared-docs.ts';
import { randomFrom, structureChanges } from '../support/structure-changes.ts';
import { takeText } from '../support/take.ts';
import { vocabulary } from '../support/vocabulary.ts';

/** Of how many changes one is tried, and where they begin: all of them take minutes. */
const EVERY = process.env.STRUCTURE_CHANGES === 'all' ? 1 : 60;
const SEED = Number(process.env.STRUCTURE_SEED ?? 1);

/** Texts, and what follows from footnotes and headings, which a change may cut off from their table. */
const NO_FACTS = new Set([
  'firewall',
  'interface',
  'text',
  'notes',
  'footnotes',
  'protocolNote',
  'ruleName',
  'devices',
  'configurable',
]);

/** What a page states, each rule as a text, and what a strict run says of it. */
function read(text: string, path: string) {
  const { snapshot, diagnostics } = takeText(text, path);
  const readings = snapshot?.tables.map((table) => readTable(table, snapshot.document, vocabulary)) ?? [];
  const said: Diagnostic[] = [...diagnostics, ...readings.flatMap((reading) => reading.diagnostics)];
  const facts = readings.flatMap(({ rows }) => rows.flatMap((row) => row.facts));
  const rules = facts.map((each) => JSON.stringify(each, (key, value) => (NO_FACTS.has(key) ? undefined : value)));
  return { snapshot, rules, errors: said.filter(({ severity }) => severity === 'error') };
}

/** The rules of a page that a changed text no longer has though no error says so. */
async function lostIn(page: string, text: string, path: string): Promise<string[]> {
  const [before, after] = [read(page, path), read(text, path)];
  const left = [...after.rules];
  const lost = before.rules.filter((rule) => {
    const at = left.indexOf(rule);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  if (lost.length === 0 || after.errors.length > 0 || before.snapshot === null || after.snapshot === null) return [];
  const taken = [{ snapshot: after.snapshot, text, path, committed: null }];
  return (await reportLostRows(taken, [before.snapshot], READER)).length > 0 ? [] : lost;
}

describe('no row of a real page is lost without an error', () => {
  it.skipIf(sharedDocs === null)(
    `whatever changes the structure of one of its tables${withoutDocs}`,
    async () => {
      const files = ['pinned', 'more', 'further'].flatMap((folder) =>
        globSync(join(sharedDocs ?? '', folder, '**/*.md')),
      );
      const random = randomFrom(SEED);
      const lost: string[] = [];
      let tried = 0;
      for (const file of files.toSorted()) {
        if (EVERY > 1 && random(3) > 0) continue;
        const page = decode(readFileSync(file)) ?? '';
        for (const { how, from, text } of structureChanges(page, random)) {
          if (random(EVERY) > 0) continue;
          tried += 1;
          const rules = await lostIn(from, text, file);
          if (rules.length > 0) lost.push(`${file}: ${how}: ${rules.length} rules, as ${rules[0]}`);
        }
      }
      expect([lost, tried > 10]).toEqual([[], true]);
    },
    EVERY === 1 ? 1_800_000 : 60_000,
  );
});
