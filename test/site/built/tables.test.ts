import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chrome, withoutBrowser } from '../../support/browser.ts';
import { readSite } from '../../support/site.ts';
import { PHONE, useVisits } from '../../support/visits.ts';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const PATH = '/scenarios/internal-servers/';
const FIRST = '.rules >> nth=0';
/** What is done with the first table stands beside its heading. */
const HEAD = '.table-head >> nth=0';

describe.skipIf(chrome === null)(`the tools at a table${withoutBrowser}`, () => {
  const { visit, origin } = useVisits();

  const idsOf = (page: Page) =>
    page
      .locator(`${FIRST} >> tr[data-rule]:not([hidden])`)
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.rule ?? ''));
  const statusOf = (page: Page) => page.locator(`${HEAD} >> [role="status"]`).textContent();
  const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  /** Presses a button of the menu that copies, and gives what was copied. */
  async function copy(page: Page, opener: string, what: string): Promise<string> {
    await page.locator(opener).first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.copy-menu').getByText(what, { exact: true }).click();
    await page.waitForFunction(
      (told) => document.querySelector('.table-status')?.textContent === told,
      `${what} copied`,
    );
    return copied(page);
  }

  describe('sorting', () => {
    it.each([
      {
        path: PATH,
        heading: 'Port',
        told: ['Sorted by Port, ascending', 'Sorted by Port, descending', 'Order of the document restored'],
      },
      {
        path: `/ko${PATH}`,
        heading: '포트',
        told: [
          '포트 기준 오름차순으로 정렬했습니다.',
          '포트 기준 내림차순으로 정렬했습니다.',
          '문서의 순서로 되돌렸습니다.',
        ],
      },
    ])(
      'by $heading with the keyboard: by number, stable, back again, and announced',
      async ({ path, heading, told }) => {
        const { page } = await visit(path);
        const published = await idsOf(page);
        const port = new Map(
          await page.locator(`${FIRST} >> tr[data-rule]`).evaluateAll((rows) =>
            rows.map((row): [string, number] => {
              return [
                (row as HTMLElement).dataset.rule ?? '',
                Number.parseInt(row.querySelector('.ports')?.textContent ?? '', 10),
              ];
            }),
          ),
        );
        const place = (id: string) => published.indexOf(id);
        const keyOf = (id: string) => port.get(id) ?? Number.NaN;
        const known = published.filter((id) => Number.isFinite(keyOf(id)));
        const up = [...known].sort((a, b) => keyOf(a) - keyOf(b) || place(a) - place(b));
        const down = [...known].sort((a, b) => keyOf(b) - keyOf(a) || place(a) - place(b));
        const last = published.filter((id) => !Number.isFinite(keyOf(id)));
        const header = page.locator(`${FIRST} >> th`, { hasText: heading }).first();

        const seen = [];
        for (const expected of [[...up, ...last], [...down, ...last], published]) {
          await header.getByRole('button').focus();
          await page.keyboard.press('Enter');
          expect(await idsOf(page)).toEqual(expected);
          seen.push([await header.getAttribute('aria-sort'), await statusOf(page)]);
        }
        expect(seen).toEqual([
          ['ascending', told[0]],
          ['descending', told[1]],
          [null, told[2]],
        ]);
        expect(up).not.toEqual(published);
      },
    );

    it('by one column ends that by another, and keeps advisories beneath their rows', async () => {
      const { page } = await visit(PATH);
      // Of the advisories of each row those that the next has too stand beneath that one, and those told before nowhere.
      const below = () =>
        page.locator(`${FIRST} >> tr[data-rule]`).evaluateAll((rows) => {
          const before = new Set<string>();
          return rows.map((row) => {
            const ids = (from: Element | null | undefined) =>
              (from as HTMLElement | null)?.dataset.advised?.split(' ') ?? [];
            const beneath = row.nextElementSibling?.matches('.advisory-row') ? row.nextElementSibling : null;
            const next = beneath === null ? row.nextElementSibling : beneath.nextElementSibling;
            const own = ids(row).filter((id) => !ids(next).includes(id) && !before.has(id));
            for (const id of own) before.add(id);
            const told = [...(beneath?.querySelectorAll<HTMLElement>('.advisory') ?? [])];
            return { told: told.map(({ dataset }) => dataset.advisory), own };
          });
        });
      const before = await below();
      await page.getByRole('button', { name: 'Port', exact: true }).first().click();
      await page.getByRole('button', { name: 'Service', exact: true }).first().click();
      expect(
        await page.locator(`${FIRST} >> [aria-sort]`).evaluateAll((list) => list.map((each) => each.textContent)),
      ).toEqual(['Service']);
      const after = await below();
      for (const list of [before, after]) {
        expect(list.some(({ told }) => told.length > 0)).toBe(true);
        expect(list.filter(({ told, own }) => told.join() !== own.join())).toEqual([]);
      }
      expect(after).not.toEqual(before);
    });

    it('leaves the rows of a filter apart', async () => {
      const { page } = await visit(`${PATH}?q=50001`);
      await page.waitForSelector('.apart');
      const before = await idsOf(page);
      await page.getByRole('button', { name: 'Port', exact: true }).first().click();
      const order = await page
        .locator(`${FIRST} >> tbody tr:not([hidden])`)
        .evaluateAll((rows) =>
          rows
            .map((row) => (row.matches('.apart') ? 'apart' : (row as HTMLElement).dataset.rule))
            .filter((id) => id !== undefined),
        );
      expect(order.filter((id) => id !== 'apart').sort()).toEqual([...before].sort());
      const apart = order.slice(order.indexOf('apart') + 1);
      expect(apart.length).toBeGreaterThan(0);
      const ranges = await page.evaluate(
        (ids) => ids.map((id) => document.querySelector(`[data-rule="${id}"] .port`)?.textContent),
        apart,
      );
      expect(ranges.every((text) => text?.includes('–') && !text.includes('50001'))).toBe(true);
    });
  });

  describe('copying', () => {
    const ROW = `${FIRST} >> [data-rule$="/director-front-end-service-5061-tcp"] .copy`;

    /** The page with all that can be copied; copying leaves it as it is, so one visit is enough. */
    let opened: Page | undefined;
    async function open(): Promise<Page> {
      opened ??= (await visit(PATH, CLIPBOARD)).page;
      return opened;
    }

    it('a table as CSV, with the rows that are seen, in their order', async () => {
      const { page } = await visit(`${PATH}?q=director`, CLIPBOARD);
      await page.waitForSelector('.bar-status:not(:empty)');
      await page.getByRole('button', { name: 'Port', exact: true }).first().click();
      const ids = await idsOf(page);
      const [headings, ...rows] = parse(await copy(page, `${HEAD} >> .copy`, 'CSV')) as string[][];
      expect(headings).toEqual(['Port', 'Transport and protocols', 'Server role', 'Service', 'Called by', 'Notes']);
      expect(rows.map(([port]) => port?.replace(/; .*/, ''))).toEqual(
        await page.evaluate(
          (list) =>
            list.map(
              (id) => document.querySelector(`[data-rule="${id}"] .ports`)?.textContent?.replace(/\s+/g, ' ') ?? '',
            ),
          ids,
        ),
      );
      expect(rows.length).toBeGreaterThan(4);
      // What a mark says is no part of the cell.
      expect(rows.flat().filter((cell) => /≠|✎|Published:|Written by/.test(cell))).toEqual([]);
    });

    it('a table as Markdown, and as JSON: the records of the data, in the order that is seen', async () => {
      const page = await open();
      const lines = (await copy(page, `${HEAD} >> .copy`, 'Markdown')).trimEnd().split('\n');
      expect(lines.length).toBe(2 + (await idsOf(page)).length);
      expect(lines[1]).toBe('| --- | --- | --- | --- | --- | --- |');
      expect(new Set(lines.map((line) => line.replace(/\\\|/g, '').split('|').length))).toEqual(new Set([8]));
      const records = JSON.parse(await copy(page, `${HEAD} >> .copy`, 'JSON'));
      const { ports } = JSON.parse(readSite('api/v1/data.json')) as { ports: { id: string }[] };
      const byId = new Map(ports.map((rule) => [rule.id, rule]));
      expect(records).toEqual((await idsOf(page)).map((id) => byId.get(id)));
    });

    it('a row in each form, and its link', async () => {
      const page = await open();
      const [, ...rows] = parse(await copy(page, ROW, 'CSV')) as string[][];
      expect(rows).toEqual([
        [
          '5061',
          'TCP',
          'Directors',
          'Front-End service',
          expect.stringContaining('Edge Server'),
          expect.stringContaining('internal communication'),
        ],
      ]);
      expect((await copy(page, ROW, 'Markdown')).split('\n')[2]).toMatch(/^\| 5061 \| TCP \| Directors \| /);
      expect(JSON.parse(await copy(page, ROW, 'JSON'))).toMatchObject({
        id: 'lync-server-2013/internal-servers/director-front-end-service-5061-tcp',
        role: 'director',
      });
      expect(await copy(page, ROW, 'Link')).toBe(
        `${origin()}/rules/lync-server-2013/internal-servers/director-front-end-service-5061-tcp/`,
      );
    });

    it('gives the focus to the menu and takes it back', async () => {
      const page = await open();
      await page.locator(ROW).focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('.copy-menu button:focus').textContent()).toBe('Link');
      await page.keyboard.press('Escape');
      expect(await page.locator('.copy-menu:popover-open').count()).toBe(0);
      expect(await page.locator(ROW).evaluate((node) => node === document.activeElement)).toBe(true);
    });

    it('says what to do where the browser does not allow it', async () => {
      const { page } = await visit(PATH, { permissions: [], locale: 'en-GB' });
      await page.evaluate(() => {
        navigator.clipboard.write = () => Promise.reject(new DOMException('', 'NotAllowedError'));
      });
      await page.locator(ROW).click({ force: true });
      await page.locator('.copy-menu').getByText('CSV').click();
      await page.waitForSelector('.table-status:not(:empty)');
      expect(await statusOf(page)).toContain('did not allow');
    });
  });

  describe('a change request', () => {
    const KEYS = [
      ...['source', 'destination', 'firewall', 'direction', 'transport', 'ports', 'sourcePorts', 'protocols'],
      ...['purpose', 'need', 'caution', 'product', 'page', 'url'],
    ];
    const HLB = '/scenarios/scaled-edge-hardware-load-balancers/';
    const told = (page: Page, text: string) => page.locator('[role=status]', { hasText: text }).first().waitFor();
    const menu = (page: Page, what: string) => page.locator('.copy-menu').getByText(what, { exact: true });

    async function request(page: Page, within: string, what: string): Promise<string> {
      await page
        .locator(within)
        .getByRole('button', { name: /^(Change request|변경 요청서)$/ })
        .first()
        .press('Enter');
      await menu(page, what).click();
      await told(page, page.url().includes('/ko/') ? `${what} 복사함` : `${what} copied`);
      return copied(page);
    }

    it('is of all rows that the bar leaves, one fact a column, and fetched only then', async () => {
      const { page, requests } = await visit(`${HLB}?firewall=external-in`, CLIPBOARD);
      await page.waitForSelector('.bar-status:not(:empty)');
      expect(requests.filter((path) => /copy|change-request/.test(path))).toEqual([]);
      const ids = await page
        .locator('tr[data-rule]:visible')
        .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.rule ?? ''));
      const records = JSON.parse(await request(page, '.bar', 'JSON')) as Record<string, string>[];
      expect(records.length).toBe(ids.length);
      expect(records.map((record) => Object.keys(record))).toEqual(records.map(() => KEYS));
      expect(new Set(records.map(({ firewall, direction }) => `${firewall} ${direction}`))).toEqual(
        new Set(['external inbound']),
      );
      expect(records.filter(({ ports }) => !/^(\d+(-\d+)?(, )?)+$|^Any$|^not stated$/.test(ports ?? ''))).toEqual([]);
      expect(records.some(({ ports }) => ports === '50000-59999')).toBe(true);
      expect(records.some(({ caution }) => caution !== '')).toBe(true);
    });

    it('is of the rows of one table, as CSV with a byte order mark on a Korean page', async () => {
      const { page } = await visit(`/ko${HLB}`, CLIPBOARD);
      const csv = await request(page, HEAD, 'CSV');
      expect(csv.startsWith('\ufeff출발지,목적지,방화벽,방향,전송,포트,')).toBe(true);
      const [headings, ...rows] = parse(csv, { bom: true }) as string[][];
      expect(headings?.length).toBe(KEYS.length);
      expect(rows.length).toBe((await idsOf(page)).length);
    });

    it('is of a pair as a file', async () => {
      const { page } = await visit('/ko/between/client/front-end-server/', CLIPBOARD);
      await page.locator('.bar').getByRole('button', { name: '변경 요청서' }).click();
      const [download] = await Promise.all([page.waitForEvent('download'), menu(page, 'CSV 파일').click()]);
      expect(download.suggestedFilename()).toBe('change-request-client-front-end-server.csv');
      const bytes = readFileSync(await download.path());
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const rows = parse(bytes, { bom: true }) as string[][];
      expect(rows.length).toBeGreaterThan(10);
      expect(bytes.toString('utf8')).toMatch(/\r\n$/);
      await told(page, 'CSV 파일 저장함');
    });

    it('is a table for spreadsheets and for word processors at once, and one of Markdown', async () => {
      const { page } = await visit(HLB, CLIPBOARD);
      const tabs = await request(page, HEAD, 'Excel, Word');
      const lines = tabs.trimEnd().split(/\r?\n/);
      expect(new Set(lines.map((line) => line.split('\t').length))).toEqual(new Set([KEYS.length]));
      const html = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        return (await item?.getType('text/html'))?.text();
      });
      expect(html?.match(/<tr/g)?.length).toBe(lines.length);
      const markdown = (await request(page, HEAD, 'Markdown')).trimEnd().split('\n');
      expect(markdown[0]).toMatch(/^\| Source \| Destination \| Firewall \| Direction \| Transport \| Ports \|/);
      expect(markdown.length).toBe(2 + (await idsOf(page)).length);
    });

    it('says so where it does not load', async () => {
      const { page } = await visit(HLB, { ...CLIPBOARD, locale: 'en-NZ' });
      await page.route('**/change-request.json', (route) => route.fulfill({ status: 204 }));
      await page.locator('.bar').getByRole('button', { name: 'Change request' }).click();
      await menu(page, 'CSV file').click();
      await told(page, 'did not load');
    });
  });

  describe('marks', () => {
    const MARK = `${FIRST} >> [data-rule$="/director-front-end-service-5061-tcp"] .protocols .tip.corrected`;
    const BUBBLE = '.bubble:popover-open';

    it.each([
      { how: 'a mouse that rests on it', options: {}, open: (page: Page) => page.locator(MARK).hover() },
      { how: 'a tap', options: PHONE, open: (page: Page) => page.locator(MARK).tap() },
      {
        how: 'Enter, without a script',
        options: { javaScriptEnabled: false },
        open: (page: Page) => page.locator(MARK).press('Enter'),
      },
      {
        how: 'the focus of the keyboard',
        options: {},
        open: async (page: Page) => {
          await page.locator(`${FIRST} >> [data-rule$="/director-front-end-service-5061-tcp"] .port a`).last().focus();
          await page.keyboard.press('Tab');
        },
      },
    ])('a corrected value tells what was published to $how', async ({ options, open }) => {
      const { page } = await visit(PATH, options);
      expect(await page.locator(BUBBLE).count()).toBe(0);
      await open(page);
      const bubble = page.locator(BUBBLE);
      await bubble.waitFor();
      expect(await bubble.textContent()).toMatch(/^Published: NET\.TCP – read as: TCP\. /);
      const box = await bubble.boundingBox();
      const size = page.viewportSize();
      expect(box !== null && box.x >= 0 && box.y >= 0).toBe(true);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(size?.width ?? 0);
      await page.keyboard.press('Escape');
      expect(await bubble.count()).toBe(0);
    });

    it.each([
      {
        path: '/scenarios/load-balancer-virtual-ips/',
        row: 'front-end-server-443-https',
        name: 'Implied',
        told: 'implied by the protocol; the page does not say it',
      },
      {
        path: `/ko${PATH}`,
        row: 'director-front-end-service-5061-tcp',
        name: '정정됨',
        told: '게시된 원문: NET.TCP',
      },
    ])('$path: has a name for screen readers and an explanation: $name', async ({ path, row, name, told }) => {
      const { page } = await visit(path);
      const mark = page
        .locator(`${FIRST} >> [data-rule$="/${row}"]`)
        .getByRole('button', { name, exact: true })
        .first();
      const explanation = await mark.evaluate(
        (node) => document.getElementById(node.getAttribute('aria-describedby') ?? '')?.textContent,
      );
      expect(explanation).toContain(told);
    });
  });

  describe('on screen and paper', () => {
    it('keeps the header of a long table in view, beneath that of the site', async () => {
      const { page } = await visit(PATH);
      await page
        .locator(`${FIRST} >> tr[data-rule] >> nth=40`)
        .evaluate((row) => row.scrollIntoView({ block: 'center' }));
      const headings = await page.locator(`${FIRST} >> thead th:not(.tools)`).evaluateAll((list) =>
        list.map((cell) => {
          const { left, top, height } = cell.getBoundingClientRect();
          return cell.contains(document.elementFromPoint(left + 8, top + height / 2));
        }),
      );
      expect(headings).toEqual([true, true, true, true, true, true]);
    });

    it('shows a row as a card on a phone: port large, role and service beneath, notes folded until they are asked for', async () => {
      const { page } = await visit(PATH, PHONE);
      const row = page.locator(`${FIRST} >> tr[data-rule]:has(.fold)`).first();
      const [port, role, service] = await row.evaluate((node) =>
        ['.port', '.who', '.service'].map((cell) => {
          const found = node.querySelector(cell);
          if (found === null) return { top: 0, size: 0 };
          return { top: found.getBoundingClientRect().top, size: Number.parseFloat(getComputedStyle(found).fontSize) };
        }),
      );
      expect(port?.size).toBeGreaterThan(role?.size ?? 0);
      expect(role?.top).toBeGreaterThan(port?.top ?? 0);
      expect(service?.top).toBeGreaterThan(role?.top ?? 0);
      expect(await page.locator(`${FIRST} >> thead:visible`).count()).toBe(0);

      const notes = row.locator('.notes');
      const lines = () =>
        notes.evaluate((node) => node.clientHeight / Number.parseFloat(getComputedStyle(node).lineHeight));
      expect(Math.floor(await lines())).toBe(2);
      await row.locator('.fold').tap();
      expect(await lines()).toBeGreaterThan(2.9);
      expect(await row.locator('.fold').getAttribute('aria-expanded')).toBe('true');
    });

    it('prints tables in black on white, with the source and nothing to press', async () => {
      const { page } = await visit(`/ko${PATH}`, { colorScheme: 'dark' });
      await page.emulateMedia({ media: 'print' });
      const pressed = page.locator(
        'button:not(.sort):visible, input:visible, select:visible, nav:visible, .site-head:visible, .bubble:visible',
      );
      expect(await pressed.count()).toBe(0);
      expect(await page.locator('tr[data-rule]:visible').count()).toBe(105);
      expect(await page.locator('.foot:visible').textContent()).toMatch(
        /Microsoft[\s\S]*https:\/\/[^ ]+\/ko\/scenarios\/internal-servers\//,
      );
      const colours = await page.evaluate(() => {
        const seen = [...document.querySelectorAll('.rules td, .rules th, .rules td *, h1')].filter((node) =>
          node.checkVisibility(),
        );
        return [...new Set(seen.map((node) => getComputedStyle(node).color))];
      });
      expect(colours).toEqual(['rgb(0, 0, 0)']);
      const backgrounds = await page.evaluate(() => {
        const seen = [...document.querySelectorAll('body, .rules *')].filter((node) => node.checkVisibility());
        return [...new Set(seen.map((node) => getComputedStyle(node).backgroundColor))];
      });
      expect(backgrounds.filter((colour) => !['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(colour))).toEqual([]);
    });
  });
});
