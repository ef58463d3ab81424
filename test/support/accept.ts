import { parse } from 'yaml';
import type { Proposal } from '../../scraper/src/learn/propose.ts';
import { type VocabularyEntries, VocabularyFiles } from '../../scraper/src/vocabulary/schema.ts';
import { indexVocabulary, type Vocabulary } from '../../scraper/src/vocabulary/vocabulary.ts';

type Entry = Record<string, unknown>;

const NAMED_BY = ['id', 'field', 'role', 'en'];

/** The vocabulary with all proposals accepted as they stand, as a person would write them into its files. */
export function accept(vocabulary: Vocabulary, proposals: readonly Proposal[]): Vocabulary {
  const entries: Record<string, Entry[]> = structuredClone(vocabulary.entries);
  for (const { file, yaml } of proposals) {
    const list = entries[file.replace('.yaml', '')] ?? [];
    for (const proposed of parse(yaml) as Entry[]) merge(list, proposed);
  }
  const checked = Object.entries(VocabularyFiles).map(([name, schema]) => [name, schema.parse(entries[name])]);
  return indexVocabulary(Object.fromEntries(checked) as VocabularyEntries);
}

/** An entry that is there takes the new forms; another one is added. */
function merge(list: Entry[], proposed: Entry): void {
  const also = (proposed.also ?? []) as unknown[];
  const known = list.find((entry) => NAMED_BY.every((key) => covers(entry[key], proposed[key])));
  if (known === undefined || also.length === 0) list.push(proposed);
  else known.also = [...((known.also ?? []) as unknown[]), ...also];
}

function covers(there: unknown, wanted: unknown): boolean {
  if (wanted === undefined || JSON.stringify(there) === JSON.stringify(wanted)) return true;
  return Array.isArray(there) && Array.isArray(wanted) && wanted.every((each) => there.includes(each));
}
