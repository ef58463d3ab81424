import { type Entry, findEntries, type Match, withoutTransport } from './match.ts';
import { isTelling, runsThat } from './parts.ts';
import { withoutBrands } from './query.ts';

// For the site: this module is not published, as `match.ts` is.
export { withoutBrands } from './query.ts';

/** What no table has: a topic that no page has either, or a page that has ports in its text alone. */
export interface OutsideEntry extends Entry {
  readonly isTopic: boolean;
}

/** A port or word that more of them have, as 443 or `edge`, asks for none of them. */
const MOST = 3;

/**
 * What no table has and a query asks for, topics before pages, best matches first. A range around a port finds nothing,
 * which would be most of it. Of a question in which nothing is found as a whole, it is what its parts name, as `inside`,
 * unless parts are no answer.
 */
export function findOutside(
  query: string,
  outside: readonly OutsideEntry[],
  inParts = true,
): { index: number; match: Match }[] {
  const bare = withoutBrands(query) ?? query;
  // The product alone asks for none of it.
  if (bare === '') return [];
  for (const text of [bare, withoutTransport(bare)]) {
    const found = text === null ? [] : findIn(text, outside);
    if (found.length > 0) return found;
  }
  if (!inParts) return [];
  const named = (run: string) =>
    isTelling(run) ? findIn(run, outside).filter(({ match }) => match === 'word' || match === 'port') : [];
  const topics = (run: string) => {
    const found = named(run);
    return /^\d+$/.test(run) && found.length > MOST ? [] : found.filter(isTopicIn(outside));
  };
  const pages = (run: string) => {
    const found = named(run);
    return found.length > MOST ? [] : found;
  };
  for (const told of [topics, pages]) {
    const found = runsThat(bare, (run) => told(run).length > 0).flatMap(told);
    if (found.length > 0)
      return [...new Set(found.map(({ index }) => index))].map((index) => ({ index, match: 'inside' }));
  }
  return [];
}

function findIn(text: string, outside: readonly OutsideEntry[]): { index: number; match: Match }[] {
  const found = findEntries(text, outside).filter(({ match }) => match !== 'range');
  const isTopic = isTopicIn(outside);
  return [...found.filter(isTopic), ...found.filter((each) => !isTopic(each))];
}

function isTopicIn(outside: readonly OutsideEntry[]) {
  return ({ index }: { index: number }): boolean => outside[index]?.isTopic === true;
}
