import type { Use } from '../interpret/reading.ts';
import type { Catalog } from '../model/catalog.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Form } from '../vocabulary/forms.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { checkAdvisories } from './advisories.ts';

/**
 * Reports what of the vocabulary the catalog does not need any more: forms that no cell carries, names that no rule
 * bears, and counts that are off. Entries that other documents need say so (`elsewhere`) and are exempt; one that
 * the catalog does need must not say so.
 */
export function checkVocabulary(vocabulary: Vocabulary, uses: readonly Use[], catalog: Catalog): Diagnostic[] {
  const counts = new Map<Form, number>();
  for (const { form } of uses) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [
    ...vocabulary.forms.filter((form) => !form.canonical).flatMap((form) => checkForm(form, counts, vocabulary)),
    ...unusedEntries(vocabulary, counts),
    ...unusedNames(vocabulary, catalog),
    ...checkAdvisories(catalog.advisories, vocabulary),
  ];
}

/** Entries of words, columns and devices of which no form is found at all; their own name need not be. */
function unusedEntries({ forms }: Vocabulary, counts: ReadonlyMap<Form, number>): Diagnostic[] {
  const canonical = forms.filter((form) => form.canonical && form.domain !== 'role' && form.domain !== 'service');
  const found = new Set([...counts.keys()].map((form) => form.entry));
  return canonical
    .filter((form, index) => canonical.findIndex(({ entry }) => entry === form.entry) === index)
    .flatMap((form) =>
      found.has(form.entry) || form.elsewhere !== null
        ? []
        : [
            diagnostic(
              'error',
              'unused',
              'no cell of the snapshots needs this any more',
              `scraper/vocabulary/${form.entry}`,
            ),
          ],
    );
}

function checkForm(form: Form, counts: ReadonlyMap<Form, number>, vocabulary: Vocabulary): Diagnostic[] {
  // A word that is looked up in several kinds of cell is one entry.
  const same = vocabulary.forms.filter((each) => each.entry === form.entry && each.text === form.text);
  if (same[0] !== form) return [];
  const count = same.reduce((sum, each) => sum + (counts.get(each) ?? 0), 0);
  const report = (code: string, message: string) => [
    diagnostic('error', code, message, `scraper/vocabulary/${form.entry}`, { text: form.text }),
  ];
  if (form.elsewhere !== null) {
    return count === 0 ? [] : report('not-only-elsewhere', `${count} cells carry this; take "elsewhere" off`);
  }
  if (count === 0) return report('unused', 'no cell of the snapshots carries this any more');
  if (form.places !== null && form.places !== count) {
    return report('wrong-count', `${count} cells carry this, and the entry expects ${form.places}`);
  }
  return [];
}

function unusedNames({ entries }: Vocabulary, catalog: Catalog): Diagnostic[] {
  const lists = ['products', 'roles', 'services', 'protocols', 'scenarios'] as const;
  return lists.flatMap((list) => {
    const used = new Set(catalog[list].map(({ id }) => id));
    return entries[list].flatMap((entry) => {
      const elsewhere = 'elsewhere' in entry && entry.elsewhere !== undefined;
      if (used.has(entry.id) !== elsewhere) return [];
      const [code, message] = elsewhere
        ? ['not-only-elsewhere', 'the catalog has this; take "elsewhere" off']
        : ['unused', 'nothing in the catalog has this any more'];
      return [diagnostic('error', code, message, `scraper/vocabulary/${list}.yaml`, { text: entry.id })];
    });
  });
}
