import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Limits } from '../../../../scraper/src/read/host/attempt.ts';
import { cacheFolder, openCache } from '../../../../scraper/src/read/host/cache.ts';
import { type GetOptions, get, LIMITS } from '../../../../scraper/src/read/host/get.ts';
import { temporaryFolder } from '../../../support/folders.ts';
import { type Answering, inTurn, serve, status, text } from '../../../support/server.ts';

const QUICK: Limits = {
  attempts: 3,
  idle: 300,
  total: 900,
  size: 1000,
  firstDelay: 2,
  longestDelay: 5,
  longestWait: 1500,
};

/** Gets an address that a server answers like this, and says what came, as text, and how often it was asked. */
async function got(answer: Answering, given: Partial<GetOptions> = {}) {
  const { url, asked } = await serve({ '/page.md': answer });
  const options = { limits: QUICK, cache: openCache(temporaryFolder()), ...given };
  const result = await get(`${url}page.md`, options);
  return { came: result.kind === 'content' ? result.bytes.toString('utf8') : result, times: asked.length };
}

const failed = (message: string, wrong = false) => ({ kind: 'failed', wrong, message });
const never: Answering = () => {};
const cutOff: Answering = (_, response) => {
  response.write('half', () => response.socket?.destroy());
};
const lying =
  (length: number, body: string): Answering =>
  (_, response) => {
    response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`);
  };

describe('a content', () => {
  it.each<[what: string, answer: Answering, came: unknown, times: number]>([
    ['comes at once', text('page'), 'page', 1],
    [
      'comes in pieces',
      (_, response) => {
        response.write('pa');
        setTimeout(() => response.end('ge'), 100);
      },
      'page',
      1,
    ],
    [
      'comes packed',
      (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('page')),
      'page',
      1,
    ],
    ['comes after an error of the server', inTurn(status(500), text('page')), 'page', 2],
    ['comes after being asked to wait', inTurn(status(429, { 'retry-after': '0' }), text('page')), 'page', 2],
    ['comes after a cut', inTurn(cutOff, text('page')), 'page', 2],
    ['comes after silence', inTurn(never, text('page')), 'page', 2],
    ['is not there', status(404), { kind: 'absent' }, 1],
    ['is gone', status(410), { kind: 'absent' }, 1],
    ['is kept back by an error of the server', status(500), failed('HTTP 500, asked 3 times'), 3],
    ['is kept back by a full server', status(503), failed('HTTP 503, asked 3 times'), 3],
    ['is refused', status(403), failed('HTTP 403'), 1],
    ['needs a name', status(401), failed('HTTP 401'), 1],
    ['is of a status that says nothing', status(204), failed('HTTP 204'), 1],
    [
      'is to be waited for too long',
      status(429, { 'retry-after': '3600' }),
      failed('HTTP 429 and asks to wait 3600 s'),
      1,
    ],
    [
      'is to be waited for, as GitHub says it, too long',
      (_, response) => {
        const reset = String(Math.floor(Date.now() / 1000) + 1000);
        response.writeHead(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }).end();
      },
      failed(expect.stringMatching(/^HTTP 403 and asks to wait (999|1000) s$/) as unknown as string),
      1,
    ],
    ['is always cut off', cutOff, failed(expect.stringMatching(/terminated.*, asked 3 times/) as unknown as string), 3],
    [
      'is shorter than announced',
      lying(10, 'page'),
      failed(expect.stringMatching(/terminated.*, asked 3 times/) as unknown as string),
      3,
    ],
    ['is larger than announced, so that it comes short', lying(2, 'page'), 'pa', 1],
    ['never comes', never, failed('no answer for 0.3 s, asked 3 times'), 3],
    [
      'begins, and goes on no more',
      (_, response) => void response.write('half'),
      failed('no answer for 0.3 s, asked 3 times'),
      3,
    ],
    [
      'trickles without end',
      (_, response) => {
        const drip = setInterval(() => response.write('.'), 50);
        response.on('close', () => clearInterval(drip));
      },
      failed('not whole after 0.9 s, asked 3 times'),
      3,
    ],
    [
      'is announced as too large',
      (_, response) => void response.writeHead(200, { 'content-length': '9999' }).write('x'),
      failed('it is larger than 1000 bytes'),
      1,
    ],
    [
      'turns out too large',
      (_, response) => {
        response.write('x'.repeat(900));
        response.end('x'.repeat(900));
      },
      failed('it is larger than 1000 bytes'),
      1,
    ],
    [
      'is packed small and unpacks too large',
      (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(100_000))),
      failed('it is larger than 1000 bytes'),
      1,
    ],
    [
      'is said to be at another host',
      status(302, { location: 'https://example.com/page.md' }),
      failed('it redirects to https://example.com'),
      1,
    ],
    [
      'is said to be at another port',
      status(301, { location: 'http://127.0.0.1:1/' }),
      failed('it redirects to http://127.0.0.1:1'),
      1,
    ],
    ['is said to be nowhere', status(302), failed('HTTP 302 that leads nowhere'), 1],
    [
      'is said to be where it was asked for',
      status(302, { location: '/page.md' }),
      failed('it redirects again and again'),
      4,
    ],
    [
      'is said to be as it was, where nothing was',
      status(304),
      failed('HTTP 304 where nothing was known before, asked 3 times'),
      3,
    ],
  ])('%s', async (_, answer, came, times) => {
    expect(await got(answer)).toEqual({ came, times });
  });

  it('does not come from a server that is not there', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const result = await get(`http://127.0.0.1:${port}/`, { limits: QUICK, cache: openCache(temporaryFolder()) });
    expect(result).toMatchObject({ kind: 'failed', message: expect.stringMatching(/ECONNREFUSED.*, asked 3 times/) });
  });

  it('follows a redirect to another address of the host', async () => {
    const { url, asked } = await serve({ '/old.md': status(301, { location: '/new.md' }), '/new.md': text('page') });
    const result = await get(`${url}old.md`, { limits: QUICK, cache: openCache(temporaryFolder()) });
    expect(result).toEqual({ kind: 'content', bytes: Buffer.from('page') });
    expect(asked).toEqual(['GET /old.md', 'GET /new.md']);
  });

  it('that is not the one it must be is asked for again', async () => {
    const check = (bytes: Buffer) => (bytes.toString() === 'page' ? null : `it is ${bytes}`);
    expect(await got(inTurn(text('pag'), text('page')), { check })).toEqual({ came: 'page', times: 2 });
    expect(await got(text('pag'), { check })).toEqual({ came: failed('it is pag, asked 3 times', true), times: 3 });
  });

  it('is waited for as long as the server asks', async () => {
    const before = Date.now();
    const answer = inTurn(status(503, { 'retry-after': new Date(Date.now() + 1000).toUTCString() }), text('page'));
    expect(await got(answer, { limits: { ...QUICK, longestWait: 3000 } })).toEqual({ came: 'page', times: 2 });
    expect(await got(inTurn(status(429, { 'retry-after': '1' }), text('page')))).toEqual({ came: 'page', times: 2 });
    expect(Date.now() - before).toBeGreaterThanOrEqual(1000);
  });

  it('is asked for five times in under two minutes of waiting, as things are', () => {
    expect(LIMITS.attempts).toBe(5);
    expect((LIMITS.attempts - 1) * LIMITS.longestWait).toBeLessThan(5 * 60_000);
  });
});

