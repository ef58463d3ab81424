import { products, scenarios } from '@lync/port-catalog';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type IndexFile, readIndex } from '../../../site/src/scripts/search/index-file.ts';
import { outsideFor } from '../../../site/src/scripts/search/outside.ts';
import { pagesFor } from '../../../site/src/scripts/search/pages.ts';
import { resultsFor } from '../../../site/src/scripts/search/results.ts';
import { chrome, withoutBrowser } from '../../support/browser.ts';
import { ASKED, apartFor, isNamed, opens, rules, rulesFor, SEARCHES, shareOf } from '../../support/searches.ts';
import { readSite } from '../../support/site.ts';
import { PHONE, useVisits } from '../../support/visits.ts';

const LANGUAGES = [
  { lang: 'en', root: '', at: 0 },
  { lang: 'ko', root: '/ko', at: 1 },
] as const;

function sorted(ids: Iterable<string>): string[] {
  return [...ids].sort();
}

/** The product and the scenario that a rule is listed under. */
function pageOf(id: string): string {
  const rule = rules.find((each) => each.id === id);
  const names = [...products, ...scenarios].filter((each) => each.id === rule?.product || each.id === rule?.scenario);
  return names.map(({ name }) => name.en).join(' · ');
}

/** How many rules name a port, how many have a range around it, and how many name both ports of `67/68`. */
const named = (port: number) => rules.filter((rule) => isNamed(rule, port)).length;
const around = (port: number) => rules.filter((rule) => opens(rule, port) && !isNamed(rule, port)).length;
const both = rules.filter((rule) => isNamed(rule, 67) && isNamed(rule, 68)).length;

/** The rules that are meant, parted as the site shows them. */
function meantBy(search: (typeof SEARCHES)[number]): { direct: string[]; around: string[] } {
  const around = new Set(apartFor(search).map(({ id }) => id as string));
  const all = rulesFor(search).map(({ id }) => id as string);
  expect(all.length).toBeGreaterThan(0);
  return { direct: sorted(all.filter((id) => !around.has(id))), around: sorted(around) };
}

