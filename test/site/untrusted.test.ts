import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { generateModules } from '../../packages/catalog/tools/modules.ts';
import { atomFeed } from '../../site/src/lib/feed.ts';
import { headOf } from '../../site/src/lib/head.ts';
import { branchAnchor } from '../../site/src/lib/history.ts';
import { inBothLanguages } from '../../site/src/lib/lang.ts';
import { cardSvg, titleOf } from '../../site/src/lib/og-svg.ts';
import { plain, plainLine } from '../../site/src/lib/plain.ts';
import { plainHtml } from '../../site/src/lib/plain-html.ts';
import { checkedPath } from '../../site/src/lib/route-parts.ts';
import { sourceUrl, webAddress } from '../../site/src/lib/sources.ts';
import { escapeXml } from '../../site/src/lib/xml.ts';
import { toCsv } from '../../site/src/scripts/tables/formats.ts';
import { hostileData, PAYLOADS } from '../support/hostile-text.ts';

describe('paths that data is part of', () => {
  it.each(['a', 'lync-server-2013/internal-servers/5061-tcp.udp', 'scenarios/x.en', '50000-59999', 'constructor'])(
    '%s is a path',
    (path) => {
      expect(checkedPath(path)).toBe(path);
    },
  );
  it.each([
    '',
    '.',
    '..',
    '../x',
    'a/../b',
    '/a',
    'a/',
    'a//b',
    'a\\b',
    'a%2fb',
    'a b',
    'a\0',
    '.htaccess',
    'é',
    'a?b',
    'a#b',
    'x'.repeat(300),
  ])('%j is none', (path) => {
    expect(() => checkedPath(path)).toThrow('no file of the site may be called');
    expect(() => inBothLanguages([{ params: { id: path }, props: {} }])).toThrow();
  });
});

describe('addresses', () => {
  const commit = 'a'.repeat(40);
  it.each([
    ['a/b', 'x y/ü.md', `https://github.com/a/b/blob/${commit}/x%20y/%C3%BC.md`],
    ['a/b', 'x/\ud800?q#h', `https://github.com/a/b/blob/${commit}/x/%EF%BF%BD%3Fq%23h`],
    ['a/b', '../../../../evil/x', null],
    ['a/b', './x', null],
    ['a/b', '', null],
    ['../evil', 'x', null],
    ['a/..', 'x', null],
    ['a/b/c', 'x', null],
    ['javascript:x', 'x', null],
  ])('%j and %j lead to %j', (repository, path, url) => {
    expect(sourceUrl({ repository, commit, path })).toBe(url);
  });
  it.each([
    ['https://learn.microsoft.com/x', 'https://learn.microsoft.com/x'],
    ['javascript:alert(1)', null],
    [' https://x', null],
    ['https:x', null],
    ['https://', null],
    ['//evil.example', null],
    ['data:text/html,x', null],
    [null, null],
  ])('%j is %j', (url, address) => {
    expect(webAddress(url)).toBe(address);
  });
  it('anchors hold names only', () => {
    expect(branchAnchor({ document: 'a/b', branch: 'live"> <x>' })).toBe('a-b-live-x-');
    expect(branchAnchor({ document: 'a/b', branch: 'live-sxs' })).toBe('a-b-live-sxs');
  });
});

describe('text that is written into other forms', () => {
  const at = { file: (path: string) => path, page: (path: string) => path };

  it.each(PAYLOADS)('%j is text in a title, a feed, a picture and a data file', (text) => {
    const [title] = headOf({ path: '/', lang: 'en', title: text, data: { text }, unlisted: false }, at);
    expect(title?.content).not.toMatch(/[<>"']/);
    const entries = [{ version: text, date: text, link: text, html: text }];
    expect(XMLValidator.validate(atomFeed({ self: text, page: text, updated: text, entries }))).toBe(true);
    expect(XMLValidator.validate(cardSvg({ name: 'x', lang: 'en', kicker: text, title: text, lines: [text] }))).toBe(
      true,
    );
    expect(toCsv({ headings: [text], rows: [] })).not.toMatch(/^"?[=+\-@\t\r\uff1d]/);
    expect(plainLine(text)).not.toMatch(/[\n\r\t\p{Cc}\u2028\u2029]/u);
    expect(plainHtml(text)).not.toMatch(/<(?:script|style|img|iframe|svg|base|link|meta|form|!--)/);
  });

  it('ends no comment of the modules that are made of it', () => {
    const { data } = hostileData();
    expect(data.products.some(({ name }) => name.en.includes('*/'))).toBe(true);
    const modules = generateModules({ version: '0.0.0', data, redirects: {} });
    for (const { id } of data.products) {
      // The data stands in lines of its own, in quotes.
      const code = modules.get(`${id}.ts`)?.replaceAll(/^\s*'.*',?$/gm, '') ?? '';
      expect(code).toContain('const product = createProduct');
      expect(code.replaceAll(/\/\*.*?\*\//gs, '')).not.toContain('pwned');
    }
  });

  it('is whole where it is harmless', () => {
    expect(plain('포트 5061\n\tTCP – "a" & b')).toBe('포트 5061\n\tTCP – "a" & b');
    expect(plain('5061\u202e \0\x1b[0m\ud800')).toBe('5061 [0m');
    expect(escapeXml(`<&>"'\x1b`)).toBe('&lt;&amp;&gt;&quot;&#39;');
  });

  it('is cut where a picture has no room for it', () => {
    const long = titleOf('word '.repeat(10_000));
    expect(long.lines.length * long.size * 1.25).toBeLessThanOrEqual(300);
    expect(
      cardSvg({ name: 'x', lang: 'en', kicker: 'W'.repeat(1e6), title: 'W'.repeat(1e6), lines: [] }).length,
    ).toBeLessThan(5000);
  });

  it.each([
    ['<p>a <strong>b</strong> <code>&lt;c&gt;</code></p>', '<p>a <strong>b</strong> <code>&lt;c&gt;</code></p>'],
    ['<p><a href="https://x.example/" onclick="y" class="z">a</a></p>', '<p><a href="https://x.example/">a</a></p>'],
    ['<p><a href="javascript:x">a</a></p>', '<p><a>a</a></p>'],
    ['<p>a<script>b</script></p>', '<p>a&lt;script&gt;b&lt;/script&gt;</p>'],
    ['<p>a<img src=x onerror=y></p>', '<p>a&lt;img src="x" onerror="y"&gt;</p>'],
    ['a<!-- b -->', 'a&lt;!-- b --&gt;'],
  ])('HTML in Markdown: %s', (html, expected) => {
    expect(plainHtml(html)).toBe(expected);
  });
});
