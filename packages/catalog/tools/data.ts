import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Evidence, PublishedCatalog } from '../../../scraper/src/model/record.ts';

export type CatalogData = PublishedCatalog & { evidence: Evidence[] };

const DATA = fileURLToPath(new URL('../data/', import.meta.url));
const LISTS = [
  ...(['ports', 'tables', 'scenarios', 'documents', 'roles', 'services', 'protocols', 'products'] as const),
  ...(['corrections', 'advisories', 'evidence'] as const),
];

/** The catalog as the scraper wrote it into a folder, `data/` unless told. */
export function readData(folder = DATA): CatalogData {
  const entries = LISTS.map((name) => [name, JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))]);
  return Object.fromEntries(entries) as CatalogData;
}
