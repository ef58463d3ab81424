import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../decode.ts';

const Header = z.object({
  url: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  sha256: z.string(),
});

/** An earlier answer of a server, to ask whether it still holds. */
export interface CachedContent {
  etag: string | null;
  lastModified: string | null;
  bytes: Buffer;
}

export interface Cache {
  get(url: string): CachedContent | null;
  put(url: string, content: CachedContent): void;
}

/** The user's folder for caches, outside every repository: `$XDG_CACHE_HOME`, else `~/.cache`. */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  const given = environment.XDG_CACHE_HOME ?? '';
  return join(isAbsolute(given) ? given : join(homedir(), '.cache'), 'lync-ports', 'http');
}

/**
 * A cache in a folder, a file for each address. It only saves time, so an entry that is damaged counts as missing, and
 * a folder that cannot be written is left alone.
 */
export function openCache(folder: string): Cache {
  const fileOf = (url: string) => join(folder, sha256(url));
  return {
    get: (url) => {
      try {
        const stored = readFileSync(fileOf(url));
        const end = stored.indexOf(10);
        const header = Header.parse(JSON.parse(stored.toString('utf8', 0, end)));
        const bytes = stored.subarray(end + 1);
        return header.url === url && sha256(bytes) === header.sha256 ? { ...header, bytes } : null;
      } catch {
        return null;
      }
    },
    put: (url, { etag, lastModified, bytes }) => {
      if (etag === null && lastModified === null) return;
      const file = fileOf(url);
      const fresh = `${file}.${randomUUID()}`;
      const header = JSON.stringify({ url, etag, lastModified, sha256: sha256(bytes) });
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
      } catch {
        return;
      }
      try {
        writeFileSync(fresh, Buffer.concat([Buffer.from(`${header}\n`), bytes]), { flag: 'wx' });
        renameSync(fresh, file);
      } catch {
        rmSync(fresh, { force: true });
      }
    },
  };
}
