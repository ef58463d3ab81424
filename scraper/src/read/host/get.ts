import { setTimeout as sleep } from 'node:timers/promises';
import { LARGEST_DOCUMENT } from '../text.ts';
import { AttemptError, attempt, type Limits } from './attempt.ts';
import type { Cache, CachedContent } from './cache.ts';

/** For documents of some hundred kB, over a connection that may be slow. */
export const LIMITS: Limits = {
  attempts: 5,
  idle: 20_000,
  total: 120_000,
  size: LARGEST_DOCUMENT,
  firstDelay: 500,
  longestDelay: 16_000,
  longestWait: 60_000,
};

export interface GetOptions {
  limits: Limits;
  cache: Cache;
  headers?: Record<string, string>;
  /** Says what is wrong with a content; null for a right one. A wrong content is asked for again. */
  check?: (bytes: Buffer) => string | null;
}

/** What could be had of an address, or why it could not. */
export type Got =
  | { kind: 'content'; bytes: Buffer }
  | { kind: 'absent' }
  /** `wrong` where a content came, but not the one that it must be. */
  | { kind: 'failed'; wrong: boolean; message: string };

/**
 * Gets the content of an address. It first asks whether the cached content still holds. After a failure that may pass
 * it asks again, each time later and after a random delay, so that not all requests come at once.
 */
export async function get(url: string, options: GetOptions): Promise<Got> {
  const { limits, cache, headers = {}, check = () => null } = options;
  let cached = usable(cache.get(url), check);
  for (let tried = 1; ; tried += 1) {
    let failed: AttemptError;
    let wrong = false;
    try {
      const answer = await attempt(url, { ...headers, ...conditions(cached) }, limits);
      if (answer.kind === 'absent') return answer;
      if (answer.kind === 'unchanged') {
        if (cached !== null) return { kind: 'content', bytes: cached.bytes };
        throw new AttemptError('HTTP 304 where nothing was known before', true);
      }
      const fault = check(answer.bytes);
      if (fault === null) {
        cache.put(url, answer);
        return { kind: 'content', bytes: answer.bytes };
      }
      wrong = true;
      failed = new AttemptError(fault, true);
    } catch (error) {
      if (!(error instanceof AttemptError)) throw error;
      failed = error;
    }
    cached = wrong ? null : cached;
    const late = failed.wait !== null && failed.wait > limits.longestWait;
    if (!failed.passing || late || tried >= limits.attempts) {
      const times = tried === 1 ? '' : `, asked ${tried} times`;
      return { kind: 'failed', wrong, message: `${failed.message}${times}` };
    }
    await sleep(failed.wait ?? delay(tried, limits));
  }
}

/** The delay before the next attempt: half of it fixed, half random. */
function delay(tried: number, { firstDelay, longestDelay }: Limits): number {
  const full = Math.min(longestDelay, firstDelay * 2 ** (tried - 1));
  return full / 2 + (Math.random() * full) / 2;
}

function usable(cached: CachedContent | null, check: (bytes: Buffer) => string | null): CachedContent | null {
  return cached !== null && check(cached.bytes) === null ? cached : null;
}

function conditions(cached: CachedContent | null): Record<string, string> {
  if (cached === null) return {};
  if (cached.etag !== null) return { 'if-none-match': cached.etag };
  return cached.lastModified === null ? {} : { 'if-modified-since': cached.lastModified };
}
