import { resolve } from 'node:path';
import { readDocuments } from '../../read/files.ts';
import { withoutCredentials } from '../../read/git/command.ts';
import { cacheFolder, openCache } from '../../read/host/cache.ts';
import { LIMITS } from '../../read/host/get.ts';
import { hostOf } from '../../read/host/github.ts';
import { type RefreshOptions, refreshDocuments } from '../../read/refresh.ts';
import { readRepository } from '../../read/repository.ts';
import type { Documents, Found } from '../../read/source.ts';
import { readSources } from '../../read/sources.ts';
import { readSnapshots } from '../snapshots.ts';
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
  refresh?: boolean | undefined;
  latest?: boolean | undefined;
}

export interface Source {
  documents: Documents;
  /** As it was typed, for messages. */
  typed: string;
  /** Whether finding nothing to read is no error. */
  mayBeEmpty: boolean;
}

/**
 * Tells from what was typed where documents come from. A source reads a document only when it is asked for it.
 *
 * @param cwd the folder that it was typed in
 * @param snapshots the folder of the snapshots, for `--refresh`
 * @throws UsageError where the options contradict each other
 */
export function sourceOf(typed: SourceArguments, cwd: string, snapshots: string): Source {
  if (typed.refresh === true) return refreshOf(typed, snapshots);
  if (typed.latest === true) throw new UsageError('--latest needs --refresh');
  const { paths, repo } = typed;
  for (const option of ['path', 'changed-since'] as const) {
    if (repo === undefined && typed[option] !== undefined) throw new UsageError(`--${option} needs --repo`);
  }
  if (repo === undefined && typed.ref !== undefined) throw new UsageError('--ref needs --repo or --refresh');
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

/** The documents of the snapshots, from GitHub. */
function refreshOf(typed: SourceArguments, folder: string): Source {
  for (const option of ['sources', 'repo', 'path', 'changed-since'] as const) {
    if (typed[option] !== undefined) throw new UsageError(`--refresh does not go with --${option}`);
  }
  if (typed.paths.length > 0) throw new UsageError('--refresh takes the documents of the snapshots, and no others');
  if (typed.ref !== undefined && typed.latest === true) throw new UsageError('--ref or --latest, not both');
  const at = typed.latest === true ? 'latest' : typed.ref === undefined ? 'pinned' : { ref: typed.ref };
  const cache = openCache(cacheFolder(process.env));
  const options: RefreshOptions = { at, host: hostOf(process.env), get: { limits: LIMITS, cache } };
  const { snapshots, diagnostics } = readSnapshots(folder);
  const problems = diagnostics.map((problem) => ({ problem }));
  // A ref has one text of a document; at their own commits and branches, the page and its English are two.
  const known = snapshots.flatMap(({ document, english }) =>
    english === undefined || typeof at === 'object' ? [document] : [document, english.document],
  );
  const documents = refreshDocuments(known, options);
  return {
    documents: inTurn(problems, documents),
    typed: 'the snapshots',
    mayBeEmpty: snapshots.length > 0,
  };
}

async function* inTurn(...sources: (Documents | Found[])[]): AsyncGenerator<Found, void, undefined> {
  for (const source of sources) yield* source;
}
