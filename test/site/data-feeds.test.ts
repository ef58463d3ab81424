import { documents, ports, scenarios } from '@lync/port-catalog';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { apiEndpoints } from '../../site/src/lib/api.ts';
import { releaseAnchor, releasesOf } from '../../site/src/lib/changelog.ts';
import { newestCommitDate, newestDate, releaseDates } from '../../site/src/lib/dates.ts';
import { atomFeed } from '../../site/src/lib/feed.ts';
import { headOf, pathWithin } from '../../site/src/lib/head.ts';
import { histories } from '../../site/src/lib/history.ts';
import { type Dataset, datasetAt, jsonForScript } from '../../site/src/lib/json-ld.ts';
import { llmsText } from '../../site/src/lib/llms.ts';
import { cardNameAt, cards } from '../../site/src/lib/og.ts';
import { cardSvg, TITLE_ROOM, titleOf, wrap } from '../../site/src/lib/og-svg.ts';
import type { Addresses } from '../../site/src/lib/project.ts';

const at: Addresses = {
  file: (path) => `https://example.com/base${path}`,
  page: (path) => `https://example.com/base${path}`,
};

describe('the changelog', () => {
  const markdown = `# @lync/port-catalog

## 0.2.0 (2026-12-01)

### Minor Changes

- abc: The data, compared with 0.1.0.

  **Added**

## 0.1.0

The first release.
`;

  it('is read release by release', () => {
    expect(releasesOf(markdown)).toEqual([
      {
        version: '0.2.0',
        date: '2026-12-01',
        text: '**Minor Changes**\n\n- abc: The data, compared with 0.1.0.\n\n  **Added**',
      },
      { version: '0.1.0', date: null, text: 'The first release.' },
    ]);
  });

  it.each(['', '# @lync/port-catalog\n', 'no heading'])('%j has no release', (text) => {
    expect(releasesOf(text)).toEqual([]);
  });
});

describe('the anchor of a release', () => {
  it.each([
    ['0.1.0', 'v0-1-0'],
    ['1.0.0-beta.1', 'v1-0-0-beta-1'],
  ])('%s is %s', (version, anchor) => {
    expect(releaseAnchor(version)).toBe(anchor);
  });
});

describe('the feed', () => {
  const self = 'https://example.com/base/changelog.xml?a=1&b=2';
  const feed = (entries: Parameters<typeof atomFeed>[0]['entries']) =>
    atomFeed({ self, page: at.page('/data/'), updated: '2020-02-21', entries });
  const entries = [
    { version: '0.2.0', date: '2026-12-01', link: at.page('/data/#v0.2.0'), html: '<p>a &amp; b <code>]]></code></p>' },
    { version: '0.1.0', date: '2020-02-21', link: at.page('/data/#v0.1.0'), html: '' },
  ];
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' || name === 'link' });

  it.each([{ entries }, { entries: [] }])('is well-formed, with what Atom asks for', ({ entries: given }) => {
    const xml = feed(given);
    expect(XMLValidator.validate(xml)).toBe(true);
    const { feed: read } = parser.parse(xml);
    expect(read['@_xmlns']).toBe('http://www.w3.org/2005/Atom');
    for (const each of [read, ...(read.entry ?? [])]) {
      expect(each.id).toMatch(/^https:/);
      expect(each.title).not.toBe('');
      expect(each.updated).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
    }
    expect(read.author.name).toBe('lync-ports');
    expect(read.link[0]).toMatchObject({ '@_rel': 'self', '@_href': self });
  });

  it('is as new as its newest entry, and gives their HTML back', () => {
    const { feed: read } = parser.parse(feed(entries));
    expect(read.updated).toBe('2026-12-01T00:00:00Z');
    expect(read.entry.map((entry: { title: string }) => entry.title)).toEqual([
      '@lync/port-catalog 0.2.0',
      '@lync/port-catalog 0.1.0',
    ]);
    expect(read.entry[0].content['#text']).toBe(entries[0]?.html);
  });

  it('is the same whenever it is made', () => {
    expect(feed(entries)).toBe(feed(entries));
  });
});

describe('the dates of releases', () => {
  it('are none before what the data tells of', () => {
    const told = [
      ...documents.flatMap(({ updated, translation, withdrawn }) => [updated, translation.handedOff, withdrawn?.date]),
      ...histories.flatMap(({ revisions }) => revisions.map(({ date }) => date)),
    ];
    expect(told.filter((date) => date != null && date > newestDate())).toEqual([]);
    expect(newestCommitDate() <= newestDate()).toBe(true);
  });

  it.each([
    [[null], '2021-01-02', ['2021-01-02']],
    [['2026-12-01', null], '2021-01-02', ['2026-12-01', '2021-01-02']],
    [['2020-12-01', null], '2021-01-02', ['2020-12-01', '2020-12-01']],
    [[null, '2020-12-01'], '2021-01-02', ['2021-01-02', '2020-12-01']],
  ])('%j, where the newest is %s, are %j', (stated, newest, dates) => {
    expect(releaseDates(stated, newest)).toEqual(dates);
  });
});

