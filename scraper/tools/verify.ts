import { readFileSync } from 'node:fs';
import { writeFiles } from '../src/assemble/write.ts';
import { readData } from '../src/commands/data.ts';
import { failed, type Outcome } from '../src/commands/outcome.ts';
import type { Places } from '../src/commands/regenerate.ts';
import { readSnapshotFiles } from '../src/commands/snapshots.ts';
import { hasErrors } from '../src/model/diagnostic.ts';
import { loadVocabulary } from '../src/vocabulary/load.ts';
import { writeHashes } from './verify/hashes.ts';
import { verifyCatalog } from './verify/verify-catalog.ts';

/**
 * Traces every text of the catalog to where it comes from, offline.
 *
 * @param hashes the list of the snapshots' hashes
 * @param update whether to take the snapshots as they are for reviewed: their hashes are written into the list
 */
export function verify(places: Places, hashes: string, update: boolean): Outcome {
  const { files, diagnostics } = readSnapshotFiles(places.snapshots);
  if (hasErrors(diagnostics)) return failed(diagnostics);
  if (update) writeFiles(new Map([[hashes, writeHashes(files)]]));
  const vocabulary = loadVocabulary(places.vocabulary);
  const list = readFileSync(hashes, 'utf8');
  const { diagnostics: found, counts } = verifyCatalog(readData(places.data), files, list, vocabulary);
  const checked =
    `${counts.snapshots} snapshots by their sha256; ${counts.documents} documents; ${counts.rules} rules with ` +
    `${counts.cells} published cells; ${counts.fromPages} texts from the pages, ${counts.fromVocabulary} from the ` +
    `vocabulary; ${counts.names} names; ${counts.corrections} corrections; ` +
    `${counts.callers} callers; ${counts.needs} needs`;
  if (found.length === 0) return { ok: true, diagnostics: [], report: [`${checked}: all traced.`] };
  return failed([...found], `${checked}: ${found.length} not traced.`);
}
