import { describe, expect, it, onTestFinished } from 'vitest';
import { readPageOrSay } from '../../../scraper/src/parse/read-or-say.ts';
import { type PageLimits, startPageReader } from '../../../scraper/src/parse/reader.ts';

const TABLE = '|포트|\n|---|\n|443|\n';
/** As many elements as a page may have: a second of work, and much memory. */
const HEAVY = `<div>\n${'<i>x</i>'.repeat(190_000)}</div>`;

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
    const read = readerWith({ milliseconds: 300, megabytes: 8000 });
    const slow = Promise.all([read(HEAVY), read(TABLE)]);
    expect(await slow).toMatchObject(['too-slow', { tables: [{}] }]);
  });

  it('may take too much memory: the next is read all the same', async () => {
    const read = readerWith({ milliseconds: 60_000, megabytes: 24 });
    const pages = Promise.all([TABLE, '# 하나', HEAVY, TABLE].map((text) => read(text)));
    expect(await pages).toMatchObject([{ tables: [{}] }, { tables: [] }, 'too-large', { tables: [{}] }]);
  });

  it('are each told of as what they are, wherever among the others one costs the thread', async () => {
    const read = readerWith({ milliseconds: 300, megabytes: 8000 });
    const deep = '<div>'.repeat(20_000);
    const pages = await Promise.all(
      [TABLE, '# 하나', HEAVY, deep, TABLE, HEAVY, '# 둘', TABLE].map((text) => read(text)),
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