describe.each(LANGUAGES)('the index of the $lang pages', ({ root }) => {
  const file: IndexFile = JSON.parse(readSite(`${root.slice(1)}/search-index.json`.replace(/^\//, '')));
  const index = readIndex(file);

  it.each(SEARCHES)('$text: $means', (search) => {
    const { direct, around } = resultsFor(search.text, index.rules, index.entries);
    const found = { direct: sorted(direct.map(({ id }) => id)), around: sorted(around.map(({ id }) => id)) };
    expect(found).toEqual(meantBy(search));
  });

  it.each(ASKED)('$text', ({ text, is, has, like, nearest, outside, nothing, page }) => {
    const leads = pagesFor(text, index, (port) => port);
    if (page !== undefined) expect(leads[0]?.path ?? null).toBe(page);
    const results = resultsFor(text, index.rules, index.entries);
    const ids = sorted(results.direct.map(({ id }) => id));
    const idsOf = (fits: (rule: (typeof rules)[number]) => boolean) => sorted(rules.filter(fits).map(({ id }) => id));
    if (is !== undefined) expect(ids).toEqual(idsOf(is));
    if (has !== undefined) expect(ids).toEqual(expect.arrayContaining(idsOf(has)));
    if (like !== undefined) {
      expect(ids).toEqual(sorted(resultsFor(like, index.rules, index.entries).direct.map(({ id }) => id)));
    }
    if (nearest !== undefined) expect(results.nearest.map(({ query }) => query)).toEqual([nearest]);
    if (outside !== undefined) expect(outsideFor(text, index.outside, ids.length > 0)[0]?.id).toBe(outside);
    if (nothing === true) expect([ids, results.around]).toEqual([[], []]);
  });
});

describe.skipIf(chrome === null)(`the search in a browser${withoutBrowser}`, () => {
  const { visit } = useVisits();
  const RESULTS = '.search-dialog [role="option"]';

  /** What the search shows: rules by their ids, those under the heading of ranges apart. */
  function shown(page: Page): Promise<{ direct: string[]; around: string[] }> {
    return page.evaluate(() => {
      const list = document.querySelector('.search-dialog [role="listbox"]');
      const parts: { direct: string[]; around: string[] } = { direct: [], around: [] };
      let part: 'direct' | 'around' = 'direct';
      for (const each of list?.querySelectorAll('.search-apart, [role="option"][href*="/rules/"]') ?? []) {
        if (each.matches('.search-apart')) part = 'around';
        else parts[part].push(/\/rules\/(.*)\/$/.exec(each.getAttribute('href') ?? '')?.[1] ?? '');
      }
      return { direct: parts.direct.sort(), around: parts.around.sort() };
    });
  }

  async function open(path: string): Promise<Page> {
    const { page } = await visit(path);
    await page.keyboard.press('Control+K');
    await page.waitForSelector('.search-dialog[open]');
    return page;
  }

  /** Types a text into the open search, and gives what is announced. */
  async function type(page: Page, text: string): Promise<string> {
    const status = page.locator('.search-dialog [role="status"]');
    await page.locator('.search-dialog input').fill('');
    await page.waitForFunction((node) => node?.textContent === '', await status.elementHandle());
    await page.keyboard.insertText(text);
    await page.waitForFunction((node) => node?.textContent !== '', await status.elementHandle());
    return (await status.textContent()) ?? '';
  }

  it.each(LANGUAGES)('finds on $lang pages what is meant, ranges apart', async ({ root, at }) => {
    const page = await open(`${root}/data/`);
    for (const search of shareOf(SEARCHES, at)) {
      await type(page, search.text);
      const more = page.locator('.search-dialog .search-beside button');
      if ((await more.count()) > 0) await more.click();
      await page.waitForFunction(() => document.querySelector('.search-dialog .search-beside button') === null);
      expect(await shown(page), search.text).toEqual(meantBy(search));
    }
  });

  it.each(LANGUAGES)('offers on $lang pages the page that is asked for first, in time', async ({ root, at }) => {
    const page = await open(`${root}/data/`);
    await type(page, 'edge');
    const asked = ASKED.filter(({ page: path }) => path !== undefined);
    for (const { text, page: path } of shareOf(asked, at, 4)) {
      const started = Date.now();
      await type(page, text);
      expect(Date.now() - started, text).toBeLessThan(1000);
      const first = await page.locator(RESULTS).first().getAttribute('href');
      if (path == null) expect(first, text).toContain('/rules/');
      else expect(first, text).toBe(`${root}${path}`);
    }
  });

  it.each([
    { text: '5061', path: '/ports/5061/' },
    { text: '443/tcp', path: '/ports/443/' },
    { text: 'client to front end', path: '/between/client/front-end-server/' },
  ])('goes with Enter on $text to $path', async ({ text, path }) => {
    const page = await open('/data/');
    await type(page, text);
    await Promise.all([page.waitForURL(`**${path}`), page.keyboard.press('Enter')]);
  });

  it('opens on Ctrl K and on /, and closes on Escape, with the focus where it was', async () => {
    const { page } = await visit('/data/');
    const link = page.locator('main a').first();
    for (const key of ['Control+K', '/']) {
      await link.focus();
      await page.keyboard.press(key);
      expect(await page.locator('.search-dialog input:focus').count(), key).toBe(1);
      await page.keyboard.type('50/60');
      expect(await page.locator('.search-dialog input').inputValue()).toBe('50/60');
      await page.keyboard.press('Escape');
      expect(await page.locator('.search-dialog[open]').count()).toBe(0);
      expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
    }
    await page.locator('.search-open').click();
    expect(await page.locator('.search-dialog input:focus').count()).toBe(1);
    await page.locator('.search-close').click();
    expect(await page.locator('.search-dialog[open]').count()).toBe(0);
  });

  it('gives the focus to the box of the home page, which both shortcuts lead to', async () => {
    const { page } = await visit('/');
    const box = page.locator('.search-home input');
    expect(await box.evaluate((node) => node === document.activeElement)).toBe(true);
    for (const key of ['Control+K', '/']) {
      await page.locator('main a').last().focus();
      await page.keyboard.press(key);
      expect(await box.evaluate((node) => node === document.activeElement)).toBe(true);
    }
  });

  it('goes with the arrows through the results, around both ends, and with Enter to a rule', async () => {
    const page = await open('/data/');
    await type(page, 'NET.TCP');
    const box = page.locator('.search-dialog input');
    const hrefs = await page.locator(RESULTS).evaluateAll((list) => list.map((each) => each.getAttribute('href')));
    const chosen = async () => {
      const marked = page.locator(`${RESULTS}[aria-selected="true"]`);
      expect(await marked.count()).toBe(1);
      expect(await marked.getAttribute('id')).toBe(await box.getAttribute('aria-activedescendant'));
      expect(
        await marked.evaluate((node) => {
          const [own, list] = [node.getBoundingClientRect(), node.closest('.search-list')?.getBoundingClientRect()];
          return list !== undefined && own.top >= list.top && own.bottom <= list.bottom + 1;
        }),
      ).toBe(true);
      return hrefs.indexOf(await marked.getAttribute('href'));
    };
    const steps = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown']) {
      await page.keyboard.press(key);
      steps.push(await chosen());
    }
    expect(steps).toEqual([0, 1, 0, hrefs.length - 1, 0, 1]);
    expect(await box.evaluate((node) => node === document.activeElement)).toBe(true);
    await Promise.all([page.waitForURL(`**${hrefs[1]}`), page.keyboard.press('Enter')]);
  });

  it('shows rules by page, the term marked', async () => {
    const page = await open('/data/');
    await type(page, '5061');
    const groups = await page.locator('.search-dialog [role="group"]').evaluateAll((list) =>
      list.map((group) => ({
        title: document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent,
        ids: [...group.querySelectorAll('a')].map((a) => a.pathname.replace(/^\/rules\/|\/$/g, '')),
      })),
    );
    expect(groups.length).toBeGreaterThan(5);
    expect(groups.shift()?.title).toBe('Pages');
    for (const { title, ids } of groups) {
      expect(new Set(ids.map((id) => pageOf(id)))).toEqual(new Set([title]));
    }
    const marks = page.locator('.search-dialog [role="group"]:not(.search-apart ~ *) .ports');
    expect(
      new Set(await marks.evaluateAll((list) => list.map((each) => each.querySelector('mark')?.textContent))),
    ).toEqual(new Set(['5061']));
    await type(page, '디렉터');
    expect(await page.locator(`${RESULTS} mark`).first().textContent()).toMatch(/^디\s*렉\s*터$/);
  });

  it.each([
    {
      root: '',
      told: [
        ['5061', `${named(5061)} rules; ${around(5061)} more by a range`],
        ['50123', `No rule names 50123; ${around(50123)} ranges cover it`],
        ['67/68', `${both} rules`],
        ['xmtp', 'Nothing found for “xmtp” in ports, roles, services, protocols and notes'],
      ],
    },
    { root: '/ko', told: [['5061', `규칙 ${named(5061)}개, 범위에 포함 ${around(5061)}개`]] },
  ])('announces on pages below $root/ what it finds', async ({ root, told }) => {
    const page = await open(`${root}/data/`);
    const said = [];
    for (const [text = ''] of told) said.push([text, await type(page, text)]);
    expect(said).toEqual(told);
  });

  it('offers the nearest thing: the port beside, the known word, the word of nearly the same letters', async () => {
    const page = await open('/data/');
    for (const [text, nearest] of [
      ['441', '443'],
      ['director zebra', 'director'],
      ['mediatoin', 'mediation'],
    ] as const) {
      await type(page, text);
      const buttons = page.locator('.search-dialog .search-beside button');
      const offered = (await buttons.allTextContents()).map((label) => label.replace(/ \(\d+\)$/, ''));
      expect(offered, text).toEqual([nearest]);
      await buttons.first().click();
      await page.waitForSelector(RESULTS);
      expect(await page.locator('.search-dialog input').inputValue()).toBe(nearest);
    }
  });

  it('leads from a port to its page, where it has one', async () => {
    const page = await open('/data/');
    await type(page, '5061');
    expect(await page.locator(RESULTS).first().getAttribute('href')).toBe('/ports/5061/');
    await type(page, '50123');
    expect(await page.locator(`${RESULTS}[href*="/ports/"]`).count()).toBe(0);
  });

  it('loads the index when the box is first used, and once', async () => {
    const { page, requests } = await visit('/ko/data/', PHONE);
    const loads = () => requests.filter((path) => path.includes('search-index'));
    await page.waitForLoadState('networkidle');
    expect(loads()).toEqual([]);
    await page.locator('.search-open').tap();
    await page.keyboard.insertText('edge');
    await page.waitForSelector(RESULTS);
    await page.keyboard.press('Escape');
    await page.locator('.search-open').tap();
    await page.keyboard.insertText('5061');
    await page.waitForSelector(`${RESULTS} mark`);
    expect(loads()).toEqual(['/ko/search-index.json']);
  });

  it('says what to do where the index does not load, and loads it when it can', async () => {
    const { page } = await visit('/data/', { reducedMotion: 'reduce' });
    await page.route('**/search-index.json', (route) => route.fulfill({ status: 204 }));
    await page.keyboard.press('Control+K');
    expect(await type(page, '5061')).toContain('did not load');
    await page.unroute('**/search-index.json');
    expect(await type(page, '5061')).toContain(`${named(5061)} rules`);
  });
});
