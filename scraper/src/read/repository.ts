import { sha256 } from './decode.ts';
import { readBlobs } from './git/blobs.ts';
import { GitError } from './git/command.ts';
import { changedDocuments, type GoneDocument, goneDocuments, lastChanges } from './git/history.ts';
import { pathIn } from './git/paths.ts';
import { type Ref, resolveRef } from './git/refs.ts';
import { openRepository, type Repository } from './git/repository.ts';
import { listDocuments, type TreeDocument } from './git/tree.ts';
import { type Publish, publishedIn } from './git/upstream.ts';
import type { Found, WithdrawnDocument } from './source.ts';
import { type FindProvenance, findSources, type Listed } from './sources.ts';
import { textOf, tooLarge } from './text.ts';

export interface RepositoryOptions {
  /** A path, relative to `cwd`, or a URL. */
  repo: string;
  /** A branch, tag or commit; null for the branch that the repository is on. */
  ref: string | null;
  /** A folder or a document in it; null for all. */
  path: string | null;
  /** An earlier ref: only documents that are not there, or have another text there, are read; null for all. */
  changedSince: string | null;
  cwd: string;
  /** Where documents were really published, where the repository is a copy; null where it is none. */
  provenance: FindProvenance | null;
}

/**
 * Reads the documents of a git repository at a ref, one after another, and tells which of them were removed. A
 * document's commit is the one that gave it its text and path on that ref. Temporary copies of the repository are
 * removed at the end.
 *
 * @throws GitError where there is no such repository, ref or path
 */
export async function* readRepository(options: RepositoryOptions): AsyncGenerator<Found, void, undefined> {
  const { changedSince } = options;
  const name = options.ref ?? 'HEAD';
  const refs = [name, ...(changedSince === null ? [] : [changedSince])];
  const repository = await openRepository(options.repo, { cwd: options.cwd, refs });
  try {
    const ref = await resolveRef(repository, name);
    const { documents, diagnostics } = await listDocuments(repository, ref.commit, options.path);
    const earlier = changedSince === null ? null : await documentsAt(repository, changedSince, options.path);
    const gone = await goneDocuments(repository, ref.commit, options.path);
    if (documents.length + diagnostics.length + gone.length === 0 && options.path !== null) {
      throw new GitError(`${repository.shown}: ${name} has no document ${JSON.stringify(options.path)}, and never had`);
    }
    for (const problem of diagnostics) yield { problem };
    const publish = await publishedIn(repository, ref.commit, listedFor(repository, options.provenance));
    const were = earlier === null ? null : new Set(earlier.map(({ path }) => path));
    for (const each of gone)
      if (were?.has(each.path) ?? true) yield { withdrawn: withdrawal(each, ref, repository, publish) };
    const changed = earlier === null ? null : changedDocuments(earlier, documents);
    const wanted = documents.filter(({ path }) => changed?.has(path) ?? true);
    yield* readTexts(repository, ref, wanted, options, publish);
  } finally {
    repository.close();
  }
}

async function documentsAt(repository: Repository, name: string, path: string | null): Promise<TreeDocument[]> {
  const { commit } = await resolveRef(repository, name);
  return (await listDocuments(repository, commit, path)).documents;
}

/** What a sources file lists: the one that was named, or one beside or above the repository. */
export function listedFor({ beside }: Repository, named: FindProvenance | null): readonly Listed[] {
  return (named ?? (beside === null ? null : findSources(beside)))?.listed ?? [];
}

function withdrawal(
  { path, commit }: GoneDocument,
  { branch }: Ref,
  { name }: Repository,
  publish: Publish,
): WithdrawnDocument {
  return { path, repository: name, branch, commit: publish(commit), date: commit.committed };
}

async function* readTexts(
  repository: Repository,
  ref: Ref,
  documents: readonly TreeDocument[],
  { path: within, provenance: known }: RepositoryOptions,
  publish: Publish,
): AsyncGenerator<Found, void, undefined> {
  const commits = await lastChanges(repository, ref.commit, documents, within);
  const ids = documents.map(({ blob }) => blob);
  let index = 0;
  for await (const { bytes, size } of readBlobs(repository, ids)) {
    const path = documents[index++]?.path ?? '';
    const named = path === pathIn(within);
    if (bytes === null) {
      yield tooLarge(size, path);
      continue;
    }
    const text = textOf(bytes, path, named);
    if (typeof text !== 'string') {
      yield text;
      continue;
    }
    const hash = sha256(text);
    const last = commits.get(path);
    const commit = last === undefined ? ref.commit : publish(last);
    const committed = last?.committed ?? null;
    const own = { path, repository: repository.name, branch: ref.branch, commit, committed };
    const provenance = known?.([hash, sha256(bytes)]) ?? own;
    yield { document: { path, relativePath: path, text, sha256: hash, provenance, named } };
  }
}
