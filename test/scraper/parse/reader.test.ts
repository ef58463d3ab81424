import { describe, expect, it, onTestFinished } from 'vitest';
import { readPageOrSay } from '../../../scraper/src/parse/read-or-say.ts';
import { type PageLimits, startPageReader } from '../../../scraper/src/parse/reader.ts';

const TABLE = '|포트|\n|---|\n|443|\n';
/** Each of the paragraphs opens all the formatting elements again: seconds of work in some kilobytes. */
const heavy = (elements: number, paragraphs: number) =>
  `<p>${Array.from({ length: elements }, (_, at) => `<b class="${at}">`).join('')}${'<p>x'.repeat(paragraphs)}`;
const SLOW = heavy(100, 40_000);

function readerWith(limits?: PageLimits) {
  const reader = startPageReader(limits);
  onTestFinished(() => reader.close());
  return (text: string) => reader.read({ text, published: null });
}

describe('pages that are read in a thread of their own', () => {
  it('come back in the order that they were asked for, each as it is', async () => {
    const read = readerWith();
    const pages = await Promise.all(['# 하나', `# 둘\n\n${TABLE}`, '# 셋'].map((text) => read(text)));
    expect(pages.map((page) => typeof page === 'object' && page.tables.length)).toEqual([0, 1, 0]);
  });

  it('may be nested too deeply: the next is read all the same', async () => {
    const read = readerWith();
    expect(await read('<div>'.repeat(20_000) + TABLE)).toBe('too-deep');
    expect(await read(TABLE)).toMatchObject({ tables: [{}] });
  });

  it('may take too long: the next is read all the same', async () => {
    const read = readerWith({ milliseconds: 2000, megabytes: 8000 });
    const slow = Promise.all([read(SLOW), read(TABLE)]);
    expect(await slow).toMatchObject(['too-slow', { tables: [{}] }]);
  });

  it('may take too much memory: the next is read all the same', async () => {
    const read = readerWith({ milliseconds: 60_000, megabytes: 48 });
    const pages = Promise.all([TABLE, '# 하나', heavy(3000, 3000), TABLE].map((text) => read(text)));
    expect(await pages).toMatchObject([{ tables: [{}] }, { tables: [] }, 'too-large', { tables: [{}] }]);
  });

  it('are each told of as what they are, wherever among the others one costs the thread', async () => {
    const read = readerWith({ milliseconds: 2000, megabytes: 8000 });
    const deep = '<div>'.repeat(20_000);
    const pages = await Promise.all(
      [TABLE, '# 하나', SLOW, deep, TABLE, SLOW, '# 둘', TABLE].map((text) => read(text)),
    );
    const told = pages.map((page) => (typeof page === 'object' ? page.tables.length : page));
    expect(told).toEqual([1, 0, 'too-slow', 'too-deep', 1, 'too-slow', 0, 1]);
  });
});

describe('a page that cannot be read', () => {
  it('is said to be so, whatever a parser throws', () => {
    expect(readPageOrSay(null as unknown as string)).toBe('unparsable');
    expect(readPageOrSay(`${'<table><tr><td>'.repeat(7)}|a|\n|-|`)).toBe('too-deep');
  });
});
