import { type Entry, findEntries, type Match } from '@lync/port-catalog/match';
import { nearest as nearestTo } from '@lync/port-catalog/nearest';

/** What is found in a list, by the search and by the filter over a table. */
export interface Results<Item> {
  readonly query: string;
  /** The port that was typed, where it is nothing but a port. */
  readonly port: number | null;
  /** What matches, best first. */
  readonly direct: readonly Item[];
  /** That of which only a range covers the port. */
  readonly around: readonly Item[];
  /** Whether any of it is more than a port that begins with what was typed. */
  readonly isNamed: boolean;
  /** Where nothing is found: what would be. */
  readonly nearest: readonly Suggestion[];
}

export interface Suggestion {
  readonly query: string;
  readonly count: number;
}

/** `entries` are what the items are found by, in their order. */
export function resultsFor<Item>(text: string, items: readonly Item[], entries: readonly Entry[]): Results<Item> {
  const query = text.trim();
  const port = portIn(query);
  const found = findEntries(query, entries);
  const itemsOf = (fits: (match: Match) => boolean) =>
    found.flatMap(({ index, match }) => (fits(match) ? (items[index] ?? []) : []));
  return {
    query,
    port,
    direct: itemsOf((match) => match !== 'range'),
    around: itemsOf((match) => match === 'range'),
    isNamed: found.some(({ match }) => match !== 'range' && match !== 'digits'),
    // Looked for only where it is shown: it takes as long as many searches.
    get nearest() {
      return found.length > 0 ? [] : nearest(query, port, entries);
    },
  };
}

/** Whether one of the entries names the port alone, not as the end of a range: it has a page then. */
export function isNamed(port: number, entries: readonly Entry[]): boolean {
  return entries.some(({ ports }) => ports.some((from, at) => at % 2 === 0 && from === port && ports[at + 1] === port));
}

function portIn(query: string): number | null {
  const digits = query.replace(/^(\d{1,2}),(?=\d{3}$)/, '$1');
  const port = /^\d{1,5}$/.test(digits) ? Number(digits) : 0;
  return port >= 1 && port <= 65535 ? port : null;
}

/** The port next to it, the words that were probably meant, or those that find something alone. */
function nearest(query: string, port: number | null, entries: readonly Entry[]): Suggestion[] {
  const candidates = port === null ? nearestTo(query, entries) : [`${nearestPort(port, entries)}`];
  return candidates
    .map((each) => ({ query: each, count: findEntries(each, entries).length }))
    .filter(({ count }) => count > 0);
}

function nearestPort(port: number, entries: readonly Entry[]): number {
  const distance = (each: number) => Math.abs(each - port);
  return entries
    .flatMap(({ ports }) => ports)
    .reduce((best, each) => (distance(each) < distance(best) ? each : best), Number.POSITIVE_INFINITY);
}
