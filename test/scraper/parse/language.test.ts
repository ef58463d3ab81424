import { describe, expect, it } from 'vitest';
import { readPage } from '../../../scraper/src/parse/page.ts';

const PAGES: [fact: string, page: string, locale: string][] = [
  ['is what the front matter says', '---\nms.contentlocale: ko-KR\ntitle: Ports\n---\n# Ports', 'ko-KR'],
  ['is Korean by a title in Hangul', '---\ntitle: 포트 요약\n---\n', 'ko-KR'],
  ['is Korean by a heading in Hangul', '---\ntitle: Ports\n---\n\n# 포트', 'ko-KR'],
  ['is Japanese by a title in Kana', '---\ntitle: ポート\n---\n', 'ja-JP'],
  ['is not told, but not English, by a title in Cyrillic', '---\ntitle: Порты\n---\n', 'und-Cyrl'],
  ['is not told, but not English, by a title in Han', '---\ntitle: 端口\n---\n', 'und-Hani'],
  ['is not told, but not English, by a title in any other script', '---\ntitle: พอร์ต\n---\n', 'und'],
  [
    'is not told, but not English, by English beside its text',
    '---\ntitle: Ports\n---\n<span data-ttu-id="1">Anschluss</span><span class="sxs-lookup"><span data-stu-id="1">Port</span></span>',
    'und',
  ],
  ['is English by a title in neither', '---\ntitle: Port summary\n---\n# Ports', 'en-US'],
  ['is guessed by the heading without front matter', '# 포트', 'ko-KR'],
  ['is not guessed by lesser headings', '## 포트', 'en-US'],
  ['is English where a page says nothing at all', '', 'en-US'],
];

describe('the language of a page', () => {
  it.each(PAGES)('%s', (_, page, locale) => {
    expect(readPage(page).locale).toBe(locale);
  });

  it.each([
    ['en-US', 'en'],
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['ko-KR', 'text'],
    ['enm', 'text'],
  ])('%s decides where an unmarked cell is kept: in %s', (locale, side) => {
    const { tables } = readPage(`---\nms.contentlocale: ${locale}\n---\n|Port|\n|---|`);
    expect(tables[0]?.columns).toEqual([[{ text: null, en: null, [side]: 'Port' }]]);
  });
});

describe('the language that the publisher tells', () => {
  it.each([
    ['counts where the page says nothing', '---\ntitle: Ports\n---\n', 'de-DE'],
    ['counts more than the script of the title', '---\ntitle: 포트\n---\n', 'de-DE'],
    ['counts less than what the page says', '---\nms.contentlocale: fr-FR\n---\n', 'fr-FR'],
    ['counts where the page is parsed whole', '---\ntitle: Ports\n---\n<table><tr><td>\n\nprose', 'de-DE'],
  ])('%s', (_, page, locale) => {
    expect(readPage(page, { published: 'de-DE' }).locale).toBe(locale);
  });
});

describe('the front matter of a page', () => {
  it('is null where there is none', () => {
    expect(readPage('# Ports').frontMatter).toBeNull();
  });

  it('is null where it is not closed', () => {
    expect(readPage('---\ntitle: x\n\n# Ports').frontMatter).toBeNull();
  });

  it('is null where it is not at the very head', () => {
    expect(readPage('\n---\ntitle: x\n---\n').frontMatter).toBeNull();
  });

  it('is null where it is no map', () => {
    expect(readPage('---\n- a\n---\n').frontMatter).toBeNull();
  });
});
