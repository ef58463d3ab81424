import { publishedLanguage } from '../../scraper/src/parse/language.ts';
import { readPageOrSay } from '../../scraper/src/parse/read-or-say.ts';
import type { SourceDocument } from '../../scraper/src/read/source.ts';
import { type SnapshotResult, takeSnapshot } from '../../scraper/src/snapshot/take-snapshot.ts';
import type { Vocabulary } from '../../scraper/src/vocabulary/vocabulary.ts';
import { vocabulary as committed } from './vocabulary.ts';

/** What is made of a document, in this thread. */
export function takeDocument(source: SourceDocument, vocabulary: Vocabulary = committed): SnapshotResult {
  const page = readPageOrSay(source.text, { published: publishedLanguage(source) });
  return takeSnapshot(source, page, vocabulary);
}

/** What is made of a page with this text, which comes from nowhere. */
export function takeText(text: string, path = 'a.md'): SnapshotResult {
  return takeDocument({ path, relativePath: path, text, sha256: '0'.repeat(64), provenance: null });
}
