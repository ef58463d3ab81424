import { basename } from 'node:path';
import type { Catalog, Coverage, Name, PortSet } from '../model/catalog.ts';
import type { CoverageEntry, CoverageRolesEntry } from '../vocabulary/schema.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

const LAST_PORT = 65_535;

/** What is covered: the catalog's documents, then the pages with ports in prose, then what no page has. */
export function coverageOf({ documents }: Pick<Catalog, 'documents'>, { entries }: Vocabulary): Coverage[] {
  const tables = documents.map(
    ({ id, path, product, products, title: { en, ko } }): Coverage => ({
      ...{ id, page: path, product, ...(products !== undefined && { products }), title: { en, ko } },
      ...{ state: 'tables', holds: null, ranges: [], roles: [], see: null },
    }),
  );
  const missing = rolesMissing(entries['coverage-roles']);
  return [...tables, ...entries.coverage.map((entry) => fromEntry(entry, missing))];
}

/**
 * Checks that every page of the catalog is covered once, that no page is said to have ports in prose only whose tables
 * are in the catalog, that products and roles are those of the catalog, that ports are ports, and that what is missed is
 * what no table has.
 *
 * @returns what is wrong, a line each; empty where nothing is
 */
export function checkCoverage(
  coverage: readonly Coverage[],
  { documents, products, roles }: Pick<Catalog, 'documents' | 'products' | 'roles'>,
  { entries }: Pick<Vocabulary, 'entries'>,
): string[] {
  const pagesOf = (state: Coverage['state']) => coverage.filter((each) => each.state === state).map(({ page }) => page);
  const tables = pagesOf('tables');
  const known = new Set(products.map(({ id }) => id));
  return [
    ...documents.flatMap(({ path }) =>
      tables.filter((page) => page === path).length === 1 ? [] : [`coverage: ${path} is not in it once`],
    ),
    ...pagesOf('prose').flatMap((page) =>
      tables.includes(page) ? [`coverage: the tables of ${page} are in the catalog`] : [],
    ),
    ...repeated(coverage.map(({ id }) => id)).map((id) => `coverage: "${id}" is there twice`),
    ...coverage.flatMap(({ id, product, products: all = [product] }) =>
      all.flatMap((each) => (each === null || known.has(each) ? [] : [`${id}: no "${each}" in products`])),
    ),
    ...coverage.flatMap(({ id, roles: its }) =>
      its.flatMap((role) => (roles.some((each) => each.id === role) ? [] : [`${id}: no "${role}" in roles`])),
    ),
    ...entries['coverage-roles'].flatMap((entry) =>
      'list' in entry || coverage.some(({ id, state }) => id === entry.id && state !== 'tables')
        ? []
        : [`coverage-roles: no "${entry.id}" is missed by the tables`],
    ),
    ...coverage.flatMap(({ id, state, roles: its }) =>
      state === 'absent' && its.length === 0 ? [`coverage-roles: nobody misses "${id}"`] : [],
    ),
    ...coverage.flatMap(({ id, ranges }) =>
      ranges.flatMap(({ from, to }) =>
        1 <= from && from <= to && to <= LAST_PORT ? [] : [`${id}: ${from}-${to} is no range of ports`],
      ),
    ),
  ];
}

function fromEntry(entry: CoverageEntry, missing: ReadonlyMap<string, string[]>): Coverage {
  const holds = entry.holds === undefined ? null : inBoth(entry.holds);
  const ranges = holds === null ? [] : rangesIn(holds.en);
  if ('page' in entry) {
    const { page, products, title } = entry;
    const id = idOf(page);
    return {
      ...{ id, page, product: products[0] ?? null, ...(products.length > 1 && { products }) },
      ...{ title: { en: title, ko: null }, state: 'prose', holds, ranges, roles: missing.get(id) ?? [], see: null },
    };
  }
  const { id, title, see } = entry;
  return {
    ...{ id, page: null, product: null, title, state: 'absent', holds, ranges, roles: missing.get(id) ?? [] },
    see: { name: { en: see.en, ko: see.ko }, url: see.url ?? null },
  };
}

/** Every number of the text is a port, which the check of the coverage asks for. */
function rangesIn(text: string): PortSet['ranges'] {
  return [...text.matchAll(/(\d+)(?:-(\d+))?/g)].map(([, from, to = from]) => ({ from: Number(from), to: Number(to) }));
}

/** The roles that miss each thing, by its id; lists of roles are written out. */
function rolesMissing(entries: readonly CoverageRolesEntry[]): Map<string, string[]> {
  const lists = new Map(entries.flatMap((entry) => ('list' in entry ? [[entry.list, entry.roles] as const] : [])));
  return new Map(
    entries.flatMap((entry) =>
      'id' in entry
        ? [[entry.id, [...new Set(entry.roles.flatMap((role) => lists.get(role) ?? [role]))]] as const]
        : [],
    ),
  );
}

function inBoth(text: string | Name): Name {
  return typeof text === 'string' ? { en: text, ko: text } : text;
}

/** `…/lync-server-2013-define-a-gateway.md` is `lync-server-2013-define-a-gateway`. */
function idOf(page: string): string {
  return basename(page, '.md')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}
