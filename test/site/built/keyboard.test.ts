import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chrome, withoutBrowser } from '../../support/browser.ts';
import { PHONE, useVisits } from '../../support/visits.ts';

/** Where the keyboard is, and how that is shown. */
interface Stop {
  readonly at: number;
  readonly name: string;
  /** Whether something is drawn around it, and it is not hidden beneath something else. */
  readonly seen: boolean;
}

// What `reachable` gives the page.
declare const placeOf: (node: Element) => number;
declare const nameOf: (node: Element) => string;

describe.skipIf(chrome === null)(`the keyboard${withoutBrowser}`, () => {
  const { visit } = useVisits();

  /** The places of all that can be pressed or typed into, among all elements, which the page then knows by number. */
  function reachable(page: Page): Promise<string[]> {
    return page.evaluate(() => {
      const places = new Map([...document.querySelectorAll('*')].map((node, at) => [node, at]));
      // What has the focus may mark what is about the same by a class, so the name has none.
      Object.assign(globalThis, {
        placeOf: (node: Element) => places.get(node) ?? -1,
        nameOf: (node: Element) =>
          `${node.tagName} ${node.getAttribute('href') ?? node.id} ${node.textContent?.trim().slice(0, 40)}`,
      });
      return [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')]
        .filter((node) => node.checkVisibility({ visibilityProperty: true }) && node.tabIndex >= 0)
        .map((node) => `${placeOf(node)} ${nameOf(node)}`);
    });
  }

  function stop(page: Page): Promise<Stop | null> {
    return page.evaluate(() => {
      const node = document.activeElement;
      if (node === null || node === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(node);
      // In a diagram it is the box that has the stroke.
      const stroke = node instanceof SVGElement ? node.querySelector('rect') : null;
      const width = stroke === null ? outlineWidth : getComputedStyle(stroke).strokeWidth;
      const drawn = (stroke !== null || outlineStyle !== 'none') && Number.parseFloat(width) >= 2;
      const [box] = node.getClientRects();
      const top = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      const transparent = [node, node.parentElement].some(
        (each) => each !== null && getComputedStyle(each).opacity === '0',
      );
      return {
        at: placeOf(node),
        name: nameOf(node),
        seen: drawn && !transparent && top != null && (node.contains(top) || top.contains(node)),
      };
    });
  }

  it.each([
    { path: '/', options: {} },
    // Short ones of their kinds: each place takes a key.
    { path: '/ko/ports/444/', options: {} },
    { path: '/scenarios/reverse-proxy/', options: {} },
    { path: '/ko/scenarios/sip-federation/', options: PHONE },
    { path: '/corrections/', options: {} },
  ])('comes with Tab to everything on $path, in order, and where it is can be seen', async ({ path, options }) => {
    const { page } = await visit(path, options);
    const all = await reachable(page);
    expect(all.length).toBeGreaterThan(20);
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute('tabindex');
    });
    const stops: Stop[] = [];
    for (let count = 0; count < all.length + 5; count += 1) {
      await page.keyboard.press('Tab');
      const now = await stop(page);
      if (now === null || now.at === stops[0]?.at) break;
      stops.push(now);
    }
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    expect(stops.map(({ at, name }) => `${at} ${name}`)).toEqual(all);
  });

  it('goes past the menu to the page with the first link', async () => {
    const { page } = await visit('/ports/5061/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });
});
