import { type Diagnostic, diagnostic } from '../../src/model/diagnostic.ts';

/** A file of the repository, and the sha256 of its bytes. */
export interface HashedFile {
  readonly file: string;
  readonly sha256: string;
}

const CURE = 'review it, then run pnpm verify --update';

/** The list that `sha256sum --check` reads, sorted by path. */
export function writeHashes(files: readonly HashedFile[]): string {
  const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  return sorted.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join('');
}

/**
 * Compares the snapshots with the list of those that were reviewed.
 *
 * @param list the content of snapshots.sha256
 */
export function checkHashes(files: readonly HashedFile[], list: string): Diagnostic[] {
  const report = (file: string, message: string) => diagnostic('error', 'not-reviewed', message, file);
  const listed = new Map<string, string>();
  const unread = list.split('\n').flatMap((line, index) => {
    const [, sha256, file] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (sha256 !== undefined && file !== undefined) listed.set(file, sha256);
    return sha256 !== undefined || line === '' ? [] : [`line ${index + 1} is no hash and path`];
  });
  const present = new Set(files.map(({ file }) => file));
  return [
    ...unread.map((message) => report('packages/catalog/snapshots.sha256', message)),
    ...files.flatMap(({ file, sha256 }) => {
      const expected = listed.get(file);
      if (expected === undefined) return [report(file, `not in snapshots.sha256: ${CURE}`)];
      if (expected === sha256) return [];
      return [report(file, `its sha256 is ${sha256}, and snapshots.sha256 says ${expected}: ${CURE}`)];
    }),
    ...[...listed.keys()]
      .filter((file) => !present.has(file))
      .map((file) =>
        report(file, 'in snapshots.sha256, but there is no such file: put it back, or run pnpm verify --update'),
      ),
  ];
}
