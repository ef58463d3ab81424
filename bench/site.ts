/**
 * `pnpm bench:site`: the budgets of the site, measured in a browser on the site as it is published, served compressed.
 * Times are beside those of the least that does the same, see site/bare.ts, since machines differ. Exit status 1 where one is not kept.
 */
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chrome } from '../test/support/browser.ts';
import { buildSite, serveSite } from '../test/support/site.ts';
import { type Measure, printMeasures } from './report.ts';
import { barePage, secondsOfBareBuild } from './site/bare.ts';
import { CATEGORIES, lighthouseScores } from './site/lighthouse.ts';
import { firstResults, keystrokes, layoutShifts } from './site/timing.ts';

const PAGES = { home: '/', scenario: '/scenarios/internal-servers/', port: '/ports/5061/' };
const BARE = 'a bare one';
/** Milliseconds within which an answer seems to come at once. */
const FIRST_RESULT = 200;
/** How many times as long as the least that does the same the site may take. */
const MOST_TIMES = { build: 10, search: 2, keystroke: 2.5 };

if (chrome !== null) {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'bench-site-'));
  const site = await serveSite(folder, true);
  try {
    process.exitCode = printMeasures([BARE], await measureAll(folder, site.origin), 'site') ? 0 : 1;
  } finally {
    site.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureAll(folder: string, origin: string): Promise<Measure[]> {
  const start = performance.now();
  // Pages name the address that they are to be found at, which Lighthouse compares with where it found them.
  await buildSite(folder, origin);
  const seconds = (performance.now() - start) / 1000;
  const bareSeconds = await secondsOfBareBuild(pagesOf(folder).length);
  writeFileSync(join(folder, 'bare.html'), barePage(rowsOfLongest(folder)));

  const scores: Measure[] = [];
  for (const [name, path] of Object.entries(PAGES)) {
    const found = await lighthouseScores(`${origin}${path}`);
    for (const category of CATEGORIES) {
      const failing = found[category]?.failing.join(', ') ?? '';
      const what = `Lighthouse: ${category}, ${name}${failing === '' ? '' : ` (${failing})`}`;
      scores.push({ what, value: found[category]?.score, least: 100 });
    }
  }
  const [search, bareSearch] = await firstResults([`${origin}/data/`, `${origin}/bare.html`]);
  const [typing, bareTyping] = await keystrokes([`${origin}/${longest(folder).path}`, `${origin}/bare.html`]);
  const rows = longest(folder).rows;
  return [
    // Both load the same library and write as many pages; what is more is what the pages say.
    timesAs('whole build', seconds, bareSeconds, MOST_TIMES.build),
    ...scores,
    // Both fetch the index, read it and paint a list.
    timesAs('first search result after the shortcut', search.median, bareSearch.median, MOST_TIMES.search),
    // From the shortcut, the first key right after it; what searches and the index are fetched meanwhile.
    { what: 'first search result after the shortcut, ms', value: search.median, most: FIRST_RESULT },
    // Both hide rows of the same table and paint the rest.
    timesAs(`a keystroke in the longest table (${rows} rows)`, typing.median, bareTyping.median, MOST_TIMES.keystroke),
    timesAs('a keystroke in it, slowest', typing.worst, bareTyping.worst, MOST_TIMES.keystroke),
    { what: 'layout shift, the most of any kind of page', value: await layoutShifts(origin), most: 0.01 },
  ];
}

/** A time as so many times that of the least that does the same. */
function timesAs(what: string, value: number, bare: number, most: number): Measure {
  return { what: `${what}, times ${BARE}`, value: value / bare, most, others: { [BARE]: 1 } };
}

function pagesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('index.html'));
}

/** The page with the longest table that can be filtered. */
function longest(folder: string): { path: string; rows: number; table: string } {
  const tables = pagesOf(folder).flatMap((path) =>
    readFileSync(join(folder, path), 'utf8')
      .split('<table')
      .slice(1)
      .map((table) => ({ path: path.replace('index.html', ''), rows: table.split('<tr data-rule').length - 1, table })),
  );
  return tables.reduce((most, each) => (each.rows > most.rows ? each : most));
}

function rowsOfLongest(folder: string): string {
  return longest(folder).table.replace(/<\/table>[\s\S]*/, '');
}
