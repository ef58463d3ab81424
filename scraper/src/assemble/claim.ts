import { lstatSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRunning } from '../read/ending.ts';

/** What a run holds so that no other works in the same place. */
export interface Claim {
  /** Whether it was taken over from a run that was killed. The folder then holds what that run left. */
  inherited: boolean;
  /** Gives it up, and deletes the folder with all that is in it. */
  release(): void;
}

/** What renaming a folder fails with where a folder with content has the new name already. */
const TAKEN = new Set<string | undefined>(['ENOTEMPTY', 'EEXIST', 'EPERM']);

/**
 * Makes a folder that exists while a run is at work and names that run. It appears and goes by renaming, in one step,
 * so only one of two runs gets it, and the other can tell which. The folder of a run that was killed is taken over.
 *
 * @throws Error where another run has it, or it cannot be made
 */
export function claimFolder(folder: string): Claim {
  removeLeft(folder);
  const own = { at: mkdtempSync(besides(folder)) };
  try {
    writeFileSync(join(own.at, 'owner'), `${process.pid} ${beginningOf(process.pid)}`);
    takePlace(own, folder);
    return { inherited: own.at !== folder, release: () => release(folder) };
  } catch (error) {
    rmSync(own.at, { recursive: true, force: true });
    throw error;
  }
}

/** Moves to a place, or, where a run that was killed has it, to `heir` in it, so that what that run left is kept. */
function takePlace(own: { at: string }, place: string): void {
  try {
    renameSync(own.at, place);
    own.at = place;
  } catch (error) {
    if (!TAKEN.has((error as NodeJS.ErrnoException).code)) throw error;
    refuseIfAtWork(place);
    takePlace(own, join(place, 'heir'));
    // Another run may have taken the place in the meantime.
    refuseIfAtWork(place);
  }
}

/** Deletes what is in a folder, but for the names of its owners. */
export function emptyFolder(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name !== 'owner' && name !== 'heir') rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function refuseIfAtWork(place: string): void {
  const owner = ownerOf(place);
  if (owner === null) return;
  throw new Error(`another run is writing here (process ${owner}); if that is none of ours, delete ${place}`);
}

/** Whether a folder is this process's own. */
export function isOwn(place: string): boolean {
  return ownerOrNone(place) === process.pid;
}

/** The process that a folder names, where it runs; null where it does not. */
function ownerOf(place: string): number | null {
  const written = readFileSync(join(place, 'owner'), 'utf8');
  const owner = Number.parseInt(written, 10);
  return isSame(owner, written.split(' ')[1]) && isRunning(owner) ? owner : null;
}

/** The same; null also where the folder does not say whose it is. */
function ownerOrNone(place: string): number | null {
  try {
    return ownerOf(place);
  } catch {
    return null;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder that is gone, or cannot be read, has nothing that could be removed.
    return [];
  }
}

/** How the folders of this process are named that are on the way to a place or from it. */
function besides(folder: string): string {
  return `${folder}-${process.pid}-`;
}

/** Removes these folders. */
export function removeOwn(folder: string): void {
  for (const name of namesIn(dirname(folder))) {
    if (name.startsWith(basename(besides(folder))))
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
}

/** How long a run may take to say who it is, in milliseconds. */
const SILENCE = 10_000;

/** Removes the folders that runs left beside their place, because they were killed on the way to it or from it. */
function removeLeft(folder: string): void {
  for (const name of namesIn(dirname(folder))) {
    if (!name.startsWith(`${basename(folder)}-`)) continue;
    const left = join(dirname(folder), name);
    if (isAbandoned(left)) rmSync(left, { recursive: true, force: true });
  }
}

function isAbandoned(left: string): boolean {
  const stats = lstatSync(left, { throwIfNoEntry: false });
  if (stats?.isDirectory() !== true) return false;
  // A run that begins or ends just now may not have said who it is, or no longer say so.
  if (Date.now() - stats.mtimeMs > SILENCE) return ownerOrNone(left) === null;
  const [, owner] = /-(\d+)-\w+$/.exec(left) ?? [];
  return owner !== undefined && !isRunning(Number(owner));
}

function release(folder: string): void {
  const left = mkdtempSync(besides(folder));
  renameSync(folder, left);
  rmSync(left, { recursive: true, force: true, maxRetries: 5 });
}

/** Whether a process is the one that began then. Its number alone does not tell, because numbers are used again. */
function isSame(id: number, began: string | undefined): boolean {
  const begins = beginningOf(id);
  return !begins || !began || begins === began;
}

/** When a process began, in ticks since the machine did; empty where the system does not tell (proc(5), `starttime`). */
function beginningOf(id: number): string {
  try {
    // The second field is a name in parentheses that may hold spaces and parentheses itself.
    return readFileSync(`/proc/${id}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')[19] as string;
  } catch {
    return '';
  }
}
