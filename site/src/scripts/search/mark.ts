import { searchable } from '@lync/port-catalog/match';

/** A stretch of a text, and whether the query is in it. */
export interface Stretch {
  readonly text: string;
  readonly marked: boolean;
}

const HANGUL = /\p{Script=Hangul}/u;
const AROUND = 40;

/**
 * A pattern for the terms of a query in a text as published: spaces may be scattered between Korean letters, and a
 * thousands separator between digits. Null where there is nothing to look for.
 */
export function patternOf(query: string): RegExp | null {
  const terms = [...new Set([...searchable(query).split(' '), ...query.normalize('NFKC').split(/\s+/)])];
  const patterns = terms.filter((term) => term !== '').map(termPattern);
  return patterns.length === 0 ? null : new RegExp(patterns.sort((a, b) => b.length - a.length).join('|'), 'giu');
}

function termPattern(term: string): string {
  const letters = [...term].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&'));
  if (HANGUL.test(term)) return letters.join('\\s*');
  // A number is looked for as the matcher does: where it begins.
  if (/^\d+$/.test(term)) return `(?<!\\d)${letters.join(',?')}`;
  return term.length < 3 ? `(?<![\\p{L}\\p{N}])${letters.join('')}` : letters.join('');
}

/** A text in stretches; one, not marked, where the pattern is not in it. */
export function stretches(text: string, pattern: RegExp | null): Stretch[] {
  const found: Stretch[] = [];
  let end = 0;
  for (const match of pattern === null ? [] : text.matchAll(pattern)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index), marked: false });
    found.push({ text: match[0], marked: true });
    end = match.index + match[0].length;
  }
  if (end < text.length || found.length === 0) found.push({ text: text.slice(end), marked: false });
  return found;
}

/** The part of the texts in which the pattern is, with a little around it; null where it is in none. */
export function excerpt(texts: readonly string[], pattern: RegExp | null): string | null {
  if (pattern === null) return null;
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
