import { readFileSync } from 'node:fs';
import { examples, outputs, type Plan, planOf } from '@lync/port-firewall';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findings, OF_LOOKS } from '../../support/axe.ts';
import { chrome, sharedBrowser, withoutBrowser } from '../../support/browser.ts';
import { readSite, serveSite } from '../../support/site.ts';
import { DESKTOP, PHONE, useVisits } from '../../support/visits.ts';

const BUILDER = { en: '/firewall/', ko: '/ko/firewall/' } as const;
type Language = keyof typeof BUILDER;

function planned(input: unknown): Plan {
  const result = planOf(input);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.plan;
}

/** What the page saves as one file of an output. */
async function saved(page: Page, output: string, file: string): Promise<string> {
  const box = page.locator(`[data-output="${output}"]`);
  if ((await box.getAttribute('open')) === null) await box.locator('summary').click();
  const download = page.waitForEvent('download');
  await box.getByText(file, { exact: true }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

const codes = (page: Page) => page.locator('.plan-rules code').allTextContents();

describe.skipIf(chrome === null)(`the firewall builder${withoutBrowser}`, () => {
  const { visit } = useVisits();

  it.each([
    ['en', DESKTOP, 'scaled-edge-hlb'],
    ['ko', PHONE, 'single-edge-nat'],
  ] as const)('goes from an example to rules and files (%s)', async (lang: Language, width, name) => {
    const { page, requests } = await visit(BUILDER[lang], width);
    await page.locator(`[id="example:${name}"]`).click();
    await page.waitForSelector('.plan-rules');
    const plan = planned(examples[name]);
    expect(await codes(page)).toEqual(plan.rules.map(({ code }) => code));
    for (const { name: file, text } of outputs.asa(plan)) expect(await saved(page, 'asa', file)).toBe(text);
    // What writes workbooks comes when one is asked for.
    const fetched = () => requests.filter((path) => path.includes('xlsx')).length;
    expect(fetched()).toBe(0);
    expect(await saved(page, 'xlsx', 'rules.xlsx')).toMatch(/^PK/);
    expect(fetched()).toBe(1);
    expect(await page.locator('.diagram-box g').count()).toBe(
      plan.rules.filter(({ firewall }) => !firewall.startsWith('host:')).length,
    );

    // What has no room for the drawing has the same from top to bottom.
    const chips = page.locator('.diagram-list .chip');
    expect(await chips.count()).toBe(await page.locator('.diagram-box g').count());
    expect(await chips.first().isVisible()).toBe(width === PHONE);
    expect(await page.locator('.diagram-box svg').isVisible()).toBe(width !== PHONE);
    expect(
      await page.locator('.diagram-box').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    ).toBe(0);

    await page.selectOption('[name="need"]', 'optional');
    expect(await codes(page)).toEqual(plan.rules.filter(({ required }) => !required).map(({ code }) => code));
    await page.selectOption('[name="need"]', '');
    await page.fill('[name="text"]', '3478');
    const [first] = await codes(page);
    const rule = plan.rules.find(({ code }) => code === first);
    await page.locator('.plan-rules summary').first().click();
    const opened = page.locator('.plan-rules [open]');
    await opened.locator('dl').waitFor();
    for (const { [lang]: stops } of rule?.ifClosed ?? []) expect(await opened.textContent()).toContain(stops);
    const prefix = lang === 'en' ? '' : '/ko';
    const links = await opened
      .locator('a[href*="/rules/"]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links.sort()).toEqual(rule?.why.map((id) => `${prefix}/rules/${id}/`).sort());
  });

  it('plans every example as the package does, row by row', async () => {
    const { page } = await visit(BUILDER.en, DESKTOP);
    for (const [name, deployment] of Object.entries(examples)) {
      await page.locator(`[id="example:${name}"]`).click();
      await page.waitForFunction(
        (code) => document.querySelector('.plan-rules code')?.textContent === code && location.hash.includes('example'),
        planned(deployment).rules[0]?.code,
      );
      const [{ text } = { text: '' }] = outputs.json(planned(deployment));
      expect(JSON.parse(await saved(page, 'json', 'plan.json'))).toEqual(JSON.parse(text));
    }
  });

  it('keeps the product that is chosen when an example is taken', async () => {
    const { page } = await visit(BUILDER.en, DESKTOP);
    await page.selectOption('#product', 'lync-server-2013');
    await page.locator('[id="example:single-edge-nat"]').click();
    await page.waitForSelector('.plan-rules');
    const { rules } = planned({ ...examples['single-edge-nat'], product: 'lync-server-2013' });
    expect(await codes(page)).toEqual(rules.map(({ code }) => code));
    await page.waitForFunction(() => location.hash.startsWith('#deployment:'));
  });

  it.each([
    ['en', PHONE, '“10.0.0.300” is no IPv4 or IPv6 address'],
    ['ko', DESKTOP, '“10.0.0.300” IPv4 또는 IPv6 주소가 아닙니다'],
  ] as const)('says at the field what is wrong, and makes no files (%s)', async (lang, width, fault) => {
    const { page } = await visit(`${BUILDER[lang]}#example:scaled-edge-hlb`, width);
    await page.locator('#step-servers').click();
    const field = page.locator('[id="edge.servers[1].internal"]');
    await field.fill('10.0.0.300');
    await page.waitForSelector('[aria-invalid="true"]');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('[id="edge.servers[1].internal-fault"]').textContent()).toBe(fault);
    expect(await page.locator('.files, .plan-rules').count()).toBe(0);
    await page.evaluate(axe.source);
    expect(await findings(page, lang === 'ko' ? undefined : OF_LOOKS)).toEqual([]);
    // From another step, the list of faults leads to the field.
    await page.locator('#step-features').click();
    await page.locator('.wrong button').click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('edge.servers[1].internal');
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('172.16.2.99');
    await page.waitForSelector('.plan-rules');
    expect(await page.locator('.plan-rules').first().textContent()).toContain('203.0.113.11');
  });

  it('keeps the deployment in its address: over a reload, in the other language, and in no request', async () => {
    const { page, requests } = await visit(`${BUILDER.en}#example:no-edge`, DESKTOP);
    await page.waitForSelector('.plan-rules');
    await page.locator('#step-networks').click();
    await page.locator('[id="networks.clients"]').fill('10.77.0.0/16');
    await page.waitForFunction(() => location.hash.startsWith('#deployment:'));
    const before = await codes(page);
    await page.reload();
    await page.waitForSelector('.plan-rules');
    expect(await codes(page)).toEqual(before);
    expect(
      await page
        .locator('.plan-rules')
        .allTextContents()
        .then((all) => all.join()),
    ).toContain('10.77.0.0/16');
    await page.locator('a.language').first().click();
    await page.waitForURL('**/ko/firewall/#deployment:*');
    await page.waitForSelector('.plan-rules');
    expect(await codes(page)).toEqual(before);
    expect(requests.filter((path) => path.includes('10.77') || path.includes('deployment'))).toEqual([]);
  });

  it('shows names and files of others as text', async () => {
    const hostile = '<img src=x onerror=alert(1)></title>';
    const { page } = await visit(BUILDER.en, DESKTOP);
    await page.waitForSelector('.steps');
    const edge = examples['single-edge-public'];
    const [server] = edge.edge.servers;
    const deployment = { ...edge, name: hostile, edge: { ...edge.edge, servers: [{ ...server, name: hostile }] } };
    const load = (name: string, content: string) =>
      page.setInputFiles('input[type="file"]', { name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    await load('deployment.json', JSON.stringify(deployment));
    await page.waitForSelector('.plan-rules');
    await page.locator('#step-servers').click();
    expect(await page.locator('.step legend').first().textContent()).toContain(hostile);
    expect(await page.locator('.diagram-box title').textContent()).toContain(hostile);
    expect(await page.locator('#builder img').count()).toBe(0);

    // A file may hold anything: what no form has is a fault, and the page stays.
    await load(
      'other.yaml',
      'product: no-such\nedge: { servers: "<b>x</b>" }\n__proto__: { polluted: 1 }\npools: [1, null]\n',
    );
    await page.waitForFunction(() => document.querySelectorAll('.wrong li').length > 2);
    expect(await page.locator('#builder b').count()).toBe(0);

    // No question asks for it, so it can only be dropped.
    const strange = { 'a.b': { c: [hostile] }, edge: { ...deployment.edge, colour: 'red' } };
    await load('strange.json', JSON.stringify({ ...deployment, ...strange }));
    for (const name of ['a.b', 'edge.colour']) {
      const fault = page.locator('.wrong li', { hasText: name });
      await fault.getByRole('button', { name: `Remove ${name}` }).click();
      await fault.waitFor({ state: 'detached' });
    }
    await page.waitForSelector('.plan-rules');
    await page.goBack();
    await page.goBack();
    await page.waitForSelector('.plan-rules');
    expect(await page.locator('.diagram-box title').textContent()).toContain(hostile);
  });
});

describe.skipIf(chrome === null)(`the firewall builder without its data${withoutBrowser}`, () => {
  it.each([
    ['en', 'is not there', { status: 404, body: '' }, 'did not load'],
    ['ko', 'is of another shape', { json: { version: 1 } }, '불러오지 못했습니다'],
  ] as const)('says so where the file %s %s', async (lang, _, answer, said) => {
    const [browser, site] = await Promise.all([sharedBrowser(), serveSite()]);
    // What a page says of an answer that it does not get is no complaint here.
    const page = await browser.newPage();
    try {
      await page.route('**/firewall-data.json', (route) => route.fulfill(answer));
      await page.goto(`${site.origin}${BUILDER[lang]}`);
      expect(await page.locator('#builder [role="alert"]').textContent()).toContain(said);
      expect(await page.locator('#builder').getByRole('button').count()).toBe(0);
    } finally {
      await page.close();
      site.stop();
    }
  });
});

describe('what the builder loads', () => {
  const scriptsOf = (path: string) =>
    new Set([...readSite(path).matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, source]) => source ?? ''));

  it('is loaded on its page alone', () => {
    const own = [...scriptsOf('firewall/index.html')].filter((source) => !scriptsOf('index.html').has(source));
    expect(own).toHaveLength(1);
    for (const path of ['index.html', 'scenarios/scaled-edge-hardware-load-balancers/index.html', 'data/index.html']) {
      expect(own.filter((source) => scriptsOf(path).has(source))).toEqual([]);
    }
  });

  it('is reached from the pages of each topology with that topology chosen', () => {
    const reached = (scenario: string) =>
      /href="\/firewall\/#example:([^"]+)"/.exec(readSite(`scenarios/${scenario}/index.html`))?.[1];
    expect(reached('scaled-edge-hardware-load-balancers')).toBe('scaled-edge-hlb');
    expect(reached('single-edge-private-ip-nat')).toBe('single-edge-nat');
    expect(reached('cloud-connector')).toBe('cloud-connector');
    expect(reached('internal-servers')).toBeUndefined();
  });
});
