import { nameKey, plainWords } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { problem, type Result, understood } from './result.ts';

/** Takes a product's name off the front of a service's: "Lync Server Mediation service" is the "Mediation service". */
export function withoutProduct(name: string, { productName }: Vocabulary): string {
  return name.replace(productName, '');
}

/** Reads the service of a row, in English and without the product's name; null for "Not applicable" and "Various". */
export function readService(text: string, vocabulary: Pick<Vocabulary, 'english'>): Result<string | null> {
  if (/^(not applicable|various|n\/?a)$/i.test(plainWords(text))) return understood(null);
  const service = vocabulary.english.service.get(nameKey(text));
  return service === undefined
    ? problem('unknown-service', 'this names no service that the vocabulary knows', text)
    : understood(service);
}
