import { searchable } from '@lync/port-catalog/match';
import type { Catalog, Coverage, Synonyms } from '../model/catalog.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** What people type, in the form in which the search compares texts. Words of several entries mean all that these say. */
export function synonymsOf({ entries }: Pick<Vocabulary, 'entries'>): Synonyms {
  const found: Synonyms = {
    means: {},
    roles: {},
    hosts: [],
    pairs: [],
    ranges: [],
    endings: [],
    hostEndings: [],
    brands: [],
    narrows: [],
  };
  const products = new Map(entries.products.map(({ id, name }) => [id, name.en]));
  for (const entry of entries.synonyms) {
    if ('pair' in entry) {
      found.pairs.push(searchable(entry.pair));
      continue;
    }
    if ('range' in entry) {
      found.ranges.push(searchable(entry.range));
      continue;
    }
    const words = entry.words.map(searchable);
    if ('hosts' in entry || 'ending' in entry || 'narrows' in entry) {
      const ending = 'ending' in entry ? (entry.ending === 'any' ? 'endings' : 'hostEndings') : null;
      const list = ending ?? ('hosts' in entry ? 'hosts' : 'narrows');
      found[list].push(...words);
      continue;
    }
    if ('product' in entry || 'brand' in entry) found.brands.push(...words);
    // A brand that the catalog has as it is typed needs no meaning.
    if ('brand' in entry && !('means' in entry)) continue;
    // The line of the rule that names its product is the name alone; a text that names the product is another matter.
    const own = 'product' in entry ? [`=${products.get(entry.product) ?? entry.product}`] : [];
    const means = [...own, ...('means' in entry ? entry.means : [])].map(searchable);
    for (const word of words) {
      found.means[word] = [...new Set([...(found.means[word] ?? []), ...means])];
      if ('role' in entry && entry.role !== undefined) found.roles[word] = entry.role;
    }
  }
  return found;
}

/**
 * Checks that each word leads to something: to a text of the catalog or of what it covers, and to a role that there is.
 *
 * @returns what is wrong, a line each; empty where nothing is
 */
export function checkSynonyms(
  { means, roles }: Synonyms,
  { ports, products, scenarios, services, protocols, roles: known }: Catalog,
  coverage: readonly Coverage[],
): string[] {
  const texts = stringsIn([ports, products, scenarios, services, protocols, known, coverage]).map(searchable);
  const leads = (meaning: string) =>
    meaning.startsWith('=') ? texts.includes(meaning.slice(1)) : texts.some((text) => text.includes(meaning));
  const ids = new Set<string>(known.map(({ id }) => id));
  return [
    ...Object.entries(means).flatMap(([word, all]) =>
      all.length === 0 || all.some(leads) ? [] : [`synonyms: "${word}" leads to nothing`],
    ),
    ...Object.entries(roles).flatMap(([word, role]) =>
      ids.has(role) ? [] : [`synonyms: "${word}" names no role: "${role}"`],
    ),
  ];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
