import { join } from 'node:path';
import { toJson } from '../assemble/json.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Snapshot } from '../model/snapshot.ts';

/** The files of the package's data, one for each list of the catalog. */
export function catalogFiles(catalog: Catalog, folder: string): Map<string, string> {
  const { unresolved: _, ...lists } = catalog;
  return new Map(Object.entries(lists).map(([name, list]) => [join(folder, `${name}.json`), toJson(list)]));
}

/** The file of each snapshot: `<product>/<document>.json`. */
export function snapshotFiles(snapshots: readonly Snapshot[], folder: string): Map<string, string> {
  return new Map(snapshots.map((snapshot) => [join(folder, `${snapshot.document.id}.json`), toJson(snapshot)]));
}
