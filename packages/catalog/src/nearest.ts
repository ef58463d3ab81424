import { type Entry, findEntries, searchable, tidied, typed } from './match.ts';
import { isTelling } from './parts.ts';
import { isMeant, LONGEST_QUERY, phrasesOf, portOf, rangeOf } from './query.ts';

/** Letters of a word that is long enough to be mistyped. */
const LEAST = 3;
const WORD = /[^\s,;:()/"“”]+/g;

// A key of a Korean keyboard, and the letter on it: as U.S. keyboards have them.
const KEYS = 'qwertyuiopasdfghjklzxcvbnm';
const LETTERS = 'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ';
// Those that are typed with the shift key: Latin letters stay the same.
const SHIFTED: Readonly<Record<string, string>> = { ㅃ: 'q', ㅉ: 'w', ㄸ: 'e', ㄲ: 'r', ㅆ: 't', ㅒ: 'o', ㅖ: 'p' };

/** Where nothing is found: the query that was probably meant, else the parts of it that find something. */
export function nearest(text: string, entries: readonly Entry[]): string[] {
  const query = text.slice(0, LONGEST_QUERY);
  const meant = nearMisses(query, entries);
  return meant.length > 0 ? meant : partsFound(query, entries);
}

/** How many words of a question are looked for. */
const MOST_WORDS = 12;

const MOST_PARTS = 3;

/** The words of a question that find something, as many of them together as do: ports and known words before others. */
function partsFound(query: string, entries: readonly Entry[]): string[] {
  const phrases = phrasesOf(tidied(query)).slice(0, MOST_WORDS);
  if (phrases.length < 2) return [];
  const isFound = (text: string) =>
    findEntries(text, entries).some(({ match }) => match !== 'range' && match !== 'digits');
  const places = phrases.flatMap((phrase, at) => (isTelling(phrase) && isFound(phrase) ? [at] : []));
  const isName = (at: number) =>
    isMeant(phrases[at] ?? '') || portOf(phrases[at] ?? '') !== null || rangeOf(phrases[at] ?? '') !== null;
  const textOf = (group: readonly number[]) => group.map((at) => phrases[at]).join(' ');
  const groups: number[][] = [];
  for (const at of [...places.filter(isName), ...places.filter((each) => !isName(each))]) {
    const beside = groups.findIndex((group) => isFound(textOf([...group, at].sort((a, b) => a - b))));
    if (beside >= 0) groups[beside] = [...(groups[beside] ?? []), at].sort((a, b) => a - b);
    else if (groups.length < MOST_PARTS) groups.push([at]);
  }
  return groups.map(textOf);
}

/**
 * What was probably meant: the query with each unknown word as it is on the other layout of the keyboard, or as the
 * nearest whole word that there is, where so few letters are other, missing, in excess or swapped.
 */
function nearMisses(text: string, entries: readonly Entry[]): string[] {
  const words = searchable(tidied(text)).split(' ');
  const known = wordCounts(entries);
  const meant = (word: string) => onOtherLayout(word, known) ?? nearWord(word, known) ?? word;
  // What only begins a word may be mistyped as well, where nothing else is.
  for (const isKnown of [
    (word: string) => known.has(word) || isMeant(word) || findEntries(word, entries).length > 0,
    (word: string) => known.has(word) || isMeant(word),
  ]) {
    const query = words.map((word) => (isKnown(word) ? word : meant(word))).join(' ');
    if (query !== words.join(' ') && findEntries(query, entries).length > 0) return [query];
  }
  return [];
}

/** A word as it is on the other layout: `dpwl` is 에지, and ㄷㅇㅎㄷ edge; null where no word is or begins so. */
function onOtherLayout(word: string, known: ReadonlyMap<string, number>): string | null {
  const letters = [...typed(word)];
  const isLatin = /^[a-z]{3,}$/.test(word);
  const other = letters.map((letter) =>
    isLatin ? LETTERS[KEYS.indexOf(letter)] : (SHIFTED[letter] ?? KEYS[LETTERS.indexOf(letter)]),
  );
  if (letters.length < 3 || other.includes(undefined)) return null;
  const meant = other.join('');
  if (!isLatin) return isMeant(meant) || [...known.keys()].some((each) => each.startsWith(meant)) ? meant : null;
  // The syllables of a known word that are typed with these keys.
  const plain = (text: string) =>
    typed(text).replace(/[ㅃㅉㄸㄲㅆㅒㅖ]/g, (letter) => LETTERS[KEYS.indexOf(SHIFTED[letter] ?? '')] ?? letter);
  for (const each of known.keys()) {
    if (!plain(each).startsWith(meant)) continue;
    const syllables = [...each];
    const length = syllables.findIndex((_, at) => plain(syllables.slice(0, at + 1).join('')).length >= meant.length);
    return syllables.slice(0, length + 1).join('');
  }
  return null;
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
