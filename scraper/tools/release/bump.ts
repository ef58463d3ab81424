import type { Change, Difference } from '../../src/compare/diff.ts';
import { isFact } from '../../src/compare/fields.ts';
import { partsOf, readName } from '../../src/compare/names.ts';

/** Which part of the version a difference of the data raises: CONTRIBUTING.md, "Release". */
export type Bump = 'none' | 'patch' | 'minor' | 'major';

export interface Reason {
  readonly bump: Bump;
  readonly why: string;
}

const ORDER: readonly Bump[] = ['none', 'patch', 'minor', 'major'];

/** Everything that asks for a new version, what asks for most first. */
export function reasonsOf(difference: Difference): Reason[] {
  const { added, removed, renamed, changed, text, corrections } = difference;
  const level = (bump: Bump) => changed.filter((change) => levelOf(change) === bump).length;
  const texts = Object.values(text).flatMap((fields) => Object.values(fields));
  const reasons: [Bump, number, string][] = [
    ['major', removed.length, 'gone without a redirect'],
    ['major', level('major'), 'changed in facts of a rule, or without a field that they had'],
    ['minor', added.length, 'added'],
    ['minor', renamed.length, 'renamed, with a redirect'],
    ['minor', level('minor'), 'changed in facts of other records, or with a field more'],
    ['patch', sum(texts), 'changed in text or provenance'],
    ['patch', sum(Object.values(corrections)), 'added, removed or changed among the corrections'],
  ];
  return reasons.flatMap(([bump, count, what]) => (count === 0 ? [] : [{ bump, why: `${count} ${what}` }]));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** The bump that is due: the greatest that anything asks for. */
export function dueBump(difference: Difference): Bump {
  const asked = reasonsOf(difference).map(({ bump }) => ORDER.indexOf(bump));
  return ORDER[Math.max(0, ...asked)] ?? 'none';
}

/**
 * The version that a bump leads to.
 *
 * @throws Error where the version is not three numbers
 */
export function nextVersion(version: string, bump: Bump): string {
  const [major, minor, patch] = numbersOf(version);
  switch (bump) {
    case 'major':
      return `${major + 1}.0.0`;
    case 'minor':
      return `${major}.${minor + 1}.0`;
    case 'patch':
      return `${major}.${minor}.${patch + 1}`;
    case 'none':
      return version;
  }
}

/** Whether the one version comes before the other. */
export function isBefore(version: string, other: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(other)];
  const at = a.findIndex((number, index) => number !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

function numbersOf(version: string): [number, number, number] {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) {
    throw new Error(`"${version}" is not a version of three numbers`);
  }
  return [Number(major), Number(minor), Number(patch)];
}

/**
 * A changed fact of a rule breaks those who rely on it; so does a field that is gone. Facts of other records (a role's
 * zone) are in neither list of the policy, which takes patches for text, names and provenance only.
 */
function levelOf({ id, before, after }: Change): Bump {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const key = readName(id);
  const kind = key === null ? 'rule' : partsOf(key).kind;
  const levels = fields.map((field) => {
    if (!Object.hasOwn(after, field)) return 'major';
    if (!Object.hasOwn(before, field)) return 'minor';
    return kind === 'rule' && isFact(kind, field) ? 'major' : 'minor';
  });
  return levels.includes('major') ? 'major' : (levels[0] ?? 'patch');
}
