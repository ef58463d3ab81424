import { fileURLToPath } from 'node:url';

/** Where things are in the repository. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const VOCABULARY = fileURLToPath(new URL('../../vocabulary/', import.meta.url));
export const SNAPSHOTS = `${ROOT}snapshots/`;
const PACKAGE = `${ROOT}packages/catalog/`;
export const DATA = `${PACKAGE}data/`;
/** The hashes of the snapshots that were reviewed. */
export const HASHES = `${PACKAGE}snapshots.sha256`;
/** What a release reads and writes. */
export const RELEASE = {
  data: DATA,
  manifest: `${PACKAGE}package.json`,
  redirects: `${PACKAGE}redirects.json`,
  releasedIds: `${PACKAGE}released-ids.txt`,
  diff: `${PACKAGE}diff.json`,
  changes: `${PACKAGE}changes.json`,
  changeset: `${ROOT}.changeset/data.md`,
};

/**
 * The folder that a person typed the command in. pnpm runs scripts in the package's folder and says in INIT_CWD where
 * it was called; in anything else that it runs (a test that starts the command) the working folder counts.
 */
export function typedIn(environment: NodeJS.ProcessEnv, workingFolder: string): string {
  const called = environment.npm_lifecycle_event;
  const scripts = ['scrape', 'regenerate', 'history', 'vocabulary:learn', 'release:diff'];
  return called !== undefined && scripts.includes(called) && environment.INIT_CWD !== undefined
    ? environment.INIT_CWD
    : workingFolder;
}
