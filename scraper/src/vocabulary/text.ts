/** How texts are compared: machine translation scatters white space, and pages differ in case and width. */

const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu;

/** The key under which a text is looked up: compatibility forms unified, lower case, no white space at all. */
export function compact(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(INVISIBLE, '');
}

/**
 * A text with plain forms of its characters, but for digits that are none: as plain ones, a raised digit or one of an
 * ornamental alphabet would be a digit of the number beside it.
 */
export function plainForms(text: string): string {
  return text
    .split(/([^\P{N}0-9\uff10-\uff19])/u)
    .map((part, at) => (at % 2 === 0 ? part.normalize('NFKC') : part))
    .join('');
}

/**
 * The key of an English name: case, hyphens between words, spaces within words, articles, a doubled word ("Server
 * server"), plurals, "(s)", a possessive, quotes and a full stop make no difference. A hyphen in front of it does: nobody
 * knows what it marks.
 */
export function nameKey(english: string): string {
  return (
    plainMarks(english)
      .toLowerCase()
      .replace(/[.,;:]$/, '')
      .replace(/\(e?s\)|["®™]|'s\b|(?<=s)'(?=\s|$)/g, '')
      // A word behind a hyphen is marked, because it doubles none: "Directors - Director load balancer" are two names.
      .replace(/(?<=\S)[-\s]+(?=\S)/g, (gap) => (gap.includes('-') ? ' \0' : ' '))
      .replace(/ ?\/ ?/g, '/')
      .replace(/\b(?:the|an?) (?=\S)/g, '')
      .split(' ')
      .map((word) => word.replace(/[^\0/]+/g, singular))
      .filter((word, index, words) => word !== '' && word !== words[index - 1])
      .join('')
      .replaceAll('\0', '')
  );
}

function singular(word: string): string {
  if (word.length <= 3) return word === 'ips' ? 'ip' : word;
  return word.replace(/ies(?=\)?$)/, 'y').replace(/(?:(?<=ss|x|ch|sh)es|(?<=[^s])s)(?=\)?$)/, '');
}

const CONTRACTIONS: readonly [pattern: RegExp, words: string][] = [
  [/\bcan(?:'t|not)\b/gi, 'can not'],
  [/\bwon't\b/gi, 'will not'],
  [/n't\b/gi, ' not'],
];

/**
 * An English text in the words that it means, for grammars that look for words: contractions are written out, quotes,
 * dashes and blanks are plain ones, "in-bound" is one word, and no full stop ends it.
 */
export function plainWords(english: string): string {
  return CONTRACTIONS.reduce((text, [pattern, words]) => text.replace(pattern, words), plainMarks(english))
    .replace(/\b(in|out)[- ](?=(?:bound|going|coming)\b)/gi, '$1')
    .replace(/[.,;:]$/, '')
    .trim();
}

/** Quotes, dashes and blanks as plain ones. Nearly all texts have no others, and need not be looked through. */
function plainMarks(text: string): string {
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
  return plainForms(text)
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
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
