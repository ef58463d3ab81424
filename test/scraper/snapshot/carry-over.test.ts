import { expect, it } from 'vitest';
import type { Snapshot, SnapshotDocument } from '../../../scraper/src/model/snapshot.ts';
import { carryOver } from '../../../scraper/src/snapshot/withdrawn.ts';
import { tableWith } from '../../support/rows.ts';
import { snapshotOf } from '../../support/snapshots.ts';

const COMMIT = 'c'.repeat(40);
const own = (document: Partial<SnapshotDocument>): Snapshot => {
  const snapshot = snapshotOf([tableWith(['포트'], [['443']])]);
  return { ...snapshot, document: { ...snapshot.document, commit: COMMIT, ...document } };
};
const korean = own({ sha256: '1'.repeat(64) });
const bilingual = own({ sha256: '2'.repeat(64), branch: 'live-sxs' });
const newer = own({ sha256: '3'.repeat(64), commit: 'd'.repeat(40) });
const withdrawal = { date: '2020-11-21', commit: COMMIT };
const known: Snapshot = {
  ...korean,
  document: { ...korean.document, withdrawn: withdrawal },
  english: { document: bilingual.document, tables: bilingual.tables },
};

it.each([
  ['the same page keeps that it was withdrawn, and its English', korean, true, known],
  [
    'into another folder, it keeps that it was withdrawn',
    korean,
    false,
    { ...korean, document: { ...korean.document, withdrawn: withdrawal } },
  ],
  ['its English alone changes nothing', bilingual, true, known],
  ['its English alone is a page of its own in another folder', bilingual, false, bilingual],
  ['a newer page is taken as it is', newer, true, newer],
])('%s', (_, taken, withEnglish, expected) => {
  expect(carryOver(taken, [known], withEnglish)).toEqual(expected);
});
