import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { decode, sha256 } from './decode.ts';
import {
  type Blob,
  type Commit,
  changedDocuments,
  GitError,
  type GoneDocument,
  goneDocuments,
  LARGEST_DOCUMENT,
  lastChanges,
  listDocuments,
  openRepository,
  type Ref,
  type Repository,
  readBlobs,
  resolveRef,
  type TreeDocument,
} from './git.ts';
import type { SourceDocument } from './source.ts';
import type { FindProvenance } from './sources.ts';

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
  /** What is known better than by the repository itself, as of a copy; null for nothing. */
  provenance: FindProvenance | null;
}

export interface FoundInRepository {
  ref: Ref;
  /** Each document, or what keeps it from being read, one after the other as they are asked for. */
  documents: AsyncGenerator<SourceDocument | Diagnostic, void, undefined>;
  /** What was passed over. */
  diagnostics: Diagnostic[];
  /** Documents of the path that were removed, all of them or those since `changedSince`. */
  gone: GoneDocument[];
  /** To be called at the end: removes temporary copies. */
  close(): void;
}

/**
 * Finds the documents of a git repository at a ref. A document's commit is the one that gave it its text and path on
 * that ref.
 *
 * @throws GitError where there is no such repository, ref or path
 */
export async function readRepository(options: RepositoryOptions): Promise<FoundInRepository> {
  const { path, changedSince } = options;
  const name = options.ref ?? 'HEAD';
  const refs = [name, ...(changedSince === null ? [] : [changedSince])];
  const repository = await openRepository(options.repo, { cwd: options.cwd, refs });
  try {
    const ref = await resolveRef(repository, name);
    const listed = await listDocuments(repository, ref.commit, path);
    const gone = await goneDocuments(repository, ref.commit, path);
    if (listed.documents.length === 0 && listed.diagnostics.length === 0 && gone.length === 0 && path !== null) {
      throw new GitError(`${repository.shown}: ${name} has no document ${JSON.stringify(path)}, and never had`);
    }
    const earlier = changedSince === null ? null : await documentsAt(repository, changedSince, path);
    const changed = earlier === null ? null : changedDocuments(earlier, listed.documents);
    const wanted = listed.documents.filter((each) => changed?.has(each.path) ?? true);
    const was = earlier === null ? null : new Set(earlier.map((each) => each.path));
    const commits = await lastChanges(repository, ref.commit, wanted, path);
    return {
      ref,
      documents: readAll(repository, ref, wanted, commits, options.provenance),
      diagnostics: listed.diagnostics,
      gone: gone.filter((each) => was?.has(each.path) ?? true),
      close: repository.close,
    };
  } catch (error) {
    repository.close();
    throw error;
  }
}

async function documentsAt(repository: Repository, name: string, path: string | null): Promise<TreeDocument[]> {
  const { commit } = await resolveRef(repository, name);
  return (await listDocuments(repository, commit, path)).documents;
}

async function* readAll(
  repository: Repository,
  ref: Ref,
  documents: readonly TreeDocument[],
  commits: ReadonlyMap<string, Commit>,
  known: FindProvenance | null,
): FoundInRepository['documents'] {
  let index = 0;
  for await (const blob of readBlobs(
    repository,
    documents.map((each) => each.blob),
  )) {
    const path = documents[index++]?.path ?? '';
    const read = readText(blob, path);
    if ('code' in read) {
      yield read;
      continue;
    }
    const { text, bytes } = read;
    const hash = sha256(text);
    const commit = commits.get(path)?.id ?? ref.commit;
    const own = { path, repository: repository.name, branch: ref.branch, commit };
    yield { path, relativePath: path, text, sha256: hash, provenance: known?.([hash, sha256(bytes)]) ?? own };
  }
}

function readText({ bytes, size }: Blob, path: string): { text: string; bytes: Buffer } | Diagnostic {
  if (bytes === null) {
    const message = `${size} bytes are more than a document may have (${LARGEST_DOCUMENT})`;
    return diagnostic('error', 'too-large', message, path);
  }
  if (bytes.subarray(0, 40).toString('latin1').startsWith('version https://git-lfs.github.com/spec/')) {
    return diagnostic('error', 'lfs-pointer', 'its content is kept in Git LFS, not in the repository', path);
  }
  const text = decode(bytes);
  return text === null ? diagnostic('error', 'not-utf-8', 'not a text in UTF-8', path) : { text, bytes };
}
