import { findEntries, portOf, rangeOf, searchable, tidied } from '@lync/port-catalog/match';
import { readPair } from '@lync/port-catalog/pair';
import { shownRange } from '../../lib/ranges.ts';
import { words } from '../page.ts';
import type { SearchIndex } from './index-file.ts';
import { isNamed } from './results.ts';

const MOST = 4;

/** A page of the site that a query leads to. */
export interface Lead {
  readonly path: string;
  readonly title: string;
}

/** Pages before rules: the pair of roles that is asked for, ports and ranges, then what is called so. */
export function pagesFor(query: string, index: SearchIndex): Lead[] {
  const pair = pairPage(query, index);
  if (pair !== null) return [pair];
  const ports = portPages(query, index);
  if (ports.length > 0) return ports;
  const found = findEntries(query, index.pages).flatMap(({ index: at, match }) => {
    const page = index.pages[at];
    return page === undefined || (match !== 'word' && match !== 'start') ? [] : [page];
  });
  return found.slice(0, MOST);
}

function pairPage(query: string, { roles, synonyms }: SearchIndex): Lead | null {
  const pair = readPair(query, roles, synonyms);
  const [source, destination] = [pair?.source, pair?.destination].map((id) => roles.find((role) => role.id === id));
  if (source === undefined || destination === undefined || !source.pairs.includes(destination.id)) return null;
  return {
    path: `/between/${source.id}/${destination.id}/`,
    title: `${source.names[0]} → ${destination.names[0]}`,
  };
}

/** The pages of ports, where nothing else is asked for than their transport. */
function portPages(query: string, { entries, ranges }: SearchIndex): Lead[] {
  const said = searchable(tidied(query))
    .split(/[\s/]+/)
    .filter((word) => !/^(?:tcp|udp)$/.test(word));
  const found = said.map((word): Lead | null => {
    const port = portOf(word);
    if (port !== null)
      return isNamed(port, entries) ? { path: `/ports/${port}/`, title: words.portPage(`${port}`) } : null;
    const [from, to] = rangeOf(word) ?? [];
    if (from === undefined || to === undefined) return null;
    const isPage = ranges.some((each, at) => at % 2 === 0 && each === from && ranges[at + 1] === to);
    return isPage ? { path: `/ports/${from}-${to}/`, title: words.portPage(shownRange({ from, to })) } : null;
  });
  const isAsked = said.every((word) => portOf(word) !== null || rangeOf(word) !== null);
  return isAsked ? found.filter((each) => each !== null) : [];
}
