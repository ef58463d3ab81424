import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../scraper/src/parse/front-matter.ts';

const VALUES: [fact: string, yaml: string, entries: Record<string, string>][] = [
  ['a date stays as it is written', 'ms.date: 05/11/2019', { 'ms.date': '05/11/2019' }],
  ['so does a number', 'version: 1.0', { version: '1.0' }],
  ['and a word that YAML has a meaning for', 'title: null\nready: yes', { title: 'null', ready: 'yes' }],
  ['quotes are taken off', `title: '내부 서버: 포트'\nid: "40983858"`, { title: '내부 서버: 포트', id: '40983858' }],
  ['a key may hold a colon', 'ms:assetid: c94063f1', { 'ms:assetid': 'c94063f1' }],
  ['a key without a value has an empty one', 'ms.reviewer:', { 'ms.reviewer': '' }],
  ['lists and maps are left out', 'tags:\n- NOCSH\nkey: { a: b }\ntitle: x', { title: 'x' }],
  ['a key that is a list is left out', '? [a, b]\n: c\ntitle: x', { title: 'x' }],
];

describe('front matter', () => {
  it.each(VALUES)('%s', (_, yaml, entries) => {
    expect([...(readFrontMatter(yaml) ?? [])]).toEqual(Object.entries(entries));
  });

  it('keeps keys that JavaScript objects have of their own', () => {
    const entries = readFrontMatter('__proto__: a\nconstructor: b\ntoString: c');
    expect([...(entries ?? [])]).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['toString', 'c'],
    ]);
  });

  it.each([
    ['a list', '- a\n- b'],
    ['a lone text', 'text'],
    ['nothing', ''],
    ['YAML that is broken', 'title: "open'],
    ['a key that is there twice', 'title: a\ntitle: b'],
  ])('is not read from %s', (_, yaml) => {
    expect(readFrontMatter(yaml)).toBeNull();
  });
});
