import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { sha256 } from '../read/decode.ts';
import { tellLeft } from '../read/ending.ts';
import { type Claim, claimFolder, emptyFolder, isOwn, removeOwn } from './claim.ts';
import { putBack, removeJournal, writeJournal } from './journal.ts';

/** A folder that one run at a time writes into. */
export interface Output {
  /**
   * Writes files so that all of them appear whole or none at all. What was there is kept beside them until the last is
   * in its place, and put back where one fails. A file that already holds its content is left alone.
   *
   * @throws Error that names the file, where one cannot be written or is outside of the folder; then none is changed
   */
  write(files: ReadonlyMap<string, string>): void;
  /** Lets others write; folders that were made and are empty are taken away again. */
  release(): void;
}

/** The folder where a run keeps new files until all are written. While it exists, a run is at work. */
const WORK = '.scrape-in-progress';

/**
 * Claims a folder, and makes it where it is missing. Where a run was killed while it wrote, its changes are undone
 * first.
 *
 * @throws Error where another run is at work there, or the folder cannot be made
 */
export function claimOutput(root: string): Output {
  const made: string[] = [];
  const work = join(root, WORK);
  makeFolder(root, made);
  const forget = tellLeft({ output: root, made: [...made] });
  const claim = claimOrLeave(work, root, made);
  const release = () => {
    claim.release();
    removeEmpty(made);
    forget();
  };
  if (claim.inherited) {
    putBack(work, root);
    // What it left may have the names of what this run writes, and be links.
    emptyFolder(work);
  }
  return { write: (files) => writeAll(files, root, made), release };
}

function claimOrLeave(work: string, root: string, made: string[]): Claim {
  try {
    return claimFolder(work);
  } catch (error) {
    removeEmpty(made);
    throw new Error(`${root}: ${(error as Error).message}`);
  }
}

/** Undoes what this process has begun in a folder, where the thread that did so was ended in the middle of it. */
export function undoStopped(root: string, made: string[]): void {
  const work = join(root, WORK);
  if (isOwn(work)) {
    putBack(work, root);
    rmSync(work, { recursive: true, force: true });
  }
  removeOwn(work);
  removeEmpty(made);
}

/** Writes files as one run into the folder that they have in common; see `Output`. */
export function writeFiles(files: ReadonlyMap<string, string>): void {
  if (files.size === 0) return;
  const output = claimOutput(folderOf([...files.keys()]));
  try {
    output.write(files);
  } finally {
    output.release();
  }
}

/** The deepest folder that all paths are in. */
export function folderOf(paths: readonly string[]): string {
  const folders = paths.map((path) => dirname(resolve(path)));
  return folders.reduce((common, folder) => {
    let at = common;
    while (!isWithin(at, folder)) at = dirname(at);
    return at;
  });
}

function writeAll(files: ReadonlyMap<string, string>, root: string, made: string[]): void {
  const work = join(root, WORK);
  const changed = [...files].filter(([to, content]) => readIfPresent(to)?.toString('utf8') !== content);
  const before = changed.map(([to]) => readIfPresent(to));
  for (const [at, [to, content]] of changed.entries()) {
    inFile(to, () => {
      if (!isWithin(realpathSync(root), placeOf(dirname(to)))) throw new Error(`this leads out of ${root}`);
      makeFolder(dirname(to), made);
      writeFileSync(join(work, `new-${at}`), content, { flag: 'wx' });
      const old = before[at];
      if (old != null) writeFileSync(join(work, `old-${at}`), old, { flag: 'wx' });
    });
  }
  const journal = changed.map(([to, content], at) => {
    const path = relative(root, to).split(sep).join('/');
    return { path, before: before[at] == null ? null : sha256(before[at]), after: sha256(content) };
  });
  writeJournal(work, journal);
  try {
    for (const [at, [to]] of changed.entries()) inFile(to, () => renameSync(join(work, `new-${at}`), to));
  } catch (error) {
    putBack(work, root);
    throw error;
  }
  removeJournal(work);
}

/** Where a folder really is, or will be when it is made. */
function placeOf(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : join(placeOf(dirname(folder)), basename(folder));
}

function makeFolder(folder: string, made: string[]): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let at = folder; at !== dirname(first); at = dirname(at)) made.push(at);
}

function removeEmpty(folders: string[]): void {
  for (const folder of folders.splice(0).sort((a, b) => b.length - a.length)) {
    try {
      rmdirSync(folder);
    } catch {
      // A folder that holds something stays, and one that is gone needs no removing.
    }
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Names the file that an error is about. */
function inFile(path: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

function readIfPresent(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}
