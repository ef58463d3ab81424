import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayHoldTable } from '../../../scraper/src/parse/has-table.ts';
import { readPageOrSay } from '../../../scraper/src/parse/read-or-say.ts';
import { oddDocument } from '../../support/odd-documents.ts';
import { plausiblePage } from '../../support/plausible-pages.ts';

/** How many pages made at random are tried. */
const RUNS = Number(process.env.REGION_RUNS ?? 1500);

describe('what is read region by region is what is read of the whole page', () => {
  it.each([
    ['odd in every way that a text can be', oddDocument],
    ['as they are published', plausiblePage],
  ])('of pages made at random, %s', (_, pages) => {
    fc.assert(
      fc.property(pages, (text) => {
        const [regions, whole] = [readPageOrSay(text), readPageOrSay(text, { whole: true })];
        expect(regions).toEqual(whole);
        const tables = typeof whole === 'object' ? whole.tables.length : 1;
        expect(mayHoldTable(text) || tables === 0).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});
