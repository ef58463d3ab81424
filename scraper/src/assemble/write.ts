import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes files so that they appear whole or not at all: each is written beside its place first, and only when all
 * of them are there they are renamed. A file that already holds its content is left alone.
 *
 * @throws Error that names the file, where one cannot be written; then none is changed
 */
export function writeFiles(files: ReadonlyMap<string, string>): void {
  const staged: { from: string; to: string }[] = [];
  try {
    for (const [to, content] of files) {
      if (readIfPresent(to) === content) continue;
      const from = `${to}.${process.pid}.tmp`;
      mkdirSync(dirname(to), { recursive: true });
      staged.push({ from, to });
      writeFileSync(from, content, { flag: 'wx' });
    }
    for (const { from, to } of staged) renameSync(from, to);
  } finally {
    for (const { from } of staged) rmSync(from, { force: true });
  }
}

function readIfPresent(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}
