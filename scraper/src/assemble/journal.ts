import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../read/decode.ts';

/**
 * What a run is about to write, so that the next can undo it where the run is killed meanwhile. Nothing that is found is
 * trusted: the folder may come from anybody, and a person may have put files right in the meantime.
 */

const JOURNAL = 'journal';
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Entries = z.array(z.strictObject({ path: z.string(), before: Hash.nullable(), after: Hash }));
/** A file that is about to be written: below which path, and the sha256 of what it held, null for none, and will hold. */
export type Entry = z.infer<typeof Entries>[number];

export function writeJournal(work: string, entries: readonly Entry[]): void {
  writeFileSync(join(work, JOURNAL), JSON.stringify(entries), { flag: 'wx' });
}

export function removeJournal(work: string): void {
  rmSync(join(work, JOURNAL));
}

/**
 * Puts back the files that were there before, by the journal: those that still hold what the run wrote. Without a
 * journal, no file had been replaced.
 */
export function putBack(work: string, root: string): void {
  for (const [at, { path, before, after }] of readJournal(work).entries()) {
    const to = placeIn(root, path);
    // Not written yet, or changed by somebody since.
    if (to === null || hashOf(to) !== after) continue;
    const old = join(work, `old-${at}`);
    if (before === null) rmSync(to);
    else if (hashOf(old) === before) renameSync(old, to);
  }
}

/** A journal that was cut off, or is none, counts as empty: no file is renamed before it is whole. */
function readJournal(work: string): Entry[] {
  try {
    return Entries.parse(JSON.parse(readRegular(join(work, JOURNAL)).toString('utf8')));
  } catch {
    return [];
  }
}

/** What runs write: no hidden file, and none of another kind. Changesets are the exception. */
const NAME = /^(?!\.)[^\\]+$/;
const WRITTEN = /\.(?:json|yaml|txt|md|sha256)$/;

/** A path below a folder, where it is one that a run may have written and no link leads to it; null elsewhere. */
function placeIn(root: string, path: string): string | null {
  const names = path.split('/');
  if (!WRITTEN.test(path) || !names.every((name) => NAME.test(name) || name === '.changeset')) return null;
  let at = root;
  for (const name of names.slice(0, -1)) {
    at = join(at, name);
    if (!isReal(at, (stats) => stats.isDirectory())) return null;
  }
  return join(root, ...names);
}

function isReal(path: string, test: (stats: ReturnType<typeof lstatSync> & object) => boolean): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats !== undefined && test(stats);
}

/** The sha256 of a file; null where there is none, or a link in its place. */
function hashOf(path: string): string | null {
  try {
    return sha256(readRegular(path));
  } catch {
    return null;
  }
}

function readRegular(path: string): Buffer {
  if (!isReal(path, (stats) => stats.isFile())) throw new Error(`${path}: it is no file`);
  return readFileSync(path);
}
