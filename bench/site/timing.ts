import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startBrowser } from '../../test/support/browser.ts';
import { median } from '../processes.ts';

const ROUNDS = 9;
/** Typed letter by letter and taken away again: a word and a port, rows that go and that come back. */
const TYPED = 'edge 50001';

/** One page of each kind. */
const KINDS = [
  '/',
  '/scenarios/internal-servers/',
  '/scenarios/scaled-edge-hardware-load-balancers/',
  '/ports/5061/',
  '/roles/front-end-server/',
  '/services/front-end-service/',
  '/protocols/sip/',
  '/rules/lync-server-2013/internal-servers/director-front-end-service-5061-tcp/',
  '/corrections/',
  '/advisories/',
  '/compare/',
  '/data/',
  '/ports/',
  '/coverage/',
  '/between/',
  '/firewall/',
].flatMap((path) => [path, `/ko${path}`]);
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

export interface Times {
  readonly median: number;
  readonly worst: number;
}

/** The times of each of several pages. */
type TimesOf<Urls extends readonly string[]> = { [At in keyof Urls]: Times };

/**
 * From the shortcut to the first result on the screen, in milliseconds, in a browser that has not loaded the index yet;
 * the query is typed as soon as the box is there.
 */
export async function firstResults<Urls extends readonly string[]>(urls: readonly [...Urls]): Promise<TimesOf<Urls>> {
  const series = await inFreshPages(urls, async (page, url) => {
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.evaluate(`
      globalThis.passed = new Promise((resolve) => {
        let pressed;
        addEventListener('keydown', ({ timeStamp }) => { pressed ??= timeStamp; }, true);
        const watch = new MutationObserver(() => {
          if (document.querySelector('.search-dialog [role="option"]') === null) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
        });
        watch.observe(document.body, { childList: true, subtree: true });
      });
      undefined;
    `);
    await page.keyboard.press('Control+K');
    await page.keyboard.press('5');
    return page.evaluate<number>('globalThis.passed');
  });
  return series.map((times) => ({ median: median(times), worst: Math.max(...times) })) as TimesOf<Urls>;
}

/**
 * What a keystroke in the filter of the page's longest table takes, in milliseconds: from the key, as the browser is told
 * of it, until the next frame is painted. (Event Timing goes on until the frame is presented, and a browser without a window presents
 * none until it has to.) `worst` is the slowest of the keystrokes of a word, each the median of the rounds.
 */
export async function keystrokes<Urls extends readonly string[]>(urls: readonly [...Urls]): Promise<TimesOf<Urls>> {
  const series = await inFreshPages(urls, async (page, url) => {
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.waitForSelector('.filter');
    await page.evaluate(`
      const rowsOf = (box) => (box.closest('.rules') ?? document).querySelectorAll('tr').length;
      const box = [...document.querySelectorAll('.filter')].sort((a, b) => rowsOf(b) - rowsOf(a))[0];
      let pressed;
      box.addEventListener('keydown', ({ timeStamp }) => { pressed = timeStamp; });
      globalThis.next = () => new Promise((resolve) => {
        box.addEventListener('input', () => {
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
        }, { once: true });
      });
      box.focus();
    `);
    await page.waitForLoadState('networkidle');
    const durations: number[] = [];
    for (const key of [...TYPED.split(''), ...TYPED.split('').map(() => 'Backspace')]) {
      await page.evaluate('globalThis.painted = globalThis.next(); undefined');
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      durations.push(await page.evaluate<number>('globalThis.painted'));
    }
    return durations;
  });
  return series.map((rounds) => {
    const keys = (rounds[0] ?? []).map((_, at) => median(rounds.map((durations) => durations[at] ?? Number.NaN)));
    return { median: median(keys), worst: Math.max(...keys) };
  }) as TimesOf<Urls>;
}

/** The largest layout shift of any kind of page, in either language and at either width. */
export async function layoutShifts(origin: string): Promise<number> {
  const browser = await startBrowser();
  try {
    let most = 0;
    for (const viewport of WIDTHS) {
      const page = await newPage(browser, { viewport });
      await page.addInitScript(`
        globalThis.shift = 0;
        new PerformanceObserver((list) => {
          for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) globalThis.shift += value;
        }).observe({ type: 'layout-shift', buffered: true });
      `);
      for (const path of KINDS) {
        await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' });
        most = Math.max(most, await page.evaluate<number>('globalThis.shift'));
      }
    }
    return most;
  } finally {
    await browser.close();
  }
}

/**
 * Measures pages in browsers that know nothing yet. The pages take turns, so that what else the machine does falls on all
 * alike; the first round only warms up.
 *
 * @returns the values of each page
 */
async function inFreshPages<Value>(
  urls: readonly string[],
  measure: (page: Page, url: string) => Promise<Value>,
): Promise<Value[][]> {
  const browser = await startBrowser();
  try {
    const series = urls.map((): Value[] => []);
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [at, url] of urls.entries()) {
        const page = await newPage(browser);
        const value = await measure(page, url);
        if (round > 0) series[at]?.push(value);
        await page.context().close();
      }
    }
    return series;
  } finally {
    await browser.close();
  }
}

async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  return context.newPage();
}