describe('what is in the cache', () => {
  /** Answers that nothing changed where the request's header says so. */
  const unlessKnown = (header: string, value: string, announced: string): Answering => {
    return (request, response) => {
      if (request.headers[header] === value) response.writeHead(304).end();
      else response.writeHead(200, { [announced]: value }).end('page');
    };
  };

  it.each<[what: string, answer: Answering, second: string]>([
    ['its ETag', unlessKnown('if-none-match', '"1"', 'etag'), 'page'],
    ['its date', unlessKnown('if-modified-since', 'Sat, 17 Oct 2020 17:08:00 GMT', 'last-modified'), 'page'],
    ['nothing, where the server names neither', inTurn(text('page'), text('next')), 'next'],
    ['its ETag, and another is taken', inTurn(text('page', { etag: '1' }), text('next', { etag: '2' })), 'next'],
  ])('is asked about by %s', async (_, answer, second) => {
    const { url } = await serve({ '/page.md': answer });
    const options = { limits: QUICK, cache: openCache(join(temporaryFolder(), 'a/b')) };
    const both = [await get(`${url}page.md`, options), await get(`${url}page.md`, options)];
    expect(both.map((each) => each.kind === 'content' && each.bytes.toString())).toEqual(['page', second]);
  });

  it.each<[what: string, damage: (file: string, folder: string) => void]>([
    ['is damaged', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace(/page$/, 'pagf'))],
    ['is cut off', (file) => writeFileSync(file, '{"url"')],
    ['is of another address', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('page.md', 'other.md'))],
  ])('counts as nothing where it %s', async (_, damage) => {
    const { url, asked } = await serve({ '/page.md': unlessKnown('if-none-match', '"1"', 'etag') });
    const folder = temporaryFolder();
    const options = { limits: QUICK, cache: openCache(folder) };
    await get(`${url}page.md`, options);
    damage(join(folder, readdirSync(folder)[0] ?? ''), folder);
    expect(await get(`${url}page.md`, options)).toEqual({ kind: 'content', bytes: Buffer.from('page') });
    expect(asked).toHaveLength(2);
  });

  it('is not asked about where it is not the content that is needed', async () => {
    const { url } = await serve({ '/page.md': unlessKnown('if-none-match', '"1"', 'etag') });
    const cache = openCache(temporaryFolder());
    cache.put(`${url}page.md`, { etag: '"1"', lastModified: null, bytes: Buffer.from('pag') });
    const check = (bytes: Buffer) => (bytes.toString() === 'page' ? null : 'wrong');
    expect(await get(`${url}page.md`, { limits: QUICK, cache, check })).toMatchObject({ kind: 'content' });
  });

  it('is missing where its folder cannot be written, which does no harm', async () => {
    const folder = join(temporaryFolder(), 'file');
    writeFileSync(folder, '');
    expect(await got(text('page', { etag: '1' }), { cache: openCache(folder) })).toEqual({ came: 'page', times: 1 });
  });

  it('leaves no half-written file behind', async () => {
    const folder = temporaryFolder();
    const cache = openCache(folder);
    const url = 'https://example.com/';
    cache.put(url, { etag: '1', lastModified: null, bytes: Buffer.from('page') });
    const [file = ''] = readdirSync(folder);
    const other = temporaryFolder();
    mkdirSync(join(other, file));
    openCache(other).put(url, { etag: '1', lastModified: null, bytes: Buffer.from('page') });
    expect([readdirSync(folder), readdirSync(other)]).toEqual([[file], [file]]);
  });

  it('is where the user keeps such things', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/var/cache/me' })).toBe('/var/cache/me/lync-ports/http');
    expect(cacheFolder({ XDG_CACHE_HOME: 'relative' })).toMatch(/\/\.cache\/lync-ports\/http$/);
  });
});
