import { z } from 'zod';
import { LocalizedText, Withdrawal } from './catalog.ts';
import { ChangedRule, Mistranslation } from './report.ts';

/** history.json: when each document, fact and mistranslation came and went, from the commits of a repository. */

/** A commit, and its date as YYYY-MM-DD (UTC). */
export const Moment = Withdrawal;
export type Moment = z.infer<typeof Moment>;

/** From when to when something stood in a document. */
const Span = {
  /** The first and the last revision that had it. */
  first: Moment,
  last: Moment,
  /** The revision that no longer had it, or the deletion of the document; null where it still stands. */
  gone: Moment.nullable(),
};

const FactChange = ChangedRule.omit({ table: true, document: true });
export type FactChange = z.infer<typeof FactChange>;

export const RuleHistory = z.strictObject({
  id: z.string(),
  ...Span,
  /** Every revision that changed a fact of it; empty where it always stated the same. */
  changes: z.array(Moment.extend({ was: z.string().nullable(), fields: FactChange.shape.fields })),
});
export type RuleHistory = z.infer<typeof RuleHistory>;

export const MistranslationHistory = z.strictObject({
  published: z.string(),
  corrected: z.string(),
  ...Span,
  /** The rules that had it from the first to the last of these revisions. */
  rules: z.array(z.string()),
});
export type MistranslationHistory = z.infer<typeof MistranslationHistory>;

const Words = z.array(Mistranslation.omit({ rules: true }));

export const DocumentRevision = z.strictObject({
  ...Moment.shape,
  path: z.string(),
  sha256: z.string(),
  /** When the page was translated, as it says itself. */
  handedOff: z.string().nullable(),
  rules: z.int().nonnegative(),
  corrections: z.int().nonnegative(),
  /** How many places are not understood, or have no English. */
  unresolved: z.int().nonnegative(),
  /** Against the revision before it; empty in the first. */
  facts: z.strictObject({ added: z.array(z.string()), removed: z.array(z.string()), changed: z.array(FactChange) }),
  text: z.strictObject({ rules: z.int().nonnegative(), cells: z.int().nonnegative() }),
  mistranslations: z.strictObject({ new: Words, gone: Words }),
});
export type DocumentRevision = z.infer<typeof DocumentRevision>;

export const DocumentHistory = z.strictObject({
  document: z.string(),
  title: LocalizedText,
  product: z.string(),
  repository: z.string().nullable(),
  branch: z.string(),
  deleted: Moment.nullable(),
  /** Oldest first. */
  revisions: z.array(DocumentRevision),
  rules: z.array(RuleHistory),
  mistranslations: z.array(MistranslationHistory),
});
export type DocumentHistory = z.infer<typeof DocumentHistory>;

export const History = z.strictObject({
  $schema: z.literal('lync-port-history/1'),
  about: z.string(),
  /** By document and branch. */
  documents: z.array(DocumentHistory),
});
export type History = z.infer<typeof History>;
