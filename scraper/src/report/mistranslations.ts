import { byCodeUnit } from '../compare/names.ts';
import type { Mistranslation } from '../model/report.ts';

/** A correction, as far as a comparison goes. */
export interface ComparedCorrection {
  rule: string;
  published: string;
  corrected: string;
}

/**
 * The corrections of the one list that the other does not have, by wrong and right word, the most frequent first.
 * A rule that has one of them twice in the one list and once in the other has it once more.
 */
export function moreIn(list: readonly ComparedCorrection[], other: readonly ComparedCorrection[]): Mistranslation[] {
  const left = new Map<string, number>();
  for (const each of other) left.set(keyOf(each), (left.get(keyOf(each)) ?? 0) + 1);
  const more = list.filter((each) => {
    const count = left.get(keyOf(each)) ?? 0;
    left.set(keyOf(each), count - 1);
    return count <= 0;
  });
  return groupByWord(more);
}

/** Corrections by wrong and right word, the most frequent first. */
function groupByWord(corrections: readonly ComparedCorrection[]): Mistranslation[] {
  const groups = Map.groupBy(corrections, ({ published, corrected }) => JSON.stringify([published, corrected]));
  return [...groups.values()]
    .flatMap(([first, ...rest]): Mistranslation[] => {
      if (first === undefined) return [];
      const rules = [...new Set([first, ...rest].map(({ rule }) => rule))];
      return [{ published: first.published, corrected: first.corrected, count: rest.length + 1, rules }];
    })
    .sort((a, b) => b.count - a.count || byCodeUnit(a.published, b.published) || byCodeUnit(a.corrected, b.corrected));
}

function keyOf({ rule, published, corrected }: ComparedCorrection): string {
  return JSON.stringify([rule, published, corrected]);
}
