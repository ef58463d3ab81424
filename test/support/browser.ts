import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium or Chrome that the browser tests run in; null where there is none. */
export const chrome =
  [process.env.CHROME_PATH, ...USUAL_PLACES].find((path) => path !== undefined && existsSync(path)) ?? null;

const missing =
  'no Chromium or Chrome: the browser tests are skipped; install one with: apt-get install chromium fonts-noto-cjk';

if (chrome === null) {
  if (process.env.CI === 'true') throw new Error(missing);
  process.stderr.write(`${missing}\n`);
}

/** What stands behind a test's name where it is skipped. */
export const withoutBrowser = chrome === null ? ' (skipped: no Chromium or Chrome)' : '';

/**
 * What the browser does beside the pages. The first three start processes for each new tab, which take more of the
 * processor than a page does: two pages behind the address bar and a process kept for the next site. Chromium takes the
 * last list alone, so the rest are those of Playwright that ask other hosts or hold back what is drawn.
 */
const FEATURES_OFF = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'SpareRendererForSitePerProcess'],
  ...['AimEnabled', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay', 'MediaRouter'],
  ...['NetworkTimeServiceQuerying', 'OptimizationHints', 'PreconnectToSearch'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'PaintHolding'],
];

let shared: Promise<Browser> | undefined;

/** One browser for all files of tests that a process runs; it ends with the process. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= startBrowser();
  return shared;
}

/** Starts the browser, quiet and without what root may not have; `more` are arguments besides. */
export function startBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: chrome ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--disable-features=${FEATURES_OFF.join()}`,
      ...more,
    ],
  });
}
