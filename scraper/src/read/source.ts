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
}
