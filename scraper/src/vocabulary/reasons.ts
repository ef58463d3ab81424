import type { Name } from '../model/catalog.ts';
import type { ReasonId } from './schema.ts';
import type { Vocabulary } from './vocabulary.ts';

const BRACES = /\{([a-z]+)\}/g;

/** A reason of reasons.yaml in both languages, with these texts in place of its braces. */
export function reasonFor(
  { entries }: Vocabulary,
  id: ReasonId,
  texts: Readonly<Record<string, string | undefined>> = {},
): Name {
  const { en, ko } = entries.reasons.find((entry) => entry.id === id) as Name;
  const fill = (text: string) => text.replace(BRACES, (braces, name: string) => texts[name] ?? braces);
  return { en: fill(en), ko: fill(ko) };
}

/** Whether a reason is one of reasons.yaml in both languages, with the same texts in place of the braces. */
export function isReasonOfCode({ en, ko }: Name, vocabulary: Vocabulary): boolean {
  return vocabulary.entries.reasons.some((entry) => {
    const [, ...found] = patternOf(entry.en).exec(en) ?? [];
    const texts = Object.fromEntries(bracesIn(entry.en).map((name, at) => [name, found[at]]));
    const filled = reasonFor(vocabulary, entry.id, texts);
    return filled.en === en && filled.ko === ko;
  });
}

/** The names in a text's braces. */
export function bracesIn(text: string): string[] {
  return [...text.matchAll(BRACES)].map(([, name = '']) => name);
}

function patternOf(text: string): RegExp {
  const parts = text.split(/\{[a-z]+\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.+)')}$`, 'su');
}
