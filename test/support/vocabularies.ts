import type { VocabularyEntries } from '../../scraper/src/vocabulary/schema.ts';
import { indexVocabulary, type Vocabulary } from '../../scraper/src/vocabulary/vocabulary.ts';
import { vocabulary } from './vocabulary.ts';

/** A vocabulary of these entries and nothing else, but for the reasons that code gives. */
export function vocabularyOf(entries: Partial<VocabularyEntries>): Vocabulary {
  return indexVocabulary({
    products: [],
    columns: [],
    roles: [],
    services: [],
    protocols: [],
    words: [],
    ends: [],
    devices: [],
    notes: [],
    footnotes: [],
    registry: [],
    'port-words': [],
    'telling-ports': [],
    'other-tables': [],
    advisories: [],
    coverage: [],
    'coverage-roles': [],
    callers: [],
    needs: [],
    synonyms: [],
    scenarios: [],
    reasons: vocabulary.entries.reasons,
    ...entries,
  });
}
