import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chrome, withoutBrowser } from '../../support/browser.ts';
import { PHONE, useVisits } from '../../support/visits.ts';

const PATH = '/scenarios/scaled-edge-hardware-load-balancers/';

describe.skipIf(chrome === null)(`a diagram and its tables${withoutBrowser}`, () => {
  const { visit } = useVisits();

  /** The rows that are marked, and those that the marked ports say. */
  function lit(page: Page): Promise<{ rows: string[]; ports: string[][] }> {
    return page.evaluate(() => ({
      rows: [...document.querySelectorAll('tr.lit')].map(({ id }) => id),
      ports: [...document.querySelectorAll<HTMLElement>('a.lit[data-rows]')]
        .filter((each) => each.checkVisibility())
        .map(({ dataset }) => dataset.rows?.split(' ') ?? []),
    }));
  }

  it('mark the rows of the port that has the focus or the pointer, and the ports of a row', async () => {
    const { page } = await visit(PATH);
    const port = page.locator('.flow .label a').first();
    const its = ((await port.getAttribute('data-rows')) ?? '').split(' ');
    await port.focus();
    expect((await lit(page)).rows.sort()).toEqual(its.sort());
    await page.locator('h1').hover();
    await port.hover();
    expect((await lit(page)).rows.sort()).toEqual(its.sort());
    const row = page.locator('tr[data-rule]').nth(3);
    await row.hover();
    const { rows, ports } = await lit(page);
    expect(rows).toEqual([await row.getAttribute('id')]);
    expect(ports.length).toBeGreaterThan(0);
    for (const each of ports) expect(each).toContain(rows[0]);
  });

  it('are whole on a phone, where a tap on a port leads to its rows and leaves them marked', async () => {
    const { page } = await visit(PATH, PHONE);
    const chips = page.locator('.flow-list [data-rows]');
    const drawn = await page
      .locator('.flow .label a')
      .evaluateAll((list) => list.map((each) => each.getAttribute('data-rows')));
    const listed = await chips.evaluateAll((list) =>
      list.map((each) => ({
        rows: each.getAttribute('data-rows') ?? '',
        right: each.getBoundingClientRect().right,
        seen: each.checkVisibility(),
      })),
    );
    for (const { right, seen } of listed) expect(seen && right <= 390).toBe(true);
    const all = (rows: readonly (string | null)[]) =>
      [...new Set(rows.flatMap((each) => each?.split(' ') ?? []))].sort();
    expect(all(listed.map(({ rows }) => rows))).toEqual(all(drawn));
    const port = chips.nth(2);
    const its = ((await port.getAttribute('data-rows')) ?? '').split(' ');
    await port.tap();
    expect((await lit(page)).rows.sort()).toEqual([...its].sort());
    expect(await page.locator(`#${its[0]}`).evaluate((row) => row.getBoundingClientRect().top < innerHeight)).toBe(
      true,
    );
    // A row that is tapped marks its ports in the diagram.
    const inert = page.locator(`#${its[0]}`).locator('td:not(:has(a, button, summary))').locator('visible=true');
    await inert.first().tap();
    for (const each of (await lit(page)).ports) expect(each).toContain(its[0]);
  });

  it('leads to the row of a port without a script', async () => {
    const { page } = await visit(PATH, { javaScriptEnabled: false });
    const port = page.locator('.flow .label a').first();
    const href = await port.getAttribute('href');
    await port.click();
    expect(new URL(page.url()).hash).toBe(href);
    expect(await page.locator('tr:target').count()).toBe(1);
  });
});
