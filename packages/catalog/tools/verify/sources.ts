import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Snapshot } from '../../../../scraper/src/model/snapshot.ts';

/** A snapshot, and the file that holds it. */
export interface Source {
  /** From the repository's root. */
  readonly file: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  readonly snapshot: Snapshot;
}

/**
 * Reads all snapshots, sorted by file.
 *
 * @throws Error that names the file, where it is no snapshot
 */
export function readSources(root: string): Source[] {
  const folder = join(root, 'snapshots');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  return files.sort().map((name) => {
    const file = `snapshots/${name.replaceAll('\\', '/')}`;
    const bytes = readFileSync(join(folder, name));
    try {
      const snapshot = Snapshot.parse(JSON.parse(bytes.toString('utf8')));
      return { file, sha256: createHash('sha256').update(bytes).digest('hex'), snapshot };
    } catch (error) {
      throw new Error(`${file}: not a snapshot: ${(error as Error).message.split('\n')[0]}`);
    }
  });
}
