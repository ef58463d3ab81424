import type { Cell } from '../model/snapshot.ts';
import type { Domain } from '../vocabulary/forms.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type FoundCorrection, findCorrections } from './corrections.ts';
import { type Reading, readCell, type Use } from './reading.ts';
import { type Problem, problem, type Result } from './result.ts';

/** A cell read by a grammar. */
export interface Fact<Value> {
  reading: Reading;
  /** null where the cell is empty, or not understood. */
  value: Value | null;
  problem: Problem | null;
  corrections: FoundCorrection[];
  uses: Use[];
}

export interface Grammar<Value> {
  domain: Exclude<Domain, 'column' | 'device' | 'note' | 'footnote'>;
  read: (english: string) => Result<Value>;
  /** Equal for equal facts: what tells a mistranslation from another way to say the same. */
  key: (value: Value) => string;
  /** The field of the rule that a corrected word of the cell decides. */
  field: (corrected: string) => string;
}

/** Reads a cell by a grammar, and what its two languages say of each other. */
export function readFact<Value>(
  cell: Cell,
  grammar: Grammar<Value>,
  vocabulary: Vocabulary,
  locale?: string,
): Fact<Value> {
  const reading = readCell(cell, grammar.domain, vocabulary, locale);
  const uses = reading.translation?.uses ?? [];
  if (cell.length === 0) return { reading, value: null, problem: null, corrections: [], uses };
  if (reading.english === null) {
    const unknown = problem(`unknown-${grammar.domain}`, 'the vocabulary does not know this text', reading.published);
    return { reading, value: null, problem: unknown, corrections: [], uses };
  }
  const result = grammar.read(reading.english);
  if (!result.ok) return { reading, value: null, problem: result, corrections: [], uses };
  const readKey = (english: string): Result<string> => {
    const read = grammar.read(english);
    return read.ok ? { ok: true, value: grammar.key(read.value) } : read;
  };
  const corrections = findCorrections(reading, readKey, grammar.field, vocabulary);
  return { reading, value: result.value, problem: null, corrections, uses };
}
