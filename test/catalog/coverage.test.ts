import { documents } from '@lync/port-catalog';
import { coverage, searchCoverage } from '@lync/port-catalog/coverage';
import { describe, expect, it } from 'vitest';

describe('the coverage', () => {
  it('has every page of the catalog once', () => {
    const pages = coverage.filter(({ state }) => state === 'tables').map(({ page }) => page);
    expect(pages.sort()).toEqual(documents.map(({ path }) => path).sort());
  });

  it('says of what is in no table where it is', () => {
    for (const { state, page, see } of coverage) {
      expect(page === null).toBe(state === 'absent');
      expect(see === null).toBe(state !== 'absent');
      expect(see?.url ?? 'https://').toMatch(/^https:\/\//);
    }
  });
});

describe('searching the coverage', () => {
  it.each<[text: string, first: string, match: string]>([
    ['389', 'active-directory', 'port'],
    ['ldap', 'active-directory', 'word'],
    ['active directory', 'active-directory', 'word'],
    ['도메인', 'active-directory', 'start'],
    ['ntp', 'ntp', 'word'],
    ['123', 'ntp', 'port'],
    ['시간 동기화', 'ntp', 'word'],
    ['dns', 'active-directory', 'word'],
    ['3389', 'remote-desktop', 'port'],
    ['8011', 'topology', 'port'],
    ['5223', 'lync-server-2013-defining-your-mobility-requirements', 'port'],
    ['65535', 'rpc-dynamic', 'port'],
  ])('finds for %s %s', (text, first, match) => {
    const [result] = searchCoverage(text);
    expect([result?.coverage.id, result?.match]).toEqual([first, match]);
  });

  it.each(['nonsense', '', '4444'])('finds nothing for "%s"', (text) => {
    expect(searchCoverage(text)).toEqual([]);
  });

  it('finds no page whose tables are in the catalog', () => {
    expect(searchCoverage('server').some(({ coverage: { state } }) => state === 'tables')).toBe(false);
  });
});
