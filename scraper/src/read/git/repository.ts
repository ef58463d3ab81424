import { dirname } from 'node:path';
import { temporaryFolder } from '../ending.ts';
import { GitError, git, gitLine } from './command.ts';
import { type Location, locate, publicName } from './location.ts';

/** How long a remote may take to list its refs, in ms; the transfer itself may take longer. */
const FIRST_ANSWER = 60_000;

/** A repository that is open for reading; nothing is ever written to the one that was named. */
export interface Repository {
  /** Where git finds its objects; for a bundle or a remote, a temporary copy. */
  gitDir: string;
  /** As it was typed, without credentials. */
  shown: string;
  /** The folder that it stands in, where a sources file may name it as a copy; null for a remote. */
  beside: string | null;
  /** What a snapshot calls it: `owner/name` on GitHub, else a URL; null where it has no address but on this machine. */
  name: string | null;
  /** Whether it is a temporary copy without the contents of files: these are fetched when they are read. */
  lazy: boolean;
  /** Removes temporary files. The end of the process removes them too, also by Ctrl-C. */
  close(): void;
}

export interface OpenOptions {
  /** The folder that a path is relative to. */
  cwd?: string;
  /** Branches, tags or full commit ids to fetch of a remote one; without it all its branches. */
  refs?: readonly string[];
}

/**
 * Opens a repository for reading: a folder (bare or with a work tree, which is never looked at), a bundle file, or a
 * URL. Of a remote one the history is fetched, and the contents of those files only that are read.
 *
 * @param typed a path or a URL (https, ssh, git, file, or `user@host:path`)
 * @throws GitError where there is none, it cannot be had, it lacks a ref that is asked for, or its history is cut off
 */
export async function openRepository(typed: string, options: OpenOptions = {}): Promise<Repository> {
  const location = locate(typed, options.cwd ?? process.cwd());
  if (location.kind === 'folder') return openFolder(location);
  const { folder: gitDir, remove } = temporaryFolder();
  try {
    await git(null, ['init', '--bare', '--quiet', '--template=', '--', gitDir]);
    if (location.kind === 'bundle') await fetchBundle(gitDir, location);
    else await fetchRemote(gitDir, location, options.refs);
    await refuseShallow(gitDir, location.shown);
  } catch (error) {
    remove();
    throw error;
  }
  const lazy = location.kind === 'remote';
  const beside = lazy ? null : dirname(location.address);
  return {
    gitDir,
    shown: location.shown,
    beside,
    name: lazy ? publicName(location.address) : null,
    lazy,
    close: remove,
  };
}

async function openFolder({ address, shown }: Location): Promise<Repository> {
  const gitDir = await findGitDir(address, shown);
  await refuseShallow(gitDir, shown);
  const origin = await gitLine(gitDir, ['config', '--get', 'remote.origin.url']).catch(() => '');
  return { gitDir, shown, beside: dirname(address), name: publicName(origin), lazy: false, close: () => {} };
}

/** Finds the git folder. A folder inside of a repository is refused, because another folder was meant then. */
async function findGitDir(folder: string, shown: string): Promise<string> {
  const args = ['-C', folder, 'rev-parse', '--absolute-git-dir', '--show-prefix'];
  const found = await gitLine(null, args).catch((error: Error) => {
    throw new GitError(`${shown}: ${error.message}`);
  });
  const [gitDir = '', prefix] = found.split('\n');
  if (prefix !== undefined && prefix !== '') {
    throw new GitError(`${shown}: this is a folder in the repository at ${dirname(gitDir)}: name that, and --path`);
  }
  return gitDir;
}

async function refuseShallow(gitDir: string, shown: string): Promise<void> {
  if ((await gitLine(gitDir, ['rev-parse', '--is-shallow-repository'])) === 'true') {
    const remedy = 'fetch the rest with: git fetch --unshallow';
    throw new GitError(`${shown}: its history is cut off, so it cannot tell when a document changed; ${remedy}`);
  }
}

async function fetchBundle(gitDir: string, { address, shown }: Location): Promise<void> {
  const args = ['fetch', '--quiet', '--no-tags', '--', address, '+refs/*:refs/*'];
  await git(gitDir, args, { network: 'told' }).catch((error: Error) => {
    throw new GitError(`${shown}: not a git bundle that can be read: ${error.message}`);
  });
  const head = headOf(await gitLine(gitDir, ['ls-remote', '--symref', '--', address], { network: 'told' }));
  if (head !== null) await git(gitDir, ['symbolic-ref', 'HEAD', head]);
}

/** The branch that HEAD is on, by what `ls-remote` lists. Of a bundle, it is the branch at the commit of HEAD. */
function headOf(listed: string): string | null {
  const symbolic = /^ref: (refs\/heads\/\S+)\tHEAD$/m.exec(listed)?.[1];
  if (symbolic !== undefined) return symbolic;
  const commit = /^(\S+)\tHEAD$/m.exec(listed)?.[1];
  const branches = [...listed.matchAll(/^(\S+)\t(refs\/heads\/\S+)$/gm)];
  return (commit === undefined ? null : branches.find(([, at]) => at === commit)?.[2]) ?? null;
}

async function fetchRemote(gitDir: string, location: Location, refs: readonly string[] | undefined): Promise<void> {
  const { address, shown } = location;
  const fail = (error: Error): never => {
    throw new GitError(`${shown}: cannot be fetched: ${error.message}`);
  };
  await git(gitDir, ['remote', 'add', '--', 'origin', address]);
  const asked = { network: 'told', timeout: FIRST_ANSWER } as const;
  const listed = await gitLine(gitDir, ['ls-remote', '--symref', 'origin'], asked).catch(fail);
  const specs = refs === undefined ? ['+refs/heads/*:refs/heads/*'] : refs.map((ref) => specOf(ref, listed, shown));
  // With --update-shallow a history that is cut off arrives as such, so that it can be refused.
  const options = ['--quiet', '--no-tags', '--no-write-fetch-head', '--filter=blob:none', '--update-shallow'];
  await git(gitDir, ['fetch', ...options, 'origin', ...new Set(specs)], { network: 'told' }).catch(fail);
  const head = headOf(listed);
  if (head !== null) await git(gitDir, ['symbolic-ref', 'HEAD', head]);
}

/** What to fetch for a ref that was typed, by what the remote lists; `live~2` comes with `live`. */
function specOf(typed: string, listed: string, shown: string): string {
  const ref = typed.replace(/(?<=.)[~^].*$/s, '');
  const names = new Set(listed.split('\n').map((line) => line.split('\t')[1]));
  if (ref === 'HEAD') {
    const branches = [...names].filter((each) => each?.startsWith('refs/heads/'));
    const head = headOf(listed) ?? (branches.length === 1 ? branches[0] : undefined);
    if (head !== undefined) return `+${head}:${head}`;
  }
  const full = [`refs/heads/${ref}`, `refs/tags/${ref}`, ref].find(
    (name) => name.startsWith('refs/') && names.has(name),
  );
  if (full !== undefined) return `+${full}:${full}`;
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref)) return `+${ref}:refs/pinned/${ref}`;
  throw new GitError(`${shown}: it has no branch or tag ${JSON.stringify(ref)}; a commit is named by its full id`);
}
