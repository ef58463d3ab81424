import { version as current } from '@lync/port-catalog';
import released from '@lync/port-catalog/changes.json' with { type: 'json' };

/** A rule with facts that a release changed, by its id in the release before. */
export interface ChangedRule {
  readonly id: string;
  readonly fields: readonly string[];
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What a release changed in the data of the one before; other records than rules have a kind before their id. */
export interface ReleaseChanges {
  readonly from: string | null;
  readonly to: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly changed: readonly ChangedRule[];
}

const releases = released as readonly ReleaseChanges[];

/** The versions since which the API tells the changes: every release, and the data of now. */
export function versionsKnown(all: readonly ReleaseChanges[] = releases, now = current): string[] {
  return [...new Set([...all.flatMap(({ from, to }) => [from ?? [], to].flat()), now])];
}

/** What a rule went through from one version to another. */
interface Course {
  /** Its id in the version that is asked for; null where it was not there yet. */
  readonly first: string | null;
  /** Each of its changes, the oldest first. */
  readonly changes: readonly (Pick<ChangedRule, 'fields' | 'before' | 'after'> & { readonly version: string })[];
}

/**
 * The rules that are new, gone, renamed or changed since a version, each by its id of now; one that is gone by its id
 * of then. What came and went in between is not there.
 */
export function changesSince(since: string, all: readonly ReleaseChanges[] = releases, now = current) {
  const start = all.findIndex(({ from }) => from === since);
  const courses = new Map<string, Course>();
  const removed = new Set<string>();
  const courseOf = (id: string): Course => courses.get(id) ?? { first: id, changes: [] };
  for (const release of start < 0 ? [] : all.slice(start)) {
    for (const { id, fields, before, after } of release.changed.filter(isRule)) {
      const { first, changes } = courseOf(id);
      courses.set(id, { first, changes: [...changes, { version: release.to, fields, before, after }] });
    }
    // Taken from their places first: an id may go to one rule in the release in which it leaves another.
    const moved = release.renamed
      .filter(({ from }) => isRule({ id: from }))
      .map(({ from, to }) => ({ to, course: courseOf(from), from }));
    for (const { from } of moved) courses.delete(from);
    for (const id of release.removed.filter((each) => isRule({ id: each }))) {
      const { first } = courseOf(id);
      courses.delete(id);
      if (first !== null) removed.add(first);
    }
    for (const { to, course } of moved) courses.set(to, course);
    for (const id of release.added.filter((each) => isRule({ id: each })))
      courses.set(id, { first: null, changes: [] });
  }
  const list = [...courses].map(([id, course]) => ({ id, ...course })).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    version: now,
    since,
    added: list.filter(({ first }) => first === null).map(({ id }) => id),
    removed: [...removed].sort(),
    renamed: list.flatMap(({ id, first }) => (first === null || first === id ? [] : [{ from: first, to: id }])),
    changed: list.flatMap(({ id, first, changes }) =>
      first === null || changes.length === 0 ? [] : [{ id, changes }],
    ),
  };
}

function isRule({ id }: { readonly id: string }): boolean {
  return !id.includes(' ');
}
