import { readFileSync } from 'node:fs';

/** A file of the repository as text; the path is from its root. */
export function readText(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

/** A list as the scraper wrote it into packages/catalog/data. */
export function readList(name: string): unknown[] {
  return JSON.parse(readText(`packages/catalog/data/${name}.json`)) as unknown[];
}
