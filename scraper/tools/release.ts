import { readFileSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { toJson } from '../src/assemble/json.ts';
import { writeFiles } from '../src/assemble/write.ts';
import { failed, type Outcome } from '../src/commands/outcome.ts';
import { UsageError } from '../src/commands/usage.ts';
import { entriesByKey, nameOf } from '../src/compare/names.ts';
import { isBefore, reasonsOf } from './release/bump.ts';
import { changelogText, changesetFile } from './release/changelog.ts';
import { danglingIds, readIds, writeIds } from './release/ids.ts';
import { readLists, readOlder } from './release/lists.ts';
import { readJson } from './release/read-json.ts';
import { checkRedirects, readRedirects } from './release/redirects.ts';
import { digestOf, FIRST_RELEASE, type ReleaseDiff, releaseDiff } from './release/release-diff.ts';
import { suggestRenames } from './release/suggest.ts';

/** The files that a release is made of. */
export interface ReleasePlaces {
  /** The folder of the catalog's lists. */
  data: string;
  /** The package's package.json. */
  manifest: string;
  redirects: string;
  releasedIds: string;
  diff: string;
  /** The diffs of all releases, the oldest first, for the site. */
  changes: string;
  /** The changeset of the data; others beside it are people's own. */
  changeset: string;
}

/**
 * The commands of a release: `pnpm release:diff`, `release:check`, `release:ids` and `release:settle`.
 *
 * @param cwd the folder that a path was typed in
 * @throws Error in one line, where a file is not what it should be
 */
export function release([command, ...args]: readonly string[], cwd: string, places: ReleasePlaces): Outcome {
  const [first] = args;
  if (command === 'diff' && first !== undefined && args.length === 1) {
    return diffRelease(resolve(cwd, first), first, places);
  }
  if (command === 'check' && (args.length === 0 || (first === '--complete' && args.length === 1))) {
    return checkRelease(first === '--complete', places);
  }
  if (command === 'ids' && args.length === 0) return recordIds(places);
  if (command === 'settle' && args.length === 0) return settleDiff(places);
  throw new UsageError('release takes diff <data.json>, check [--complete], ids or settle');
}

/**
 * `pnpm release:diff`: compares the data of an older release with that of now, and writes diff.json and the changeset.
 *
 * @param called what messages call the older data
 * @throws Error in one line, where a file is not what it should be; then nothing is written
 */
export function diffRelease(olderPath: string, called: string, places: ReleasePlaces): Outcome {
  const older = readOlder(olderPath, called);
  const newer = readLists(places.data);
  const version = readVersion(places);
  const redirects = readRedirects(readJson(places.redirects, 'redirects.json'));
  const [problem] = checkRedirects(redirects, new Set(entriesByKey(newer).keys()));
  if (problem !== undefined) throw new Error(problem);
  if (isBefore(version, older.version)) {
    throw new Error(`${called}: is of ${older.version}, and the package is only at ${version}`);
  }
  const diff = releaseDiff(older, newer, redirects);
  const raises = isBefore(version, diff.to);
  const files = new Map([[places.diff, toJson({ ...diff, to: raises ? diff.to : version })]]);
  if (raises) files.set(places.changeset, changesetFile(diff));
  writeFiles(files);
  if (!raises) rmSync(places.changeset, { force: true });
  return done(
    `${diff.bump}: ${diff.from} → ${diff.to}`,
    ...reasonsOf(diff).map(({ bump, why }) => `  ${bump}: ${why}`),
    ...diff.removed.map((name) => `  gone: ${name}`),
    ...diff.changed.flatMap(({ id, before, after }) => {
      const facts = Object.keys({ ...before, ...after });
      return facts.length === 0 ? [] : [`  changed: ${id}: ${facts.join(', ')}`];
    }),
    ...suggestRenames(older, newer, diff).map(
      ({ from, to }) => `  not in redirects.json: "${from}": "${to}"? Both are the same row of the same table.`,
    ),
    ...(raises ? [] : [`No changeset: the package is at ${version}.`, ...changelogText(diff).trimEnd().split('\n')]),
    `Wrote ${[...files.keys()].map((file) => relative(process.cwd(), file)).join(' and ')}.`,
  );
}

/**
 * `pnpm release:check`: whether every released id still leads to something.
 *
 * @param complete whether the ids of now must all be recorded as released, as they must before they are published
 */
export function checkRelease(complete: boolean, places: ReleasePlaces): Outcome {
  const present = new Set(entriesByKey(readLists(places.data)).keys());
  const redirects = readRedirects(readJson(places.redirects, 'redirects.json'));
  const released = readIds(readFileSync(places.releasedIds, 'utf8'));
  const unrecorded = complete ? present.difference(new Set(released)).size : 0;
  const problems = [
    ...checkRedirects(redirects, present),
    ...danglingIds(released, redirects, present).map(
      (key) => `released-ids.txt: "${key}" leads to nothing: redirects.json must say what "${nameOf(key)}" is now`,
    ),
    ...(unrecorded === 0 ? [] : [`released-ids.txt: ${unrecorded} ids of now are missing: run pnpm release:ids`]),
  ];
  if (problems.length > 0) return failed([], ...problems);
  return done(`${released.length} released ids and ${redirects.size} redirects lead somewhere.`);
}

/** `pnpm release:ids`: records the ids of now as released. */
export function recordIds(places: ReleasePlaces): Outcome {
  const released = readIds(readFileSync(places.releasedIds, 'utf8'));
  const all = new Set([...released, ...entriesByKey(readLists(places.data)).keys()]);
  writeFiles(new Map([[places.releasedIds, writeIds(all)]]));
  return done(`${all.size} released ids, ${all.size - released.length} of them new.`);
}

/**
 * `pnpm release:settle`: gives diff.json the version that the changesets have led to, and keeps it in changes.json.
 *
 * @throws Error where diff.json is missing or was made of other data
 */
export function settleDiff(places: ReleasePlaces): Outcome {
  const version = readVersion(places);
  const released = readIds(readFileSync(places.releasedIds, 'utf8'));
  const diff: ReleaseDiff = released.length === 0 ? FIRST_RELEASE : (readJson(places.diff, 'diff.json') as ReleaseDiff);
  if (diff !== FIRST_RELEASE && diff.digest !== digestOf(readLists(places.data))) {
    throw new Error('diff.json was made of other data: run pnpm release:diff <data.json of the last release>');
  }
  const settled = { ...diff, to: version };
  const files = new Map([[places.diff, toJson(settled)]]);
  if (diff !== FIRST_RELEASE) {
    const before = (readJson(places.changes, 'changes.json') as readonly ReleaseDiff[]).filter(
      ({ to }) => to !== version,
    );
    files.set(places.changes, toJson([...before, settled]));
  }
  writeFiles(files);
  return done(`diff.json leads from ${diff.from ?? 'nothing'} to ${version}.`);
}

function readVersion({ manifest }: ReleasePlaces): string {
  return (readJson(manifest, 'package.json') as { version: string }).version;
}

function done(...report: string[]): Outcome {
  return { ok: true, diagnostics: [], report };
}
