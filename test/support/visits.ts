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

/**
 * A browser and the built site for the tests of a file. Whatever a test is about, no page may complain, which is how a
 * browser tells of a breach of the policy, ask another host for anything, open a dialog, or keep a cookie. `script` runs in each
 * page before its own; `folder` gives another built site.
 */
export function useVisits(script?: string, folder: () => string | undefined = () => undefined): Visits {
  let site: Awaited<ReturnType<typeof serveSite>>;
  const tabs = new Map<string, Page>();
  let requests: string[] = [];
  let complaints: string[] = [];

  beforeAll(async () => {
    site = await serveSite(folder());
  });
  afterAll(async () => {
    await Promise.all([...tabs.values()].map((page) => page.context().close()));
    site.stop();
  });
  afterEach(async () => {
    const cookies = await Promise.all([...tabs.values()].map((page) => page.context().cookies()));
    const told = [...complaints, ...cookies.flat().map(({ name }) => `cookie ${name}`)];
    complaints = [];
    expect(told).toEqual([]);
  });

  const newTab = async (options: BrowserContextOptions): Promise<Page> => {
    const browser = await sharedBrowser();
    const context = await browser.newContext({ ...DESKTOP, ...options });
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
      if (url.startsWith(site.origin)) requests.push(url.slice(site.origin.length));
      else if (!url.startsWith('data:')) complaints.push(url);
    });
    return page;
  };

  const visit = async (path: string, options: BrowserContextOptions = {}): Promise<Visit> => {
    const key = JSON.stringify(options);
    const page = tabs.get(key) ?? (await newTab(options));
    tabs.set(key, page);
    const address = new URL(path, site.origin);
    // Another fragment of the same page would load nothing.
    if (new URL(page.url()).pathname === address.pathname) await page.goto('about:blank');
    requests = [];
    await page.goto(address.href, { waitUntil: 'load' });
    return { page, requests };
  };
  return { visit, origin: () => site.origin };
}
