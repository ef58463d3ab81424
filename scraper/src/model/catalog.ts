import { Evidence, Name, PublishedCatalog } from '@lync/port-catalog/record';
import { z } from 'zod';
import { Diagnostic } from './diagnostic.ts';

export * from '@lync/port-catalog/record';

/**
 * The catalog as the scraper makes it: what is published, the cells behind it, the reasons of its corrections in
 * Korean, and what is not understood.
 */
export const Catalog = z.strictObject({
  ...PublishedCatalog.shape,
  evidence: z.array(Evidence),
  /** The reasons of corrections and callers in both languages; these have the English one. Sorted, each once. */
  reasons: z.array(Name),
  unresolved: z.array(Diagnostic),
});
export type Catalog = z.infer<typeof Catalog>;

/** The lists of it that are files in `packages/catalog/data/`. */
export const CatalogData = Catalog.omit({ unresolved: true });
export type CatalogData = z.infer<typeof CatalogData>;
