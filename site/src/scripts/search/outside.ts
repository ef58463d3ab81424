import { findEntries, withoutTransport } from '@lync/port-catalog/match';
import type { Outside } from './index-file.ts';
import { runsThat } from './results.ts';

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
  // Of a question in which nothing is found as a whole, the topics that its words name.
  if (found.length === 0 && !hasRules) {
    const topicsOf = (run: string) => outsideFor(run, outside, true);
    const topics = /\s/.test(query.trim()) ? runsThat(query, (run) => topicsOf(run).length > 0).flatMap(topicsOf) : [];
    return [...new Set(topics)].slice(0, MOST);
  }
  return [...found.filter(({ isTopic }) => isTopic), ...found.filter(({ isTopic }) => !isTopic)].slice(0, MOST);
}
