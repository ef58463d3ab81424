import { isDocument } from '../document.ts';
import { git } from './command.ts';
import { pathspec, readPath } from './paths.ts';
import type { Repository } from './repository.ts';

/** A commit, with what a document's history needs of it. */
export interface Commit {
  id: string;
  /** When it was taken in, in UTC: `2020-10-17T17:08:00Z`. */
  committed: string;
  /** The first line of its message. It is text from outside. */
  subject: string;
}

/** What a commit did to a file. */
export interface Change {
  commit: Commit;
  path: string;
  /** The content before; null where it is new. After a merge, that of the first parent. */
  before: string | null;
  /** The content after; null where it is gone. */
  after: string | null;
  /** The path that it had before, where git says that it was renamed. */
  renamedFrom: string | null;
}

/**
 * The commits that lead to a commit and touch a path, newest first, a merge only where it settles on something new.
 *
 * @param path a folder or a file as git names it; empty for all
 */
export async function listCommits({ gitDir }: Repository, commit: string, path: string): Promise<string[]> {
  const args = ['rev-list', '--topo-order', '--end-of-options', commit, ...pathspec(path)];
  return (await git(gitDir, args))
    .toString('latin1')
    .split('\n')
    .filter((id) => id !== '');
}

/**
 * What commits did to documents, in the order of the commits. Links and submodules do not count as documents.
 *
 * @param likeness from how much alike, in per cent, a file counts as renamed; without it, no renames are looked for
 */
export async function readChanges(
  repository: Repository,
  commits: readonly string[],
  path: string,
  likeness?: number,
): Promise<Change[]> {
  if (commits.length === 0) return [];
  const renames = likeness === undefined ? ['--no-renames'] : [`-M${likeness}%`, '-l2000'];
  const format = '--format=%H %ct %s';
  const what = ['--stdin', '--root', '--raw', '-r', '-c', '-z', '--no-abbrev', '--no-ext-diff', '--no-textconv'];
  const args = ['diff-tree', ...what, ...renames, format, ...pathspec(path)];
  // To compare contents for likeness, git may have to fetch those that a lazy copy lacks.
  const network = repository.lazy && likeness !== undefined ? 'lazy' : 'none';
  const log = await git(repository.gitDir, args, { input: `${commits.join('\n')}\n`, network });
  return [...parse(log)];
}

function* parse(log: Buffer): Generator<Change> {
  let commit: Commit | null = null;
  const fields = split(log);
  for (const field of fields) {
    // Git puts a line end between a commit and its first entry.
    const text = field.toString('utf8').replace(/^\n+/, '');
    if (text === '') continue;
    if (!text.startsWith(':')) {
      commit = toCommit(text);
      continue;
    }
    const entry = toEntry(text);
    const first = readPath(fields.next().value ?? Buffer.alloc(0));
    const second = entry.renamed ? readPath(fields.next().value ?? Buffer.alloc(0)) : null;
    const path = second ?? first;
    if (commit === null || typeof path !== 'string' || !isDocument(path)) continue;
    const { before, after } = entry;
    if (before === null && after === null) continue;
    yield { commit, path, before, after, renamedFrom: second !== null && typeof first === 'string' ? first : null };
  }
}

/** The parts of what git wrote, each ended by a NUL. */
export function* split(log: Buffer): Generator<Buffer, undefined, undefined> {
  for (let at = 0; at < log.length; ) {
    const found = log.indexOf(0, at);
    const end = found === -1 ? log.length : found;
    yield log.subarray(at, end);
    at = end + 1;
  }
}

function toCommit(header: string): Commit {
  const [, id = '', committed, subject = ''] = /^(\w+) (-?\d+) ?(.*)$/s.exec(header.trim()) ?? [];
  return { id, committed: utc(committed), subject };
}

/** Seconds as a date; empty where there is no such date, because git accepts any number. */
function utc(seconds: string | undefined): string {
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace('.000Z', 'Z');
}

/** `:<mode> <mode> <id> <id> <status>`; a merge has a colon, a mode and an id for each of its parents. */
function toEntry(text: string): { before: string | null; after: string | null; renamed: boolean } {
  const parents = /^:+/.exec(text)?.[0].length ?? 1;
  const fields = text.slice(parents).split(' ');
  const file = (mode: string | undefined, id: string | undefined) => (mode?.startsWith('100') && id ? id : null);
  return {
    before: file(fields[0], fields[parents + 1]),
    after: file(fields[parents], fields[2 * parents + 1]),
    renamed: parents === 1 && /^[RC]/.test(fields[2 * parents + 2] ?? ''),
  };
}
