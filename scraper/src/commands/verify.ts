import { readFileSync } from 'node:fs';
import { writeFiles } from '../assemble/write.ts';
import { hasErrors } from '../model/diagnostic.ts';
import { writeHashes } from '../verify/hashes.ts';
import { verifyCatalog } from '../verify/verify-catalog.ts';
import { loadVocabulary } from '../vocabulary/load.ts';
import { readData } from './data.ts';
import { failed, type Outcome } from './outcome.ts';
import type { Places } from './regenerate.ts';
import { readSnapshotFiles } from './snapshots.ts';

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
    `vocabulary; ${counts.names} names; ${counts.corrections} corrections`;
  if (found.length === 0) return { ok: true, diagnostics: [], report: [`${checked}: all traced.`] };
  return failed([...found], `${checked}: ${found.length} not traced.`);
}
