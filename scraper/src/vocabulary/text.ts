/** How texts are compared: machine translation scatters white space, and pages differ in case and width. */

const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu;

/** The key under which a text is looked up: compatibility forms unified, lower case, no white space at all. */
export function compact(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(INVISIBLE, '');
}

/**
 * The key of an English name: case, hyphens, a doubled word ("Server server") and a plural s make no difference,
 * and neither does "(s)".
 */
export function nameKey(english: string): string {
  return english
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(s\)/g, '')
    .replace(/[-‐‑–\s]+/g, ' ')
    .trim()
    .split(' ')
    .map((word) => (/[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word))
    .filter((word, index, words) => word !== words[index - 1])
    .join(' ');
}

/**
 * A text with one blank, or one line break, where it had several. Expressions that look for a separator with white space
 * around it then never go through the same blanks twice.
 */
export function spaced(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/(?: ?\n ?)+/g, '\n')
    .trim();
}

/** Whether the text has letters that English lacks, so that it must be looked up. */
export function isForeign(text: string): boolean {
  return /[^\P{L}\p{Script=Latin}]/u.test(text);
}

/** A regular expression that finds the text whatever white space stands in it or is missing. */
export function spacedPattern(text: string): string {
  const characters = [...text.normalize('NFKC').replace(INVISIBLE, '')];
  const escaped = characters.map((character) => character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return escaped.join(`${INVISIBLE.source}*`);
}
