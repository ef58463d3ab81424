import { onTestFinished } from 'vitest';
import { readBlobs } from '../../scraper/src/read/git/blobs.ts';
import { type OpenOptions, openRepository, type Repository } from '../../scraper/src/read/git/repository.ts';
import { type RepositoryOptions, readRepository } from '../../scraper/src/read/repository.ts';
import { type Collected, collect } from '../../scraper/src/read/source.ts';

/** Opens a repository for the test that is running. */
export async function open(typed: string, options: OpenOptions = {}): Promise<Repository> {
  const repository = await openRepository(typed, options);
  onTestFinished(() => repository.close());
  return repository;
}

/** The texts of contents, in the order asked for. */
export async function texts(repository: Repository, ids: readonly string[]): Promise<(string | undefined)[]> {
  const blobs = await Array.fromAsync(readBlobs(repository, ids));
  return blobs.map(({ bytes }) => bytes?.toString('utf8'));
}

/** All that reading a repository finds. */
export function readAll(repo: string, options: Partial<RepositoryOptions> = {}): Promise<Collected> {
  const none = { ref: null, path: null, changedSince: null, cwd: '/', provenance: null };
  return collect(readRepository({ ...none, repo, ...options }));
}
