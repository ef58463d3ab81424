import type { SourceDocument } from '../read/source.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { languageOf } from './language.ts';
import { type SnapshotResult, snapshotOfPage } from './of-page.ts';
import { readPageOrSay } from './read-page.ts';

/** Makes the snapshot of a document: its identity, and its port tables as published. */
export function takeSnapshot(source: SourceDocument, vocabulary: Vocabulary): SnapshotResult {
  return snapshotOfPage(source, readPageOrSay(source.text, 'all', languageOf(source)), vocabulary);
}
