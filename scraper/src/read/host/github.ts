import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type GetOptions, type Got, get } from './get.ts';

/** Where GitHub's contents and its interface are, and who asks. */
export interface Host {
  /** `https://raw.githubusercontent.com/`, or what stands for it. */
  raw: string;
  /** `https://api.github.com/`, or what stands for it. */
  api: string;
  /** Allows more questions an hour; null to ask as anyone. */
  token: string | null;
}

/** The answer to a question, or why there is none. */
export type Told<T> = { value: T } | { failed: string };

/**
 * The host that the environment names: `LYNC_RAW_URL` and `LYNC_API_URL` stand in for GitHub's addresses, as for a
 * mirror; `GITHUB_TOKEN` is shown to the second only.
 *
 * @throws Error where an address is neither https nor on this machine
 */
export function hostOf(environment: NodeJS.ProcessEnv): Host {
  return {
    raw: baseUrl('LYNC_RAW_URL', environment.LYNC_RAW_URL, 'https://raw.githubusercontent.com/'),
    api: baseUrl('LYNC_API_URL', environment.LYNC_API_URL, 'https://api.github.com/'),
    token: environment.GITHUB_TOKEN || null,
  };
}

function baseUrl(name: string, given: string | undefined, usual: string): string {
  if (given === undefined || given === '') return usual;
  const url = URL.canParse(given) ? new URL(given) : null;
  const here = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url === null || !(url.protocol === 'https:' || (here && url.protocol === 'http:'))) {
    throw new Error(`${name}: an https address is needed; plain http is for this machine only`);
  }
  if (url.username !== '' || url.password !== '') throw new Error(`${name}: an address without user and password`);
  return `${url.origin}${url.pathname.replace(/\/*$/, '/')}`;
}

/** A document's place on GitHub. */
export interface Place {
  /** `owner/name` */
  repository: string;
  path: string;
}

const Commits = z.array(
  z.object({
    sha: z.string().regex(/^[0-9a-f]{40}$/),
    commit: z.object({ committer: z.object({ date: z.string() }) }),
  }),
);
const Content = z.object({ type: z.string(), sha: z.string().regex(/^[0-9a-f]{40}$/) });

/** Gets a document as it is at a commit. */
export function getDocument(
  host: Host,
  { repository, path }: Place,
  commit: string,
  options: GetOptions,
): Promise<Got> {
  return get(`${host.raw}${repository}/${commit}/${encodePath(path)}`, {
    ...options,
    headers: { 'accept-encoding': 'identity', 'user-agent': 'lync-ports' },
  });
}

/**
 * The commit that last changed a document on the way to a ref, or removed it, and its date in UTC; null where nothing
 * of that path ever was there.
 */
export async function lastCommit(
  host: Host,
  { repository, path }: Place,
  ref: string,
  options: GetOptions,
): Promise<Told<{ commit: string; date: string } | null>> {
  const query = new URLSearchParams({ path, sha: ref, per_page: '1' });
  const told = await ask(host, `repos/${repository}/commits?${query}`, Commits, options);
  if ('failed' in told) return told;
  if (told.value === null) return { failed: `there is no ref ${JSON.stringify(ref)} of ${repository}` };
  const [last] = told.value;
  return { value: last === undefined ? null : { commit: last.sha, date: last.commit.committer.date } };
}

/** The id of a document's content at a commit; null where there is no such file. */
export async function contentId(
  host: Host,
  { repository, path }: Place,
  commit: string,
  options: GetOptions,
): Promise<Told<string | null>> {
  const told = await ask(host, `repos/${repository}/contents/${encodePath(path)}?ref=${commit}`, Content, options);
  if ('failed' in told || told.value === null) return told as Told<null>;
  return told.value.type === 'file' ? { value: told.value.sha } : { failed: `no file, but a ${told.value.type}` };
}

/** Whether a ref is a branch. */
export async function isBranch(
  host: Host,
  repository: string,
  ref: string,
  options: GetOptions,
): Promise<Told<boolean>> {
  const told = await ask(host, `repos/${repository}/git/ref/heads/${encodePath(ref)}`, z.unknown(), options);
  return 'failed' in told ? told : { value: told.value !== null };
}

/** The id that git gives a content. */
export function gitId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

async function ask<T>(host: Host, path: string, answer: z.ZodType<T>, options: GetOptions): Promise<Told<T | null>> {
  const headers = {
    accept: 'application/vnd.github+json',
    'user-agent': 'lync-ports',
    ...(host.token === null ? {} : { authorization: `Bearer ${host.token}` }),
  };
  const check = (bytes: Buffer) => (parse(answer, bytes) === null ? 'an answer that is not understood' : null);
  const got = await get(`${host.api}${path}`, { ...options, headers, check });
  if (got.kind === 'failed') return { failed: got.message };
  return { value: got.kind === 'absent' ? null : (parse(answer, got.bytes)?.value ?? null) };
}

function parse<T>(answer: z.ZodType<T>, bytes: Buffer): { value: T } | null {
  try {
    return { value: answer.parse(JSON.parse(bytes.toString('utf8'))) };
  } catch {
    return null;
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
