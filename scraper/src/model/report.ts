import { z } from 'zod';
import { Withdrawal } from './catalog.ts';
import { Diagnostic } from './diagnostic.ts';

/** What a scrape changed: `pnpm scrape --json` writes this, and all other reports are made of it. */

export const ReportedDocument = z.strictObject({
  id: z.string(),
  path: z.string(),
  commit: z.string().nullable(),
  sha256: z.string(),
  /** How many rules the catalog has of it. */
  rules: z.int().nonnegative(),
  withdrawn: Withdrawal.nullable(),
});
export type ReportedDocument = z.infer<typeof ReportedDocument>;

export const ChangedDocument = ReportedDocument.extend({
  before: z.strictObject({ commit: z.string().nullable(), sha256: z.string() }),
  /** Whether a rule of it came, went or states another fact. */
  factsChanged: z.boolean(),
});
export type ChangedDocument = z.infer<typeof ChangedDocument>;

const RuleOf = z.strictObject({ id: z.string(), table: z.string(), document: z.string() });
export type RuleOf = z.infer<typeof RuleOf>;

export const FieldChange = z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() });
export type FieldChange = z.infer<typeof FieldChange>;

/** A rule that states other facts than before. */
export const ChangedRule = RuleOf.extend({
  /** The id that it had before, where that named the fact that changed; null where the id is the same. */
  was: z.string().nullable(),
  fields: z.array(FieldChange),
});
export type ChangedRule = z.infer<typeof ChangedRule>;

/** A word that stands for another, in places where it did not before, or where it no longer does. */
export const Mistranslation = z.strictObject({
  published: z.string(),
  corrected: z.string(),
  /** The places that came or went. */
  count: z.int().positive(),
  /** The rules that they belong to. */
  rules: z.array(z.string()),
});
export type Mistranslation = z.infer<typeof Mistranslation>;

/** What a table of a scraped document is, and why. */
export const ReportedTable = z.strictObject({
  /** The path as it was typed. */
  document: z.string(),
  /** Its number among the tables of the document, from 1. */
  table: z.int().positive(),
  /** A doubtful table is not read, and reported. */
  is: z.enum(['port-table', 'doubtful', 'other']),
  because: z.string(),
});
export type ReportedTable = z.infer<typeof ReportedTable>;

const Counts = z.record(z.string(), z.int().positive());

export const ScrapeReport = z.strictObject({
  $schema: z.literal('lync-port-report/1'),
  /** What happened, in a sentence or two. */
  summary: z.string(),
  /** Whether a rule came, went or states another fact than before. */
  factsChanged: z.boolean(),
  documents: z.strictObject({
    new: z.array(ReportedDocument),
    changed: z.array(ChangedDocument),
    unchanged: z.array(ReportedDocument),
    /** Withdrawn upstream since the last time (their rules stay), or, where `withdrawn` is null, no longer given. */
    gone: z.array(ReportedDocument),
    /** In the catalog, and not among what was scraped now. */
    notScraped: z.array(ReportedDocument),
  }),
  rules: z.strictObject({
    added: z.array(RuleOf),
    removed: z.array(RuleOf),
    changed: z.array(ChangedRule),
    /** How many rules state another fact, by field. */
    fields: Counts,
  }),
  /** Changes of text alone, where the facts stayed the same. */
  text: z.strictObject({
    /** Rules with another text, of which the facts are the same. */
    rules: z.int().nonnegative(),
    /** How many rules have another text, by field. */
    fields: Counts,
    /** Published cells with another text, in rows that were there before. */
    cells: z.int().nonnegative(),
    /** Tables with another title or header. */
    tables: z.int().nonnegative(),
    /** Documents with another title. */
    titles: z.int().nonnegative(),
  }),
  mistranslations: z.strictObject({ new: z.array(Mistranslation), gone: z.array(Mistranslation) }),
  /** Every table of every document that was scraped, in the order of the documents. */
  tables: z.array(ReportedTable),
  /** What was not understood, and what else needs a person. */
  unresolved: z.array(Diagnostic),
});
export type ScrapeReport = z.infer<typeof ScrapeReport>;
