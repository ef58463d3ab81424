import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { atEnd } from '../ending.ts';
import { environment, type Network } from './environment.ts';

/** A problem with a git repository, in words for the person who named it. */
export class GitError extends Error {}

export interface GitOptions {
  input?: string;
  /** How it may reach other repositories; without it, git is refused every way there. */
  network?: Network;
  /** In ms, after which the command is ended. */
  timeout?: number;
}

const LOCAL_TIMEOUT = 300_000;
const NETWORK_TIMEOUT = 1_800_000;
const LARGEST_OUTPUT = 512 * 1024 * 1024;

/** Settings that must not depend on the machine: no hooks, no prompts, no stalled transfers, texts in UTF-8. */
const SETTINGS = {
  'core.hooksPath': '/dev/null',
  'core.askPass': '',
  'core.quotePath': 'false',
  'credential.interactive': 'false',
  'fetch.recurseSubmodules': 'false',
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'http.lowSpeedLimit': '1000',
  'http.lowSpeedTime': '30',
  'i18n.logOutputEncoding': 'UTF-8',
  'log.showSignature': 'false',
};

/**
 * Starts git, without a shell. The caller handles its streams and waits for its end.
 *
 * @param gitDir the repository; null for a command that needs none
 */
export function startGit(
  gitDir: string | null,
  args: readonly string[],
  network: Network = 'none',
): ChildProcessWithoutNullStreams {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const where = gitDir === null ? [] : [`--git-dir=${gitDir}`];
  const child = spawn('git', ['--no-pager', '--literal-pathspecs', ...settings, ...where, ...args], {
    env: environment(network),
    windowsHide: true,
  });
  // A command that ends early closes its input; its exit status says why.
  child.stdin.on('error', () => {});
  child.once(
    'close',
    atEnd(() => void child.kill()),
  );
  return child;
}

/**
 * Runs git to its end.
 *
 * @returns what it wrote
 * @throws GitError with what git said, where it fails, takes too long, or is not installed
 */
export async function git(gitDir: string | null, args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  const { input = '', network = 'none' } = options;
  const { timeout = network === 'none' ? LOCAL_TIMEOUT : NETWORK_TIMEOUT } = options;
  const child = startGit(gitDir, args, network);
  const late = setTimeout(() => child.kill(), timeout);
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > LARGEST_OUTPUT) child.kill();
    else chunks.push(chunk);
  });
  const started = Date.now();
  child.stdin.end(input);
  try {
    await ended(child);
  } catch (error) {
    if (size > LARGEST_OUTPUT) throw new GitError(`git ${args[0]} wrote more than ${LARGEST_OUTPUT} bytes`);
    if (Date.now() - started >= timeout) throw new GitError(`git ${args[0]} took more than ${timeout / 1000} s`);
    throw error;
  } finally {
    clearTimeout(late);
  }
  return Buffer.concat(chunks);
}

/** Runs git and gives its one line of text. */
export async function gitLine(gitDir: string | null, args: readonly string[], options?: GitOptions): Promise<string> {
  return (await git(gitDir, args, options)).toString('utf8').trim();
}

/**
 * Waits until git ends.
 *
 * @throws GitError where it could not be started, or failed
 */
export function ended(child: ChildProcessWithoutNullStreams): Promise<void> {
  let said = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => {
    said = `${said}${text}`.slice(-4000);
  });
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      const missing = 'git is not installed, or not on the PATH: reading a repository needs it';
      reject(new GitError(error.code === 'ENOENT' ? missing : `git cannot be started: ${error.message}`));
    });
    child.once('close', (status, signal) => {
      if (status === 0) resolve();
      else reject(new GitError(said === '' ? `git ended with ${signal ?? `status ${status}`}` : sayShort(said)));
    });
  });
}

/** The lines of git that tell what is wrong, as one, without the credentials that a URL may hold. */
function sayShort(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const telling = lines.filter((line) => /^(fatal|error):/.test(line));
  const said = (telling.length > 0 ? telling : lines.filter((line) => line !== '')).slice(0, 3);
  return withoutCredentials(said.map((line) => line.replace(/^(fatal|error): */, '')).join('; '));
}

/** A text in which no URL holds a user or a password. */
export function withoutCredentials(text: string): string {
  return text.replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^/\s@]*@/gi, '$1');
}
