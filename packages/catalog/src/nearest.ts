import { type Entry, findEntries, searchable, tidied, typed } from './match.ts';

/** Letters of a word that is long enough to be mistyped. */
const LEAST = 3;
const WORD = /[^\s,;:()/"“”]+/g;

/**
 * What was probably meant where nothing is found: the query with each unknown word as the nearest whole word that there
 * is, where so few letters are other, missing, in excess or swapped.
 */
export function nearMisses(text: string, entries: readonly Entry[]): string[] {
  const words = searchable(tidied(text)).split(' ');
  const known = wordCounts(entries);
  // What only begins a word may be mistyped as well, where nothing else is.
  for (const isKnown of [
    (word: string) => known.has(word) || findEntries(word, entries).length > 0,
    known.has.bind(known),
  ]) {
    const query = words.map((word) => (isKnown(word) ? word : (nearWord(word, known) ?? word))).join(' ');
    if (query !== words.join(' ') && findEntries(query, entries).length > 0) return [query];
  }
  return [];
}

/** The word of a list that is nearest to a mistyped one; null where none is near. The more frequent of equal ones. */
export function nearWord(word: string, known: ReadonlyMap<string, number>): string | null {
  const letters = [...typed(word)];
  if ([...word].length < 2 || letters.length < LEAST || /\d/.test(word)) return null;
  const most = letters.length < 6 ? 1 : 2;
  let best: { word: string; distance: number; count: number } | null = null;
  for (const [each, count] of known) {
    const others = [...typed(each)];
    if (others.length < LEAST || Math.abs(others.length - letters.length) > most) continue;
    const distance = distanceOf(letters, others);
    if (distance > most) continue;
    if (best === null || distance < best.distance || (distance === best.distance && count > best.count)) {
      best = { word: each, distance, count };
    }
  }
  return best?.word ?? null;
}

function wordCounts(entries: readonly Entry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of entries) {
    for (const [word] of text.matchAll(WORD)) if (!/\d/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** How many letters are other, missing, in excess, or swapped with the next (optimal string alignment). */
function distanceOf(a: readonly string[], b: readonly string[]): number {
  let [before, last]: [number[], number[]] = [[], b.map((_, at) => at)];
  last.push(b.length);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
