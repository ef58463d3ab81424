import type { VocabularyEntries } from '../vocabulary/schema.ts';

/** The words and numbers by which a text is known to speak of ports, in any language. */
export interface PortWords {
  /** Whether a text has a word for "port". */
  namesPort(text: string): boolean;
  /** Where in a text a number stands beside a transport or a word for "port"; -1 for nowhere. */
  statedAt(text: string): number;
  /** Numbers that are hardly anything but ports. */
  telling: ReadonlySet<number>;
}

const known = new WeakMap<VocabularyEntries, PortWords>();

/** The words of a vocabulary. They are indexed once, because every table asks for them. */
export function portWordsOf({ entries }: { entries: VocabularyEntries }): PortWords {
  const words = known.get(entries) ?? indexWords(entries);
  known.set(entries, words);
  return words;
}

// Expressions with properties of Unicode take V8 tens of milliseconds to prepare, so these name their letters.
/** Small letters of English and of the languages that are written like it. */
const LATIN = 'a-z\u00df-\u024f';
/** Small letters of scripts whose words stand apart: Latin, Greek, Cyrillic. In others, words may touch. */
const APART = `${LATIN}\u0370-\u052f`;
const IS_APART = new RegExp(`^[${APART}]+$`);
/** Digits of English, Arabic, Persian and Hindi. */
const DIGIT = '0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f';
const TWO_DIGITS = new RegExp(`[${DIGIT}]{2}`);
const TRANSPORT = `(?<![${LATIN}${DIGIT}])(?:tcp|udp)(?![${LATIN}${DIGIT}])`;
/**
 * A whole number that no other digit, letter or unit touches: no part of a version, a time or a share. One digit alone
 * counts things, as in "1 network adapter port" or "0 is UDP": no page has such a port.
 */
const NUMBER = `(?<![${LATIN}${DIGIT}.,:%-])[${DIGIT}]{2,5}(?![${LATIN}${DIGIT}%]|[.:][${DIGIT}])`;
/** What may stand between a word and its number: a dozen small words or characters, none of them a letter or digit. */
const BETWEEN = `(?:[^${LATIN}${DIGIT}\\n]|\\(s\\)|\\b(?:numbers?|ranges?|is|are|es|ist|est)\\b){0,12}`;

function indexWords(entries: VocabularyEntries): PortWords {
  const plain = entries['port-words'].map(({ word }) => word.toLowerCase());
  const ports = plain.map((word) => (IS_APART.test(word) ? `(?<![${APART}${DIGIT}])${word}(?![${APART}])` : word));
  const word = anyOf([...ports, TRANSPORT]);
  const port = new RegExp(anyOf(ports));
  const stated = new RegExp(`${word}(?:${BETWEEN}${word})?${BETWEEN}${NUMBER}|${NUMBER}${BETWEEN}${word}`);
  // Most texts have none of the words. This expression finds that out quickly: it ignores the letters around a word.
  const any = new RegExp(anyOf([...plain, 'tcp', 'udp']));
  const except = entries['port-words'].flatMap((entry) => entry.except ?? []);
  const others = new RegExp(anyOf(except), 'g');
  // The replacement keeps the length, so that places in the text stay the same.
  const withoutOthers = (text: string) => text.replace(others, (other) => '#'.repeat(other.length));
  const statedAt = (text: string) => (any.test(text) ? withoutOthers(text).search(stated) : -1);
  return {
    namesPort: (text) => any.test(text.toLowerCase()) && port.test(withoutOthers(text.toLowerCase())),
    statedAt: (text) => (TWO_DIGITS.test(text) ? statedAt(text.toLowerCase()) : -1),
    telling: new Set(entries['telling-ports'].flatMap((entry) => entry.ports)),
  };
}

/** A pattern that matches any of these; without patterns it matches nothing. */
function anyOf(patterns: readonly string[]): string {
  return patterns.length === 0 ? '(?!)' : `(?:${patterns.join('|')})`;
}
