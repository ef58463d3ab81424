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

/** The words of a vocabulary; they are indexed once. */
export function portWordsOf({ entries }: { entries: VocabularyEntries }): PortWords {
  const words = known.get(entries) ?? indexWords(entries);
  known.set(entries, words);
  return words;
}

/** The letters of scripts whose words stand apart; in others, a word may have letters of the next beside it. */
const APART = String.raw`\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}`;
const IS_APART = new RegExp(`^[${APART}]+$`, 'u');
const TRANSPORT = String.raw`(?<![\p{Script=Latin}\p{N}])(?:tcp|udp)(?![\p{Script=Latin}\p{N}])`;
/**
 * A whole number that no other digit, letter or unit touches: no part of a version, a time or a share. One digit alone
 * counts things, as in "1 network adapter port" or "0 is UDP": no page has such a port.
 */
const NUMBER = String.raw`(?<![\p{Script=Latin}\p{N}.,:%-])\p{Nd}{2,5}(?![\p{Script=Latin}\p{N}%]|[.:]\p{Nd})`;
/** What may stand between a word and its number: a dozen characters that are no letters of English, or small words. */
const BETWEEN = String.raw`(?:[^\p{Script=Latin}\p{N}\n]|\(s\)|\b(?:numbers?|ranges?|is|are|es|ist|est)\b){0,12}`;

function indexWords(entries: VocabularyEntries): PortWords {
  const plain = entries['port-words'].map(({ word }) => word);
  const ports = plain.map((word) => (IS_APART.test(word) ? `(?<![${APART}\\p{N}])${word}(?![${APART}])` : word));
  const word = anyOf([...ports, TRANSPORT]);
  const port = new RegExp(anyOf(ports), 'iu');
  const stated = new RegExp(`${word}(?:${BETWEEN}${word})?${BETWEEN}${NUMBER}|${NUMBER}${BETWEEN}${word}`, 'iu');
  // Most texts have none of the words, which is soon told where letters beside them need not be looked at.
  const any = new RegExp(anyOf([...plain, 'tcp', 'udp']), 'iu');
  const except = entries['port-words'].flatMap((entry) => entry.except ?? []);
  const others = new RegExp(anyOf(except), 'giu');
  // The same length, so that a place in the one text is that place in the other.
  const withoutOthers = (text: string) => text.replace(others, (other) => '#'.repeat(other.length));
  return {
    namesPort: (text) => any.test(text) && port.test(withoutOthers(text)),
    statedAt: (text) => (any.test(text) && /\p{Nd}{2}/u.test(text) ? withoutOthers(text).search(stated) : -1),
    telling: new Set(entries['telling-ports'].flatMap((entry) => entry.ports)),
  };
}

/** A pattern that matches any of these; nothing, where there are none. */
function anyOf(patterns: readonly string[]): string {
  return patterns.length === 0 ? '(?!)' : `(?:${patterns.join('|')})`;
}
