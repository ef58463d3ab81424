/** What the catalog covers: the pages that hold ports, and what people look for that no table has. */
import { type Coverage, coverage } from './generated/covered-pages.ts';
import { synonyms } from './generated/synonyms.ts';
import { type Entry, learn, type Match, searchable } from './match.ts';
import { findOutside, type OutsideEntry } from './outside.ts';

export type { Coverage } from './generated/covered-pages.ts';
export { coverage } from './generated/covered-pages.ts';

/** What is found where the catalog has nothing: pages with ports in prose, and topics that no page has. */
export interface CoverageResult {
  readonly coverage: Coverage;
  readonly match: Match;
}

const outside: readonly Coverage[] = coverage.filter(({ state }) => state !== 'tables');
let entries: readonly OutsideEntry[] | undefined;

/**
 * Searches what the catalog has no rule of, as `search` searches rules: topics before pages, best matches first. A range
 * around a port finds nothing, which would be most of it; of a longer question, its parts find what they name, as
 * `inside`. It is asked beside `search`: where that finds rules, only a topic that is called by the very words has
 * something to add.
 */
export function searchCoverage(text: string): readonly CoverageResult[] {
  entries ??= outside.map((each) => ({ ...coverageEntry(each), isTopic: each.state === 'absent' }));
  learn(synonyms);
  return findOutside(text, entries).flatMap(({ index, match }) => {
    const each = outside[index];
    return each === undefined ? [] : [{ coverage: each, match }];
  });
}

/** What a page or topic is found by: its titles, and the ports that it holds. */
export function coverageEntry({ title, holds, ranges }: Coverage): Entry {
  const texts = [title.en, title.ko, holds?.en, holds?.ko].filter((each) => each != null);
  return { text: [...new Set(texts.map(searchable))].join('\n'), ports: ranges.flatMap(({ from, to }) => [from, to]) };
}
