import type { CatalogData } from '../../src/model/catalog.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { SnapshotFile } from '../../src/model/snapshot.ts';
import type { Vocabulary } from '../../src/vocabulary/vocabulary.ts';
import { checkCallers } from './callers.ts';
import { checkCorrection } from './corrections.ts';
import { checkDocuments } from './documents.ts';
import { type Finding, reportFinding } from './finding.ts';
import { checkHashes } from './hashes.ts';
import { checkNames } from './names.ts';
import { checkNeeds } from './needs.ts';
import { checkRows } from './rows.ts';
import { type Traced, traceRule, traceTable } from './texts.ts';

export interface Verification {
  /** What cannot be traced, and the snapshots that nobody has reviewed. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many of each were checked. */
  readonly counts: Readonly<
    Record<
      | 'snapshots'
      | 'documents'
      | 'rules'
      | 'cells'
      | 'fromPages'
      | 'fromVocabulary'
      | 'names'
      | 'corrections'
      | 'callers'
      | 'needs',
      number
    >
  >;
}

/**
 * Traces every text of the catalog to a cell of a snapshot or to the vocabulary, and every snapshot to the hash under
 * which it was reviewed.
 *
 * @param hashes the content of snapshots.sha256
 */
export function verifyCatalog(
  catalog: CatalogData,
  snapshots: readonly SnapshotFile[],
  hashes: string,
  vocabulary: Vocabulary,
): Verification {
  const sources = new Map(snapshots.map((source) => [source.snapshot.document.id, source]));
  const rules = new Map(catalog.ports.map((rule) => [rule.id, rule]));
  const names = checkNames(catalog, sources, vocabulary);
  const rows = checkRows(catalog, sources);
  const traced = [
    ...catalog.tables.flatMap((table) => {
      const snapshot = sources.get(table.document)?.snapshot;
      const beside = snapshot?.english?.tables.flatMap(({ columns }) => columns) ?? [];
      return inRecord('tables', table.id, traceTable(table, snapshot?.tables[table.index - 1], beside, vocabulary));
    }),
    ...rows.found.flatMap((row) => inRecord('ports', row.rule.id, traceRule(row, vocabulary))),
  ];
  const cellsOf = new Map(rows.found.map(({ rule, cells }) => [rule.id, cells]));
  const callers = checkCallers(catalog.ports, cellsOf, catalog.reasons, vocabulary);
  const needs = checkNeeds(catalog, cellsOf, vocabulary);
  const findings: Finding[] = [
    ...checkDocuments(catalog.documents, sources),
    ...rows.findings,
    ...traced.flatMap(({ finding }) => finding ?? []),
    ...names.findings,
    ...callers.findings,
    ...needs.findings,
    ...catalog.corrections.flatMap((correction) =>
      checkCorrection(correction, cellsOf.get(correction.rule) ?? [], rules, catalog.reasons, vocabulary).map(
        ({ field, text, message }): Finding => {
          return { file: 'packages/catalog/data/corrections.json', record: correction.id, field, text, message };
        },
      ),
    ),
  ];
  return {
    diagnostics: [...checkHashes(snapshots, hashes), ...findings.map(reportFinding)],
    counts: {
      snapshots: snapshots.length,
      documents: catalog.documents.length,
      rules: catalog.ports.length,
      cells: rows.found.reduce((sum, { cells }) => sum + cells.length, 0),
      fromPages: traced.filter(({ source }) => source === 'document').length,
      fromVocabulary: traced.filter(({ source }) => source === 'project').length,
      names: names.count,
      corrections: catalog.corrections.length,
      callers: callers.count,
      needs: needs.count,
    },
  };
}

/** Says of traced texts in which record they are. */
function inRecord(list: string, record: string, texts: readonly Traced[]): (Traced & { finding: Finding | null })[] {
  const file = `packages/catalog/data/${list}.json`;
  return texts.map((traced) => {
    const { field, text, problem } = traced;
    return { ...traced, finding: problem === null ? null : { file, record, field, text, message: problem } };
  });
}
