import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder for the test that is running; it is gone when the test is over. */
export function temporaryFolder(): string {
  const { folder, remove } = folderForAll();
  onTestFinished(remove);
  return folder;
}

/** A folder for several tests, as `beforeAll` makes it, and what removes it. */
export function folderForAll(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lync-ports-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
