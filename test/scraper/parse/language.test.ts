import { describe, expect, it } from 'vitest';
import { readPage } from '../../../scraper/src/parse/page.ts';

const PAGES: [fact: string, page: string, locale: string][] = [
  ['is what the front matter says', '---\nms.contentlocale: ko-KR\ntitle: Ports\n---\n# Ports', 'ko-KR'],
  ['is Korean by a title in Hangul', '---\ntitle: 포트 요약\n---\n', 'ko-KR'],
  ['is Korean by a heading in Hangul', '---\ntitle: Ports\n---\n\n# 포트', 'ko-KR'],
  ['is Japanese by a title in Kana', '---\ntitle: ポート\n---\n', 'ja-JP'],
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
