import type { Diagnostic } from '../model/diagnostic.ts';

/** A document as it was found: its text, and where it comes from. */
export interface SourceDocument {
  /** The path for messages: as the user would type it. */
  path: string;
  /** The path below the folder that was given, or the file's name; with forward slashes. */
  relativePath: string;
  /** LF line ends, no byte order mark. */
  text: string;
  /** Of `text` in UTF-8: the same for a file and its copy with a byte order mark or CRLF. */
  sha256: string;
  provenance: Provenance | null;
}

/** Where a document was published. */
export interface Provenance {
  path: string;
  repository: string;
  branch: string | null;
  commit: string;
  /** When it was committed, as an ISO date with time; null where nobody says. */
  committed?: string | null;
}

export interface FoundDocument extends SourceDocument {
  /** Whether the document itself was named, not a folder above it: then it must be one of ours. */
  named: boolean;
}

/** What a source yields: a document, or what kept one from being read. */
export type Found = { document: FoundDocument } | { problem: Diagnostic };

/** Documents one after another, from wherever they come; none is held longer than it takes to look at it. */
export interface Documents extends AsyncIterable<Found> {
  /** How many there are, problems among them, as soon as that is known. */
  readonly total?: number | undefined;
}

/** All that a source yields, at once. */
export async function collect(
  documents: Documents,
): Promise<{ documents: FoundDocument[]; diagnostics: Diagnostic[] }> {
  const all: { documents: FoundDocument[]; diagnostics: Diagnostic[] } = { documents: [], diagnostics: [] };
  for await (const found of documents) {
    if ('document' in found) all.documents.push(found.document);
    else all.diagnostics.push(found.problem);
  }
  return all;
}
