import { assemble } from '../assemble/catalog.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Moment } from '../model/history.ts';
import type { SnapshotDocument } from '../model/snapshot.ts';
import { mayHoldTable } from '../parse/has-table.ts';
import { publishedLanguage } from '../parse/language.ts';
import type { PageReader } from '../parse/reader.ts';
import { decode, sha256 } from '../read/decode.ts';
import { readBlobs } from '../read/git/blobs.ts';
import { documentHistories, type Revision } from '../read/git/history.ts';
import type { Commit } from '../read/git/log.ts';
import type { Repository } from '../read/git/repository.ts';
import { type Publish, publishedIn } from '../read/git/upstream.ts';
import type { Listed } from '../read/sources.ts';
import { takeSnapshotOrSay } from '../snapshot/take-snapshot.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { ReadRevision } from './document-history.ts';

/** A document with port tables, over time. */
export interface WalkedDocument {
  /** As the last revision describes it. */
  document: SnapshotDocument;
  /** Oldest first. Revisions without a port table are left out. */
  revisions: ReadRevision[];
  deleted: Moment | null;
}

/**
 * Reads every revision of every document that leads to a commit, and makes a catalog of each alone. Documents that
 * never had a port table are passed over; what of a document cannot be understood is counted in its revision.
 *
 * @param path a folder or a document; null for all
 * @param reader what reads pages
 * @param listed what a sources file lists, where it names the repository as a copy
 * @param progress told how many revisions are done, and of how many
 */
export async function* walkHistory(
  repository: Repository,
  commit: string,
  path: string | null,
  vocabulary: Vocabulary,
  reader: PageReader,
  listed: readonly Listed[] = [],
  progress: (done: number, total: number) => void = () => {},
): AsyncGenerator<WalkedDocument, void, undefined> {
  const histories = (await documentHistories(repository, commit, path)).map(({ revisions }) => revisions.toReversed());
  const present = histories.map((revisions) => revisions.filter(hasText));
  const all = present.flat().map(({ blob }) => blob);
  const blobs = readBlobs(repository, all);
  const publish = await publishedIn(repository, commit, listed);
  let done = 0;
  for (const [index, revisions] of present.entries()) {
    const last = histories[index]?.at(-1);
    const walked: WalkedDocument[] = [];
    for (const revision of revisions) {
      const { value } = await blobs.next();
      const text = value?.bytes == null ? null : decode(value.bytes);
      const read = text === null ? null : await readRevision(revision, text, vocabulary, reader, publish);
      if (read !== null) walked.push(read);
      progress(++done, all.length);
    }
    const document = walked.at(-1)?.document;
    if (document === undefined) continue;
    const deleted = last?.change === 'removed' ? momentOf(last.commit, publish) : null;
    yield { document, revisions: walked.flatMap((each) => each.revisions), deleted };
  }
}

function hasText(revision: Revision): revision is Revision & { blob: string } {
  return revision.blob !== null;
}

function momentOf(commit: Commit, publish: Publish): Moment {
  return { date: commit.committed.slice(0, 10), commit: publish(commit) };
}

async function readRevision(
  { commit, path }: Revision,
  text: string,
  vocabulary: Vocabulary,
  reader: PageReader,
  publish: Publish,
): Promise<WalkedDocument | null> {
  if (!mayHoldTable(text)) return null;
  const hash = sha256(text);
  const source = { path, relativePath: path, text, sha256: hash, provenance: null };
  const page = await reader.read({ text, published: publishedLanguage(source) });
  const { snapshot, diagnostics } = takeSnapshotOrSay(source, page, vocabulary);
  if (snapshot === null) return null;
  const { document } = snapshot;
  const made = assemble([snapshot], vocabulary);
  const isUnresolved = ({ severity }: Diagnostic) => severity !== 'note';
  const catalog = { ...made.catalog, unresolved: [...diagnostics, ...made.diagnostics].filter(isUnresolved) };
  const { handedOff } = document.translation;
  return {
    document,
    revisions: [{ ...momentOf(commit, publish), path, sha256: hash, handedOff, catalog }],
    deleted: null,
  };
}
