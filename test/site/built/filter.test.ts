import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chrome, withoutBrowser } from '../../support/browser.ts';
import { apartFor, rules, rulesFor, SEARCHES, shareOf } from '../../support/searches.ts';
import { PHONE, useVisits } from '../../support/visits.ts';

/** The rules of a page, in the order in which they are seen: those that match, then those under a heading of their own. */
interface Shown {
  readonly direct: readonly string[];
  readonly around: readonly string[];
}

// A long page takes longer to open, so where any will do, these are short ones of their kind.
const EDGE = '/scenarios/consolidated-edge/';
const CLIENTS = '/scenarios/clients/';
const INTERNAL = '/scenarios/internal-servers/';

describe.skipIf(chrome === null)(`the bar over the tables of a page${withoutBrowser}`, () => {
  const { visit, origin } = useVisits();

  /** What is seen of all tables. */
  function shown(page: Page): Promise<Shown> {
    return page.evaluate(() => {
      const parts: { direct: string[]; around: string[] } = { direct: [], around: [] };
      for (const table of document.querySelectorAll('.rules[data-rules]')) {
        let part: 'direct' | 'around' = 'direct';
        for (const row of table.querySelectorAll<HTMLElement>('tbody tr')) {
          if (row.matches('.apart')) part = 'around';
          else if (row.dataset.rule !== undefined && row.checkVisibility()) parts[part].push(row.dataset.rule);
        }
      }
      return parts;
    });
  }

  /** The first rule of the row that stands for each rule: equal rows of several products are one. */
  async function rowsByRule(page: Page): Promise<Map<string, string>> {
    const rows = await page
      .locator('tr[data-rule]')
      .evaluateAll((list) => list.map((row) => [(row as HTMLElement).dataset.rule, (row as HTMLElement).dataset.also]));
    return new Map(
      rows.flatMap(([rule = '', also = '']) => [rule, ...also.split(' ')].map((id): [string, string] => [id, rule])),
    );
  }

  // What is chosen or typed is found at once, as soon as the index is there.
  const settled = (page: Page) =>
    page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

  async function type(page: Page, text: string): Promise<void> {
    await page.locator('.bar input').fill(text);
    await settled(page);
  }

  async function choose(page: Page, name: string, value: string): Promise<void> {
    await page.locator(`.bar select[name=${name}]`).selectOption(value);
    await settled(page);
  }

  async function ready(path: string): Promise<Page> {
    const { page } = await visit(path);
    const index = page.waitForResponse('**/search-index.json');
    await page.locator('.bar input').focus();
    await (await index).finished();
    await type(page, '');
    return page;
  }

  const status = (page: Page) => page.locator('.bar-status').textContent();
  const isSaid = (page: Page) => page.waitForSelector('.bar-status:not(:empty)');
  const openAll = (page: Page) =>
    page.locator('details[data-part]').evaluateAll((list) => list.map((each) => each.setAttribute('open', '')));

  it('answers what must be open on the external firewall of an Edge pool with one choice', async () => {
    const { page } = await visit(EDGE);
    const { direct: all } = await shown(page);
    await choose(page, 'firewall', 'external-in');
    const { direct } = await shown(page);
    const meant = new Set(
      rules
        .filter(({ firewall }) => firewall?.at === 'external' && firewall.way === 'in')
        .map(({ id }) => id as string),
    );
    expect(direct.length).toBeGreaterThan(0);
    expect(direct).toEqual(all.filter((id) => meant.has(id)));
    expect(await status(page)).toBe(`${direct.length} of ${all.length} rows`);
    await page.waitForURL(/\?firewall=external-in$/);
    // Nothing stands between the answer and the choice: not the tables without a row, and not the diagram of all.
    const texts = await page.locator('h2:visible, h3:visible, .contents a:visible').allTextContents();
    expect(texts.filter((text) => /internal/i.test(text))).toEqual([]);
    expect(await page.locator('.flow-figure:visible').count()).toBe(0);
    await page.getByRole('button', { name: 'Show all' }).click();
    await settled(page);
    expect((await shown(page)).direct).toEqual(all);
    expect(await page.locator('.flow-figure:visible').count()).toBe(1);
    await page.waitForURL((url) => url.search === '');
  });

  it.each([
    {
      path: EDGE,
      choices: { firewall: 'internal-out', direction: 'inbound', product: 'skype-for-business-server-2019' },
    },
    { path: CLIENTS, choices: { role: 'director' } },
    { path: '/ko/roles/pstn-gateway/', choices: { transport: 'udp' } },
    { path: '/protocols/sip/', choices: { firewall: 'host' } },
    { path: '/services/front-end-service/', choices: { direction: 'outbound' } },
    { path: '/ports/5269/', choices: { firewall: 'external-in' } },
    { path: '/ko/between/client/front-end-server/', choices: { product: 'lync-server-2013' } },
  ])('$path: shows the rows of $choices, and only those', async ({ path, choices }) => {
    const { page } = await visit(path);
    for (const [name, value] of Object.entries(choices)) {
      const rows = () =>
        page.locator('tr[data-rule]').evaluateAll(
          (list, [key, chosen]) =>
            list.map((row) => ({
              is: (row as HTMLElement).dataset[key]?.split(' ').includes(chosen) === true,
              seen: row.checkVisibility(),
            })),
          [name, value] as const,
        );
      if ((await page.locator(`.bar select[name=${name}] option[value="${value}"]`).count()) === 0) {
        // What every row has, or none, is not offered.
        expect(new Set((await rows()).map(({ is }) => is)).size).toBe(1);
        continue;
      }
      await choose(page, name, value);
      const now = await rows();
      expect(now.filter(({ seen }) => seen).length).toBeGreaterThan(0);
      expect(now.filter(({ is, seen }) => is !== seen)).toEqual([]);
      await choose(page, name, '');
    }
  });

  it.each([
    { path: `/ko${INTERNAL}`, searches: shareOf(SEARCHES, 0) },
    { path: '/roles/edge-server/', searches: shareOf(SEARCHES, 1) },
  ])(
    '$path: shows of each table the rules that a text means, in the order of the table, ranges apart',
    async ({ path, searches }) => {
      const page = await ready(path);
      const { direct: all } = await shown(page);
      const rowOf = await rowsByRule(page);
      const among = rules.filter(({ id }) => rowOf.has(id));
      for (const search of searches) {
        await type(page, search.text);
        const meant = new Set(rulesFor(search, among).map(({ id }) => rowOf.get(id)));
        const apart = new Set(apartFor(search, among).map(({ id }) => rowOf.get(id)));
        expect(await shown(page), search.text).toEqual({
          direct: all.filter((id) => meant.has(id) && !apart.has(id)),
          around: all.filter((id) => apart.has(id)),
        });
      }
      await type(page, '');
      expect(await shown(page)).toEqual({ direct: all, around: [] });
    },
  );

  it('has an advisory once beneath the rows that it is about, whatever is filtered', async () => {
    const page = await ready('/roles/edge-server/');
    for (const text of ['', '5061', 'mtls']) {
      await type(page, text);
      const wrong = await page.evaluate(() => {
        const found: string[] = [];
        const told = new Set<string>();
        for (const body of document.querySelectorAll('.rules[data-rules] tbody')) {
          let expected: string[] = [];
          const rows = [...body.querySelectorAll<HTMLElement>('tr:not([hidden])')];
          const advised = (row?: HTMLElement) => row?.dataset.advised?.split(' ') ?? [];
          rows.forEach((row, at) => {
            if (row.matches('.apart')) return;
            if (row.matches('.advisory-row')) {
              const ids = [...row.querySelectorAll<HTMLElement>('.advisory')].map(
                ({ dataset }) => dataset.advisory ?? '',
              );
              for (const id of ids) told.add(id);
              if (ids.join() !== expected.join()) found.push(`${ids} is not ${expected}`);
              expected = [];
              return;
            }
            if (expected.length > 0) found.push(`${expected} is missing`);
            const next = rows.slice(at + 1).find((each) => !each.matches('.advisory-row:not(.apart)'));
            expected = advised(row).filter((id) => !advised(next).includes(id) && !told.has(id));
            for (const id of advised(row)) if (row.querySelector('a.advised') === null) found.push(`no mark: ${id}`);
          });
        }
        return found;
      });
      expect(wrong, text).toEqual([]);
    }
  });

  it.each([
    { path: CLIENTS, text: 'media', told: /^\d+ of \d+ rows$/ },
    { path: `/ko${CLIENTS}`, text: 'media', told: /^\d+개 행 중 \d+개$/ },
    { path: '/roles/pstn-gateway/', text: 'zebra', told: /^Nothing found for “zebra” in \d+ rows$/ },
    { path: '/ko/roles/pstn-gateway/', text: 'zebra', told: /^\d+개 행에서 ‘zebra’을\(를\) 찾지 못했습니다\.$/ },
  ])('$path: announces what it does with $text', async ({ path, text, told }) => {
    const page = await ready(path);
    const { direct: all } = await shown(page);
    await type(page, text);
    const said = (await status(page)) ?? '';
    expect(said).toMatch(told);
    const numbers = said
      .match(/\d+/g)
      ?.map(Number)
      .sort((a, b) => b - a);
    expect(numbers).toEqual([all.length, (await shown(page)).direct.length].filter((count) => count > 0));
    expect(await page.locator('.bar-status').getAttribute('role')).toBe('status');
    await type(page, '');
    expect(await status(page)).toBe('');
  });

  it('tells of ranges where no rule names the port', async () => {
    const page = await ready(`${INTERNAL}?product=lync-server-2013`);
    await type(page, '50123');
    const { direct, around } = await shown(page);
    expect(direct).toEqual([]);
    expect(around.length).toBe(2);
    expect(await status(page)).toBe('No rule names 50123; 2 ranges cover it');
    expect(await page.locator('.apart').textContent()).toBe('By a range that covers it');
  });

  it('offers the nearest thing where nothing is found', async () => {
    const page = await ready(CLIENTS);
    await type(page, '441');
    const offer = page.locator('.bar-nearest button');
    expect(await offer.allTextContents()).toEqual([expect.stringMatching(/^443 \(\d+\)$/)]);
    await offer.click();
    await settled(page);
    const input = page.locator('.bar input');
    expect(await input.inputValue()).toBe('443');
    expect(await input.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await offer.count()).toBe(0);
    expect((await shown(page)).direct.length).toBeGreaterThan(0);
  });

  it('stands in the address with the order, and comes back with a link and with Back', async () => {
    const page = await ready('/roles/pstn-gateway/?from=mail#calls');
    await choose(page, 'transport', 'tcp');
    await type(page, '5067');
    await page.waitForURL(/q=5067/);
    await page.locator('.rules:visible').first().getByRole('button', { name: 'Port', exact: true }).press('Enter');
    const url = new URL(page.url());
    expect([...url.searchParams]).toEqual([
      ['from', 'mail'],
      ['transport', 'tcp'],
      ['q', '5067'],
      // The first table has none of these rows.
      ['sort2', 'port'],
    ]);
    expect(url.hash).toBe('#calls');
    const seen = await shown(page);
    expect(seen.direct.length).toBeGreaterThan(0);

    const { page: other } = await visit(`${url.pathname}${url.search}`, { locale: 'en-GB' });
    await isSaid(other);
    expect(await shown(other)).toEqual(seen);
    expect(await other.locator('[aria-sort]').getAttribute('aria-sort')).toBe('ascending');

    await page.goto(new URL('/data/', url).href);
    await page.goBack();
    await isSaid(page);
    expect(await shown(page)).toEqual(seen);
  });

  it('is kept by the link to the other language', async () => {
    const page = await ready(EDGE);
    await choose(page, 'firewall', 'internal-in');
    await page.waitForURL(/firewall=internal-in/);
    const seen = await shown(page);
    await page.locator('a.language:visible').click();
    await page.waitForURL(`${origin()}/ko${EDGE}?firewall=internal-in`);
    await isSaid(page);
    expect(await shown(page)).toEqual(seen);
    const links = await page
      .locator('a.language')
      .evaluateAll((list) => list.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length).toBe(2);
    expect(new Set(links)).toEqual(new Set([`${origin()}${EDGE}?firewall=internal-in`]));
  });

  it('opens at the top of the page, where one sees that it is filtered', async () => {
    const { page } = await visit(`/ko${EDGE}?firewall=external-in&transport=tcp`);
    await isSaid(page);
    const places = await page
      .locator('.bar-status, .bar [type=reset], .bar select[name=firewall]')
      .evaluateAll((list) => list.map((each) => each.getBoundingClientRect().bottom));
    expect(places.length).toBe(3);
    expect(Math.max(...places)).toBeLessThan(600);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await page.locator('.bar select[name=firewall]').inputValue()).toBe('external-in');
  });

  it('counts what is in a folded part, and unfolds it', async () => {
    const { page } = await visit('/between/mediation-server/front-end-server/');
    await openAll(page);
    const all = (await shown(page)).direct.length;
    await type(page, '5061');
    await isSaid(page);
    const { direct, around } = await shown(page);
    expect(direct.length).toBeGreaterThan(0);
    expect(await status(page)).toMatch(new RegExp(`^${direct.length} of ${all} rows`));
    expect(around.length).toBe(Number(/; (\d+) more/.exec((await status(page)) ?? '')?.[1] ?? 0));
  });

  it('finds by the cells where the index does not load', async () => {
    const { page } = await visit(INTERNAL, { reducedMotion: 'reduce' });
    await page.route('**/search-index.json', (route) => route.fulfill({ status: 204 }));
    const portsOf = (ids: readonly string[]) =>
      page.evaluate((list) => list.map((id) => document.querySelector(`[data-rule="${id}"] .port`)?.textContent), ids);
    await choose(page, 'product', 'lync-server-2013');
    await type(page, '5061 director');
    await page.waitForFunction(() => document.querySelectorAll('.rules tr[data-rule]:not([hidden])').length === 1);
    expect(await portsOf((await shown(page)).direct)).toEqual([expect.stringContaining('5061')]);
    await type(page, '50123');
    const { direct, around } = await shown(page);
    expect(direct).toEqual([]);
    expect(await portsOf(around)).toEqual([expect.stringContaining('–'), expect.stringContaining('–')]);
  });

  it('is over tables that are not of rules too', async () => {
    const { page } = await visit('/corrections/');
    await type(page, '이사');
    await isSaid(page);
    const seen = await page.locator('.rules tbody tr:visible').allTextContents();
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((text) => text.includes('이사'))).toBe(true);
  });

  it('folds on a phone, and says what is filtered', async () => {
    const { page } = await visit(`/ko${CLIENTS}?role=director`, PHONE);
    await isSaid(page);
    expect(await page.locator('.bar select:visible').count()).toBe(0);
    expect(await page.locator('.bar-said').textContent()).toMatch(/^\s*필터: 디렉터\s*$/);
    const opener = page.locator('.bar-open');
    await opener.tap();
    expect(await opener.getAttribute('aria-expanded')).toBe('true');
    await choose(page, 'transport', 'tcp');
    await type(page, '5061');
    const { direct } = await shown(page);
    expect(direct.length).toBeGreaterThan(0);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });

  it('says on paper what is filtered', async () => {
    const { page } = await visit(`${EDGE}?firewall=external-in&q=443`);
    await isSaid(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.bar-status:visible').textContent()).toMatch(/^\d+ of \d+ rows$/);
    expect((await page.locator('.bar-said:visible').textContent())?.trim()).toBe(
      'Filtered: External firewall, in · “443”',
    );
    expect(await page.locator('.bar :is(button, select, input):visible').count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
  });

  it('is not there without JavaScript, and neither is the search; all rows are', async () => {
    const { page } = await visit(`${CLIENTS}?q=5061`, { javaScriptEnabled: false });
    const all = await page.locator('tr[data-rule]').count();
    expect(all).toBeGreaterThan(20);
    expect(await page.locator('tr[data-rule]:visible').count()).toBe(all);
    expect(await page.locator('input:visible, select:visible, .search-open:visible').count()).toBe(0);
  });
});
