import { rmSync } from 'node:fs';
import { undoStopped } from '../assemble/write.ts';
import type { Left } from '../read/ending.ts';

/** Removes what a command has left that was ended in the middle of its work, and puts back what it was replacing. */
export function undoAll(left: readonly Left[]): void {
  for (const each of left) {
    if ('folder' in each) rmSync(each.folder, { recursive: true, force: true, maxRetries: 5 });
    else undoStopped(each.output, each.made);
  }
}
