import { findOutside } from '@lync/port-catalog/outside';
import type { Outside } from './index-file.ts';

const MOST = 3;

/** What no table has and a query asks for; where rules are found, only topics that are called by the very words. */
export function outsideFor(query: string, outside: readonly Outside[], hasRules: boolean): Outside[] {
  const found = findOutside(query, outside, !hasRules).flatMap(({ index, match }) => {
    const each = outside[index];
    if (each === undefined || match === 'digits') return [];
    return !hasRules || (match === 'word' && each.isTopic) ? [each] : [];
  });
  return found.slice(0, MOST);
}
