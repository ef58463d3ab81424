import type { RuleField } from '../../../packages/catalog/src/fields.ts';
import type { Cell } from '../model/snapshot.ts';
import { DOMAINS, type Domain } from '../vocabulary/domains.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type FoundCorrection, findCorrections } from './corrections.ts';
import { disagreement } from './languages.ts';
import { type Reading, readCell, type Use } from './reading.ts';
import { type Problem, problem, type Result } from './result.ts';

export interface ReadContext {
  vocabulary: Vocabulary;
  /** The page's language, where its texts are published. */
  locale?: string;
}

/** How cells of one kind are read. */
export interface Grammar<Value> {
  domain: Domain;
  read(english: string, context: ReadContext): Result<Value>;
  /** Equal for equal facts. */
  key(value: Value): string;
  /** The part of the wording that is corrected where the English differs, though the facts are the same. */
  wording?(value: Value): string;
  /** The field of the rule that a corrected word of the cell decides; null where words are published as they are. */
  field: ((corrected: string) => RuleField) | null;
  /** The part of the cell that the grammar reads; without it, the whole cell. */
  part?(cell: Cell, context: ReadContext): Cell;
  /** The value of a cell without English, where it is published all the same. */
  unread?(published: string): Value;
  /** What a bilingual cell teaches, where that is not the cell as a whole. */
  teaches?: 'lines' | 'words';
}

/** A cell read by a grammar. */
export interface Fact<Value> {
  grammar: Grammar<Value>;
  reading: Reading;
  /** null where the cell is empty, or not understood. */
  value: Value | null;
  /** A problem beside a value is a warning. */
  problem: Problem | null;
  corrections: FoundCorrection[];
  uses: Use[];
}

/** Reads a cell by a grammar, and what its two languages say of each other. */
export function readFact<Value>(cell: Cell, grammar: Grammar<Value>, context: ReadContext): Fact<Value> {
  const { domain, field } = grammar;
  const reading = readCell(grammar.part?.(cell, context) ?? cell, domain, context.vocabulary, context.locale);
  const uses = reading.translation?.uses ?? [];
  const fact: Fact<Value> = { grammar, reading, value: null, problem: null, corrections: [], uses };
  if (cell.length === 0) return fact;
  if (reading.english === null) {
    const { published } = reading;
    const unknown = problem(DOMAINS[domain].unknown, 'the vocabulary does not know this text', published);
    if (grammar.unread === undefined) return { ...fact, problem: unknown };
    const untranslated = problem('untranslated', `this ${domain} has no English text`, published);
    return { ...fact, value: grammar.unread(published), problem: untranslated };
  }
  const result = grammar.read(reading.english, context);
  if (!result.ok) return { ...fact, problem: result };
  const keyOf = (english: string, key: (value: Value) => string): string | null => {
    const read = grammar.read(english, context);
    return read.ok ? key(read.value) : null;
  };
  const differ = disagreement(reading, domain, (text) => keyOf(text, grammar.key), context.vocabulary);
  if (differ?.lost) return { ...fact, problem: differ.problem };
  const readKey = (text: string) => keyOf(text, (value) => `${grammar.key(value)} ${grammar.wording?.(value)}`);
  return {
    ...fact,
    value: result.value,
    problem: differ?.problem ?? null,
    corrections: field === null ? [] : findCorrections(reading, readKey, field, context.vocabulary),
  };
}

/**
 * Reads a cell by the first grammar that understands it. Where none does, the problem is that of the last. What was learnt
 * from the pages reads only what nothing else does, so that a lenient run reads all that a strict one reads, and the same.
 *
 * Four in five cells say what another says, such as "TCP". All of them get one fact, so nobody may change it.
 */
export function readByFirst<Value>(cell: Cell, grammars: Grammars<Value>, context: ReadContext): Readonly<Fact<Value>> {
  const facts = factsRead(context.vocabulary, grammars);
  const key = `${context.locale} ${JSON.stringify(cell)}`;
  const fact = facts.get(key) ?? readByEach(cell, grammars, context);
  facts.set(key, fact);
  return fact as Fact<Value>;
}

/** What was read by each vocabulary and its grammars, by the language and text of the cell. */
const known = new WeakMap<Vocabulary, Map<object, Map<string, Fact<unknown>>>>();

function factsRead(vocabulary: Vocabulary, grammars: object): Map<string, Fact<unknown>> {
  const byGrammars = known.get(vocabulary) ?? new Map();
  known.set(vocabulary, byGrammars);
  const facts = byGrammars.get(grammars) ?? new Map();
  byGrammars.set(grammars, facts);
  return facts;
}

function readByEach<Value>(cell: Cell, grammars: Grammars<Value>, context: ReadContext): Fact<Value> {
  const { accepted } = context.vocabulary;
  if (accepted !== null) {
    const fact = readByFirst(cell, grammars, { ...context, vocabulary: accepted });
    if (fact.problem === null) return fact;
  }
  const [first, ...others] = grammars;
  let fact = readFact(cell, first, context);
  for (const grammar of others) if (fact.problem !== null) fact = readFact(cell, grammar, context);
  return fact;
}

export type Grammars<Value> = readonly [Grammar<Value>, ...Grammar<Value>[]];
