import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Provenance } from './source.ts';

/** A file that says where documents were published: a list with an entry for each, known by its sha256. */
const Sources = z.array(
  z.object({
    path: z.string(),
    repository: z.string(),
    branch: z.string().nullable().default(null),
    commit: z.string(),
    committed: z.string().nullable().default(null),
    sha256: z.string(),
  }),
);
type Sources = z.infer<typeof Sources>;

/** A document of a sources file. */
export type Listed = Pick<Sources[number], 'path' | 'commit' | 'sha256'>;

/** Finds the provenance of a document by its sha256, that of its text or that of its bytes. */
export interface FindProvenance {
  (hashes: readonly string[]): Provenance | null;
  /** All that the file lists. */
  readonly listed?: readonly Listed[];
}

/**
 * Reads a sources file.
 *
 * @throws Error that names the file, where it cannot be read, is not JSON or is not a list of sources
 */
export function readSources(file: string): FindProvenance {
  const sources = parseSources(file);
  const byHash = new Map(
    sources.map(({ sha256, path, repository, branch, commit, committed }) => {
      return [sha256, { path, repository, branch, commit, ...(committed === null ? {} : { committed }) }] as const;
    }),
  );
  const find = (hashes: readonly string[]) =>
    hashes.map((hash) => byHash.get(hash)).find((each) => each !== undefined) ?? null;
  return Object.assign(find, { listed: sources });
}

function parseSources(file: string): Sources {
  try {
    return Sources.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new Error(`${file}: not a list of sources: ${message}`);
  }
}

/** Looks for a `sources.json` beside or above a folder; the nearest that is one counts. */
export function findSources(folder: string): FindProvenance {
  for (let at = folder; ; at = dirname(at)) {
    try {
      return readSources(join(at, 'sources.json'));
    } catch {
      if (at === dirname(at)) return () => null;
    }
  }
}
