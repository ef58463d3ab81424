import { nameKey, spacedPattern } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { problem, type Result, understood } from './result.ts';

/**
 * Takes a product's name off the front of a service's: "Skype for Business Server Mediation service" is the
 * "Mediation service".
 */
export function withoutProduct(name: string, vocabulary: Vocabulary): string {
  const pattern = patterns.get(vocabulary) ?? productPattern(vocabulary);
  patterns.set(vocabulary, pattern);
  return name.replace(pattern, '');
}

/** The pattern is made once: every cell of a service asks for it. */
const patterns = new WeakMap<Vocabulary, RegExp>();

function productPattern({ entries }: Vocabulary): RegExp {
  const named = entries.products.flatMap((product) => product.named).sort((a, b) => b.length - a.length);
  // `(?!)` matches nowhere: without products there is no name to take off.
  const names = [...named.map(spacedPattern), '(?!)'];
  return new RegExp(`^\\s*(?:${names.join('|')})\\s+(?=\\S)`, 'iu');
}

/** Reads the service of a row, in English and without the product's name; null for "Not applicable" and "Various". */
export function readService(text: string, vocabulary: Pick<Vocabulary, 'english'>): Result<string | null> {
  if (/^(not applicable|various|n\/?a)$/i.test(text.trim())) return understood(null);
  const service = vocabulary.english.service.get(nameKey(text));
  return service === undefined
    ? problem('unknown-service', 'this names no service that the vocabulary knows', text)
    : understood(service);
}
