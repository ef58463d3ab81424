import { isDeepStrictEqual } from 'node:util';
import { fieldsThat } from '../../../packages/catalog/src/fields.ts';
import { textOf } from '../compare/fields.ts';
import { byCodeUnit } from '../compare/names.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type {
  ChangedRule,
  FieldChange,
  ReportedDocument,
  ReportedTable,
  RuleOf,
  ScrapeReport,
} from '../model/report.ts';
import type { ComparedCatalog, ComparedRule } from './before.ts';
import { moreIn } from './mistranslations.ts';
import { changedFacts, pairRules, type RulePair } from './pairs.ts';
import { type Findings, summarise } from './summary.ts';

export interface Scraped {
  before: ComparedCatalog;
  after: ComparedCatalog;
  /** The ids of the documents that were read now. */
  documents: ReadonlySet<string>;
  /** What each table of these documents is. */
  tables: readonly ReportedTable[];
  unresolved: readonly Diagnostic[];
}

/** Compares the catalog before a scrape with the one after it. Facts and texts are counted apart. */
export function reportScrape({ before, after, documents, tables, unresolved }: Scraped): ScrapeReport {
  const paired = pairRules(before, after);
  const changed = paired.pairs.flatMap(toChanged);
  const ids = new Map(paired.pairs.map((pair) => [pair.before.id, pair.after.id]));
  const corrected = before.corrections.map((each) => ({ ...each, rule: ids.get(each.rule) ?? each.rule }));
  const rules: ScrapeReport['rules'] = {
    added: paired.added.map(toRuleOf),
    removed: paired.removed.map(toRuleOf),
    changed,
    fields: countBy(changed.flatMap(({ fields }) => fields.map(({ field }) => field))),
  };
  const report: Findings = {
    factsChanged: rules.added.length + rules.removed.length + rules.changed.length > 0,
    documents: compareDocuments(before, after, documents, rules),
    rules,
    text: compareTexts(before, after, paired.pairs, new Set(changed.map(({ id }) => id))),
    mistranslations: { new: moreIn(after.corrections, corrected), gone: moreIn(corrected, after.corrections) },
    tables: [...tables],
    unresolved: [...unresolved],
  };
  return { $schema: 'lync-port-report/1', summary: summarise(report), ...report };
}

function toRuleOf({ id, table, origin }: ComparedRule): RuleOf {
  return { id, table, document: origin.document };
}

function toChanged(pair: RulePair): ChangedRule[] {
  const { before, after } = pair;
  const renamed = before.id !== after.id;
  const named = renamed && !isDeepStrictEqual(before.ruleName, after.ruleName) ? ['ruleName'] : [];
  const fields = [...changedFacts(pair), ...named].map((field): FieldChange => {
    return { field, before: before[field] ?? null, after: after[field] ?? null };
  });
  if (fields.length === 0 && !renamed) return [];
  return [{ ...toRuleOf(after), was: renamed ? before.id : null, fields }];
}

function compareDocuments(
  before: ComparedCatalog,
  after: ComparedCatalog,
  scraped: ReadonlySet<string>,
  rules: ScrapeReport['rules'],
): ScrapeReport['documents'] {
  const touched = new Set([...rules.added, ...rules.removed, ...rules.changed].map(({ document }) => document));
  const known = new Map(before.documents.map((each) => [each.id, each]));
  const documents: ScrapeReport['documents'] = { new: [], changed: [], unchanged: [], gone: [], notScraped: [] };
  for (const each of after.documents) {
    const now = toReported(each, after);
    const earlier = known.get(each.id);
    if (earlier === undefined) documents.new.push(now);
    else if (earlier.withdrawn === null && now.withdrawn !== null) documents.gone.push(now);
    else if (!scraped.has(each.id)) documents.notScraped.push(now);
    else if (earlier.sha256 === each.sha256) documents.unchanged.push(now);
    else {
      const { commit, sha256 } = earlier;
      documents.changed.push({ ...now, before: { commit, sha256 }, factsChanged: touched.has(each.id) });
    }
  }
  const present = new Set(after.documents.map(({ id }) => id));
  const left = before.documents.filter(({ id }) => !present.has(id));
  for (const each of left) documents.gone.push({ ...toReported(each, before), withdrawn: null });
  return documents;
}

function toReported(
  { id, path, commit, sha256, withdrawn }: ComparedCatalog['documents'][number],
  catalog: ComparedCatalog,
): ReportedDocument {
  const rules = catalog.ports.filter(({ origin }) => origin.document === id).length;
  return { id, path, commit, sha256, rules, withdrawn };
}

// Corrections are counted by themselves, and the place of a rule is not text.
const NO_TEXT: ReadonlySet<string> = new Set(fieldsThat('record'));

/** @param changed the rules of which a fact changed: their text changed because of the fact, so it does not count */
function compareTexts(
  before: ComparedCatalog,
  after: ComparedCatalog,
  pairs: readonly RulePair[],
  changed: ReadonlySet<string>,
): ScrapeReport['text'] {
  const same = pairs.filter((pair) => !changed.has(pair.after.id));
  const fields = same.map(changedTexts);
  const [old, now] = [before, after].map(({ evidence }) => new Map(evidence.map(({ rule, cells }) => [rule, cells])));
  const cells = pairs.map((pair) => differing(old?.get(pair.before.id) ?? [], now?.get(pair.after.id) ?? []));
  return {
    rules: fields.filter((each) => each.length > 0).length,
    fields: countBy(fields.flat()),
    cells: cells.reduce((sum, count) => sum + count, 0),
    tables: countChanged(before.tables, after.tables, ['title', 'columns']),
    titles: countChanged(before.documents, after.documents, ['title']),
  };
}

function changedTexts({ before, after }: RulePair): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].filter(
    (field) => !NO_TEXT.has(field) && !isDeepStrictEqual(textOf('rule', field, before), textOf('rule', field, after)),
  );
}

function differing(before: readonly unknown[], after: readonly unknown[]): number {
  const longer = before.length > after.length ? before : after;
  return longer.filter((_, at) => !isDeepStrictEqual(before[at], after[at])).length;
}

type Titled = { id: string; [field: string]: unknown };

function countChanged(before: readonly Titled[], after: readonly Titled[], fields: readonly string[]): number {
  const known = new Map(before.map((each) => [each.id, each]));
  return after.filter((each) => {
    const earlier = known.get(each.id);
    return earlier !== undefined && fields.some((field) => !isDeepStrictEqual(earlier[field], each[field]));
  }).length;
}

function countBy(names: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(names, (name) => name);
  return Object.fromEntries(
    [...groups].sort(([a], [b]) => byCodeUnit(a, b)).map(([name, { length }]) => [name, length]),
  );
}
