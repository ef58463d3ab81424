import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chrome, withoutBrowser } from '../../support/browser.ts';
import { readSite, siteFiles } from '../../support/site.ts';
import { PHONE, useVisits } from '../../support/visits.ts';

const EDGE = '/scenarios/scaled-edge-hardware-load-balancers/';

describe('what pages say of themselves', () => {
  it('counts no single party among whom somebody connects to somebody', () => {
    const wrong = siteFiles('.html').filter(
      (path) => path.includes('scenarios/') && /among 1 part|구성 요소 1개 사이/.test(readSite(path)),
    );
    expect(wrong).toEqual([]);
  });

  it('does not take a count of rules for what people ask for', () => {
    expect(readSite('index.html')).toContain('Ports with the most rules');
    expect(readSite('ko/index.html')).toContain('규칙이 가장 많은 포트');
    expect(readSite('ko/index.html')).not.toContain('많이 찾는');
  });
});

describe.skipIf(chrome === null)(`how pages read${withoutBrowser}`, () => {
  const { visit } = useVisits();

  const headings = (page: Page, selector: string) =>
    page.locator(selector).evaluateAll((list) => list.map((each) => each.textContent.trim()));

  it.each([
    { path: '/ko/scenarios/consolidated-edge/', named: ['출발지', '목적지'] },
    { path: '/ko/roles/edge-server/', named: ['통신 주체'] },
  ])('$path: has names of its own for both ends and for who is about it', async ({ path, named }) => {
    const { page } = await visit(path);
    const all = await headings(page, '.rules th');
    expect(all).toEqual(expect.arrayContaining(named));
    expect(all.filter((heading) => heading === '대상')).toEqual([]);
  });

  it.each([
    {
      path: '/roles/front-end-server/',
      titles: [
        'Listens on',
        'Connections that come to it',
        'Connections that it opens',
        'IPsec exemptions',
        'Advisories that speak of it',
        'In no port table',
      ],
    },
    {
      path: '/ko/roles/front-end-server/',
      titles: [
        '수신 대기',
        '이 역할로 들어오는 연결',
        '이 역할이 시작하는 연결',
        'IPsec 예외',
        '이 역할을 다루는 주의 사항',
        '포트 표에 없는 내용',
      ],
    },
  ])('$path: tells who opens a connection, and exemptions apart', async ({ path, titles }) => {
    const { page } = await visit(path);
    expect(await headings(page, '.sl-markdown-content h2')).toEqual(titles);
    const rows = (id: string) =>
      page
        .locator('section[data-part]', { has: page.locator(`#${id}`) })
        .locator('tr[data-rule]')
        .evaluateAll((list) => list.map((row) => (row as HTMLElement).dataset.rule ?? ''));
    const isExemption = (id: string) => id.includes('/ipsec');
    expect((await rows('ipsec')).every(isExemption)).toBe(true);
    expect((await rows('calls')).some(isExemption)).toBe(false);
    expect((await rows('called')).some(isExemption)).toBe(false);
  });

  it('has the mark of a corrected service at the service', async () => {
    const { page } = await visit('/ports/5062/');
    const marked = await page
      .locator('.parties:has(a[href^="/services/im-conferencing"])')
      .evaluateAll((cells) =>
        cells.flatMap((cell) =>
          [...cell.querySelectorAll('.tip.corrected')].map((mark) => mark.previousElementSibling?.getAttribute('href')),
        ),
      );
    expect(new Set(marked)).toEqual(new Set(['/services/im-conferencing-service/']));
  });

  it.each(['/ports/5061/', '/ko/ports/5061/'])('%s: leads to the rules for any port', async (path) => {
    const { page } = await visit(path);
    const line = page.locator('p.source', { has: page.locator('a[href$="/ports/any/"]') });
    const count = /\d+/.exec((await line.textContent()) ?? '')?.[0] ?? 'no count';
    await line.locator('a').click();
    await page.waitForURL('**/ports/any/');
    expect(await page.locator('.lead').textContent()).toContain(count);
    expect(await page.locator('tr[data-rule]').count()).toBeGreaterThan(0);
  });

  it('shows two lines of a folded note, and nothing of a third', async () => {
    const { page } = await visit('/scenarios/internal-servers/', PHONE);
    const folded = await page.locator('td.notes:has(.fold)').evaluateAll((list) =>
      list.map((note) => {
        const style = getComputedStyle(note);
        const lines =
          (note.clientHeight - Number.parseFloat(style.paddingBlockStart)) / Number.parseFloat(style.lineHeight);
        return lines <= 2.05;
      }),
    );
    expect(folded.length).toBeGreaterThan(0);
    expect(folded.every(Boolean)).toBe(true);
  });

  it.each(['dark', 'light'] as const)('is %s without JavaScript where the system is', async (colorScheme) => {
    const { page } = await visit('/ports/444/', { javaScriptEnabled: false });
    await page.emulateMedia({ colorScheme });
    const [page_, text] = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color].map((value) => Number(/\d+/.exec(value)?.[0]));
    });
    expect((page_ ?? 0) > (text ?? 0)).toBe(colorScheme === 'light');
  });

  it.each([EDGE, '/ko/ports/5061/', '/roles/edge-server/'])(
    '%s: explains the marks that it has, once',
    async (path) => {
      const { page } = await visit(path);
      const legend = (await page.locator('.legend').textContent()) ?? '';
      const found = await page.evaluate(() => {
        const has = (selector: string) => document.querySelector(`.rules ${selector}`) !== null;
        return [has('.tip.corrected'), has('.tip.implied'), has('.lock')];
      });
      expect([/≠/.test(legend), /~/.test(legend), /encrypted|암호화/.test(legend)]).toEqual(found);
      expect(await page.locator('.rules .tip.project').count()).toBe(0);
    },
  );

  it('says in one line which texts this project wrote', async () => {
    const { page } = await visit('/ko/scenarios/ipsec-exemptions/');
    expect(await page.locator('.rules .by-project').count()).toBeGreaterThan(0);
    expect(await page.locator('.legend').textContent()).toContain('이 프로젝트에서 작성함');
  });

  it('fits its diagram on paper, and prints the head of a table on each page', async () => {
    const { page } = await visit(EDGE, { viewport: { width: 700, height: 990 } });
    await page.emulateMedia({ media: 'print' });
    const [diagram, box] = await page.evaluate(() =>
      ['svg.flow', '.main-frame'].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().right ?? 0,
      ),
    );
    expect(diagram).toBeLessThanOrEqual(box ?? 0);
    // The drawing is printed, all of it and once, however narrow the window was.
    expect(await page.locator('.flow-list').isVisible()).toBe(false);
    const outside = await page.locator('svg.flow').evaluate((drawing) => {
      const around = drawing.getBoundingClientRect();
      return [...drawing.querySelectorAll('text, rect')].filter((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        return left < around.left - 1 || right > around.right + 1 || top < around.top - 1 || bottom > around.bottom + 1;
      }).length;
    });
    expect(outside).toBe(0);
    // A browser repeats a head only where it has no boxes of its own that could break.
    const displays = await page
      .locator('.rules thead button')
      .evaluateAll((list) => list.map((button) => getComputedStyle(button).display));
    expect(new Set(displays)).toEqual(new Set(['contents']));
    await page.emulateMedia({ media: 'screen' });
  });

  it('prints what is folded on the screen, by scenario', async () => {
    const { page } = await visit('/ko/between/client/edge-server/');
    const tables = page.locator('.of-scenario table');
    expect(await tables.count()).toBeGreaterThan(3);
    expect(await tables.first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    const heights = await tables.evaluateAll((list) => list.map((table) => table.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThan(50);
    await page.emulateMedia({ media: 'screen' });
  });
});
