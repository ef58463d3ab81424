import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { Snapshot } from '../model/snapshot.ts';

/** Reads all snapshots below a folder; a folder that is not there has none. */
export function readSnapshots(folder: string): { snapshots: Snapshot[]; diagnostics: Diagnostic[] } {
  const snapshots: Snapshot[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of listFiles(folder)) {
    try {
      snapshots.push(Snapshot.parse(JSON.parse(readFileSync(join(folder, path), 'utf8'))));
    } catch (error) {
      const message = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
      diagnostics.push(
        diagnostic('error', 'bad-snapshot', message.replaceAll(/\s*\n\s*/g, ' '), join('snapshots', path)),
      );
    }
  }
  return { snapshots, diagnostics };
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
