import type { Catalog } from '../model/catalog.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ScrapeReport } from '../model/report.ts';

/** What a command has to show for itself; nothing is written where it failed. */
export interface Outcome {
  ok: boolean;
  /** Whether something could not be had, though what could be had was written. */
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
    count(documents.length, 'document'),
    count(tables.length, 'table'),
    count(ports.length, 'rule'),
    count(corrections.length, 'correction'),
  ];
  return [...counts, ...(unresolved.length === 0 ? [] : [`${unresolved.length} unresolved`])].join(', ');
}

export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
