import { GitError } from './command.ts';
import { type Change, type Commit, listCommits, readChanges } from './log.ts';
import { pathIn } from './paths.ts';
import { findRenames, type Renames } from './renames.ts';
import type { Repository } from './repository.ts';
import type { TreeDocument } from './tree.ts';

/** A document as a commit left it. */
export interface Revision {
  commit: Commit;
  path: string;
  /** The id of its content, for `readBlobs`; null where the commit removed it. */
  blob: string | null;
  change: 'added' | 'changed' | 'renamed' | 'removed';
}

/** A document over time. */
export interface DocumentHistory {
  /** Its path now; where it is gone, the one that it had last. */
  path: string;
  /** Newest first. The first is `removed` where the document is gone. */
  revisions: Revision[];
}

/** A document that was removed. */
export interface GoneDocument {
  path: string;
  /** The commit that removed it. */
  commit: Commit;
}

/**
 * The history of every document that a folder holds or held, by path. A document that was renamed is one document,
 * also where it had its earlier names outside the folder. One that was removed and came back is one too.
 *
 * @param commit where to begin; what leads to it is walked
 * @param path a folder or a document; null for all
 * @throws GitError where nothing was ever there
 */
export async function documentHistories(
  repository: Repository,
  commit: string,
  path: string | null = null,
): Promise<DocumentHistory[]> {
  const within = pathIn(path);
  const changes = await walk(repository, commit, within);
  if (changes.length === 0 && within !== '')
    throw new GitError(`${repository.shown}: it never had a document ${within}`);
  const renames = await findRenames(repository, changes);
  const byPath = Map.groupBy(changes, (change) => change.path);
  const histories: DocumentHistory[] = [];
  for (const [documentPath, own] of byPath) {
    const last = own[0];
    // The history under its later name includes this one.
    if (last === undefined || (last.after === null && renames.to(last.commit.id, documentPath) !== null)) continue;
    histories.push({ path: documentPath, revisions: await follow(repository, own, renames, byPath) });
  }
  return histories.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The documents of a folder that were removed before a commit, by path. Renamed documents do not count. */
export async function goneDocuments(
  repository: Repository,
  commit: string,
  path: string | null = null,
): Promise<GoneDocument[]> {
  const changes = await walk(repository, commit, pathIn(path));
  const latest = [...Map.groupBy(changes, (change) => change.path).values()].flatMap(([first]) => first ?? []);
  const removals = latest.filter(({ after }) => after === null);
  const renames = await findRenames(repository, removals);
  return removals
    .filter((each) => renames.to(each.commit.id, each.path) === null)
    .map(({ path: gone, commit: by }) => ({ path: gone, commit: by }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** For each document at a commit, the commit that gave it the text and the path that it has there. */
export async function lastChanges(
  repository: Repository,
  commit: string,
  documents: readonly TreeDocument[],
  path: string | null = null,
): Promise<Map<string, Commit>> {
  const blobs = new Map(documents.map((each) => [each.path, each.blob]));
  const found = new Map<string, Commit>();
  for (const change of await walk(repository, commit, pathIn(path))) {
    if (!found.has(change.path) && blobs.get(change.path) === change.after) found.set(change.path, change.commit);
  }
  return found;
}

/** The paths of those documents that an earlier list of documents does not have, or has with another text. */
export function changedDocuments(earlier: readonly TreeDocument[], now: readonly TreeDocument[]): Set<string> {
  const blobs = new Map(earlier.map((each) => [each.path, each.blob]));
  return new Set(now.filter((each) => blobs.get(each.path) !== each.blob).map((each) => each.path));
}

async function walk(repository: Repository, commit: string, path: string): Promise<Change[]> {
  return readChanges(repository, await listCommits(repository, commit, path), path);
}

/** The revisions of a document, from its changes under its last name back through its earlier names. */
async function follow(
  repository: Repository,
  changes: readonly Change[],
  renames: Renames,
  byPath: ReadonlyMap<string, readonly Change[]>,
): Promise<Revision[]> {
  const revisions: Revision[] = [];
  for (const change of changes) {
    // The document that this commit renamed away was another one.
    if (change.after === null && renames.to(change.commit.id, change.path) !== null) break;
    const earlier = change.before === null ? renames.from(change.commit.id, change.path) : null;
    revisions.push(toRevision(change, earlier !== null));
    if (earlier === null) continue;
    // What had this path before the rename was another document.
    const past = (byPath.get(earlier) ?? (await walk(repository, change.commit.id, earlier))).filter(
      (each) => each.path === earlier,
    );
    const there = past.findIndex((each) => each.commit.id === change.commit.id && each.after === null);
    const known = past.slice(there + 1);
    const further = byPath.has(earlier) ? renames : await findRenames(repository, known);
    return [...revisions, ...(await follow(repository, known, further, byPath))];
  }
  return revisions;
}

function toRevision({ commit, path, before, after }: Change, renamed: boolean): Revision {
  const change = after === null ? 'removed' : before !== null ? 'changed' : renamed ? 'renamed' : 'added';
  return { commit, path, blob: after, change };
}
