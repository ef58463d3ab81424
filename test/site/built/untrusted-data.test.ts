import { parse as parseCsv } from 'csv-parse/sync';
import { XMLValidator } from 'fast-xml-parser';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chrome, withoutBrowser } from '../../support/browser.ts';
import { buildHostileSite, type HostileSite, LARGER } from '../../support/hostile-site.ts';
import { hostileData, MARK, PAYLOADS } from '../../support/hostile-text.ts';
import { DIST, readSite, siteFiles } from '../../support/site.ts';
import { useVisits } from '../../support/visits.ts';

/** A build takes half a minute on a quiet machine; one that does not end is stopped. */
const AS_LONG_AS = 300_000;
/** What Markdown makes of its marks; the changelog has no such texts yet. */
const MARKDOWN = new Set(['em', 'strong', 'span lang']);

/** Where links without a host lead, in the eyes of these tests. */
const SELF = 'https://self.example';

type Node = DefaultTreeAdapterTypes.Node;

const hostile = hostileData();
let site: HostileSite;
let folder: string;
beforeAll(async () => {
  site = await buildHostileSite();
  folder = site.folder;
}, AS_LONG_AS);
afterAll(() => site?.remove());

/** Every element and text of a page, as a browser reads it. */
function* nodesOf(node: Node): Generator<Node> {
  yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* nodesOf(child);
}

function kindOf(path: string): string {
  return path.replace(/^ko\//, '').split('/')[0] ?? '';
}

/** Most pages are of these kinds, and one in four of each is enough; SITE_PAGES=all looks at all. */
function someOf(paths: readonly string[]): string[] {
  const isOfMany = (path: string) => /^(?:rules|between|ports|roles|services)$/.test(kindOf(path));
  return paths.filter((path, at) => process.env.SITE_PAGES === 'all' || !isOfMany(path) || at % 4 === 0);
}

/** What the pages of a site are made of. */
interface Made {
  /** Elements, and attributes by their elements, of each kind of page. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids and classes that hold what no name has. */
  readonly oddNames: readonly string[];
  readonly policies: ReadonlySet<string>;
  /** Where links lead. */
  readonly origins: ReadonlySet<string>;
}

function madeOf(root: string, paths: readonly string[]): Made {
  const names = new Map<string, Set<string>>();
  const oddNames: string[] = [];
  const policies = new Set<string>();
  const origins = new Set<string>();
  for (const path of paths) {
    const own = names.get(kindOf(path)) ?? new Set();
    names.set(kindOf(path), own);
    let policy = '';
    for (const node of nodesOf(parse(readSite(path, root)))) {
      if (!('tagName' in node)) continue;
      own.add(node.tagName);
      for (const { name, value } of node.attrs) {
        own.add(`${node.tagName} ${name}`);
        if (/^(?:id|class)$/.test(name) && !/^[\w :./-]*$/.test(value)) oddNames.push(`${path}: ${value}`);
        if (name === 'href') origins.add(new URL(value, SELF).origin);
        if (name === 'content' && value.includes('script-src')) policy += value;
      }
    }
    policies.add(policy);
  }
  return { names, oddNames, policies, origins };
}

describe('a site of data in which every text is hostile', () => {
  it('has something hostile in every field, and every payload in some', () => {
    const { data, fields } = hostile;
    const all = JSON.stringify(data);
    expect(PAYLOADS.filter((payload) => !all.includes(JSON.stringify(payload).slice(1, -1)))).toEqual([]);
    for (const list of ['ports', 'tables', 'scenarios', 'documents', 'roles', 'services', 'protocols', 'products']) {
      expect(fields.filter((field) => field.startsWith(`${list}.`))).not.toEqual([]);
    }
    expect(data.scenarios[0]?.name.en).toContain('</title><script>');
  });

  it('has no file that an honest one does not have', () => {
    const honest = new Set(siteFiles(''));
    const files = siteFiles('', folder).filter((path) => kindOf(path) !== '_astro');
    expect(files.filter((path) => !honest.has(path))).toEqual([]);
    expect(new Set(files.map(kindOf))).toEqual(new Set([...honest].map(kindOf).filter((kind) => kind !== '_astro')));
  });

  it('has no element, attribute, policy or address that an honest one does not have', { timeout: AS_LONG_AS }, () => {
    const paths = someOf(siteFiles('.html', folder));
    const [honest, made] = [madeOf(DIST, paths), madeOf(folder, paths)];
    const strange = [...made.names].flatMap(([kind, names]) =>
      [...names]
        .filter((name) => honest.names.get(kind)?.has(name) !== true && !(kind === 'data' && MARKDOWN.has(name)))
        .map((name) => `${kind}: ${name}`),
    );
    expect(strange).toEqual([]);
    expect(made.oddNames).toEqual([]);
    expect([...made.policies]).toEqual([...honest.policies]);
    expect(made.policies.size).toBe(1);
    expect([...made.origins].filter((origin) => !honest.origins.has(origin))).toEqual([]);
  });

  it('has every text as text: the title of a scenario too', () => {
    for (const { id, name } of hostile.data.scenarios) {
      const page = parse(readSite(`scenarios/${id}/index.html`, folder));
      const title = [...nodesOf(page)].find(({ nodeName }) => nodeName === 'title');
      const [text] = title !== undefined && 'childNodes' in title ? title.childNodes : [];
      // What cannot be seen is left out.
      const said = name.en.split(/[^\x20-\x7e]/)[0] ?? '';
      expect(text !== undefined && 'value' in text ? text.value : '').toContain(said.trim());
    }
  });

  it('has no character in it that turns text round, or that a terminal acts on', () => {
    const unseen = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffd]/u;
    const files = [...siteFiles('.html', folder), ...siteFiles('.xml', folder), ...siteFiles('.txt', folder)];
    expect(files.filter((path) => unseen.test(readSite(path, folder)))).toEqual([]);
  });

  it('is not much larger', () => {
    const sizeOf = (path: string, root: string) => readSite(path, root).length;
    const large = siteFiles('.html', folder).filter((path) => sizeOf(path, folder) > 2 * LARGER * sizeOf(path, DIST));
    expect(large).toEqual([]);
  });

  it.each(siteFiles('.xml'))('writes well-formed XML: %s', (path) => {
    expect(XMLValidator.validate(readSite(path, folder))).toBe(true);
  });

  it('writes CSV without a formula, of the same columns, a row for each rule', () => {
    // That all rows have as many columns is what the parser asks for.
    const rowsOf = (path: string, root: string) => parseCsv(readSite(path, root)) as string[][];
    expect(rowsOf('api/v1/ports.csv', folder).length).toBe(hostile.data.ports.length + 1);
    for (const path of siteFiles('.csv', folder)) {
      const rows = rowsOf(path, folder);
      expect(rows[0]).toEqual(rowsOf(path, DIST)[0]);
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell))).toEqual([]);
    }
  });

  it('writes JSON that says what the data says', () => {
    for (const path of siteFiles('.json', folder)) JSON.parse(readSite(path, folder));
    const { scenarios } = JSON.parse(readSite('api/v1/scenarios.json', folder)) as { scenarios: unknown };
    expect(scenarios).toEqual(hostile.data.scenarios);
  });

  it('writes llms.txt with no link that an honest one does not have', () => {
    const addresses = (root: string) =>
      readSite('llms.txt', root)
        .split('\n')
        .map((line) => /^(\W{0,2})(?:\[(?:[^\\\]]|\\.)*\]\(([^)]*)\))?/.exec(line)?.slice(1).join(' '));
    const honest = new Set(addresses(DIST));
    expect(addresses(folder).filter((each) => !honest.has(each))).toEqual([]);
  });
});

