import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { type VocabularyEntries, VocabularyFiles } from './schema.ts';
import { indexVocabulary, type Vocabulary } from './vocabulary.ts';

/**
 * Reads the vocabulary from its folder.
 *
 * @throws Error that names the file and the entry, where a file is missing, is not YAML or does not fit its schema
 */
export function loadVocabulary(folder: string): Vocabulary {
  const entries = Object.fromEntries(
    Object.entries(VocabularyFiles).map(([name, schema]) => [name, readEntries(folder, name, schema)]),
  );
  return indexVocabulary(entries as VocabularyEntries);
}

function readEntries(folder: string, name: string, schema: z.ZodType): unknown {
  const file = `${name}.yaml`;
  let content: unknown;
  try {
    content = load(readFileSync(join(folder, file), 'utf8'));
  } catch (error) {
    throw new Error(`vocabulary: ${file}: ${(error as Error).message}`);
  }
  const result = schema.safeParse(content);
  if (!result.success) throw new Error(`vocabulary: ${file}: ${z.prettifyError(result.error)}`);
  return result.data;
}
