import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Coverage, type Evidence, PublishedCatalog, type Synonyms } from '../src/record.ts';

export type CatalogData = PublishedCatalog & { evidence: Evidence[]; coverage: Coverage[]; synonyms: Synonyms[] };

const DATA = fileURLToPath(new URL('../data/', import.meta.url));
const LISTS = [...Object.keys(PublishedCatalog.shape), 'evidence', 'coverage', 'synonyms'];

/** The catalog as the scraper wrote it into a folder, `data/` unless told. */
export function readData(folder = DATA): CatalogData {
  const entries = LISTS.map((name) => [name, JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))]);
  return Object.fromEntries(entries) as CatalogData;
}
