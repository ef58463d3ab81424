import type { Catalog } from '../model/catalog.ts';
import type {
  DocumentHistory,
  DocumentRevision,
  MistranslationHistory,
  Moment,
  RuleHistory,
} from '../model/history.ts';
import type { ScrapeReport } from '../model/report.ts';
import { reportScrape } from '../report/report.ts';
import { Spans } from './spans.ts';

/** A revision of a document, and the catalog of it alone. */
export interface ReadRevision extends Moment {
  path: string;
  sha256: string;
  handedOff: string | null;
  catalog: Catalog;
}

/** What a document is, and where it was walked. */
export type Walked = Pick<DocumentHistory, 'document' | 'title' | 'product' | 'repository' | 'branch' | 'deleted'>;

/**
 * Tells when each rule and each mistranslation of a document came and went.
 *
 * @param revisions oldest first, at least one
 */
export function tellHistory(walked: Walked, revisions: readonly ReadRevision[]): DocumentHistory {
  const rules = new Spans<string>();
  const changes = new Map<string, RuleHistory['changes']>();
  const words = new Spans<string>();
  const told: DocumentRevision[] = [];
  revisions.forEach((revision, index) => {
    const { catalog } = revision;
    const at: Moment = { date: revision.date, commit: revision.commit };
    const earlier = revisions[index - 1];
    const report = earlier === undefined ? null : compare(earlier.catalog, catalog);
    for (const { id, was, fields } of report?.rules.changed ?? []) {
      changes.set(id, [...(changes.get(id) ?? []), { ...at, was, fields }]);
      if (was !== null) renameIn(rules, words, was, id);
    }
    rules.next(
      catalog.ports.map(({ id }) => id),
      at,
    );
    words.next(wordKeys(catalog), at);
    told.push(tellRevision(revision, report));
  });
  if (walked.deleted !== null) {
    rules.end(walked.deleted);
    words.end(walked.deleted);
  }
  return {
    ...walked,
    revisions: told,
    rules: rules.all().map(({ key: id, span }): RuleHistory => {
      const own = changes.get(id) ?? [];
      return { id, ...span, changes: own.filter(({ date }) => date >= span.first.date) };
    }),
    mistranslations: groupWords(words),
  };
}

function compare(before: Catalog, after: Catalog): ScrapeReport {
  const documents = new Set(after.documents.map(({ id }) => id));
  return reportScrape({ before, after, documents, tables: [], unresolved: [] });
}

function tellRevision({ catalog, ...revision }: ReadRevision, report: ScrapeReport | null): DocumentRevision {
  const { date, commit, path, sha256, handedOff } = revision;
  const withoutRules = (list: ScrapeReport['mistranslations']['new']) => list.map(({ rules: _, ...rest }) => rest);
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  return {
    date,
    commit,
    path,
    sha256,
    handedOff,
    rules: catalog.ports.length,
    corrections: catalog.corrections.length,
    unresolved: catalog.unresolved.length,
    facts: {
      added: ids(report?.rules.added ?? []),
      removed: ids(report?.rules.removed ?? []),
      changed: (report?.rules.changed ?? []).map(({ id, was, fields }) => ({ id, was, fields })),
    },
    text: { rules: report?.text.rules ?? 0, cells: report?.text.cells ?? 0 },
    mistranslations: {
      new: withoutRules(report?.mistranslations.new ?? []),
      gone: withoutRules(report?.mistranslations.gone ?? []),
    },
  };
}

/** A key for each rule and each word that it has wrong. */
function wordKeys({ corrections }: Catalog): string[] {
  return corrections.map(({ rule, published, corrected }) => JSON.stringify([rule, published, corrected]));
}

type WordKey = [rule: string, published: string, corrected: string];

function renameIn(rules: Spans<string>, words: Spans<string>, was: string, id: string): void {
  rules.rename(was, id);
  for (const { key } of [...words.all()]) {
    const [rule, ...word] = JSON.parse(key) as WordKey;
    if (rule === was) words.rename(key, JSON.stringify([id, ...word]));
  }
}

/** Groups the rules that had the same word wrong in the same revisions. */
function groupWords(words: Spans<string>): MistranslationHistory[] {
  const read = words.all().map(({ key, span }) => {
    const [rule, published, corrected] = JSON.parse(key) as WordKey;
    return { rule, published, corrected, span };
  });
  const groups = Map.groupBy(read, ({ published, corrected, span }) => JSON.stringify([published, corrected, span]));
  return [...groups.values()].flatMap(([one, ...others]): MistranslationHistory[] => {
    if (one === undefined) return [];
    const { published, corrected, span } = one;
    return [{ published, corrected, ...span, rules: [one, ...others].map(({ rule }) => rule) }];
  });
}
