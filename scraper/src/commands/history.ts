import { toJson } from '../assemble/json.ts';
import { writeFiles } from '../assemble/write.ts';
import { tellHistory } from '../history/document-history.ts';
import { walkHistory } from '../history/walk.ts';
import type { LocalizedText } from '../model/catalog.ts';
import { diagnostic } from '../model/diagnostic.ts';
import { type DocumentHistory, type DocumentRevision, History } from '../model/history.ts';
import { listBranches, resolveRef } from '../read/git/refs.ts';
import { openRepository } from '../read/git/repository.ts';
import { listedFor } from '../read/repository.ts';
import type { FindProvenance } from '../read/sources.ts';
import { counted, ruleChanges } from '../report/summary.ts';
import { loadVocabulary } from '../vocabulary/load.ts';
import { failed, type Outcome } from './outcome.ts';
import type { Places } from './regenerate.ts';
import type { Reading } from './scrape/take.ts';
import { readSnapshots } from './snapshots.ts';

export interface HistoryOptions extends Pick<Reading, 'progress' | 'reader'> {
  /** A path, relative to `cwd`, or a URL. */
  repo: string;
  /** Branches, tags or commits; an empty list stands for all branches. */
  refs: readonly string[];
  /** A folder or a document in it; null for all. */
  path: string | null;
  cwd: string;
  /** Where documents were published, by a sources file that was named; null for one beside the repository. */
  sources: FindProvenance | null;
  /** The file to write. */
  out: string;
}

const ABOUT =
  'When each document, fact and mistranslation came and went. Made by `pnpm history` from the commits of a repository; ' +
  '`pnpm regenerate` neither makes nor changes it.';

const UNTITLED: LocalizedText = { en: null, ko: null, by: { en: null, ko: null } };

/**
 * Walks every revision of every document with port tables, and writes when each rule and each mistranslation came and
 * went.
 *
 * @throws GitError where there is no such repository, ref or path
 */
export async function history(options: HistoryOptions, places: Omit<Places, 'data'>): Promise<Outcome> {
  const { repo, out } = options;
  const documents = await readHistory(options, places);
  if (documents.length === 0) {
    const nothing = diagnostic('error', 'nothing-found', 'no document with a port table was ever here', repo);
    return failed([nothing], 'Nothing was written.');
  }
  writeFiles(new Map([[out, toJson(History.parse({ $schema: 'lync-port-history/1', about: ABOUT, documents }))]]));
  return { ok: true, diagnostics: [], report: [...documents.flatMap(tell), summarise(documents)] };
}

/** The histories of the documents with port tables, by document and branch. */
async function readHistory(
  { repo, refs, path, cwd, sources, progress, reader }: HistoryOptions,
  places: Omit<Places, 'data'>,
): Promise<DocumentHistory[]> {
  const vocabulary = loadVocabulary(places.vocabulary);
  const known = new Map(readSnapshots(places.snapshots).snapshots.map(({ document }) => [document.id, document]));
  const repository = await openRepository(repo, { cwd, ...(refs.length === 0 ? {} : { refs }) });
  const documents: DocumentHistory[] = [];
  try {
    const listed = listedFor(repository, sources);
    const names = refs.length === 0 ? (await listBranches(repository)).map(({ name }) => name) : refs;
    for (const name of new Set(names)) {
      const ref = await resolveRef(repository, name);
      const walked = walkHistory(repository, ref.commit, path, vocabulary, reader, listed, progress?.at);
      for await (const { document, revisions, deleted } of walked) {
        const { id, product } = document;
        const title = revisions.at(-1)?.catalog.documents[0]?.title ?? UNTITLED;
        const published = repository.name ?? known.get(id)?.repository ?? null;
        const branch = ref.branch ?? ref.name;
        const told = { document: id, title, product, repository: published, branch, deleted };
        documents.push(tellHistory(told, revisions));
      }
    }
  } finally {
    progress?.end();
    repository.close();
  }
  const key = ({ document, branch }: DocumentHistory) => `${document} ${branch}`;
  return documents.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** A document's revisions, a line each. */
function tell({ document, branch, revisions, deleted }: DocumentHistory): string[] {
  return [
    `${document} (${branch})`,
    ...revisions.map((revision, index) => {
      const what = index === 0 ? `appeared with ${counted(revision.rules, 'rule')}` : changesOf(revision);
      return `  ${revision.date}  ${revision.commit.slice(0, 7)}  ${what}`;
    }),
    ...(deleted === null ? [] : [`  ${deleted.date}  ${deleted.commit.slice(0, 7)}  deleted`]),
    '',
  ];
}

function changesOf({ facts, text, mistranslations }: DocumentRevision): string {
  const places = (list: DocumentRevision['mistranslations']['new']) => list.reduce((sum, each) => sum + each.count, 0);
  const words = [
    text.cells > 0 && `${counted(text.cells, 'cell')} with another text`,
    places(mistranslations.new) > 0 && `mistranslations came in ${counted(places(mistranslations.new), 'place')}`,
    places(mistranslations.gone) > 0 && `mistranslations went from ${counted(places(mistranslations.gone), 'place')}`,
  ].filter((each) => each !== false);
  return [ruleChanges(facts).join(', ') || 'no fact changed', ...words].join('; ');
}

function summarise(documents: readonly DocumentHistory[]): string {
  const revisions = documents.flatMap((each) => each.revisions);
  const changed = revisions.filter(({ facts }) => ruleChanges(facts).length > 0);
  const names = (of: (each: DocumentHistory) => string) => new Set(documents.map(of)).size;
  const [known, branches] = [names(({ document }) => document), names(({ branch }) => branch)];
  const where = branches === 1 ? '1 branch' : `${branches} branches`;
  const walked = `${counted(known, 'document')} on ${where}, ${counted(revisions.length, 'revision')}`;
  return `${walked}, of which ${changed.length} changed a fact`;
}
