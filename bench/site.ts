/**
 * `pnpm bench:site`: the budgets of the site, measured in a browser on the site as it is published, served compressed.
 * Exit status 1 where one is not kept.
 */
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chrome } from '../test/support/browser.ts';
import { buildSite, serveSite } from '../test/support/site.ts';
import { type Measure, printMeasures } from './report.ts';
import { CATEGORIES, lighthouseScores } from './site/lighthouse.ts';
import { firstResults, keystrokes, layoutShifts } from './site/timing.ts';

const PAGES = { home: '/', scenario: '/scenarios/internal-servers/', port: '/ports/5061/' };
const BARE = 'a bare page';

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
  const search = await firstResults(`${origin}/data/`);
  const typing = await keystrokes(`${origin}/${longest(folder).path}`);
  const bare = await keystrokes(`${origin}/bare.html`);
  return [
    { what: 'whole build, s', value: seconds, most: 20 },
    ...scores,
    { what: 'first search result after the shortcut, ms', value: search.median, most: 200 },
    { what: 'first search result after the shortcut, slowest, ms', value: search.worst },
    {
      what: `a keystroke in the longest table (${longest(folder).rows} rows), ms`,
      value: typing.median,
      most: 50,
      others: { [BARE]: bare.median },
    },
    { what: 'a keystroke in it, slowest, ms', value: typing.worst, most: 50, others: { [BARE]: bare.worst } },
    { what: 'layout shift, the most of any kind of page', value: await layoutShifts(origin), most: 0.01 },
  ];
}

/** The page with the longest table that can be filtered. */
function longest(folder: string): { path: string; rows: number; table: string } {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('index.html'),
  );
  const tables = pages.flatMap((path) =>
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

/** The same table with a box that does nothing, without script or style: what a keystroke takes by itself. */
function barePage(table: string): string {
  return `<!doctype html><html lang="en"><title>bare</title><input class="filter"><table${table}</table>`;
}
