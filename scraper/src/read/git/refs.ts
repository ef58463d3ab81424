import { GitError, gitLine } from './command.ts';
import type { Repository } from './repository.ts';

/** A commit, and the name that led to it. */
export interface Ref {
  /** As it was typed. */
  name: string;
  commit: string;
  /** The branch that it names; null for a tag, a commit id and the like. */
  branch: string | null;
}

/**
 * Finds the commit of a branch (one of the remote's too), a tag, or anything that git takes for a commit. A branch
 * goes before a tag of its name. `HEAD` is the branch that the repository is on; where it is on none, as a bundle made
 * of one branch is, the only branch that it has.
 *
 * @throws GitError where there is none
 */
export async function resolveRef(repository: Repository, name: string): Promise<Ref> {
  if (name === '' || name.startsWith('-') || /[\p{Cc}\s]/u.test(name)) {
    throw new GitError(`${JSON.stringify(name)}: no name of a branch, tag or commit`);
  }
  const full = name === 'HEAD' ? await symbolicHead(repository) : name;
  // `live~1` names a commit, so it is not looked up as a branch or tag.
  const names = /[~^:@]/.test(full) ? [] : [`refs/heads/${full}`, `refs/tags/${full}`, `refs/remotes/origin/${full}`];
  const candidates = [...names, full];
  for (const candidate of candidates) {
    const commit = await commitOf(repository, candidate);
    if (commit === null) continue;
    const branch = /^refs\/(?:heads|remotes\/origin)\//.test(candidate) ? full : null;
    return { name, commit, branch: full === 'HEAD' ? null : branch };
  }
  const listed = await listBranches(repository);
  const [only, ...others] = listed;
  if (name === 'HEAD' && only !== undefined && others.length === 0) {
    return { name, commit: only.commit, branch: only.name };
  }
  const known = listed.map((each) => each.name);
  const branches = known.length === 0 ? 'it has no branches' : `its branches: ${known.slice(0, 10).join(', ')}`;
  throw new GitError(`${repository.shown}: it has no branch, tag or commit ${JSON.stringify(name)}; ${branches}`);
}

/** The repository's own branches with their commits, by name. */
export async function listBranches(repository: Repository): Promise<{ name: string; commit: string }[]> {
  const format = '--format=%(objectname) %(refname)';
  const listed = await gitLine(repository.gitDir, ['for-each-ref', format, '--', 'refs/heads/']);
  return listed.split('\n').flatMap((line) => {
    const [, commit = '', name = ''] = /^([0-9a-f]+) refs\/heads\/(.+)$/.exec(line) ?? [];
    return name === '' ? [] : [{ name, commit }];
  });
}

async function symbolicHead({ gitDir }: Repository): Promise<string> {
  const head = await gitLine(gitDir, ['symbolic-ref', '--quiet', 'HEAD']).catch(() => '');
  return head.startsWith('refs/heads/') ? head.slice('refs/heads/'.length) : 'HEAD';
}

async function commitOf({ gitDir }: Repository, candidate: string): Promise<string | null> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${candidate}^{commit}`];
  const found = await gitLine(gitDir, args).catch(() => '');
  return /^[0-9a-f]{40,64}$/.test(found) ? found : null;
}
