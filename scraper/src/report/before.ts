import { z } from 'zod';
import { Withdrawal } from '../model/catalog.ts';

/**
 * What a report reads of a catalog. Another version of this project may have written the earlier catalog, so the schema
 * asks only for what the comparison needs.
 */
const Rule = z.looseObject({
  id: z.string(),
  table: z.string(),
  origin: z.looseObject({ document: z.string(), row: z.number() }),
});
export type ComparedRule = z.infer<typeof Rule>;

export const ComparedCatalog = z.object({
  ports: z.array(Rule),
  tables: z.array(z.looseObject({ id: z.string() })),
  documents: z.array(
    z.looseObject({
      id: z.string(),
      path: z.string(),
      commit: z.string().nullable(),
      sha256: z.string(),
      withdrawn: Withdrawal.nullable().default(null),
    }),
  ),
  corrections: z.array(z.looseObject({ rule: z.string(), published: z.string(), corrected: z.string() })),
  evidence: z.array(z.looseObject({ rule: z.string(), cells: z.array(z.unknown()) })),
});
export type ComparedCatalog = z.infer<typeof ComparedCatalog>;

/** The catalog before the first scrape. */
export const EMPTY: ComparedCatalog = { ports: [], tables: [], documents: [], corrections: [], evidence: [] };
