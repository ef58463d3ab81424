import { expect, it } from 'vitest';
import { assemble } from '../../../scraper/src/assemble/catalog.ts';
import type { Catalog, PortRule } from '../../../scraper/src/model/catalog.ts';
import type { SnapshotFile } from '../../../scraper/src/model/snapshot.ts';
import { checkCorrection } from '../../../scraper/tools/verify/corrections.ts';
import { writeHashes } from '../../../scraper/tools/verify/hashes.ts';
import { isPutTogether } from '../../../scraper/tools/verify/published.ts';
import { verifyCatalog } from '../../../scraper/tools/verify/verify-catalog.ts';
import { ko } from '../../support/cells.ts';
import { tableWith } from '../../support/rows.ts';
import { snapshotOf } from '../../support/snapshots.ts';
import { vocabularyOf } from '../../support/vocabularies.ts';
import { vocabulary } from '../../support/vocabulary.ts';
import { say } from './say.ts';

/** What verify says of the ends of flows of a page in Korean alone, after this was done to its rule. */
function findingsAfter(tamper: (rule: PortRule, catalog: Catalog) => void): string[] {
  const table = tableWith(
    ['프로토콜', '포트', '원본 IP', '대상 IP'],
    [['TCP', '5061', '그\n• 디렉터 풀 VIP 주소', 'NAT를 사용한 개인 IP: 에 지 서버 액세스에 지 서비스']],
  );
  const snapshot = snapshotOf([table]);
  const { catalog } = assemble([snapshot], vocabulary);
  tamper(catalog.ports[0] as PortRule, catalog);
  const source: SnapshotFile = { file: 'snapshots/a.json', sha256: 'a'.repeat(64), snapshot };
  const { diagnostics } = verifyCatalog(catalog, [source], writeHashes([source]), vocabulary);
  return diagnostics.map(say).filter((finding) => /(source|destination)\.text|corrections\.json/.test(finding));
}

it('ends that were put together are traced to their parts', () => {
  let texts: unknown[] = [];
  let corrected: unknown[] = [];
  const findings = findingsAfter(({ source, destination }, { corrections }) => {
    texts = [source?.text.en, destination?.text.en];
    corrected = corrections.map(({ published, corrected }) => [published, corrected]);
  });
  expect([findings, texts, corrected]).toEqual([
    [],
    ['Any\n• Director pool VIP address', 'Private IP using NAT: Edge Server Access Edge service'],
    [['그', 'Any']],
  ]);
});

it.each([
  ['a word that no part has', 'Any\n• Director pool VIP gateway'],
  ['a name that is not in the cell', 'Any\n• Mediation pool VIP address'],
])('%s is found', (_, en) => {
  const findings = findingsAfter(({ source }) => {
    if (source !== null) source.text.en = en;
  });
  expect(findings).toEqual([expect.stringContaining('source.text.en: the vocabulary does not say this of the page’s')]);
});

it('a text of the cell that no part accounts for is found', () => {
  expect(isPutTogether('Director IP', ko('디렉터 IP'), 'endpoint', vocabulary)).toBe(true);
  expect(isPutTogether('Director IP', ko('정체불명 디렉터 IP'), 'endpoint', vocabulary)).toBe(false);
});

it('a correction of a pattern is traced to it, whatever stands in its places', () => {
  const why = { en: 'It became a slot.', ko: '자리가 되었습니다.' };
  const small = vocabularyOf({
    ends: [{ en: '{end} IP of {name}', ko: '{name}의 {end} IP', mistranslations: [{ ko: '{name} 자리 {end}', why }] }],
  });
  const found = (corrected: string) => {
    const correction = { id: 'a', rule: 'a', field: 'source', published: '가 자리 나', corrected, reason: why.en };
    const said = { ...correction, evidence: 'vocabulary', witness: null } as const;
    return checkCorrection(said, [ko('가 자리 나')], new Map(), [why], small).map(({ field }) => field);
  };
  expect([found('B IP of A'), found('B of A')]).toEqual([[], ['corrected']]);
});

it.each([
  ['80 and 443', 'TCP 80 및 443', true],
  ['80 or 443', 'TCP 80 및 443', false],
  ['80 and 444', 'TCP 80 및 443', false],
  ['80 and 443', 'TCP 80 혹은 443', false],
])('ports "%s" of "%s" are put together: %s', (english, published, isRight) => {
  expect(isPutTogether(english, ko(published), 'port', vocabulary)).toBe(isRight);
});
