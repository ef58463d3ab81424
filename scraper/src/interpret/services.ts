import { nameKey, spacedPattern } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { problem, type Result, understood } from './result.ts';

/**
 * Takes the product's name off the front of a service's: "Skype for Business Server Mediation service" is the
 * "Mediation service".
 */
export function withoutProduct(name: string, product: string, vocabulary: Vocabulary): string {
  const known = patterns.get(vocabulary) ?? new Map<string, RegExp>();
  patterns.set(vocabulary, known);
  const pattern = known.get(product) ?? productPattern(product, vocabulary);
  known.set(product, pattern);
  return name.replace(pattern, '');
}

/** A product's pattern is made once: every cell of a service asks for it. */
const patterns = new WeakMap<Vocabulary, Map<string, RegExp>>();

function productPattern(product: string, vocabulary: Vocabulary): RegExp {
  const named = vocabulary.entries.products.find((entry) => entry.id === product)?.named ?? [];
  const longestFirst = [...named].sort((a, b) => b.length - a.length);
  // A product without names is in front of nothing: `(?!)` matches nowhere.
  return new RegExp(`^\\s*(?:${longestFirst.map(spacedPattern).join('|') || '(?!)'})\\s+(?=\\S)`, 'iu');
}

/** Reads the service of a row, in English and without the product's name; null for "Not applicable" and "Various". */
export function readService(text: string, vocabulary: Pick<Vocabulary, 'english'>): Result<string | null> {
  if (/^(not applicable|various|n\/?a)$/i.test(text.trim())) return understood(null);
  const service = vocabulary.english.service.get(nameKey(text));
  return service === undefined
    ? problem('unknown-service', 'this names no service that the vocabulary knows', text)
    : understood(service);
}
