import { Evidence, PublishedCatalog } from '@lync/port-catalog/record';
import { z } from 'zod';
import { Diagnostic } from './diagnostic.ts';

export * from '@lync/port-catalog/record';

/** The catalog as the scraper makes it: what is published, the cells behind it, and what is not understood. */
export const Catalog = z.strictObject({
  ...PublishedCatalog.shape,
  evidence: z.array(Evidence),
  unresolved: z.array(Diagnostic),
});
export type Catalog = z.infer<typeof Catalog>;
