import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { GitError, withoutCredentials } from './command.ts';

/** Where a repository is: in a folder, in a bundle file, or on a remote. */
export interface Location {
  kind: 'folder' | 'bundle' | 'remote';
  /** An absolute path, or the URL as git takes it. */
  address: string;
  /** For messages: as it was typed, without credentials. */
  shown: string;
}

const URL_SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
/** `user@host:path`; a host of one letter is a drive. */
const SCP = /^(?:[\w.-]+@)?([\w.-]{2,}):(?!:)\/?([^\s\\]+)$/;

/**
 * Tells whether a folder, a bundle or a URL was typed for a repository.
 *
 * @param typed a path, relative to `cwd`, or a URL: https, ssh, git or file, or `user@host:path`
 * @throws GitError where it is neither
 */
export function locate(typed: string, cwd: string): Location {
  const shown = withoutCredentials(typed);
  if (typed === '' || typed.startsWith('-') || /\p{Cc}/u.test(typed)) {
    throw new GitError(`${JSON.stringify(shown)}: no path or URL of a repository`);
  }
  const [, scheme] = URL_SCHEME.exec(typed) ?? [];
  if (scheme !== undefined) {
    if (!/^(https|ssh|git|file)$/i.test(scheme)) {
      throw new GitError(`${shown}: a repository is read over https, ssh, git or file, not ${scheme}`);
    }
    return { kind: 'remote', address: typed, shown };
  }
  const path = resolve(cwd, typed);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return { kind: 'folder', address: path, shown };
  if (found?.isFile()) return { kind: 'bundle', address: path, shown };
  if (SCP.test(typed)) return { kind: 'remote', address: typed, shown };
  throw new GitError(`${shown}: there is no such folder or bundle, and it is no URL`);
}

/**
 * What a snapshot calls the repository: `owner/name` on GitHub, else the URL; null where it is on this machine only,
 * because a path here says nothing to others.
 */
export function publicName(address: string): string | null {
  const scp = URL_SCHEME.test(address) ? null : SCP.exec(address);
  const text = scp === null ? address : `ssh://${scp[1]}/${scp[2]}`;
  if (!/^(https?|ssh|git):/i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  const path = url.pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  if (/^(www\.|ssh\.)?github\.com$/i.test(url.hostname) && /^\/[\w.-]+\/[\w.-]+$/.test(path)) return path.slice(1);
  return `${url.protocol}//${url.host}${path}`;
}
