import { findEntries, portOf, rangeOf, searchable, tidied } from '@lync/port-catalog/match';
import { withoutBrands } from '@lync/port-catalog/outside';
import { type Pair, readPair, roleNamed } from '@lync/port-catalog/pair';
import { shownRange } from '../../lib/ranges.ts';
import type { SearchIndex } from './index-file.ts';
import { isNamed } from './results.ts';

const MOST = 4;

/** A page of the site that a query leads to. */
export interface Lead {
  readonly path: string;
  readonly title: string;
}

/** Pages before rules: the pair of roles that is asked for, ports and ranges, then what is called so. */
export function pagesFor(query: string, index: SearchIndex, portTitle: (port: string) => string): Lead[] {
  const pair = readPair(query, index.roles, index.synonyms);
  if (pair !== null) return pairPages(pair, index);
  const ports = portPages(query, index, portTitle);
  if (ports.length > 0) return ports;
  // A port beside a product asks for its rules.
  const rest = withoutBrands(query);
  const bare = rest === null || /^[\d\s]*$/.test(rest) ? null : rest;
  const all = findEntries(query, index.pages);
  const found = (all.length > 0 || bare === null ? all : findEntries(bare, index.pages)).flatMap(
    ({ index: at, match }) => {
      const page = index.pages[at];
      return page === undefined || (match !== 'word' && match !== 'start') ? [] : [page];
    },
  );
  // What is called so, before that whose name holds it.
  const forms = [query, tidied(query), bare ?? query].map(searchable);
  const own = forms.map((form) => `/roles/${roleNamed(form, index.roles, index.synonyms)}/`);
  const called = index.pages.filter(
    ({ path, text }) => own.includes(path) || text.split('\n').some((line) => forms.includes(line)),
  );
  return [...new Set([...called, ...found])].slice(0, MOST);
}

/** The page of the pair; where no rule is between them, those of the two. */
function pairPages({ source, destination }: Pair, { roles, pages }: SearchIndex): Lead[] {
  const [from, to] = [source, destination].map((id) => roles.find((role) => role.id === id));
  if (from?.pairs.includes(destination) === true) {
    return [{ path: `/between/${source}/${destination}/`, title: `${from.names[0]} → ${to?.names[0]}` }];
  }
  return [...new Set([source, destination])].flatMap((id) => pages.find(({ path }) => path === `/roles/${id}/`) ?? []);
}

/** The pages of ports, where nothing else is asked for than their transport. */
function portPages(query: string, { entries, ranges }: SearchIndex, portTitle: (port: string) => string): Lead[] {
  const said = searchable(tidied(query))
    .split(/[\s/]+/)
    .filter((word) => !/^(?:tcp|udp)$/.test(word));
  const found = said.map((word): Lead | null => {
    const port = portOf(word);
    if (port !== null) return isNamed(port, entries) ? { path: `/ports/${port}/`, title: portTitle(`${port}`) } : null;
    const [from, to] = rangeOf(word) ?? [];
    if (from === undefined || to === undefined) return null;
    const isPage = ranges.some((each, at) => at % 2 === 0 && each === from && ranges[at + 1] === to);
    return isPage ? { path: `/ports/${from}-${to}/`, title: portTitle(shownRange({ from, to })) } : null;
  });
  const isAsked = said.every((word) => portOf(word) !== null || rangeOf(word) !== null);
  return isAsked ? found.filter((each) => each !== null) : [];
}
