import type { Diagnostic } from '../model/diagnostic.ts';
import { counted } from './summary.ts';

/**
 * Counts what was not understood: a line for each sort of diagnostic, errors first, then the most frequent. Notes are
 * not counted, because nobody needs to act on them.
 */
export function overviewOf(diagnostics: readonly Diagnostic[]): string[] {
  const told = diagnostics.filter(({ severity }) => severity !== 'note');
  const sorts = [...Map.groupBy(told, ({ severity, code }) => `${severity} ${code}`).values()].map((alike) => {
    const { severity = '', code = '' } = alike[0] ?? {};
    const documents = new Set(alike.map(({ document }) => document)).size;
    return { severity, count: alike.length, code, documents };
  });
  const width = Math.max(0, ...sorts.map(({ code }) => code.length));
  return sorts
    .toSorted((a, b) => a.severity.localeCompare(b.severity, 'en') || b.count - a.count)
    .map(({ severity, count, code, documents }) => {
      return `${severity.padEnd(7)} ${String(count).padStart(5)}  ${code.padEnd(width)}  in ${counted(documents, 'document')}`;
    });
}
