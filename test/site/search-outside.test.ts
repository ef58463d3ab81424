import { coverageEntry } from '@lync/port-catalog/coverage';
import { expect, it } from 'vitest';
import { outside } from '../../site/src/lib/coverage.ts';
import { outsideFor } from '../../site/src/scripts/search/outside.ts';

const filed = outside.map((each) => ({
  ...{ id: each.id, title: each.title.en ?? '', isTopic: each.state === 'absent' },
  ...coverageEntry(each),
}));

it.each<[text: string, hasRules: boolean, ids: string[]]>([
  ['389', false, ['active-directory']],
  ['ldap', false, ['active-directory']],
  ['시간 동기화', false, ['ntp']],
  ['123', false, ['ntp']],
  ['8011', false, ['topology']],
  ['active directory', true, ['active-directory']],
  ['dns', true, ['active-directory', 'dns']],
  ['5061', true, []],
  ['8011', true, []],
  ['nonsense', false, []],
])('%s, where rules are found: %s', (text, hasRules, ids) => {
  expect(outsideFor(text, filed, hasRules).map(({ id }) => id)).toEqual(ids);
});
