import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { sharedBrowser } from './browser.ts';
import { serveSite } from './site.ts';

/** A page that a test looks at. */
export interface Visit {
  readonly page: Page;
  /** The paths of what the page asked for, in order. */
  readonly requests: readonly string[];
}

export interface Visits {
  /**
   * Opens a page of the site. Pages with the same options are opened in the same tab, one after the other, which saves
   * most of the time; they share what a browser keeps.
   */
  readonly visit: (path: string, options?: BrowserContextOptions) => Promise<Visit>;
  readonly origin: () => string;
}

export const DESKTOP = { viewport: { width: 1440, height: 900 } } as const;
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;

/** The tabs of this process by what they were opened with. A new one takes longer than many pages in one that is there. */
const tabs = new Map<string, Page>();
/** Files of tests come one after the other, so what a page does is of the file that looks at it now. */
let origin = '';
let requests: string[] = [];
let complaints: string[] = [];

async function newTab(options: BrowserContextOptions, script: string | undefined): Promise<Page> {
  const browser = await sharedBrowser();
  const context = await browser.newContext(options);
  if (script !== undefined) await context.addInitScript({ content: script });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('dialog', async (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (url.startsWith(origin)) requests.push(url.slice(origin.length));
    else if (!url.startsWith('data:')) complaints.push(url);
  });
  return page;
}

/** Leaves a tab as it was when it was new, but for what the browser keeps of each site. */
async function tidy(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.unrouteAll();
  await page.emulateMedia({ media: null });
}

/**
 * A browser and the built site for the tests of a file. Whatever a test is about, no page may complain, which is how a
 * browser tells of a breach of the policy, ask another host for anything, open a dialog, or keep a cookie. `script` runs in each
 * page before its own; `folder` gives another built site.
 */
export function useVisits(script?: string, folder: () => string | undefined = () => undefined): Visits {
  let site: Awaited<ReturnType<typeof serveSite>>;
  const used = new Set<Page>();

  beforeAll(async () => {
    // Each file has an address of its own, so nothing that a browser keeps of a site comes from another file.
    site = await serveSite(folder());
    origin = site.origin;
  });
  afterAll(async () => {
    await Promise.all([...used].map(tidy));
    site.stop();
  });
  afterEach(async () => {
    const cookies = await Promise.all([...used].map((page) => page.context().cookies()));
    const told = [...complaints, ...cookies.flat().map(({ name }) => `cookie ${name}`)];
    complaints = [];
    expect(told).toEqual([]);
  });

  const visit = async (path: string, options: BrowserContextOptions = {}): Promise<Visit> => {
    const all = { ...DESKTOP, ...options };
    const key = JSON.stringify([all, script]);
    const page = tabs.get(key) ?? (await newTab(all, script));
    tabs.set(key, page);
    used.add(page);
    const address = new URL(path, origin);
    // Another fragment of the same address would load nothing.
    if (page.url().split('#')[0] === address.href.split('#')[0]) await page.goto('about:blank');
    requests = [];
    await page.goto(address.href, { waitUntil: 'load' });
    return { page, requests };
  };
  return { visit, origin: () => origin };
}