describe('llms.txt', () => {
  const endpoints = apiEndpoints(at.file('/api/v1'));
  const text = llmsText(endpoints, at);

  it('lists every scenario and every endpoint', () => {
    const wanted = [
      ...scenarios.map(({ id, name }) => `[${name.en}](${at.page(`/scenarios/${id}/`)})`),
      ...endpoints.map(({ path }) => at.file(`/api/v1/${path}`)),
    ];
    expect(wanted.filter((each) => !text.includes(each))).toEqual([]);
  });

  it('begins with a title and a summary, as its format asks', () => {
    expect(text).toMatch(/^# .+\n\n> .+\n/);
    expect(llmsText(endpoints, at)).toBe(text);
  });
});

describe('the data sets that pages say they are', () => {
  const paths = ['/', '/data/', ...scenarios.map(({ id }) => `/scenarios/${id}/`)];

  it.each(
    paths.flatMap((path) => [
      { path, lang: 'en' as const },
      { path, lang: 'ko' as const },
    ]),
  )('$lang $path has what search engines ask for', ({ path, lang }) => {
    const data = datasetAt(path, lang, at) as Dataset;
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      creator: { '@type': 'Organization' },
      inLanguage: ['en', 'ko'],
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      distribution: [{ encodingFormat: 'application/json' }, { encodingFormat: 'text/csv' }],
    });
    // Google takes no description that is shorter or longer.
    expect(String(data.description).length).toBeGreaterThanOrEqual(50);
    expect(String(data.description).length).toBeLessThanOrEqual(5000);
    const sources = data.isBasedOn as { url: string }[];
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter(({ url }) => !/\/blob\/[0-9a-f]{40}\//.test(url))).toEqual([]);
  });

  it.each(['/ports/5061/', '/scenarios/', '/scenarios/no-such/'])('%s is none', (path) => {
    expect(datasetAt(path, 'en', at)).toBeUndefined();
  });

  it('cannot end the script element that they stand in', () => {
    const text = jsonForScript({ name: '</script><script>alert(1)</script><!--' });
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toEqual({ name: '</script><script>alert(1)</script><!--' });
  });
});

describe('the pictures of pages', () => {
  const names = new Set(cards().map(({ name }) => name));

  it('are there for every page that has one of its own, and for all others', () => {
    const paths = [
      ...['/', '/data/', '/ports/', '/roles/director/', '/404/'],
      ...scenarios.map(({ id }) => `/scenarios/${id}/`),
      ...['/ports/5061/', '/ports/50000-59999/'],
      ...ports.map(({ id }) => `/rules/${id}/`),
    ];
    const wanted = paths.flatMap((path) => [cardNameAt(path, 'en'), cardNameAt(path, 'ko')]);
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
  });

  it('are well-formed SVG, whatever the words', () => {
    const odd = { name: 'x', lang: 'en' as const, kicker: 'a & b', title: '<script>', lines: ['"quoted"', "it's"] };
    const wrong = [odd, ...cards()].filter((card) => XMLValidator.validate(cardSvg(card)) !== true);
    expect(wrong).toEqual([]);
    expect(cardSvg(odd)).not.toContain('<script>');
  });

  it('have room for every line', () => {
    const tall = cards().filter(({ title, lines }) => {
      const isNumber = /^[\d\s–]+$/.test(title);
      const { size, lines: own } = titleOf(title, isNumber);
      return (!isNumber && own.length * size * 1.25 > TITLE_ROOM) || lines.length > 2;
    });
    expect(tall).toEqual([]);
  });

  it('break titles at spaces only', () => {
    expect(wrap('하드웨어 부하 분산 장치', 5)).toEqual(['하드웨어', '부하 분산', '장치']);
    expect(wrap('unbreakable', 2)).toEqual(['unbreakable']);
  });
});

describe('the head of a page', () => {
  const page = { path: '/ports/5061/', lang: 'ko', title: '포트 5061', data: undefined, unlisted: false } as const;
  const contentOf = (head: ReturnType<typeof headOf>, name: string) =>
    head.filter(({ attrs }) => attrs?.property === name || attrs?.name === name).map(({ attrs }) => attrs?.content);

  it('has the picture, with its address in full, and both locales', () => {
    const head = headOf(page, at);
    expect(contentOf(head, 'og:image')).toEqual(['https://example.com/base/og/ports/5061.png']);
    expect(contentOf(head, 'og:locale')).toEqual(['ko_KR']);
    expect(contentOf(head, 'og:locale:alternate')).toEqual(['en_US']);
    expect(contentOf(head, 'robots')).toEqual([]);
    expect(head.some(({ tag }) => tag === 'script')).toBe(false);
  });

  it('keeps search engines away where a page is not to be listed', () => {
    expect(contentOf(headOf({ ...page, unlisted: true }, at), 'robots')).toEqual(['noindex']);
  });

  it('escapes the JSON of a data set', () => {
    const script = headOf({ ...page, data: { name: '</script>' } }, at).find(({ tag }) => tag === 'script');
    expect(script?.content).toBe('{"name":"\\u003c/script>"}');
  });

  it.each([
    ['Roles', 'Roles | Lync ports'],
    ['x'.repeat(65), 'x'.repeat(65)],
  ])('has the title %s as %s', (title, shown) => {
    const head = headOf({ ...page, lang: 'en', title }, at);
    expect(head.find(({ tag }) => tag === 'title')?.content).toBe(shown);
  });
});

describe('the path of a page', () => {
  it.each([
    ['/', '/', '/'],
    ['/ko/', '/', '/'],
    ['/ports/5061/', '/', '/ports/5061/'],
    ['/lync/ko/ports/5061/', '/lync', '/ports/5061/'],
    ['/lync/ko/', '/lync/', '/'],
    ['/korea/', '/', '/korea/'],
  ])('of %s under %s is %s', (pathname, base, path) => {
    expect(pathWithin(pathname, base)).toBe(path);
  });
});
