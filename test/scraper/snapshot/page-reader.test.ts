import { describe, expect, it, onTestFinished } from 'vitest';
import { type PageLimits, startPageReader } from '../../../scraper/src/snapshot/page-reader.ts';

const TABLE = '|포트|\n|---|\n|443|\n';

function readerWith(limits?: PageLimits) {
  const reader = startPageReader(limits);
  onTestFinished(() => reader.close());
  return (text: string) => reader.read({ text, wanted: 'all' });
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
    const read = readerWith({ milliseconds: 2000, megabytes: 4000 });
    const slow = Promise.all([read('*a **b '.repeat(400_000)), read(TABLE)]);
    expect(await slow).toMatchObject(['too-slow', { tables: [{}] }]);
  });

  it('may take too much memory: the next is read all the same', async () => {
    const read = readerWith({ milliseconds: 60_000, megabytes: 48 });
    // Each of the paragraphs opens all the formatting elements again.
    const bold = Array.from({ length: 3000 }, (_, at) => `<b class="${at}">`).join('');
    const large = `<p>${bold}${'<p>x'.repeat(3000)}`;
    const pages = Promise.all([TABLE, '# 하나', large, TABLE].map((text) => read(text)));
    expect(await pages).toMatchObject([{ tables: [{}] }, { tables: [] }, 'too-large', { tables: [{}] }]);
  });

  it('are each told of as what they are, wherever among the others one costs the thread', async () => {
    const read = readerWith({ milliseconds: 2000, megabytes: 4000 });
    const deep = '<div>'.repeat(20_000);
    const slow = '*a **b '.repeat(400_000);
    const pages = await Promise.all(
      [TABLE, '# 하나', slow, deep, TABLE, slow, '# 둘', TABLE].map((text) => read(text)),
    );
    const told = pages.map((page) => (typeof page === 'object' ? page.tables.length : page));
    expect(told).toEqual([1, 0, 'too-slow', 'too-deep', 1, 'too-slow', 0, 1]);
  });
});
