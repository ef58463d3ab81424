import { describe, expect, it } from 'vitest';
import { type ProgressStream, showProgress } from '../../../scraper/src/commands/progress.ts';

/** What is shown on a stream of a run that is asked every half second, up to so many seconds. */
function shownOn(stream: Omit<ProgressStream, 'write'>, seconds: number, total?: number): string[] {
  const written: string[] = [];
  let time = 0;
  const progress = showProgress({ ...stream, write: (text) => written.push(text) }, 'documents', () => time);
  for (let done = 0; time <= seconds * 1000; done += 100, time += 500) progress.at(done, total);
  progress.end();
  return written;
}

describe('progress', () => {
  it('is a bar on a terminal, and gone in the end', () => {
    const written = shownOn({ isTTY: true, columns: 80 }, 2, 400);
    expect(written.map((text) => text.replaceAll('\r\u001b[K', '<'))).toEqual([
      `<[${'######'}${' '.repeat(18)}] 100 of 400 documents`,
      `<[${'#'.repeat(12)}${' '.repeat(12)}] 200 of 400 documents`,
      `<[${'#'.repeat(18)}${' '.repeat(6)}] 300 of 400 documents`,
      `<[${'#'.repeat(24)}] 400 of 400 documents`,
      '<',
    ]);
  });

  it('is no longer than the terminal is wide', () => {
    const written = shownOn({ isTTY: true, columns: 10 }, 1, 200);
    expect(written[0]).toBe('\r\u001b[K[########');
  });

  it('is whole where a terminal does not say how wide it is', () => {
    const written = shownOn({ isTTY: true, columns: 0 }, 1);
    expect(written[0]).toBe('\r\u001b[K100 documents');
  });

  it('is a number where nobody knows how many there are', () => {
    expect(shownOn({ isTTY: true }, 1)).toEqual(['\r\u001b[K100 documents', '\r\u001b[K200 documents', '\r\u001b[K']);
  });

  it('elsewhere is a line now and then', () => {
    expect(shownOn({}, 11, 5000)).toEqual(['1000 of 5000 documents\n', '2000 of 5000 documents\n']);
  });

  it.each([true, false])('is nothing in a run that is over at once', (isTTY) => {
    expect(shownOn({ isTTY }, 0, 10)).toEqual([]);
  });
});
