import { assemble } from '../assemble/catalog.ts';
import { checkCatalog } from '../assemble/check.ts';
import { checkVocabulary } from '../assemble/vocabulary-check.ts';
import { writeFiles } from '../assemble/write.ts';
import { diagnostic, hasErrors } from '../model/diagnostic.ts';
import { loadVocabulary } from '../vocabulary/load.ts';
import { catalogFiles } from './files.ts';
import { countCatalog, failed, type Outcome } from './outcome.ts';
import { readSnapshots } from './snapshots.ts';

export interface Places {
  vocabulary: string;
  snapshots: string;
  data: string;
}

/** Makes the catalog of the committed snapshots; nothing else is read, and no network. */
export function regenerate(places: Places): Outcome {
  const vocabulary = loadVocabulary(places.vocabulary);
  const { snapshots, diagnostics } = readSnapshots(places.snapshots);
  if (hasErrors(diagnostics)) return failed(diagnostics, 'Nothing was written.');
  const { catalog, diagnostics: found, uses } = assemble(snapshots, vocabulary);
  const all = [
    ...found,
    ...checkCatalog(catalog).map((message) => diagnostic('error', 'inconsistent', message, 'catalog')),
    ...checkVocabulary(vocabulary, uses, catalog),
  ];
  if (hasErrors(all)) return failed(all, 'Nothing was written.');
  writeFiles(catalogFiles(catalog, places.data));
  return { ok: true, diagnostics: all, report: [`${countCatalog(catalog)} in packages/catalog/data`] };
}
