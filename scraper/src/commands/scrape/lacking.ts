import { type Diagnostic, diagnostic, quote } from '../../model/diagnostic.ts';
import { counted } from '../../report/summary.ts';

const MOST_SHOWN = 5;

/**
 * Counts what the vocabulary lacks for each document in a language that it is not written for: how many texts in how
 * many places, and which texts are the most frequent.
 *
 * @param foreign what the diagnostics call those documents
 */
export function overviewOfLacks(diagnostics: readonly Diagnostic[], foreign: readonly string[]): Diagnostic[] {
  // A text of a table that is not read has one diagnostic for all its places, so it is not counted with the others.
  const unknown = diagnostics.filter(
    ({ code, document }) => code.startsWith('unknown-') && code !== 'unknown-text' && foreign.includes(document),
  );
  return [...Map.groupBy(unknown, ({ document }) => document)].flatMap(([document, found]) => {
    const texts = Map.groupBy(
      found,
      ({ code, column, text }) => `${kindOf(code)} ${quote((code === 'unknown-header' ? column : text) ?? '')}`,
    );
    const kinds = Map.groupBy(texts, ([, [first]]) => kindOf(first?.code ?? ''));
    const counts = [...kinds].map(([kind, list]) => `${kind} ${list.length}`).sort();
    const shown = [...texts]
      .map(([text, list]) => ({ text, places: list.length }))
      .sort((a, b) => b.places - a.places || (a.text < b.text ? -1 : 1))
      .slice(0, MOST_SHOWN)
      .map(({ text, places }) => `${text} (${places})`);
    const message =
      `the vocabulary lacks ${counted(texts.size, 'text')} in ${counted(found.length, 'place')} of this document ` +
      `(${counts.join(', ')}); most often: ${shown.join(', ')}`;
    return [diagnostic('warning', 'vocabulary-lacks', message, document)];
  });
}

function kindOf(code: string): string {
  return code.replace('unknown-', '');
}
