import { createHash } from 'node:crypto';
import { type Comparable, type Difference, diffCatalogs } from '../../src/compare/diff.ts';
import { byCodeUnit } from '../../src/compare/names.ts';
import type { Redirects } from '../../src/compare/redirects.ts';
import { type Bump, dueBump, nextVersion } from './bump.ts';

/** diff.json: what a release changes in the data of an earlier one. */
export interface ReleaseDiff extends Difference {
  /** The version compared with; null for the first release. */
  readonly from: string | null;
  readonly to: string;
  readonly bump: Bump;
  /** sha256 of the newer data, so that a diff of other data is not released; null for the first release. */
  readonly digest: string | null;
}

/** The diff of the first release, which has nothing to be compared with. */
export const FIRST_RELEASE: ReleaseDiff = {
  from: null,
  to: '',
  bump: 'none',
  digest: null,
  added: [],
  removed: [],
  renamed: [],
  changed: [],
  text: {},
  corrections: { added: 0, removed: 0, changed: 0 },
};

/** Compares the data of a release with that of now; `to` is the version that is due. */
export function releaseDiff(
  older: Comparable & { readonly version: string },
  newer: Comparable,
  redirects: Redirects,
): ReleaseDiff & { readonly from: string } {
  const difference = diffCatalogs(older, newer, redirects);
  const bump = dueBump(difference);
  const from = older.version;
  return { from, to: nextVersion(from, bump), bump, digest: digestOf(newer), ...difference };
}

/** The sha256 of a catalog; the order of its records makes no difference. */
export function digestOf(catalog: Comparable): string {
  const { ports, tables, scenarios, documents, roles, services, protocols, products, advisories, corrections } =
    catalog;
  const lists = [ports, tables, scenarios, documents, roles, services, protocols, products, advisories, corrections];
  const sorted = lists.map((list) => list.toSorted((a, b) => byCodeUnit(a.id, b.id)));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}
