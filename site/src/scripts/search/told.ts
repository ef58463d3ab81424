import { make, pageAt, press, words } from '../page.ts';
import type { Outside } from './index-file.ts';
import type { Results, Suggestion } from './results.ts';

/** What was found, in a sentence; `count` is how much, `where` names what was searched. */
export function statusOf({ query, direct, around }: Results<unknown>, count: string, where: string): string {
  if (query === '') return '';
  if (direct.length > 0) return words.found(count, around.length);
  return around.length > 0 ? words.onlyRanges(query, around.length) : words.nothing(query, where);
}

/** Where nothing is found: buttons that ask for the nearest thing instead. */
export function suggestions(nearest: readonly Suggestion[], ask: (query: string) => void): Node[] {
  const buttons = nearest.map(({ query, count }) => press(`${query} (${count})`, () => ask(query)));
  return buttons.length > 0 ? [make('span', {}, words.nearest), ...buttons] : [];
}

/** Links to what the page of coverage says of each. */
export function outsideLinks(found: readonly Outside[]): Node[] {
  if (found.length === 0) return [];
  const links = found.map(({ id, title }) => make('a', { href: `${pageAt('/coverage/')}#${id}` }, title));
  return [make('span', {}, words.outside), ...links];
}
