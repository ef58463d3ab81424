import { findEntries, type Match } from '@lync/port-catalog/match';
import type { IndexedRule, SearchIndex } from './index-file.ts';

/** What a search finds, ready to be shown. */
export interface Results {
  readonly query: string;
  /** The port that was typed, where it is nothing but a port. */
  readonly port: number | null;
  /** Rules that match, by page, best first. */
  readonly groups: readonly Group[];
  /** Rules of which only a range covers the port. */
  readonly ranges: readonly Group[];
  readonly count: number;
  readonly rangeCount: number;
  /** Whether a rule names the port that was typed, alone and not as the end of a range: it has a page then. */
  readonly hasPage: boolean;
  /** Where nothing is found: what would be. */
  readonly nearest: readonly Suggestion[];
}

export interface Group {
  readonly title: string;
  readonly rules: readonly IndexedRule[];
}

export interface Suggestion {
  readonly query: string;
  readonly count: number;
}

export function resultsFor(text: string, index: SearchIndex): Results {
  const query = text.trim();
  const port = portIn(query);
  const found = findEntries(query, index.entries);
  const rulesOf = (fits: (match: Match) => boolean) =>
    found.flatMap(({ index: at, match }) => {
      const rule = index.rules[at];
      return rule !== undefined && fits(match) ? [rule] : [];
    });
  const direct = rulesOf((match) => match !== 'range');
  const around = rulesOf((match) => match === 'range');
  return {
    query,
    port,
    groups: grouped(direct),
    ranges: grouped(around),
    count: direct.length,
    rangeCount: around.length,
    hasPage: port !== null && index.entries.some(({ ports }) => names(ports, port)),
    nearest: found.length > 0 || query === '' ? [] : nearest(query, index),
  };
}

/** The first results, and how many there are beyond them. */
export function firstOf(groups: readonly Group[], most: number): { groups: Group[]; left: number } {
  let room = most;
  const shown: Group[] = [];
  for (const { title, rules } of groups) {
    if (room > 0) shown.push({ title, rules: rules.slice(0, room) });
    room -= rules.length;
  }
  return { groups: shown, left: Math.max(0, -room) };
}

function portIn(query: string): number | null {
  const digits = query.replace(/^(\d{1,2}),(?=\d{3}$)/, '$1');
  const port = /^\d{1,5}$/.test(digits) ? Number(digits) : 0;
  return port >= 1 && port <= 65535 ? port : null;
}

function names(ports: readonly number[], port: number): boolean {
  return ports.some((from, at) => at % 2 === 0 && from === port && ports[at + 1] === port);
}

function grouped(rules: readonly IndexedRule[]): Group[] {
  const groups = new Map<string, IndexedRule[]>();
  for (const rule of rules) {
    const group = groups.get(rule.group);
    if (group === undefined) groups.set(rule.group, [rule]);
    else group.push(rule);
  }
  return [...groups].map(([title, list]) => ({ title, rules: list }));
}

/** The port next to it, the words that find something alone, or as much of the word's beginning as finds something. */
function nearest(query: string, index: SearchIndex): Suggestion[] {
  const port = portIn(query);
  const words = query.split(/\s+/);
  const beginnings = [...query].map((_, at) => query.slice(0, -at - 1)).filter((text) => text.length > 1);
  const candidates = port !== null ? [`${nearestPort(port, index)}`] : words.length > 1 ? words : beginnings;
  return candidates
    .map((each) => ({ query: each, count: findEntries(each, index.entries).length }))
    .filter(({ count }) => count > 0)
    .slice(0, words.length);
}

function nearestPort(port: number, { entries }: SearchIndex): number {
  let best = 0;
  for (const { ports } of entries) {
    for (const each of ports) if (best === 0 || Math.abs(each - port) < Math.abs(best - port)) best = each;
  }
  return best;
}
