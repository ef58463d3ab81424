import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { IndexFile } from '../../../site/src/scripts/search/index-file.ts';
import { chrome, withoutBrowser } from '../../support/browser.ts';
import { readSite } from '../../support/site.ts';
import { useVisits } from '../../support/visits.ts';

const HOSTILE = [
  '<img src=x onerror="document.title=1">',
  '<script>document.title=1</script>',
  '"><svg onload=document.title=1>',
  '{{document.title=1}}',
  'javascript:document.title=1',
  '__proto__',
  '(((((a+)+)+)+)+)$',
];

describe.skipIf(chrome === null)(`text that nobody vouches for stays text${withoutBrowser}`, () => {
  const { visit } = useVisits();

  /** What could come to life: elements that load, run or lead somewhere. */
  const lively = (page: Page) =>
    page.evaluate(() => ({
      title: document.title,
      elements: document.querySelectorAll('img, script, svg, iframe, object, embed, style, form').length,
      handlers: document.querySelectorAll('[onerror], [onload], [onclick], a[href^="javascript:"]').length,
    }));

  it('what is typed into the search', async () => {
    const { page, requests } = await visit('/data/');
    const before = await lively(page);
    await page.keyboard.press('Control+K');
    const status = page.locator('.search-dialog [role="status"]');
    for (const text of HOSTILE) {
      await page.locator('.search-dialog input').fill(text);
      await page.waitForFunction((node) => node?.textContent !== '', await status.elementHandle());
      expect(await status.textContent()).toContain(text);
      expect(await lively(page)).toEqual(before);
    }
    expect(requests.filter((path) => /\/x$/.test(path))).toEqual([]);
  });

  it('what is typed into a filter, or comes with a link', async () => {
    const path = '/scenarios/reverse-proxy/';
    const before = await lively((await visit(path)).page);
    for (const text of HOSTILE) {
      const query = new URLSearchParams({ q: text, __proto__: text });
      const { page: linked } = await visit(`${path}?${query}`);
      const status = linked.locator('.bar-status:not(:empty)');
      expect(await status.textContent()).toContain(text);
      expect(await linked.locator('.filter').first().inputValue()).toBe(text);
      expect(await lively(linked)).toEqual(before);
    }
  });

  it('what documents say, in results and in what is marked in them', async () => {
    const { page } = await visit('/data/', { locale: 'en-GB' });
    const file = JSON.parse(readSite('search-index.json')) as IndexFile;
    const hostile = (text: string, at: number) => `${text} ${HOSTILE[at % HOSTILE.length]}`;
    const tampered = { ...file, texts: file.texts.map(hostile) };
    await page.route('**/search-index.json', (route) => route.fulfill({ json: tampered }));
    const before = await lively(page);
    await page.keyboard.press('Control+K');
    for (const text of ['onerror', 'script', 'document.title', '5061']) {
      await page.locator('.search-dialog input').fill(text);
      await page.waitForSelector('.search-dialog mark');
      expect(await page.locator('.search-dialog [role="listbox"]').textContent()).toContain('document.title=1');
      expect(await lively(page)).toEqual(before);
    }
  });

  it('what cells say, in what is copied', async () => {
    const { page } = await visit('/scenarios/internal-servers/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page
      .locator('.rules td.notes')
      .first()
      .evaluate((cell) => {
        cell.textContent = '=HYPERLINK("http://x")<img src=x>|';
      });
    const before = await lively(page);
    for (const [format, expected] of [
      ['CSV', `"'=HYPERLINK(""http://x"")<img src=x>|"`],
      ['Markdown', '=HYPERLINK("http://x")\\<img src=x>\\|'],
    ] as const) {
      await page.locator('.toolbar .copy').first().click();
      await page.locator('.copy-menu').getByText(format).click();
      await page.waitForFunction(
        (told) => document.querySelector('.table-status')?.textContent === told,
        `${format} copied`,
      );
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(expected);
      expect(await lively(page)).toEqual(before);
    }
  });
});
