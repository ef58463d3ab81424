import type { VocabularyEntries } from '../../scraper/src/vocabulary/schema.ts';
import { indexVocabulary, type Vocabulary } from '../../scraper/src/vocabulary/vocabulary.ts';

/** A vocabulary of these entries and nothing else. */
export function vocabularyOf(entries: Partial<VocabularyEntries>): Vocabulary {
  return indexVocabulary({
    products: [],
    columns: [],
    roles: [],
    services: [],
    protocols: [],
    words: [],
    devices: [],
    notes: [],
    footnotes: [],
    registry: [],
    advisories: [],
    scenarios: [],
    ...entries,
  });
}

/** Enough vocabulary for a table of server roles, ports and protocols. */
export const SMALL: Partial<VocabularyEntries> = {
  columns: [
    { field: 'server-role', en: ['Server role'], ko: '서버 역할' },
    { field: 'port', en: ['Port'], ko: '포트' },
    { field: 'protocol', en: ['Protocol'], ko: '프로토콜' },
  ],
  products: [
    {
      id: 'lync-server-2013',
      name: { en: 'Lync', ko: 'Lync' },
      named: ['Lync'],
      recognise: [{ in: 'title', contains: 'Lync' }],
    },
  ],
  roles: [{ id: 'director', name: { en: 'Directors', ko: '디렉터' }, kind: 'server', zone: 'internal' }],
};
