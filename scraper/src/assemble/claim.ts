import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a run holds so that no other works in the same place. */
export interface Claim {
  /** Whether it was taken over from a run that was killed. The folder then holds what that run left. */
  inherited: boolean;
  /** Gives it up; the folder goes, with all that is in it. */
  release(): void;
}

/** Renaming a folder to a name that another one with something in it has. */
const TAKEN = new Set<string | undefined>(['ENOTEMPTY', 'EEXIST', 'EPERM']);

/**
 * Makes a folder that is there while a run is at work, and says whose it is. It comes and goes whole, by a renaming, so
 * that of two runs one has it, and the other sees who. One that a killed run left is taken over.
 *
 * @throws Error where another run has it, or it cannot be made
 */
export function claimFolder(folder: string): Claim {
  const own = { at: mkdtempSync(`${folder}-`) };
  try {
    writeFileSync(join(own.at, 'owner'), `${process.pid} ${beginningOf(process.pid)}`);
    takePlace(own, folder);
    return { inherited: own.at !== folder, release: () => release(folder) };
  } catch (error) {
    rmSync(own.at, { recursive: true, force: true });
    throw error;
  }
}

/** Moves to a place, or to the one of its heir where it is that of a run that is no more; what that left stays there. */
function takePlace(own: { at: string }, place: string): void {
  try {
    renameSync(own.at, place);
    own.at = place;
  } catch (error) {
    if (!TAKEN.has((error as NodeJS.ErrnoException).code)) throw error;
    refuseIfAtWork(place);
    takePlace(own, join(place, 'heir'));
    // Meanwhile the place may have gone to another.
    refuseIfAtWork(place);
  }
}

function refuseIfAtWork(place: string): void {
  const written = readFileSync(join(place, 'owner'), 'utf8');
  const owner = Number.parseInt(written, 10);
  if (isSame(owner, written.split(' ')[1]) && isRunning(owner)) {
    throw new Error(`another run is writing here (process ${owner}); if that is none of ours, delete ${place}`);
  }
}

function release(folder: string): void {
  const left = mkdtempSync(`${folder}-`);
  renameSync(folder, left);
  rmSync(left, { recursive: true, force: true, maxRetries: 5 });
}

/** Whether a process is the one that began then, as far as that can be told: its number may have been used again. */
function isSame(id: number, began: string | undefined): boolean {
  const begins = beginningOf(id);
  return !begins || !began || begins === began;
}

/** When a process began, in ticks since the machine did; empty where the system does not tell (proc(5), `starttime`). */
function beginningOf(id: number): string {
  try {
    // The second field is a name, in parentheses, in which anything may be.
    return readFileSync(`/proc/${id}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')[19] as string;
  } catch {
    return '';
  }
}

/** Whether there is such a process, be it another user's. */
function isRunning(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
