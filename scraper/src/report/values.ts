import { counted } from './summary.ts';

/** Versions and counts in few words, for those who read a report. */

/** The version of a document: its commit as git shortens it, or its hash where no commit is known. */
export function versionText({ commit, sha256 }: { commit: string | null; sha256: string }): string {
  return commit === null ? `sha256 ${sha256.slice(0, 8)}` : commit.slice(0, 7);
}

/** Names and how often each is there: "notes of 12 rules, footnotes of 3". */
export function countsText(counts: Readonly<Record<string, number>>, what: string): string[] {
  return Object.entries(counts).map(([name, count]) => `${name} of ${counted(count, what)}`);
}
