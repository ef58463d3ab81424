import type { PublishedLine } from './evidence.ts';

/** Fields of a rule that may repeat a published cell word for word; the evidence is shipped without such cells. */
export const REPEATING = ['notes', 'source', 'destination', 'ruleName', 'ports'] as const;

interface Text {
  readonly en: string | null;
  readonly ko: string | null;
  readonly by: { readonly en: string | null };
}

interface Repeating {
  readonly notes: Text | null;
  readonly ruleName: Text | null;
  readonly source: { readonly text: Text } | null;
  readonly destination: { readonly text: Text } | null;
  readonly ports: { readonly text: string } | null;
}

/** The lines of the cell that the field was read from, if it says all of the cell. */
export function linesOf(rule: Repeating, field: (typeof REPEATING)[number]): PublishedLine[] {
  if (field === 'ports') return rule.ports === null ? [] : [{ text: rule.ports.text, en: null }];
  const text = field === 'source' || field === 'destination' ? rule[field]?.text : rule[field];
  const english = text?.by.en === 'document' ? (text.en?.split('\n') ?? []) : [];
  return (text?.ko?.split('\n') ?? []).map((line, at) => ({ text: line, en: english[at] ?? null }));
}
