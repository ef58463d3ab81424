import { type Change, readChanges } from './log.ts';
import type { Repository } from './repository.ts';

/** Two pages of a kind share much of their text; from this likeness on, in per cent, one is the other under a new name. */
const LIKENESS = 75;

/** Which document was renamed to which, by commit. */
export interface Renames {
  /** The path that it had before; null where it was not renamed. */
  from(commit: string, path: string): string | null;
  /** The path that it has after; null where it was not renamed. */
  to(commit: string, path: string): string | null;
}

/** Looks for renames in the commits that added or removed documents, in the whole tree of each. */
export async function findRenames(repository: Repository, changes: readonly Change[]): Promise<Renames> {
  const comingAndGoing = changes.filter(({ before, after }) => before === null || after === null);
  const commits = [...new Set(comingAndGoing.map(({ commit }) => commit.id))];
  const found = await readChanges(repository, commits, '', LIKENESS);
  const key = (commit: string, path: string) => `${commit} ${path}`;
  const from = new Map<string, string>();
  const to = new Map<string, string>();
  for (const { commit, path, renamedFrom } of found) {
    if (renamedFrom === null) continue;
    from.set(key(commit.id, path), renamedFrom);
    to.set(key(commit.id, renamedFrom), path);
  }
  return {
    from: (commit, path) => from.get(key(commit, path)) ?? null,
    to: (commit, path) => to.get(key(commit, path)) ?? null,
  };
}
