/** How long to wait and how much to take; times in ms, sizes in bytes. */
export interface Limits {
  attempts: number;
  /** Without a byte from the server. */
  idle: number;
  /** For one attempt, however steadily it goes on. */
  total: number;
  size: number;
  /** Before the second attempt; it doubles from one to the next, up to `longestDelay`. */
  firstDelay: number;
  longestDelay: number;
  /** The longest that a server may ask to wait (`Retry-After`); where it asks for more, there is no further attempt. */
  longestWait: number;
}

/** What a server answers: the content, that it did not change, or that it is not there. */
export type Answer =
  | { kind: 'content'; bytes: Buffer; etag: string | null; lastModified: string | null }
  | { kind: 'unchanged' }
  | { kind: 'absent' };

/** Why an attempt failed. */
export class AttemptError extends Error {
  /** Whether another attempt may do better. */
  readonly passing: boolean;
  /** How long the server asks to wait, in ms; null where it does not. */
  readonly wait: number | null;

  constructor(message: string, passing: boolean, wait: number | null = null) {
    super(message);
    this.passing = passing;
    this.wait = wait;
  }
}

const MOST_REDIRECTS = 3;
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Asks once. Redirects are followed on the same host only.
 *
 * @throws AttemptError
 */
export async function attempt(url: string, headers: Record<string, string>, limits: Limits): Promise<Answer> {
  const abort = new AbortController();
  const after = (time: number, why: string) =>
    setTimeout(() => abort.abort(new AttemptError(`${why} ${time / 1000} s`, true)), time);
  const total = after(limits.total, 'not whole after');
  const idle = after(limits.idle, 'no answer for');
  try {
    const response = await follow(url, headers, abort.signal);
    idle.refresh();
    return await readAnswer(response, limits.size, () => idle.refresh());
  } catch (error) {
    if (error instanceof AttemptError) throw error;
    if (abort.signal.aborted) throw abort.signal.reason;
    throw new AttemptError(reasonOf(error), true);
  } finally {
    clearTimeout(total);
    clearTimeout(idle);
    // The rest of an answer that was refused is not needed.
    abort.abort();
  }
}

async function follow(from: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  let url = from;
  for (let redirects = 0; ; redirects += 1) {
    const response = await fetch(url, { headers, signal, redirect: 'manual' });
    if (![301, 302, 303, 307, 308].includes(response.status)) return response;
    const location = response.headers.get('location');
    await response.body?.cancel();
    if (location === null || !URL.canParse(location, url))
      throw new AttemptError(`HTTP ${response.status} that leads nowhere`, false);
    const next = new URL(location, url);
    if (next.origin !== new URL(url).origin) throw new AttemptError(`it redirects to ${next.origin}`, false);
    if (redirects === MOST_REDIRECTS) throw new AttemptError('it redirects again and again', false);
    url = next.href;
  }
}

async function readAnswer(response: Response, largest: number, onChunk: () => void): Promise<Answer> {
  const { status } = response;
  if (status === 304) return { kind: 'unchanged' };
  if (status === 404 || status === 410) return { kind: 'absent' };
  if (status !== 200) throw refusal(response);
  const tooLarge = new AttemptError(`it is larger than ${largest} bytes`, false);
  const announced = response.headers.get('content-length');
  if (Number(announced) > largest) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    onChunk();
    size += chunk.length;
    if (size > largest) throw tooLarge;
    chunks.push(chunk);
  }
  const plain = ['identity', null].includes(response.headers.get('content-encoding'));
  if (plain && announced !== null && size !== Number(announced)) {
    throw new AttemptError(`cut off after ${size} of ${announced} bytes`, true);
  }
  const etag = response.headers.get('etag');
  return { kind: 'content', bytes: Buffer.concat(chunks), etag, lastModified: response.headers.get('last-modified') };
}

function refusal({ status, headers }: Response): AttemptError {
  // GitHub answers 403 to too many questions.
  const spent = headers.get('x-ratelimit-remaining') === '0';
  const wait = waitOf(headers.get('retry-after')) ?? (spent ? until(headers.get('x-ratelimit-reset')) : null);
  const asks = wait === null ? '' : ` and asks to wait ${Math.ceil(wait / 1000)} s`;
  return new AttemptError(`HTTP ${status}${asks}`, PASSING.has(status) || (status === 403 && wait !== null), wait);
}

/** `Retry-After`: seconds, or a date. */
function waitOf(value: string | null): number | null {
  if (value === null) return null;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

function until(seconds: string | null): number | null {
  return seconds === null || !/^\d+$/.test(seconds) ? null : Math.max(0, Number(seconds) * 1000 - Date.now());
}

/** The message of an error with that of its cause, where Node says why a connection failed. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  const { code, message: why } = (cause ?? {}) as { code?: string; message?: string };
  return [message, why ?? code].filter((each) => each !== undefined && each !== '').join(': ');
}
