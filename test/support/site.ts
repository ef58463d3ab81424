import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

const SITE = fileURLToPath(new URL('../../site/', import.meta.url));
export const DIST = join(SITE, 'dist');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** As in the script that builds the site: most of what a page needs is needed no longer once it is written. */
const NODE_OPTIONS = '--max-semi-space-size=64';

/** Builds the site as it is published, or a copy of it; `url` is its address, where it is not its own. */
export async function buildSite(folder = DIST, url = process.env.SITE_URL, site = SITE): Promise<void> {
  const astro = join(site, 'node_modules/astro/bin/astro.mjs');
  const env = {
    ...process.env,
    NODE_OPTIONS,
    ASTRO_TELEMETRY_DISABLED: '1',
    ...(url === undefined ? {} : { SITE_URL: url }),
  };
  const options = { cwd: site, env, maxBuffer: 1 << 26 };
  await promisify(execFile)(process.execPath, [astro, 'build', '--outDir', folder], options);
}

/** All files of a built site, as paths below its root. */
export function siteFiles(ending: string, folder = DIST): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .sort();
}

export function readSite(path: string, folder = DIST): string {
  return readFileSync(join(folder, path), 'utf8');
}

/** Serves a built site on a port of this machine's own, as a static host would; one that compresses is slower to start. */
export async function serveSite(folder = DIST, compress = false): Promise<{ origin: string; stop: () => void }> {
  const compressed = new Map<string, Buffer>();
  const gzipped = (path: string, body: Buffer): Buffer => {
    const known = compressed.get(path) ?? gzipSync(body, { level: 9 });
    compressed.set(path, known);
    return known;
  };
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    try {
      const body = readFileSync(join(folder, path));
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
      if (compress && extname(path) !== '.png') {
        response.setHeader('content-encoding', 'gzip').end(gzipped(path, body));
      } else {
        // Their names change with their contents. Where it is measured, each visit is a first one.
        if (path.startsWith('/_astro/')) response.setHeader('cache-control', 'max-age=3600, immutable');
        response.end(body);
      }
    } catch {
      response
        .writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
        .end(readFileSync(join(folder, '404.html')));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
