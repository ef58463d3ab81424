import { VOCABULARY } from '../../scraper/src/commands/places.ts';
import { loadVocabulary } from '../../scraper/src/vocabulary/load.ts';

/** The project's own vocabulary, read once. */
export const vocabulary = loadVocabulary(VOCABULARY);
