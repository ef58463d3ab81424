import { searchable, tidied } from '@lync/port-catalog/match';

const HANGUL = /\p{Script=Hangul}/u;
const AROUND = 40;

/**
 * A pattern for the terms of a query in a text as published: spaces may be scattered between Korean letters, and a
 * thousands separator between digits. Its one group is all that it matches.
 */
export function patternOf(query: string): RegExp {
  const tidy = tidied(query);
  const terms = new Set([...searchable(tidy).split(' '), ...tidy.split(/\s+/)]);
  const patterns = [...terms].filter((term) => term !== '').map(termPattern);
  return new RegExp(`(${patterns.sort((a, b) => b.length - a.length).join('|') || '(?!)'})`, 'iu');
}

function termPattern(term: string): string {
  const letters = [...term].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'));
  if (HANGUL.test(term)) return letters.join('\\s*');
  // A number is looked for as the matcher does: where it begins.
  if (/^\d+$/.test(term)) return `(?<!\\d)${letters.join(',?')}`;
  return (term.length < 3 ? '(?<![\\p{L}\\p{N}])' : '') + letters.join('');
}

/** A text in stretches; every second one is what the pattern matches. */
export function stretches(text: string, pattern: RegExp): string[] {
  return text.split(pattern);
}

/** The part of the texts in which the pattern is, with a little around it; null where it is in none. */
export function excerpt(texts: readonly string[], pattern: RegExp): string | null {
  for (const each of texts) {
    const text = each.replace(/\s+/g, ' ');
    const at = text.search(pattern);
    if (at < 0) continue;
    const from = at <= AROUND ? 0 : text.indexOf(' ', at - AROUND) + 1;
    const to = at + 2 * AROUND >= text.length ? text.length : text.lastIndexOf(' ', at + 2 * AROUND);
    return `${from > 0 ? '… ' : ''}${text.slice(from, Math.max(to, at))}${to < text.length ? ' …' : ''}`;
  }
  return null;
}
