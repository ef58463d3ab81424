import { expect, test } from 'vitest';
import type { CatalogData } from '../../../scraper/src/model/catalog.ts';
import { reasonFor } from '../../../scraper/src/vocabulary/reasons.ts';
import { checkCorrection } from '../../../scraper/tools/verify/corrections.ts';
import { verifyCatalog } from '../../../scraper/tools/verify/verify-catalog.ts';
import { bilingual, committed, first, koreanAlone, ruleWith, verifyTampered, vocabulary } from './tampering.ts';

test('every text of the committed catalog can be traced', () => {
  const { diagnostics, counts } = verifyCatalog(committed.catalog, committed.sources, committed.hashes, vocabulary);
  expect(diagnostics).toEqual([]);
  expect(counts).toMatchObject({
    snapshots: committed.sources.length,
    rules: committed.catalog.ports.length,
    corrections: committed.catalog.corrections.length,
    callers: committed.catalog.ports.flatMap(({ callers, calls }) => [...callers, ...calls]).length,
    needs: committed.catalog.needs.length,
  });
  expect(counts.fromPages).toBeGreaterThan(counts.rules);
  expect(counts.fromVocabulary).toBeGreaterThan(0);
});

test.each([
  ['a page in both languages', bilingual],
  ['a page in Korean alone', koreanAlone],
])('of %s, nothing where nothing was tampered with', (_, files) => {
  expect(verifyTampered(() => {}, files)).toEqual([]);
});

test('a scenario that is not in the vocabulary may be named by its page', () => {
  const findings = verifyTampered(({ catalog }) => {
    const { title } = first(catalog.documents, (document) => document.title.en !== null && document.title.ko !== null);
    catalog.scenarios.push({ id: 'own', group: 'other', name: { en: title.en ?? '', ko: title.ko ?? '' } });
  });
  expect(findings).toEqual([]);
});

test('words of the row may be put in order', () => {
  const published = 'TLS (액세스/SIP)/TCP/443';
  const reason = reasonFor(vocabulary, 'words-reordered');
  const correction: CatalogData['corrections'][number] = {
    id: 'a#protocols',
    rule: 'a',
    field: 'protocols',
    published,
    corrected: 'Access/SIP(TLS)/TCP/443',
    reason: reason.en,
    evidence: 'vocabulary',
    witness: null,
  };
  const cells = [[{ text: published, en: null }]];
  expect(checkCorrection(correction, cells, new Map(), [reason], vocabulary)).toEqual([]);
  const other = { ...correction, corrected: 'Access/SIP(TLS)/TCP/444' };
  expect(checkCorrection(other, cells, new Map(), [reason], vocabulary)).toMatchObject([{ field: 'corrected' }]);
});

test('white space that is scattered otherwise is none', () => {
  const findings = verifyTampered((copy) => {
    const { notes } = ruleWith(copy, (rule) => rule.notes?.by.ko === 'document');
    if (notes?.ko != null) notes.ko = notes.ko.replaceAll(' ', '');
  });
  expect(findings).toEqual([]);
});
