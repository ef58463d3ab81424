import { resolve } from 'node:path';
import { readDocuments } from '../../read/files.ts';
import { withoutCredentials } from '../../read/git.ts';
import { readRepository } from '../../read/repository.ts';
import type { Documents, Found } from '../../read/source.ts';
import { readSources } from '../../read/sources.ts';
import { UsageError } from '../usage.ts';

/** What was typed to say where documents come from. */
export interface SourceArguments {
  /** Files and folders. */
  paths: readonly string[];
  sources?: string | undefined;
  repo?: string | undefined;
  ref?: string | undefined;
  path?: string | undefined;
  'changed-since'?: string | undefined;
}

export interface Source {
  documents: Documents;
  /** As it was typed, for messages. */
  typed: string;
  /** Whether it may well be that there is nothing to read. */
  mayBeEmpty: boolean;
}

/**
 * Tells from what was typed where documents come from; nothing is read before they are asked for.
 *
 * @param cwd the folder that it was typed in
 * @throws UsageError where it does not go together
 */
export function sourceOf(typed: SourceArguments, cwd: string): Source {
  const { paths, repo } = typed;
  for (const option of ['ref', 'path', 'changed-since'] as const) {
    if (repo === undefined && typed[option] !== undefined) throw new UsageError(`--${option} needs --repo`);
  }
  if (paths.length === 0 && repo === undefined) throw new UsageError('scrape needs a file, a folder or a repository');
  const provenance = typed.sources === undefined ? undefined : readSources(resolve(cwd, typed.sources));
  const { ref = null, path = null, 'changed-since': changedSince = null } = typed;
  const fromFiles = readDocuments(paths, cwd, provenance);
  if (repo === undefined) return { documents: fromFiles, typed: paths.join(', '), mayBeEmpty: false };
  const fromRepository = readRepository({ repo, ref, path, changedSince, cwd, provenance: provenance ?? null });
  return {
    documents: inTurn(fromFiles, fromRepository),
    typed: [...paths, withoutCredentials(repo)].join(', '),
    mayBeEmpty: changedSince !== null,
  };
}

async function* inTurn(...sources: Documents[]): AsyncGenerator<Found, void, undefined> {
  for (const source of sources) yield* source;
}
