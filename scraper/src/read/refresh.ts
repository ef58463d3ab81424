import { diagnostic } from '../model/diagnostic.ts';
import type { SnapshotDocument } from '../model/snapshot.ts';
import { sha256 } from './decode.ts';
import type { GetOptions, Got } from './host/get.ts';
import {
  contentId,
  getDocument,
  gitId,
  type Host,
  isBranch,
  lastCommit,
  type Place,
  type Told,
} from './host/github.ts';
import { inOrder } from './host/in-order.ts';
import type { Found, Provenance } from './source.ts';
import { textOf } from './text.ts';

export interface RefreshOptions {
  /** Which state to get: the commit of the snapshot, the newest of the branch that the snapshot names, or a ref. */
  at: 'pinned' | 'latest' | { ref: string };
  host: Host;
  get: GetOptions;
}

/** A snapshot's document with all that is needed to get it again. */
interface Pinned extends Place {
  document: SnapshotDocument;
  branch: string | null;
  commit: string;
}

const AT_A_TIME = 4;

/**
 * Gets the documents of snapshots again from GitHub, some at a time, in the order of the snapshots. One that cannot be
 * had is a warning (`not-refreshed`), so that the others go on; one whose text at its own commit is not the one that
 * its snapshot was taken of is an error. One that was removed on the way to the ref is yielded as withdrawn.
 *
 * @throws Error where the ref is no name of one
 */
export function refreshDocuments(
  documents: readonly SnapshotDocument[],
  options: RefreshOptions,
): AsyncGenerator<Found, void, undefined> {
  if (typeof options.at === 'object' && !isPlainRef(options.at.ref)) {
    throw new Error(`${JSON.stringify(options.at.ref)}: no name of a branch, tag or commit`);
  }
  const branches = new Map<string, Promise<Told<boolean>>>();
  const isBranchOnce = (repository: string, ref: string): Promise<Told<boolean>> => {
    const key = `${repository} ${ref}`;
    const known = branches.get(key) ?? isBranch(options.host, repository, ref, options.get);
    branches.set(key, known);
    return known;
  };
  return inOrder(documents, AT_A_TIME, async (document) => {
    const pinned = pinnedOf(document);
    if (typeof pinned === 'string') return notRefreshed(document, pinned);
    if (options.at === 'pinned') return refreshPinned(pinned, { branch: pinned.branch }, options);
    const ref = options.at === 'latest' ? pinned.branch : options.at.ref;
    if (ref === null || !isPlainRef(ref)) return notRefreshed(document, 'its snapshot names no branch');
    const branch = await isBranchOnce(pinned.repository, ref);
    return 'failed' in branch ? notRefreshed(document, branch.failed) : refreshAt(pinned, ref, branch.value, options);
  });
}

/** Whether a ref can stand in an address as it is. */
function isPlainRef(ref: string): boolean {
  return /^\w[\w./-]*$/.test(ref) && !/\.\.|\/\.|\/\/|\/$/.test(ref);
}

function pinnedOf(document: SnapshotDocument): Pinned | string {
  const { repository, branch, commit, path } = document;
  if (repository === null || !/^[\w.-]+\/[\w.-]+$/.test(repository) || /(^|\/)\.+(\/|$)/.test(repository)) {
    return 'its snapshot names no repository on GitHub';
  }
  if (commit === null || !/^[0-9a-f]{40}$/.test(commit)) return 'its snapshot names no commit';
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..'))
    return 'its path is no path in a repository';
  return { document, repository, branch, commit, path };
}

/** Gets a document at the commit that its snapshot was taken of. */
async function refreshPinned(
  pinned: Pinned,
  { branch, committed }: Pick<Provenance, 'branch' | 'committed'>,
  options: RefreshOptions,
): Promise<Found> {
  const { document, repository, path, commit } = pinned;
  const check = (bytes: Buffer) => {
    const text = textOf(bytes, document.path, true);
    const hash = typeof text === 'string' ? sha256(text) : 'that of no text';
    return hash === document.sha256 ? null : `its sha256 is ${hash}, and its snapshot was taken of ${document.sha256}`;
  };
  const got = await getDocument(options.host, pinned, commit, { ...options.get, check });
  if (got.kind === 'absent') return notRefreshed(document, `there is no such file at ${commit}`);
  if (got.kind === 'failed' && got.wrong) {
    return {
      problem: diagnostic('error', 'sha256-mismatch', `not the text of its snapshot: ${got.message}`, document.path),
    };
  }
  return toFound(got, document, { path, repository, branch, commit, committed: committed ?? null });
}

/** Gets a document as it is at a ref. */
async function refreshAt(pinned: Pinned, ref: string, branch: boolean, options: RefreshOptions): Promise<Found> {
  const { document, repository, path } = pinned;
  const last = await lastCommit(options.host, pinned, ref, options.get);
  if ('failed' in last) return notRefreshed(document, last.failed);
  if (last.value === null) return notRefreshed(document, `${repository} never had it at ${ref}`);
  const { commit, date } = last.value;
  const at = { path, repository, branch: branch ? ref : null, commit, committed: date };
  if (commit === pinned.commit) return refreshPinned(pinned, at, options);
  const id = await contentId(options.host, pinned, commit, options.get);
  if ('failed' in id) return notRefreshed(document, id.failed);
  if (id.value === null) return { withdrawn: { path, repository, branch: at.branch, commit, date } };
  const check = (bytes: Buffer) =>
    gitId(bytes) === id.value ? null : `the content is not ${id.value}, as it should be`;
  const got = await getDocument(options.host, pinned, commit, { ...options.get, check });
  return got.kind === 'absent'
    ? notRefreshed(document, `there is no such file at ${commit}`)
    : toFound(got, document, at);
}

function toFound(got: Exclude<Got, { kind: 'absent' }>, document: SnapshotDocument, at: Provenance): Found {
  if (got.kind === 'failed') return notRefreshed(document, got.message);
  const text = textOf(got.bytes, document.path, true);
  if (typeof text !== 'string') return text;
  const { path } = at;
  return { document: { path, relativePath: path, text, sha256: sha256(text), provenance: at, named: true } };
}

function notRefreshed({ path }: SnapshotDocument, why: string): Found {
  return { problem: diagnostic('warning', 'not-refreshed', `could not be had, its snapshot stays: ${why}`, path) };
}
