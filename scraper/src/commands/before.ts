import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { ComparedCatalog, EMPTY } from '../report/before.ts';
import { readLists } from './data.ts';

/**
 * The catalog that is there before a scrape: the repository's own lists, or the catalog.json that an earlier run wrote
 * into the folder of `--out`. Where there is none, it is empty; one that cannot be read is reported, and counts as
 * none.
 */
export function readBefore(out: string | null, data: string): { before: ComparedCatalog; diagnostics: Diagnostic[] } {
  const file = out === null ? data : join(out, 'catalog.json');
  try {
    const lists = Object.keys(ComparedCatalog.shape);
    const content = out === null ? readLists(data, lists) : JSON.parse(readFileSync(file, 'utf8'));
    return { before: ComparedCatalog.parse(content), diagnostics: [] };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { before: EMPTY, diagnostics: [] };
    const why = error instanceof z.ZodError ? 'it is no catalog' : (error as Error).message;
    const message = `what was there before cannot be compared with: ${why}`;
    return { before: EMPTY, diagnostics: [diagnostic('warning', 'no-comparison', message, file)] };
  }
}
