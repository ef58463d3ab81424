import { ports } from '@lync/port-catalog';
import { describe, expect, it } from 'vitest';
import { searchIndex } from '../../site/src/lib/search-index.ts';
import { readIndex } from '../../site/src/scripts/search/index-file.ts';
import { outsideFor } from '../../site/src/scripts/search/outside.ts';
import { pagesFor } from '../../site/src/scripts/search/pages.ts';
import { resultsFor } from '../../site/src/scripts/search/results.ts';
import { QUESTIONS } from '../support/questions.ts';

const byId = new Map(ports.map((rule) => [rule.id as string, rule]));

describe.each(['en', 'ko'] as const)('the search of the site answers what is asked in public, in %s', (lang) => {
  const index = readIndex(JSON.parse(JSON.stringify(searchIndex(lang))));
  const directFor = (text: string) => resultsFor(text, index.rules, index.entries).direct.map(({ id }) => id);

  it.each(QUESTIONS)('$text', ({ text, is, has, first, like, nearest, outside, topic, nothing, page }) => {
    const pages = pagesFor(text, index, (port) => port);
    const direct = directFor(text);
    const { isNamed } = resultsFor(text, index.rules, index.entries);
    const told = outsideFor(text, index.outside, isNamed || pages.length > 0).map(({ id }) => id);
    if (page !== undefined) expect(pages[0]?.path ?? null).toBe(page);
    if (is !== undefined) expect(new Set(direct)).toEqual(new Set(ports.filter(is).map(({ id }) => id)));
    if (has !== undefined) expect(direct).toEqual(expect.arrayContaining(ports.filter(has).map(({ id }) => id)));
    if (first !== undefined) {
      const rule = byId.get(direct[0] ?? '');
      expect(rule === undefined ? undefined : first(rule)).toBe(true);
    }
    if (like !== undefined) expect(direct).toEqual(directFor(like));
    if (nearest !== undefined) {
      expect(resultsFor(text, index.rules, index.entries).nearest.map(({ query }) => query)).toEqual([nearest]);
    }
    if (outside !== undefined) expect([isNamed, told[0]]).toEqual([false, outside]);
    if (topic !== undefined) expect(told).toContain(topic);
    if (nothing === true) expect([direct, pages, told]).toEqual([[], [], []]);
  });
});
