import { assemble } from '../../scraper/src/assemble/catalog.ts';
import { checkVocabulary } from '../../scraper/src/assemble/vocabulary-check.ts';
import { type Counted, countVocabulary } from '../../scraper/src/assemble/vocabulary-counts.ts';
import type { VocabularyEntries } from '../../scraper/src/vocabulary/schema.ts';
import { type RowCells, tableWith } from './rows.ts';
import { snapshotOf } from './snapshots.ts';
import { vocabularyOf } from './vocabularies.ts';

export type Entries = Partial<VocabularyEntries>;
export type Word = VocabularyEntries['words'][number];
export type Role = VocabularyEntries['roles'][number];

export const ELSEWHERE = 'Another page.';
export const WHY = 'It was mangled.';
export const WRONG = { en: WHY, ko: '망가졌습니다.' };

export const DIRECTOR: Role = {
  id: 'director',
  name: { en: 'Directors', ko: '디렉터' },
  kind: 'server',
  zone: 'internal',
};
export const LYNC = {
  id: 'lync-server-2013',
  name: { en: 'L', ko: 'L' },
  named: ['L'],
  recognise: [{ in: 'title', contains: 'L' }],
};

/** What a table of two rows for directors needs. */
export const NEEDED: Entries = {
  products: [LYNC],
  columns: [
    { field: 'server-role', en: ['Server role'], ko: '서버 역할' },
    { field: 'port', en: ['Port'], ko: '포트' },
    { field: 'protocol', en: ['Protocol'], ko: '프로토콜' },
  ],
  roles: [DIRECTOR],
};

/** The counts of a vocabulary, when two such rows are all that there is. */
export function count(vocabularyEntries: Entries, row: RowCells = {}): Counted[] {
  const vocabulary = vocabularyOf(vocabularyEntries);
  const cells = { '서버 역할': '디렉터', 포트: '443', 프로토콜: 'TCP', ...row };
  const table = tableWith(Object.keys(cells), [Object.values(cells), Object.values(cells)]);
  const { catalog, uses } = assemble([snapshotOf([table], { assetId: 'page' })], vocabulary);
  return countVocabulary(vocabulary, uses, catalog);
}

/** What the check says of them. */
export function check(vocabularyEntries: Entries, row: RowCells = {}) {
  return checkVocabulary(count(vocabularyEntries, row)).map(({ severity, code, document, text, message }) => {
    return `${severity} ${code} ${document}: ${text}: ${message}`;
  });
}

export const error = (code: string, where: string, message: string) =>
  `error ${code} scraper/vocabulary/${where}: ${message}`;
export const unused = (where: string) => error('unused', where, 'nothing in the snapshots needs this any more');
/** A number that is off, with its cure. */
export const off = (where: string, count: number, says: string, number = `places: ${count}`) => {
  const cure = `set "${number}", or run pnpm vocabulary:update`;
  return error('wrong-count', where, `this touches ${count} places, and ${says}: ${cure}`);
};
export const stale = (where: string, count: number, instead = '') => {
  return error('not-only-elsewhere', where, `this touches ${count} places: take "elsewhere" off${instead}`);
};
