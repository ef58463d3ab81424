import { readFileSync } from 'node:fs';
import type { Evidence, PublishedCatalog } from '../../../scraper/src/model/record.ts';

export type CatalogData = PublishedCatalog & { evidence: Evidence[] };

const DATA = new URL('../data/', import.meta.url);
const LISTS = [
  ...(['ports', 'tables', 'scenarios', 'documents', 'roles', 'services', 'protocols', 'products'] as const),
  ...(['corrections', 'advisories', 'evidence'] as const),
];

/** The catalog as the scraper wrote it into `data/`. */
export function readData(): CatalogData {
  const entries = LISTS.map((name) => [name, JSON.parse(readFileSync(new URL(`${name}.json`, DATA), 'utf8'))]);
  return Object.fromEntries(entries) as CatalogData;
}
