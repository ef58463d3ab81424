import { describe, expect, it } from 'vitest';
import { readData } from '../../../scraper/src/commands/data.ts';
import { DATA } from '../../../scraper/src/commands/places.ts';
import { isReasonOfCode, reasonFor } from '../../../scraper/src/vocabulary/reasons.ts';
import { ReasonEntry, VocabularyFiles } from '../../../scraper/src/vocabulary/schema.ts';
import { vocabulary } from '../../support/vocabulary.ts';

describe('a reason that code gives', () => {
  it('has the texts in place of its braces, in both languages, as they are', () => {
    const reason = reasonFor(vocabulary, 'translation-differs', { translation: '$& {english}', english: 'Any' });
    expect(reason.en).toBe('The translation reads "$& {english}", the English beside it "Any".');
    expect(reason.ko).toContain('"$& {english}"');
    expect(isReasonOfCode(reason, vocabulary)).toBe(true);
    expect(isReasonOfCode({ ...reason, ko: reason.ko.replace('Any', 'Some') }, vocabulary)).toBe(false);
    expect(isReasonOfCode({ ...reason, en: `${reason.en} ` }, vocabulary)).toBe(false);
  });

  it('is refused where only one language has a text, and where one is missing', () => {
    expect(ReasonEntry.safeParse({ id: 'learnt', en: 'From {page}.', ko: '에서' }).success).toBe(false);
    const { reasons } = vocabulary.entries;
    expect(VocabularyFiles.reasons.safeParse(reasons.slice(1)).success).toBe(false);
  });
});

it('every correction of the catalog has a Korean reason', () => {
  const { corrections, reasons } = readData(DATA);
  const korean = new Map(reasons.map(({ en, ko }) => [en, ko]));
  expect(corrections.length).toBeGreaterThan(100);
  for (const { reason } of corrections) expect(korean.get(reason)).toMatch(/[가-힣]+니다\.$/);
});
