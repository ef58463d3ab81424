import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chrome, withoutBrowser } from '../../support/browser.ts';
import { apartFor, rulesFor, SEARCHES } from '../../support/searches.ts';
import { PHONE, useVisits } from '../../support/visits.ts';

/** The rules of a table, in the order in which they are seen: those that match, then those under the heading. */
interface Shown {
  readonly direct: readonly string[];
  readonly around: readonly string[];
}

describe.skipIf(chrome === null)(`the filter over a long table${withoutBrowser}`, () => {
  const { visit } = useVisits();

  /** The table of the page's first, second … filter. */
  function shown(page: Page, filter = 0): Promise<Shown> {
    return page.evaluate((at) => {
      const frames = [...document.querySelectorAll('.rules')].filter((frame) => frame.querySelector('.filter'));
      const parts: { direct: string[]; around: string[] } = { direct: [], around: [] };
      let part: 'direct' | 'around' = 'direct';
      for (const row of frames[at]?.querySelectorAll<HTMLElement>('tbody tr') ?? []) {
        if (row.matches('.apart')) part = 'around';
        else if (row.dataset.rule !== undefined && row.checkVisibility()) parts[part].push(row.dataset.rule);
      }
      return parts;
    }, filter);
  }

  async function type(page: Page, text: string, filter = 0): Promise<void> {
    await page.locator('.filter').nth(filter).fill(text);
    // What is typed is found at once, as soon as the index is there.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  }

  async function ready(path: string): Promise<Page> {
    const { page } = await visit(path);
    const index = page.waitForResponse('**/search-index.json');
    await page.locator('.filter').first().focus();
    await (await index).finished();
    await type(page, '');
    return page;
  }

  const statusOf = (page: Page, filter = 0) =>
    page
      .locator('.toolbar', { has: page.locator('.filter') })
      .nth(filter)
      .getByRole('status');

  it.each([
    '/scenarios/internal-servers/',
    '/ko/scenarios/internal-servers/',
    '/roles/edge-server/',
    '/ko/protocols/sip/',
  ])('%s: shows of each table the rules that are meant, in the order of the table, ranges apart', async (path) => {
    const page = await ready(path);
    const filters = await page.locator('.filter').count();
    expect(filters).toBeGreaterThan(0);
    for (let at = 0; at < filters; at += 1) {
      const { direct: all } = await shown(page, at);
      expect(all.length).toBeGreaterThan(12);
      for (const search of SEARCHES) {
        await type(page, search.text, at);
        const meant = new Set(rulesFor(search).map(({ id }) => id as string));
        const apart = new Set(apartFor(search).map(({ id }) => id as string));
        expect(await shown(page, at), search.text).toEqual({
          direct: all.filter((id) => meant.has(id) && !apart.has(id)),
          around: all.filter((id) => apart.has(id)),
        });
      }
      await type(page, '', at);
      expect(await shown(page, at)).toEqual({ direct: all, around: [] });
    }
  });

  it('keeps the advisories of a row beneath it, and only those', async () => {
    const page = await ready('/scenarios/internal-servers/');
    await type(page, '5061');
    const stray = await page.evaluate(() => {
      const bars = [...document.querySelectorAll<HTMLElement>('.rules .advisory-row:not(.apart)')];
      const owner = (bar: Element): Element | null =>
        bar.previousElementSibling?.matches('.advisory-row')
          ? owner(bar.previousElementSibling)
          : bar.previousElementSibling;
      const table = document.querySelector('.rules');
      const own = bars.filter((bar) => table?.contains(bar));
      return own.filter(
        (bar) =>
          owner(bar)?.classList.contains('advised') !== true || (owner(bar) as HTMLElement).hidden !== bar.hidden,
      ).length;
    });
    expect(stray).toBe(0);
  });

  it.each([
    { path: '/scenarios/internal-servers/', text: 'director', told: /^\d+ of \d+ rows$/ },
    { path: '/ko/scenarios/internal-servers/', text: 'director', told: /^\d+개 행 중 \d+개$/ },
    { path: '/roles/front-end-server/', text: 'zebra', told: /^Nothing found for “zebra” in \d+ rows$/ },
    { path: '/ko/roles/front-end-server/', text: 'zebra', told: /^\d+개 행에서 ‘zebra’을\(를\) 찾지 못했습니다\.$/ },
  ])('$path: announces what it does with $text', async ({ path, text, told }) => {
    const page = await ready(path);
    const { direct: all } = await shown(page);
    await type(page, text);
    const status = (await statusOf(page).textContent()) ?? '';
    expect(status).toMatch(told);
    expect(
      status
        .match(/\d+/g)
        ?.map(Number)
        .sort((a, b) => b - a),
    ).toEqual([all.length, (await shown(page)).direct.length].filter((count) => count > 0));
    await type(page, '');
    expect(await statusOf(page).textContent()).toBe('');
  });

  it('tells of ranges where no rule names the port', async () => {
    const page = await ready('/scenarios/internal-servers/');
    await type(page, '50123');
    const { direct, around } = await shown(page);
    expect(direct).toEqual([]);
    expect(around.length).toBe(2);
    expect(await statusOf(page).textContent()).toBe('No rule names 50123; 2 ranges cover it');
    expect(await page.locator('.apart').textContent()).toBe('By a range that covers it');
  });

  it('offers the nearest thing where nothing is found', async () => {
    const page = await ready('/scenarios/internal-servers/');
    await type(page, '441');
    const offer = page.locator('.filter-nearest button');
    expect(await offer.allTextContents()).toEqual([expect.stringMatching(/^443 \(\d+\)$/)]);
    await offer.click();
    expect(await page.locator('.filter').first().inputValue()).toBe('443');
    expect(
      await page
        .locator('.filter')
        .first()
        .evaluate((node) => node === document.activeElement),
    ).toBe(true);
    expect(await offer.count()).toBe(0);
    expect((await shown(page)).direct.length).toBeGreaterThan(0);
  });

  it('stands in the address, for each table apart, and comes back with a link and with Back', async () => {
    const page = await ready('/scenarios/internal-servers/?from=mail#advisories');
    await type(page, '에 지', 0);
    await type(page, 'udp 3478', 1);
    await page.waitForURL(/q2=/);
    const url = new URL(page.url());
    expect([...url.searchParams]).toEqual([
      ['from', 'mail'],
      ['q', '에 지'],
      ['q2', 'udp 3478'],
    ]);
    expect(url.hash).toBe('#advisories');
    const seen = [await shown(page, 0), await shown(page, 1)];

    const { page: other } = await visit(`${url.pathname}${url.search}`, { locale: 'en-GB' });
    await other.waitForFunction(() => document.querySelectorAll('.table-status:not(:empty)').length === 2);
    expect(
      await other.locator('.filter').evaluateAll((list) => list.map((each) => (each as HTMLInputElement).value)),
    ).toEqual(['에 지', 'udp 3478']);
    expect([await shown(other, 0), await shown(other, 1)]).toEqual(seen);

    await page.goto(new URL('/data/', url).href);
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('.table-status:not(:empty)').length === 2);
    expect([await shown(page, 0), await shown(page, 1)]).toEqual(seen);

    await type(page, '', 0);
    await page.waitForURL((each) => !each.searchParams.has('q'));
    expect((await shown(page, 0)).direct.length).toBeGreaterThan(seen[0]?.direct.length ?? 0);
  });

  it('finds by the cells where the index does not load', async () => {
    const { page } = await visit('/scenarios/internal-servers/', { reducedMotion: 'reduce' });
    await page.route('**/search-index.json', (route) => route.fulfill({ status: 204 }));
    const portsOf = (ids: readonly string[]) =>
      page.evaluate((list) => list.map((id) => document.querySelector(`[data-rule="${id}"] .port`)?.textContent), ids);
    await type(page, '5061 director');
    await page.waitForSelector('.table-status:not(:empty)');
    expect(await portsOf((await shown(page)).direct)).toEqual([expect.stringContaining('5061')]);
    await type(page, '50123');
    const { direct, around } = await shown(page);
    expect(direct).toEqual([]);
    expect(await portsOf(around)).toEqual([expect.stringContaining('–'), expect.stringContaining('–')]);
  });

  it('is over cards of a phone too', async () => {
    const { page } = await visit('/ko/scenarios/internal-servers/', PHONE);
    await type(page, '5061');
    await page.waitForSelector('.table-status:not(:empty)');
    const { direct } = await shown(page);
    expect(direct.length).toBeGreaterThan(0);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });

  it('is not there without JavaScript, and neither is the search; all rows are', async () => {
    const { page } = await visit('/scenarios/internal-servers/?q=5061', { javaScriptEnabled: false });
    expect(await page.locator('tr[data-rule]').count()).toBe(105);
    expect(await page.locator('tr[data-rule]:visible').count()).toBe(105);
    expect(await page.locator('input:visible, .search-open:visible').count()).toBe(0);
  });
});
