import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chrome, withoutBrowser } from './browser.ts';
import { DESKTOP, PHONE, useVisits } from './visits.ts';

/** One page of each kind: a short one that has the parts of the others. */
const PAGES = [
  '/',
  '/scenarios/scaled-edge-dns-public-ip/',
  '/scenarios/conferencing/',
  '/scenarios/ipsec-exemptions/',
  '/scenarios/load-balancer-virtual-ips/',
  '/scenarios/qos-servers/',
  '/compare/',
  // The shortest of its kind: all of them have the same parts.
  '/compare/lync-server-2013/skype-for-business-server-2019/',
  '/products/skype-for-business-server-2019/',
  '/ports/',
  '/ports/8080/',
  '/roles/standard-edition-server/',
  '/protocols/psom/',
  '/rules/lync-server-2013/internal-servers/director-front-end-service-5061-tcp/',
  '/corrections/',
  '/history/',
  '/advisories/',
  '/coverage/',
  '/firewall/#example:scaled-edge-hlb',
  '/data/',
  '/404/',
];
/** Colours are of a theme and parts of a width: each page is seen in both themes and at both widths. */
const WIDTHS = { desktop: { width: DESKTOP, theme: 'light' }, phone: { width: PHONE, theme: 'dark' } } as const;
/** Contrast of 7:1 is for level AAA; the site keeps 4.5:1 on both themes. */
const NOT_ASKED_FOR = ['color-contrast-enhanced'];

/** What depends on colours and sizes; all else is the same at both widths, in both themes. */
export const OF_LOOKS = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];

/**
 * What axe finds by any of its rules, those that it leaves off too, or by these alone, in the page or in a part of it; only
 * findings are told, which is ten times faster.
 */
export function findings(page: Page, only?: readonly string[], within = 'html'): Promise<string[]> {
  return page.evaluate(
    async ([not, part, alone]) => {
      const { axe: own } = globalThis as unknown as { axe: typeof axe };
      const isAsked = (rule: string) => (alone === undefined ? !not.includes(rule) : alone.includes(rule));
      const rules = own.getRules().map(({ ruleId }) => [ruleId, { enabled: isAsked(ruleId) }] as const);
      const { violations } = await own.run(part, { resultTypes: ['violations'], rules: Object.fromEntries(rules) });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    },
    [NOT_ASKED_FOR, within, only] as const,
  );
}

/**
 * Takes out of a page what is there again and again: rows, items, tables, sections and groups of a drawing of which
 * every part has been twice before. The time of axe grows with the page, and it has the same to say of each of them.
 */
async function withoutRepeats(page: Page): Promise<void> {
  await page.evaluate((enough) => {
    const UNIT = 'tr, li, section, details, table, g';
    const TOLD = /^(?:class|role|type|scope|lang|hidden|tabindex|colspan|aria-hidden)$/;
    const own = (node: Element | null) =>
      [...(node?.attributes ?? [])]
        .filter(({ name }) => !name.startsWith('data-'))
        .map(({ name, value }) => (TOLD.test(name) ? `${name}=${value}` : name))
        .concat(node?.tagName ?? '')
        .join();
    const nodes = [...document.querySelectorAll('main *')];
    const parts = new Map(nodes.map((node) => [node, `${own(node.parentElement)} > ${own(node)}`]));
    const partOf = (node: Element) => parts.get(node) ?? '';
    const seen = new Map<string, number>();
    for (const unit of nodes.filter((node) => node.matches(UNIT))) {
      if (!unit.isConnected) continue;
      const all = [unit, ...unit.querySelectorAll('*')];
      const isOld = all.every((node) => (seen.get(partOf(node)) ?? 0) >= enough);
      // A table or a list of nothing would be another thing.
      const isNeeded = unit.matches('tr:first-child, li:first-child');
      if (isOld && !isNeeded) unit.remove();
      else {
        // What is in a unit within this one is looked at with that.
        const its = all.filter((node) => node.closest(UNIT) === unit).map(partOf);
        for (const part of new Set(its)) seen.set(part, (seen.get(part) ?? 0) + 1);
      }
    }
  }, 2);
}

/** Every kind of page at a width, in the theme for it, and the search. A file each, so that two can run. */
export function testWithAxe(device: keyof typeof WIDTHS): void {
  const { width, theme } = WIDTHS[device];
  const options = { ...width, colorScheme: theme };
  // Each page in one language at each width: a language changes words, and no part of a page.
  const inOneLanguage = (paths: readonly string[]) =>
    paths.map((path, at) => {
      const isKorean = (at % 2 === 0) === (device === 'phone');
      return isKorean ? `/ko${path}` : path === '/404/' ? '/404.html' : path;
    });
  // By all rules in Korean here and in English at the other width.
  const rulesFor = (path: string) => (path.startsWith('/ko/') ? undefined : OF_LOOKS);

  describe.skipIf(chrome === null)(`axe has no finding on a ${device}${withoutBrowser}`, () => {
    const { visit } = useVisits(axe.source);

    async function show(path: string): Promise<Page> {
      const { page } = await visit(path, options);
      expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
      return page;
    }

    it.each(inOneLanguage(PAGES))(`%s, ${theme}, which does not scroll sideways`, async (path) => {
      const page = await show(path);
      // This one is made by a script.
      if (path.includes('/firewall/')) await page.waitForSelector('.plan-rules');
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await withoutRepeats(page);
      // What is around it is the same on all, and looked at by all rules in Korean.
      const within = path.startsWith('/ko/') ? 'html' : 'main';
      expect(await findings(page, rulesFor(path), within)).toEqual([]);
    });

    // The home page has a box of its own; the dialog is the same on all others.
    it.each(inOneLanguage(['/', '/data/']))(`%s, ${theme}, with the search open`, async (path) => {
      const page = await show(path);
      await page.keyboard.press('Control+K');
      for (const query of ['5061', 'nothing at all']) {
        await page.keyboard.insertText(query);
        await page.waitForSelector('.search-status:not(:empty)');
        expect(await findings(page, rulesFor(path), '.search-home, .search-dialog')).toEqual([]);
        await page.keyboard.press('Control+A');
      }
    });
  });
}
