import { describe, expect, it } from 'vitest';
import { assemble } from '../../../scraper/src/assemble/catalog.ts';
import type { Catalog } from '../../../scraper/src/model/catalog.ts';
import type { Snapshot, SnapshotFile } from '../../../scraper/src/model/snapshot.ts';
import { mergeVariants } from '../../../scraper/src/variants/merge.ts';
import { writeHashes } from '../../../scraper/tools/verify/hashes.ts';
import { verifyCatalog } from '../../../scraper/tools/verify/verify-catalog.ts';
import { pageWith } from '../../support/documents.ts';
import { single } from '../../support/single.ts';
import { takeDocument } from '../../support/take.ts';
import { vocabulary } from '../../support/vocabulary.ts';
import { say } from './say.ts';

function variant(path: string, committed: string, text: string) {
  const source = { path, relativePath: path, text, sha256: path.padEnd(64, '0'), provenance: null };
  const { snapshot } = takeDocument(source, vocabulary);
  if (snapshot === null) throw new Error(`${path} is no document`);
  return { snapshot, path, committed };
}

const KOREAN = pageWith(
  'practice',
  ['프로토콜', '포트', '원본 IP', '대상 IP', '참고'],
  [['TCP', '5061*', '정체불명', '모두', '새 메모']],
);
const BILINGUAL = pageWith(
  'practice',
  ['프로토콜|Protocol', '포트|Port', '원본 IP|Source IP', '대상 IP|Destination IP', '참고|Notes'],
  [
    ['TCP', '443', '모두|Any', '모두|Any', '메모|Another note'],
    ['TCP', '5061*', '디렉터|Director', '모두|Any', '메모|The SIP note'],
  ],
);

/** What verify says of the document made of a Korean page and an older bilingual one, after this was done to it. */
function findingsAfter(tamper: (catalog: Catalog, snapshot: Snapshot) => void): string[] {
  const note = (mark: string) =>
    `\n${mark} <span data-ttu-id="2">각주</span><span class="sxs-lookup"><span data-stu-id="2">A footnote</span></span>\n`;
  const { variants } = mergeVariants(
    [
      variant('aa', '2020-10-17T00:00:00Z', `${KOREAN}\n\\* 각주\n`),
      variant('bb', '2020-02-04T00:00:00Z', `${BILINGUAL}${note('\\*')}`),
    ],
    vocabulary,
  );
  const { snapshot } = single(variants);
  const { catalog } = assemble([snapshot], vocabulary);
  const copy = structuredClone({ catalog, snapshot });
  tamper(copy.catalog, copy.snapshot);
  const { id } = snapshot.document;
  const source: SnapshotFile = { file: `snapshots/${id}.json`, sha256: 'a'.repeat(64), snapshot: copy.snapshot };
  return verifyCatalog(copy.catalog, [source], writeHashes([source]), vocabulary).diagnostics.map(say);
}

describe('a document made of two variants', () => {
  it('is traced: each text to the variant that it comes from', () => {
    expect(findingsAfter(() => {})).toEqual([]);
  });

  it.each<[what: string, tamper: Parameters<typeof findingsAfter>[0], finding: RegExp]>([
    [
      'English that stands in another row',
      ({ evidence: [first] }) => {
        if (first?.english !== undefined) first.english.row = 1;
      },
      /cell 3.*another cell than the snapshot/,
    ],
    [
      'a row that is not there',
      ({ evidence: [first] }) => {
        if (first?.english !== undefined) first.english.row = 9;
      },
      /english.*no such row of another variant/,
    ],
    [
      'evidence with other Korean than the page’s',
      ({ evidence: [first] }) => {
        const line = first?.cells[4]?.[0];
        if (line !== undefined) line.text = '다른 메모';
      },
      /cell 5.*another cell than the snapshot/,
    ],
    [
      'a note in English that neither page has',
      ({ ports: [rule] }) => {
        if (rule?.notes != null) rule.notes.en = 'Made up';
      },
      /notes\.en.*the page does not say this there/,
    ],
    [
      'another variant than the snapshot has',
      ({ documents: [document] }) => {
        if (document?.english !== undefined) document.english.sha256 = 'c'.repeat(64);
      },
      /english\.sha256.*says otherwise/,
    ],
    [
      'a variant that the snapshot has not',
      (_, snapshot) => {
        delete snapshot.english;
      },
      /english.*says otherwise/,
    ],
  ])('is not with %s', (_, tamper, finding) => {
    expect(findingsAfter(tamper).some((each) => finding.test(each))).toBe(true);
  });
});
