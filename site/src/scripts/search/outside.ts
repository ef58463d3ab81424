import { findEntries, withoutTransport } from '@lync/port-catalog/match';
import type { Outside } from './index-file.ts';

const MOST = 3;

/** What no table has and a query asks for; where rules are found, only topics that are called by the very words. */
export function outsideFor(query: string, outside: readonly Outside[], hasRules: boolean): Outside[] {
  const bare = withoutTransport(query);
  const all = findEntries(query, outside);
  const found = (all.length > 0 || bare === null ? all : findEntries(bare, outside)).flatMap(({ index, match }) => {
    const each = outside[index];
    if (each === undefined || match === 'range' || match === 'digits') return [];
    return !hasRules || (match === 'word' && each.isTopic) ? [each] : [];
  });
  return [...found.filter(({ isTopic }) => isTopic), ...found.filter(({ isTopic }) => !isTopic)].slice(0, MOST);
}
