import { gzipSync } from 'node:zlib';
import { ports, scenarios } from '@lync/port-catalog';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSite, siteFiles } from '../../support/site.ts';

const pages = siteFiles('.html');

/** The addresses that a page links to, and the anchors that it has. */
function linksOf(html: string): Set<string> {
  return new Set(
    [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&')),
  );
}

function anchorsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? ''));
}

/** The file of an address on this site; null for another host. */
function fileOf(href: string, from: string): { file: string; anchor: string } | null {
  const url = new URL(href, `http://site/${from}`);
  if (url.host !== 'site') return null;
  const path = decodeURIComponent(url.pathname).slice(1);
  return { file: path === '' || path.endsWith('/') ? `${path}index.html` : path, anchor: url.hash.slice(1) };
}

/** Says which links of pages lead nowhere: to no file, or to an anchor that is not in it. */
function deadLinks(): (html: string, page: string) => string[] {
  const files = new Set(siteFiles(''));
  const anchors = new Map<string, ReadonlySet<string>>();
  const isDead = (href: string, page: string): boolean => {
    const target = fileOf(href, page);
    if (target === null) return false;
    const { file, anchor } = target;
    if (!files.has(file)) return true;
    if (anchor === '') return false;
    const known = anchors.get(file) ?? anchorsOf(readSite(file));
    anchors.set(file, known);
    return !known.has(decodeURIComponent(anchor));
  };
  // Most are on many pages, and what begins with a slash leads to the same from each.
  const alive = new Set<string>();
  return (html, page) => {
    const links = [...linksOf(html)].filter((href) => !alive.has(href));
    const dead = new Set(links.filter((href) => isDead(href, page)));
    for (const href of links) if (href.startsWith('/') && !dead.has(href)) alive.add(href);
    return [...dead];
  };
}

const HEAD = {
  title: /<title>[^<]{3,}<\/title>/,
  description: /<meta name="description" content="[^"]{3,}"/,
  canonical: /<link rel="canonical" href="https:/,
  english: /<link rel="alternate" hreflang="en"/,
  korean: /<link rel="alternate" hreflang="ko"/,
  image: /<meta property="og:image" content="https:[^"]+\.png"/,
};

/** What is to be true of every page, with what of a page is wrong. */
const WRONG: Readonly<Record<string, (html: string, page: string) => string[]>> = {
  'has no link that leads nowhere, and no anchor that is not there': deadLinks(),
  'has a title, a description, its address and its other languages': (html, page) =>
    page.endsWith('404.html') ? [] : Object.entries(HEAD).flatMap(([what, is]) => (is.test(html) ? [] : [what])),
  'says its language': (html, page) => {
    const lang = page.startsWith('ko/') ? 'ko' : 'en';
    return html.includes(`<html lang="${lang}"`) ? [] : ['another language'];
  },
  'allows no inline script or style that it does not know, and has none': (html) => {
    const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1];
    return [
      ...(policy === undefined ? ['no policy'] : []),
      ...(policy?.includes('unsafe-') ? [policy] : []),
      ...(/\sstyle="/.test(html) ? ['a style attribute'] : []),
      ...(/<[a-z][^>]*\son[a-z]+="/.test(html) ? ['an event handler'] : []),
    ];
  },
};

describe('every page', () => {
  // Each is read once for all of them.
  const found = new Map(Object.keys(WRONG).map((what) => [what, [] as string[]]));
  beforeAll(() => {
    for (const page of pages) {
      const html = readSite(page);
      for (const [what, wrong] of Object.entries(WRONG)) {
        found.get(what)?.push(...wrong(html, page).map((each) => `${page}: ${each}`));
      }
    }
  });

  it.each(Object.keys(WRONG))('%s', (what) => {
    expect(pages.length).toBeGreaterThan(1000);
    expect(found.get(what)).toEqual([]);
  });
});

describe('the built site', () => {
  it('has a page for every scenario and rule in both languages', () => {
    const wanted = [
      ...scenarios.map(({ id }) => `scenarios/${id}/index.html`),
      ...ports.map(({ id }) => `rules/${id}/index.html`),
    ];
    const own = new Set(pages);
    const missing = wanted.flatMap((path) => [path, `ko/${path}`]).filter((path) => !own.has(path));
    expect(missing).toEqual([]);
  });

  it('shows the text of documents as text', () => {
    const html = readSite('ko/scenarios/clients/index.html');
    expect(html).toContain('1024');
    expect(html).not.toMatch(/<(script|iframe|img)[^>]*(?:javascript:|onerror)/i);
  });
});

describe('the sizes that a reader waits for, gzipped', () => {
  const gzipped = (path: string) => gzipSync(readSite(path), { level: 9 }).length;
  const files = (html: string, pattern: RegExp) => [
    ...new Set([...html.matchAll(pattern)].map(([, path]) => (path ?? '').replace(/^\//, ''))),
  ];
  const weightOf = (page: string) => {
    const html = readSite(page);
    const css = files(html, /<link rel="stylesheet" href="([^"]+)"/g).reduce((sum, path) => sum + gzipped(path), 0);
    const script = files(html, /<script[^>]*\ssrc="([^"]+)"/g).reduce((sum, path) => sum + gzipped(path), 0);
    return { page: gzipped(page), css, script, all: gzipped(page) + css + script };
  };
  const longest = pages
    .filter((page) => /^(ko\/)?scenarios\//.test(page))
    .reduce((a, b) => (readSite(a).length > readSite(b).length ? a : b));

  it.each([
    ['a port page in all', 'ports/5061/index.html', 'all', 27_500],
    ['a Korean port page in all', 'ko/ports/5061/index.html', 'all', 27_500],
    ['the longest scenario page in all', longest, 'all', 45_000],
    ['the styles', longest, 'css', 11_000],
    ['the scripts of a page', longest, 'script', 6_500],
  ] as const)('%s', (_, page, part, most) => {
    expect(weightOf(page)[part]).toBeLessThanOrEqual(most);
  });
});

describe('the pages are valid HTML', () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // HTML allows any id without white space; the frame's skip link leads to `_top`.
      'valid-id': ['error', { relaxed: true }],
      // The list of search results is no <select>: its options are links under headings.
      'prefer-native-element': ['error', { exclude: ['listbox'] }],
      // parse5 writes the pages, and writes an attribute without a value as it does all others.
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
    },
  });
  const kinds = [
    'index.html',
    'scenarios/internal-servers/index.html',
    'scenarios/scaled-edge-hardware-load-balancers/index.html',
    'scenarios/ipsec-exemptions/index.html',
    'ports/5061/index.html',
    'ports/50000-59999/index.html',
    'roles/edge-server/index.html',
    'services/front-end-service/index.html',
    'protocols/sip/index.html',
    'rules/lync-server-2013/internal-servers/director-front-end-service-5061-tcp/index.html',
    'corrections/index.html',
    'history/index.html',
    'advisories/index.html',
    'coverage/index.html',
    'compare/index.html',
    'compare/lync-server-2013/skype-for-business-server-2015/index.html',
    'products/skype-for-business-server-2019/index.html',
    'scenarios/load-balancer-virtual-ips/index.html',
    'scenarios/qos-clients/index.html',
    'data/index.html',
    'firewall/index.html',
  ];
  // A language changes words, and no part of a page.
  const inOneLanguage = kinds.map((page, at) => (at % 2 === 0 ? page : `ko/${page}`));

  it.each(inOneLanguage)('%s', async (page) => {
    const report = await validator.validateString(readSite(page));
    const findings = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
    );
    expect(findings).toEqual([]);
  });
});