describe.skipIf(chrome === null)(`the same in a browser, with the policy on${withoutBrowser}`, () => {
  const { visit } = useVisits(undefined, () => folder);
  const ran = (page: Page) => page.evaluate((mark) => Reflect.has(globalThis, mark), MARK);
  const kinds = new Set(siteFiles('.html').map(kindOf));
  kinds.delete('404.html');

  // A language changes words, and no part of a page.
  it.each([...kinds].map((kind, at) => (at % 2 === 0 ? kind : `ko/${kind}`)))(
    'runs nothing and asks nobody: %s',
    async (kind) => {
      const file = siteFiles('.html', folder).findLast((each) => each.startsWith(kind));
      const path = `/${file?.replace(/index\.html$/, '')}`;
      const { page, requests } = await visit(path);
      await page.waitForSelector('.search-open, .search-home');
      const files = new Set(siteFiles('', folder).map((file) => `/${file}`));
      expect(requests.filter((each) => each !== path && !files.has(each))).toEqual([]);
      expect(new URL(page.url()).pathname).toBe(path);
      expect(await ran(page)).toBe(false);
    },
  );

  it('plans firewalls with what documents say as text', async () => {
    const { page } = await visit('/ko/firewall/#example:scaled-edge-hlb');
    await page.waitForSelector('.plan-rules');
    await page.locator('.unused > summary').click();
    for (const part of ['.plan-rules summary', '.unused details summary']) await page.locator(part).first().click();
    await page.waitForSelector('.unused details li');
    const builder = page.locator('#builder');
    expect(await builder.locator('.diagram-box svg').count()).toBe(1);
    expect(await builder.locator('script, style, img, iframe, base, meta, link, plaintext, [onload]').count()).toBe(0);
    expect(await builder.textContent()).toContain('<script>');
    expect(await ran(page)).toBe(false);
  });

  it('shows results, filtered rows and explanations as text', async () => {
    const { page } = await visit('/scenarios/internal-servers/');
    const search = page.locator('.bar input');
    const names = () =>
      page.evaluate(() => [...new Set([...document.querySelectorAll('*')].map(({ tagName }) => tagName))].sort());
    await search.fill('script');
    await page.waitForSelector('.bar-status:not(:empty)');
    await page.locator('.tip:visible').first().click();
    const before = await names();
    await page.keyboard.press('Control+K');
    for (const text of ['script', 'onerror', 'cmd', '5061']) {
      await page.locator('.search-dialog input').fill(text);
      await page.waitForSelector('.search-dialog mark');
      expect((await names()).filter((name) => name !== 'MARK' && !before.includes(name))).toEqual([]);
    }
    expect(await ran(page)).toBe(false);
  });
});
