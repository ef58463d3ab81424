import type { Document, LocalizedText } from '@lync/port-catalog';
import data from '@lync/port-catalog/history.json' with { type: 'json' };

/** When documents, facts and mistranslations came and went; `pnpm history` makes it of a repository's commits. */

/** A commit, and its date. */
export interface Moment {
  readonly date: string;
  readonly commit: string;
}

/** From when to when something stood in a document: the first and the last revision that had it. */
export interface Span {
  readonly first: Moment;
  readonly last: Moment;
  /** The revision that no longer had it, or the deletion of the document; null where it still stands. */
  readonly gone: Moment | null;
}

/** A wrong word and the right one, and in how many places it came or went. */
export interface CountedWord {
  readonly published: string;
  readonly corrected: string;
  readonly count: number;
}

export interface Revision extends Moment {
  readonly path: string;
  readonly sha256: string;
  readonly rules: number;
  readonly facts: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly { readonly id: string }[];
  };
  readonly text: { readonly rules: number; readonly cells: number };
  readonly mistranslations: { readonly new: readonly CountedWord[]; readonly gone: readonly CountedWord[] };
}

export interface RuleHistory extends Span {
  readonly id: string;
  readonly changes: readonly (Moment & { readonly was: string | null })[];
}

export interface WordHistory extends Span {
  readonly published: string;
  readonly corrected: string;
  readonly rules: readonly string[];
}

/** A document on a branch. */
export interface DocumentHistory {
  readonly document: string;
  readonly title: LocalizedText;
  readonly repository: Document['repository'];
  readonly branch: string;
  readonly deleted: Moment | null;
  /** Oldest first. */
  readonly revisions: readonly Revision[];
  readonly rules: readonly RuleHistory[];
  readonly mistranslations: readonly WordHistory[];
}

/** history.json as it is published. */
export const historyFile: { readonly documents: readonly object[] } & Readonly<Record<string, unknown>> = data;

export const histories = data.documents as unknown as readonly DocumentHistory[];

/** The documents, each with its history on every branch. */
export function historiesByDocument(): readonly (readonly DocumentHistory[])[] {
  return [...Map.groupBy(histories, ({ document }) => document).values()];
}

/** Where a document's history stands on the page of them all. */
export function historyAnchor({ document }: Pick<DocumentHistory, 'document'>): string {
  return document.replaceAll('/', '-');
}

/** The same of one branch, whose name may hold what no anchor does. */
export function branchAnchor(history: Pick<DocumentHistory, 'document' | 'branch'>): string {
  return `${historyAnchor(history)}-${history.branch.replace(/[^\w.-]+/g, '-')}`;
}

export interface RuleOnBranch {
  readonly history: DocumentHistory;
  readonly rule: RuleHistory;
  /** The mistranslations that the rule had, in the order in which they came. */
  readonly words: readonly WordHistory[];
}

/** The history of a rule: once for each branch that it stood on, and for each time that it came. */
export function historyOfRule(id: string): RuleOnBranch[] {
  return histories.flatMap((history) => {
    const words = history.mistranslations.filter(({ rules }) => rules.includes(id));
    return history.rules.filter((rule) => rule.id === id).map((rule) => ({ history, rule, words }));
  });
}
