import type { Catalog } from '../model/catalog.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ScrapeReport } from '../model/report.ts';
import { counted } from '../report/summary.ts';

/** What a command did. A command that failed has written nothing. */
export interface Outcome {
  ok: boolean;
  /** Whether some documents could not be had; the others were written. */
  incomplete?: boolean;
  diagnostics: Diagnostic[];
  /** What to say at the end, a line each. */
  report: string[];
  /** What a scrape changed. */
  changes?: ScrapeReport;
}

export function failed(diagnostics: Diagnostic[], ...report: string[]): Outcome {
  return { ok: false, diagnostics, report };
}

/** "5 documents, 17 tables, 254 rules, 126 corrections" */
export function countCatalog(catalog: Catalog): string {
  const { documents, tables, ports, corrections, unresolved } = catalog;
  const counts = [
    counted(documents.length, 'document'),
    counted(tables.length, 'table'),
    counted(ports.length, 'rule'),
    counted(corrections.length, 'correction'),
  ];
  return [...counts, ...(unresolved.length === 0 ? [] : [`${unresolved.length} unresolved`])].join(', ');
}
