import { fileURLToPath } from 'node:url';

/** The files that a release is made of. */
export interface Places {
  /** The folder of the catalog's lists. */
  data: string;
  /** The package's package.json. */
  manifest: string;
  redirects: string;
  releasedIds: string;
  diff: string;
  /** The changeset of the data; others beside it are people's own. */
  changeset: string;
}

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

export const PLACES: Places = {
  data: `${PACKAGE}data/`,
  manifest: `${PACKAGE}package.json`,
  redirects: `${PACKAGE}redirects.json`,
  releasedIds: `${PACKAGE}released-ids.txt`,
  diff: `${PACKAGE}diff.json`,
  changeset: fileURLToPath(new URL('../../../../.changeset/data.md', import.meta.url)),
};
