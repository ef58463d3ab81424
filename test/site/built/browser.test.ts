import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chrome, startBrowser, withoutBrowser } from '../../support/browser.ts';
import { serveSite } from '../../support/site.ts';

const PAGES = [
  '/',
  '/scenarios/internal-servers/',
  '/scenarios/scaled-edge-hardware-load-balancers/',
  '/scenarios/ipsec-exemptions/',
  '/ports/5061/',
  '/roles/front-end-server/',
  '/rules/lync-server-2013/internal-servers/director-front-end-service-5061-tcp/',
  '/corrections/',
  '/advisories/',
  '/compare/',
  '/data/',
];
const WIDTHS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

describe.skipIf(chrome === null)(`the site in a browser${withoutBrowser}`, () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;

  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), serveSite()]);
  });
  afterAll(async () => {
    await browser?.close();
    site?.stop();
  });

  /** Opens a page and hands over what it complained of, and what it asked of other hosts. */
  async function open(
    path: string,
    options: { theme?: 'light' | 'dark'; width?: keyof typeof WIDTHS; script?: boolean } = {},
  ): Promise<{ page: Page; complaints: string[] }> {
    const { theme = 'light', width = 'desktop', script = true } = options;
    const context = await browser.newContext({
      viewport: WIDTHS[width],
      colorScheme: theme,
      javaScriptEnabled: script,
      hasTouch: width === 'phone',
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(site.origin) && !request.url().startsWith('data:')) complaints.push(request.url());
    });
    await page.goto(`${site.origin}${path}`, { waitUntil: 'load' });
    return { page, complaints };
  }

  async function violations(page: Page): Promise<string[]> {
    const { violations: found } = await new AxeBuilder({ page }).analyze();
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }

  describe.each(PAGES.flatMap((path) => [path, `/ko${path}`]))('%s', (path) => {
    // Each page in two of the four; one page in all of them. What differs between the others is nothing but the text.
    const looks = [
      ['desktop', 'light'],
      ['phone', 'dark'],
      ...(path === '/ko/ports/5061/'
        ? ([
            ['desktop', 'dark'],
            ['phone', 'light'],
          ] as const)
        : []),
    ] as const;

    it.each(looks)('has no finding of axe on a %s, %s, and does not scroll sideways', async (width, theme) => {
      const { page, complaints } = await open(path, { width, theme });
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  });

  it('keeps no cookie', async () => {
    const { page } = await open('/');
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  it('shows all rows without JavaScript, and no filter box', async () => {
    const { page } = await open('/scenarios/internal-servers/', { script: false });
    expect(await page.locator('[data-rules] tbody tr[data-rule]').count()).toBe(105);
    expect(await page.locator('[data-rules] input').count()).toBe(0);
    await page.context().close();
  });
});
