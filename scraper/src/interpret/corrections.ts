import type { Correction, Name } from '../model/catalog.ts';
import { reasonFor } from '../vocabulary/reasons.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Reading } from './reading.ts';

/** A correction of one row, before the row has an id. */
export type FoundCorrection = Omit<Correction, 'id' | 'rule' | 'reason'> & { reason: Name };

/**
 * Lists the places of a cell where the catalog states something else than the published text.
 *
 * @param read the grammar's reading of an English text, as a key that is equal for equal facts; null for no reading
 * @param fieldOf the field of the rule that a corrected word decides
 */
export function findCorrections(
  reading: Reading,
  read: (english: string) => string | null,
  fieldOf: (corrected: string) => string,
  vocabulary: Vocabulary,
): FoundCorrection[] {
  const { english, local, translation } = reading;
  if (english === null || local === null || translation === null) return [];
  if (contradicts(english, translation.english, read)) {
    const published = oneLine(local);
    const corrected = oneLine(english);
    const wrong = translation.uses.find((use) => use.form.wrong !== null)?.form.wrong;
    const reason =
      wrong ??
      reasonFor(vocabulary, 'translation-differs', { translation: oneLine(translation.english), english: corrected });
    return [{ field: fieldOf(corrected), published, corrected, reason, evidence: 'bilingual', witness: corrected }];
  }
  return translation.uses.flatMap(({ form, published }): FoundCorrection[] => {
    const found = { field: fieldOf(form.en), published, corrected: oneLine(form.en) };
    if (form.learnt !== undefined) {
      const reason = reasonFor(vocabulary, 'learnt');
      return [{ ...found, reason, evidence: 'bilingual', witness: form.learnt }];
    }
    if (form.wrong === null) return [];
    return reading.by === 'document'
      ? [{ ...found, reason: form.wrong, evidence: 'bilingual', witness: oneLine(english) }]
      : [{ ...found, reason: form.wrong, evidence: 'vocabulary', witness: null }];
  });
}

/** Whether the translation is understood and states other facts than the English. */
function contradicts(english: string, translated: string, read: (english: string) => string | null): boolean {
  const [page, word] = [read(english), read(translated)];
  return page !== null && word !== null && page !== word;
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' / ');
}
