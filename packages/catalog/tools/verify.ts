/**
 * `pnpm verify`: traces every text of the catalog to where it comes from, offline. `--update` takes the snapshots as
 * they are for reviewed: it writes their hashes into snapshots.sha256.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFiles } from '../../../scraper/src/assemble/write.ts';
import { loadVocabulary } from '../../../scraper/src/vocabulary/load.ts';
import { readData } from './data.ts';
import { formatFinding } from './verify/finding.ts';
import { writeHashes } from './verify/hashes.ts';
import { readSources } from './verify/sources.ts';
import { type Verification, verifyCatalog } from './verify/verify-catalog.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const HASHES = join(ROOT, 'packages/catalog/snapshots.sha256');

try {
  const args = process.argv.slice(2);
  if (args.some((each) => each !== '--update')) throw new Error('usage: pnpm verify [--update]');
  const sources = readSources(ROOT);
  if (args.length > 0) writeFiles(new Map([[HASHES, writeHashes(sources)]]));
  const vocabulary = loadVocabulary(join(ROOT, 'scraper/vocabulary'));
  report(verifyCatalog(readData(), sources, readFileSync(HASHES, 'utf8'), vocabulary));
} catch (error) {
  console.error(`error: ${(error as Error).message}`);
  process.exitCode = 1;
}

function report({ findings, counts }: Verification): void {
  for (const finding of findings) console.error(formatFinding(finding));
  console.log(
    `${counts.snapshots} snapshots by their sha256; ${counts.documents} documents; ${counts.rules} rules with ` +
      `${counts.cells} published cells; ${counts.fromPages} texts from the pages, ${counts.fromVocabulary} from the ` +
      `vocabulary; ${counts.names} names; ${counts.corrections} corrections: ` +
      (findings.length === 0 ? 'all traced.' : `${findings.length} not traced.`),
  );
  if (findings.length > 0) process.exitCode = 1;
}
