import { describe, expect, it } from 'vitest';
import { readCell } from '../../../scraper/src/interpret/reading.ts';
import type { Domain } from '../../../scraper/src/vocabulary/domains.ts';
import { both, ko } from '../../support/cells.ts';
import { vocabulary } from '../../support/vocabulary.ts';

describe('a text of letters that English has', () => {
  it.each<[domain: Domain, locale: string, english: string | null]>([
    ['note', 'ko-KR', 'Eine Notiz'],
    ['note', 'en-US', 'Eine Notiz'],
    ['note', 'ja-JP', 'Eine Notiz'],
    ['note', 'und-Cyrl', 'Eine Notiz'],
    ['note', 'de-DE', null],
    ['note', 'fr', null],
    ['note', 'und', null],
    ['note', '???', null],
    ['footnote', 'de-DE', null],
    ['rule-name', 'de-DE', null],
    ['endpoint', 'de-DE', 'Eine Notiz'],
  ])('in a %s of a page in %s is read as %j', (domain, locale, english) => {
    expect(readCell(ko('Eine Notiz'), domain, vocabulary, locale).english).toBe(english);
  });

  it('is looked up all the same', () => {
    expect(readCell(ko('A/V Edge 서버 내부 인바운드'), 'rule-name', vocabulary, 'de-DE').english).toBe(
      'A/V Edge Server Internal Inbound',
    );
  });

  it('is no translation to compare with the English beside it', () => {
    expect(readCell(both(['Clients eingehend', 'Clients']), 'rule-name', vocabulary, 'de-DE').translation).toBeNull();
  });
});
