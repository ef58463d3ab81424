import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { LARGEST_DOCUMENT } from '../text.ts';
import { ended, GitError, git, startGit } from './command.ts';
import type { Repository } from './repository.ts';

/** The content of a file: `bytes` is null where it is larger than a document may be. */
export interface Blob {
  id: string;
  size: number;
  bytes: Buffer | null;
}

const IDLE_TIMEOUT = 60_000;

/**
 * Reads contents through one git process, in the order of the ids, and keeps only one content in memory.
 *
 * @param ids as `listDocuments` and the history give them
 * @throws GitError where one is not in the repository, as in a partial clone, or is not what its id says
 */
export async function* readBlobs(
  repository: Repository,
  ids: readonly string[],
): AsyncGenerator<Blob, void, undefined> {
  if (ids.length === 0) return;
  if (repository.lazy) await fetchBlobs(repository, ids);
  const child = startGit(repository.gitDir, ['cat-file', '--batch'], repository.lazy ? 'lazy' : 'none');
  const end = ended(child);
  // It is awaited below. Without this, Node ends the process when git fails before that.
  end.catch(() => {});
  child.stdin.end(`${ids.join('\n')}\n`);
  const output = new Chunks(child.stdout, () => child.kill());
  try {
    for (const id of ids) {
      const header = await output.line();
      if (header === null) {
        await end.catch((error: Error) => {
          throw new GitError(`${repository.shown}: ${error.message}${hint(error.message)}`);
        });
        throw new GitError(`${repository.shown}: git stopped before ${id}`);
      }
      const [, type, length] = / (\w+) (\d+)$/.exec(header) ?? [];
      if (type !== 'blob' || length === undefined) throw new GitError(`${repository.shown}: ${missing(header)}`);
      const size = Number(length);
      const bytes = await output.bytes(size, size <= LARGEST_DOCUMENT);
      if (bytes !== null && blobId(bytes, id.length) !== id) {
        throw new GitError(`${repository.shown}: its object ${id} is damaged: its content has another id`);
      }
      yield { id, size, bytes };
    }
  } finally {
    child.kill();
  }
}

/** The id that git gives to a content: its SHA-1, or in some repositories its SHA-256, with its size in front. */
function blobId(bytes: Buffer, digits: number): string {
  const hash = createHash(digits === 40 ? 'sha1' : 'sha256');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function hint(message: string): string {
  return /promisor|not allowed/.test(message) ? '; it is a partial clone: fetch all with git fetch --refetch' : '';
}

function missing(header: string): string {
  return header.endsWith(' missing')
    ? `its object ${header.slice(0, -8)} is missing: is it a partial clone, or damaged?`
    : `not a file's content: ${header}`;
}

/** Gets the contents that a lazy copy lacks all at once, because git itself would get them one by one. */
async function fetchBlobs({ gitDir, shown }: Repository, ids: readonly string[]): Promise<void> {
  const present = await git(gitDir, ['cat-file', '--batch-check=%(objectname)', '--batch-all-objects']);
  const here = new Set(present.toString('latin1').split('\n'));
  const absent = [...new Set(ids)].filter((id) => !here.has(id));
  if (absent.length === 0) return;
  const options = ['--quiet', '--no-tags', '--no-write-fetch-head', '--filter=blob:none', '--stdin'];
  const settings = ['-c', 'fetch.negotiationAlgorithm=noop'];
  const input = `${absent.join('\n')}\n`;
  await git(gitDir, [...settings, 'fetch', ...options, 'origin'], { network: 'told', input }).catch((error: Error) => {
    throw new GitError(`${shown}: the documents cannot be fetched: ${error.message}`);
  });
}

/** Takes lines and counted bytes from a stream. */
class Chunks {
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #giveUp: () => void;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: Readable, giveUp: () => void) {
    this.#chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    this.#giveUp = giveUp;
  }

  /** null at the end. */
  async line(): Promise<string | null> {
    for (let from = 0; ; ) {
      const end = this.#rest.indexOf(10, from);
      if (end !== -1) {
        const line = this.#rest.toString('latin1', 0, end);
        this.#rest = this.#rest.subarray(end + 1);
        return line;
      }
      from = this.#rest.length;
      const chunk = await this.#next();
      if (chunk === null) return null;
      this.#rest = from === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    }
  }

  /** Reads that many bytes and the line end behind them; null where they need not be kept. */
  async bytes(length: number, keep: boolean): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    for (let needed = length + 1; ; ) {
      const part = this.#rest.subarray(0, needed);
      this.#rest = this.#rest.subarray(part.length);
      if (keep) parts.push(part);
      needed -= part.length;
      if (needed === 0) break;
      const chunk = await this.#next();
      if (chunk === null) throw new GitError('git stopped in the middle of a file');
      this.#rest = chunk;
    }
    return keep ? Buffer.concat(parts).subarray(0, length) : null;
  }

  async #next(): Promise<Buffer | null> {
    const late = setTimeout(this.#giveUp, IDLE_TIMEOUT);
    try {
      const { done, value } = await this.#chunks.next();
      return done === true ? null : value;
    } finally {
      clearTimeout(late);
    }
  }
}
