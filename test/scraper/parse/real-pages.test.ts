import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayHoldTable } from '../../../scraper/src/parse/has-table.ts';
import { readPageOrSay } from '../../../scraper/src/parse/read-or-say.ts';
import { decode } from '../../../scraper/src/read/decode.ts';
import { readBlobs } from '../../../scraper/src/read/git/blobs.ts';
import { listBranches } from '../../../scraper/src/read/git/refs.ts';
import { openRepository } from '../../../scraper/src/read/git/repository.ts';
import { readByRemark } from '../../support/remark-page.ts';
import { sharedDocs, withoutDocs } from '../../support/shared-docs.ts';

/** Whether all real pages are read, and by other parsers too: more than the suite has time for. */
const ALL = process.env.REGION_PAGES === 'all';

describe('what is read region by region is what is read of the whole page', () => {
  const bothWays = (text: string) => [readPageOrSay(text), readPageOrSay(text, { whole: true })];

  it.skipIf(sharedDocs === null)(
    `of the real repository's pages with tables, which other parsers see alike${withoutDocs}`,
    async () => {
      let tables = 0;
      for await (const { text, holdsPorts } of pagesOf('repository.bundle')) {
        const [regions, whole] = bothWays(text);
        expect(regions).toEqual(whole);
        if (ALL || holdsPorts) expect(regions).toMatchObject(readByRemark(text));
        if (typeof regions === 'object') tables += regions.tables.length;
      }
      expect(tables).toBe(709);
    },
    120_000,
  );

  // What they hold beside today's text is mostly the same words in other translations.
  it.skipIf(sharedDocs === null || !ALL)(
    `of every revision of the documents with ports${ALL ? withoutDocs : ' (skipped: REGION_PAGES is not "all")'}`,
    async () => {
      let revisions = 0;
      for await (const { text } of pagesOf('port-documents.bundle')) {
        const [regions, whole] = bothWays(text);
        expect(regions).toEqual(whole);
        expect(regions).toMatchObject(readByRemark(text));
        revisions += 1;
      }
      expect(revisions).toBeGreaterThan(150);
    },
    300_000,
  );
});

/** Every text with a table that a branch of a bundle ever had, and whether transports and ports are named in it. */
async function* pagesOf(bundle: string): AsyncGenerator<{ text: string; holdsPorts: boolean }> {
  const repository = await openRepository(join(sharedDocs ?? '', bundle));
  try {
    const branches = (await listBranches(repository)).map(({ name }) => name);
    const git = ['--git-dir', repository.gitDir, 'rev-list', '--objects', ...branches];
    const objects = execFileSync('git', git, { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\n');
    const ids = objects.filter((line) => line.endsWith('.md')).map((line) => line.slice(0, line.indexOf(' ')));
    for await (const { bytes } of readBlobs(repository, ids)) {
      const text = bytes === null ? null : decode(bytes);
      if (text !== null && mayHoldTable(text)) yield { text, holdsPorts: /\b(?:TCP|UDP)\b[^\n]*\d{2}/.test(text) };
    }
  } finally {
    repository.close();
  }
}
