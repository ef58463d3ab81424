import { nameKey, plainWords } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { problem, type Result, understood } from './result.ts';

/** Takes a product's name off the front of a service's: "Lync Server Mediation service" is the "Mediation service". */
export function withoutProduct(name: string, { productName }: Vocabulary): string {
  return name.replace(productName, '');
}

/** Reads the service of a row, in English and without the product's name; null for "Not applicable" and "Various". */
export function readService(text: string, vocabulary: Pick<Vocabulary, 'english'>): Result<string | null> {
  if (/^(?:not applicable|various|none|n\/?a|-+)$/i.test(plainWords(text))) return understood(null);
  const { service: services } = vocabulary.english;
  // Pages leave out the last word: "Call Park".
  const service = services.get(nameKey(text)) ?? services.get(nameKey(`${text} service`));
  return service === undefined
    ? problem('unknown-service', 'this names no service that the vocabulary knows', text)
    : understood(service);
}
