import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { Snapshot, type SnapshotFile } from '../model/snapshot.ts';
import { sha256 } from '../read/decode.ts';

/** Reads all snapshots below a folder, sorted by file; an empty list where the folder does not exist. */
export function readSnapshotFiles(folder: string): { files: SnapshotFile[]; diagnostics: Diagnostic[] } {
  const files: SnapshotFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of listFiles(folder)) {
    const file = `snapshots/${path.replaceAll('\\', '/')}`;
    try {
      const bytes = readFileSync(join(folder, path));
      const snapshot = Snapshot.parse(JSON.parse(bytes.toString('utf8')));
      files.push({ file, sha256: sha256(bytes), snapshot });
    } catch (error) {
      const message = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
      diagnostics.push(diagnostic('error', 'bad-snapshot', message.replaceAll(/\s*\n\s*/g, ' '), file));
    }
  }
  return { files, diagnostics };
}

/** Reads the snapshots alone, without their files and hashes. */
export function readSnapshots(folder: string): { snapshots: Snapshot[]; diagnostics: Diagnostic[] } {
  const { files, diagnostics } = readSnapshotFiles(folder);
  return { snapshots: files.map(({ snapshot }) => snapshot), diagnostics };
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.json'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
