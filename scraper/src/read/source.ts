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
  /** `owner/name` on GitHub, else a URL; null where it is known on this machine only. */
  repository: string | null;
  branch: string | null;
  commit: string;
  /** When it was committed, as an ISO date with time; null where nobody says. */
  committed?: string | null;
}

export interface FoundDocument extends SourceDocument {
  /** Whether the document itself was named, not a folder above it: then it must be one of ours. */
  named: boolean;
}

/** A document that was removed from its source. */
export interface WithdrawnDocument {
  path: string;
  repository: string | null;
  /** The branch that it is gone from. */
  branch: string | null;
  /** The commit that removed it, and when, in UTC: `2020-11-21T06:27:08Z`. */
  commit: string;
  date: string;
}

/** Why a document cannot be read. */
export interface Problem {
  problem: Diagnostic;
  /** A rough text of a document that was not named, which tells whether it may hold ports. */
  rough?: string | undefined;
}

/** What a source yields: a document, the reason why one cannot be read, or a document that was removed. */
export type Found = { document: FoundDocument } | Problem | { withdrawn: WithdrawnDocument };

/** Documents one after another, from any source, so that memory holds one at a time. */
export interface Documents extends AsyncIterable<Found> {
  /** How many there are, problems among them, as soon as that is known. */
  readonly total?: number | undefined;
}

export interface Collected {
  documents: FoundDocument[];
  diagnostics: Diagnostic[];
  withdrawn: WithdrawnDocument[];
}

/** All that a source yields, at once. */
export async function collect(documents: Documents): Promise<Collected> {
  const all: Collected = { documents: [], diagnostics: [], withdrawn: [] };
  for await (const found of documents) {
    if ('document' in found) all.documents.push(found.document);
    else if ('problem' in found) all.diagnostics.push(found.problem);
    else all.withdrawn.push(found.withdrawn);
  }
  return all;
}
