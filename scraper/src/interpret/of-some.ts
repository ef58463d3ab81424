import type { Draft } from './draft.ts';

/** Whether a sentence names one of several ports or transports of the row, and not another. */
export function isOfSome({ facts: { ports, transports } }: Draft, sentence: string): boolean {
  const numbers = (sentence.match(/(?<!\d)(?!20\d\d\b)\d{2,5}(?!\d)/g) ?? []).map(Number);
  const named = (ports?.ranges ?? []).map(({ from, to }) => numbers.some((number) => from <= number && number <= to));
  const transport = transports.map((each) => new RegExp(`\\b${each}\\b`, 'i').test(sentence));
  return [named, transport].some((each) => each.includes(true) && each.includes(false));
}
