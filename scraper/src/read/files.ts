import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { decode, sha256 } from './decode.ts';
import type { SourceDocument } from './source.ts';
import { type FindProvenance, findSources } from './sources.ts';

export interface FoundDocuments {
  documents: (SourceDocument & { /** Whether the file itself was named, not a folder above it. */ named: boolean })[];
  diagnostics: Diagnostic[];
}

const DOCUMENT = /\.(md|markdown|txt)$/i;

/**
 * Reads the documents at the paths: files as they are named, folders with all `.md`, `.markdown` and `.txt` files
 * below them. Links and dot folders inside a folder are passed over.
 *
 * @param paths relative to `cwd`
 * @param provenance where documents were published; without it, a `sources.json` beside or above each is used
 */
export function readDocuments(paths: readonly string[], cwd: string, provenance?: FindProvenance): FoundDocuments {
  const found: FoundDocuments = { documents: [], diagnostics: [] };
  const nearest = new Map<string, FindProvenance>();
  const sourcesOf = (file: string): FindProvenance => {
    if (provenance !== undefined) return provenance;
    const folder = dirname(file);
    const known = nearest.get(folder) ?? findSources(folder);
    nearest.set(folder, known);
    return known;
  };
  const seen = new Set<string>();
  for (const path of paths) {
    const full = resolve(cwd, path);
    const files = listFiles(full, path, found.diagnostics);
    for (const file of files) {
      if (seen.has(file)) continue;
      seen.add(file);
      const document = readDocument(file, full, displayed(file, full, path), sourcesOf(file));
      if ('sha256' in document) found.documents.push({ ...document, named: file === full });
      else found.diagnostics.push(document);
    }
  }
  return found;
}

function displayed(file: string, given: string, typed: string): string {
  return file === given ? typed : join(typed, relative(given, file));
}

function readDocument(
  file: string,
  given: string,
  path: string,
  provenanceOf: FindProvenance,
): SourceDocument | Diagnostic {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return diagnostic('error', 'unreadable', `cannot be read: ${(error as Error).message}`, path);
  }
  const text = decode(bytes);
  if (text === null) return diagnostic('error', 'not-utf-8', 'not a text in UTF-8', path);
  const hash = sha256(text);
  const relativePath = file === given ? basename(file) : relative(given, file).split(sep).join('/');
  return { path, relativePath, text, sha256: hash, provenance: provenanceOf([hash, sha256(bytes)]) };
}

function listFiles(full: string, typed: string, diagnostics: Diagnostic[]): string[] {
  try {
    return statSync(full).isDirectory() ? listFolder(full) : [full];
  } catch (error) {
    diagnostics.push(diagnostic('error', 'unreadable', `cannot be read: ${(error as Error).message}`, typed));
    return [];
  }
}

function listFolder(folder: string): string[] {
  const entries: Dirent[] = readdirSync(folder, { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listFolder(path);
      return entry.isFile() && DOCUMENT.test(entry.name) ? [path] : [];
    });
}
