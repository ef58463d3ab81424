import { decode, sha256 } from '../decode.ts';
import type { Listed } from '../sources.ts';
import { git, gitLine } from './command.ts';
import type { Commit } from './log.ts';
import type { Repository } from './repository.ts';

/** The id of a commit in the repository of its publisher. */
export type Publish = (commit: Pick<Commit, 'id' | 'subject'>) => string;

const COPIED = /^Upstream ([0-9a-f]{40})$/;

/**
 * Tells what commits are called in the repository of their publisher. A bundle of some of the pages has commits with ids
 * of their own, so the subject of each names the commit that it copies. Anybody can write such a subject, so it counts
 * only in a repository that a sources file knows: of the documents that the file lists, some stand in the commits that
 * claim to be theirs, and each of these as it was listed.
 *
 * @param commit what leads to it is looked at
 * @param listed what a sources file lists; empty where there is none
 */
export async function publishedIn(repository: Repository, commit: string, listed: readonly Listed[]): Promise<Publish> {
  const isCopy = listed.length > 0 && (await holdsListed(repository, commit, listed));
  return ({ id, subject }) => (isCopy ? COPIED.exec(subject)?.[1] : undefined) ?? id;
}

async function holdsListed({ gitDir }: Repository, commit: string, listed: readonly Listed[]): Promise<boolean> {
  const log = await gitLine(gitDir, ['log', '--format=%H %s', '--end-of-options', commit]);
  const copies = new Map<string, string>();
  for (const line of log.split('\n')) {
    const [id = '', subject = ''] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)];
    const copied = COPIED.exec(subject)?.[1];
    if (copied !== undefined) copies.set(copied, id);
  }
  const claimed = listed.filter(({ commit: published }) => copies.has(published));
  for (const { path, commit: published, sha256: hash } of claimed) {
    const place = `${copies.get(published)}:${path}`;
    const bytes = await git(gitDir, ['cat-file', 'blob', place]).catch(() => Buffer.alloc(0));
    if (![sha256(bytes), sha256(decode(bytes) ?? '')].includes(hash)) return false;
  }
  return claimed.length > 0;
}
