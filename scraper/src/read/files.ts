import { closeSync, constants, type Dirent, fstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { sha256 } from './decode.ts';
import { isDocument } from './document.ts';
import type { Documents, Found } from './source.ts';
import { type FindProvenance, findSources } from './sources.ts';
import { LARGEST_DOCUMENT, textOf, tooLarge } from './text.ts';

/**
 * Reads the documents at the paths: files as they are named, folders with all `.md`, `.markdown` and `.txt` files
 * below them. Links and dot folders inside a folder are passed over. What cannot be read is yielded as a problem, and
 * the others are read all the same.
 *
 * @param paths relative to `cwd`
 * @param provenance where documents were published; without it, a `sources.json` beside or above each is used
 */
export function readDocuments(paths: readonly string[], cwd: string, provenance?: FindProvenance): Documents {
  let total: number | undefined;
  async function* documents(): AsyncGenerator<Found, void, undefined> {
    const nearest = new Map<string, FindProvenance>();
    const sourcesOf = (file: string): FindProvenance => {
      if (provenance !== undefined) return provenance;
      const folder = dirname(file);
      const known = nearest.get(folder) ?? findSources(folder);
      nearest.set(folder, known);
      return known;
    };
    const listed = listAll(paths, cwd);
    total = listed.length;
    for (const each of listed) {
      if ('problem' in each) yield each;
      else yield readDocument(each, sourcesOf);
    }
  }
  return {
    [Symbol.asyncIterator]: documents,
    get total() {
      return total;
    },
  };
}

interface Listed {
  file: string;
  /** As messages call it: by the path that was typed. */
  path: string;
  /** Below the folder that was given, or the file's name; with forward slashes. */
  relativePath: string;
  /** Whether the file itself was given. */
  named: boolean;
}

/** All files at the paths, each once. */
function listAll(paths: readonly string[], cwd: string): (Listed | { problem: Diagnostic })[] {
  const seen = new Set<string>();
  return paths.flatMap((typed): (Listed | { problem: Diagnostic })[] => {
    const listed = listPath(resolve(cwd, typed), typed);
    if ('code' in listed) return [{ problem: listed }];
    const fresh = listed.filter(({ file }) => !seen.has(file));
    for (const { file } of fresh) seen.add(file);
    return fresh;
  });
}

function readDocument({ file, ...listed }: Listed, sourcesOf: (file: string) => FindProvenance): Found {
  const { path } = listed;
  let bytes: Buffer;
  try {
    const read = readBytes(file);
    if (typeof read === 'number') return tooLarge(read, path);
    bytes = read;
  } catch (error) {
    return { problem: diagnostic('error', 'unreadable', `cannot be read: ${(error as Error).message}`, path) };
  }
  const text = textOf(bytes, path, listed.named);
  if (typeof text !== 'string') return text;
  return {
    document: {
      ...listed,
      text,
      // Of most documents only the text is read, so a hash is made when it is asked for.
      get sha256() {
        return sha256(text);
      },
      get provenance() {
        return sourcesOf(file)([this.sha256, sha256(bytes)]);
      },
    },
  };
}

// O_NONBLOCK keeps the opening of a pipe from waiting for a writer. Not every system has it.
const OPEN = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The content of a file, or its size where that is too large. */
function readBytes(file: string): Buffer | number {
  const descriptor = openSync(file, OPEN);
  try {
    const stats = fstatSync(descriptor);
    // Reading a pipe or a device may never end.
    if (!stats.isFile()) throw new Error('it is no file');
    return stats.size > LARGEST_DOCUMENT ? stats.size : readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function listPath(given: string, typed: string): Listed[] | Diagnostic {
  try {
    if (!statSync(given).isDirectory()) {
      return [{ file: given, path: typed, relativePath: basename(given), named: true }];
    }
    // For thousands of files, joining texts is much faster than `join` for each.
    const [folder, shown] = [join(given, 'x').slice(0, -1), join(typed, 'x').slice(0, -1)];
    return listFolder(given).map((relativePath) => {
      const below = sep === '/' ? relativePath : relativePath.replaceAll('/', sep);
      return { file: folder + below, path: shown + below, relativePath, named: false };
    });
  } catch (error) {
    return diagnostic('error', 'unreadable', `cannot be read: ${(error as Error).message}`, typed);
  }
}

/** The paths of the documents below a folder, with forward slashes, each with `below` in front. */
function listFolder(folder: string, below = ''): string[] {
  const entries: Dirent[] = readdirSync(folder, { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
      const path = below + entry.name;
      if (entry.isDirectory()) return listFolder(join(folder, entry.name), `${path}/`);
      return entry.isFile() && isDocument(entry.name) ? [path] : [];
    });
}
