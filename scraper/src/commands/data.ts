import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CatalogData } from '../model/catalog.ts';

/**
 * Reads lists of the catalog, a file each in a folder.
 *
 * @throws Error where a file is missing or is not JSON
 */
export function readLists(folder: string, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.map((name) => [name, JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))]),
  );
}

/**
 * Reads the catalog as `pnpm regenerate` wrote it.
 *
 * @throws Error where a list is missing or does not fit its schema
 */
export function readData(folder: string): CatalogData {
  const result = CatalogData.safeParse(readLists(folder, Object.keys(CatalogData.shape)));
  if (result.success) return result.data;
  throw new Error(`${folder}: ${z.prettifyError(result.error)}`);
}
