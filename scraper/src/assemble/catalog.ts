import { referencesOf } from '../../../packages/catalog/src/references.ts';
import { byCodeUnit } from '../compare/names.ts';
import { isKorean, readCell, titleIn, type Use } from '../interpret/reading.ts';
import { shownOf } from '../interpret/shown.ts';
import { readTable, type TableReading } from '../interpret/table.ts';
import type {
  Catalog,
  Correction,
  Evidence,
  LocalizedText,
  Name,
  PortRule,
  Scenario,
  Table,
} from '../model/catalog.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Cell, Snapshot, SnapshotDocument } from '../model/snapshot.ts';
import { type EnglishRow, type WithEnglish, withEnglish } from '../variants/english.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { selectAdvisories } from './advisories.ts';
import { type CallersFault, findCallers } from './callers.ts';
import { findEvidence, type RuleWithCorrections } from './evidence.ts';
import { numberRepeats, ruleSlug } from './ids.ts';
import { findNeeds, type NeedsFault } from './needs.ts';
import { type Placement, placeTables } from './tables.ts';

export interface Assembled {
  catalog: Catalog;
  /** The snapshots that it is made of: one of each document. */
  snapshots: Snapshot[];
  diagnostics: Diagnostic[];
  /** Every form of the vocabulary that was found, as often as it was found. */
  uses: Use[];
  /** Where callers.yaml lacks a listening port, or says what no row says. */
  callersFaults: readonly CallersFault[];
  /** Where needs.yaml lacks a rule, or quotes what no row says. */
  needsFaults: readonly NeedsFault[];
}

/** The path that messages give for a document. */
type PathOf = (document: SnapshotDocument) => string;

/** A rule of the catalog, and the cells of its row. */
interface PlacedRule extends RuleWithCorrections {
  cells: Cell[];
  english: Pick<Evidence, 'english' | 'and'>;
}

interface PlacedTable {
  table: Table;
  snapshot: Snapshot;
  path: string;
  number: number;
  placement: Placement;
  reading: TableReading;
  /** By table and row: where its English comes from, where that is another variant of the page. */
  english: ReadonlyMap<string, EnglishRow>;
}

/**
 * Makes the catalog of snapshots. The order of the snapshots makes no difference: tables stand by product, then in the
 * order of their scenarios in the vocabulary; rules in the order of their rows.
 *
 * @param pathOf the path by which diagnostics name a document; without it, the path that it was published at
 */
export function assemble(
  snapshots: readonly Snapshot[],
  vocabulary: Vocabulary,
  pathOf: PathOf = ({ path }) => path,
): Assembled {
  const { distinct, diagnostics } = withoutDuplicates(snapshots, pathOf);
  // Learnt words must not part rows that are one without them.
  const words = vocabulary.accepted ?? vocabulary;
  const read = distinct.map((snapshot) => ({ ...withEnglish(snapshot, words), path: pathOf(snapshot.document) }));
  const placed = withoutRivals(
    read.flatMap((each) => {
      try {
        return placedTables(each, vocabulary);
      } catch (error) {
        // What goes wrong in a document must not keep the others out of the catalog.
        const message = `cannot be interpreted: ${(error as Error).message}`;
        diagnostics.push(diagnostic('error', 'unparsable', message, each.path));
        return [];
      }
    }),
  );
  const { tables } = placed;
  tables.sort((a, b) => compareTables(a, b, vocabulary));
  const withoutCallers = tables.flatMap(rulesOf);
  const callers = findCallers(withoutCallers, vocabulary);
  const needs = findNeeds(withoutCallers, vocabulary);
  const rules = withoutCallers.map((each) => {
    const { rule } = each;
    return { ...each, rule: { ...rule, ...callers.found.get(rule), need: needs.found.get(rule) ?? null } };
  });
  const found = findEvidence(rules, vocabulary);
  const scenarios = new Map(tables.toReversed().map(({ placement: { scenario } }) => [scenario.id, scenario]));
  const used = new Set(tables.map(({ placement }) => placement.scenario.id));
  const ports = rules.map(({ rule }) => rule);
  const catalog: Catalog = {
    ports,
    tables: tables.map(({ table }) => table),
    scenarios: [...used].map((id) => scenarios.get(id) as Scenario),
    documents: read.map(({ snapshot }) => toDocument(snapshot)),
    ...usedNames(ports, vocabulary),
    products: usedProducts(distinct, vocabulary),
    corrections: found.corrections,
    advisories: selectAdvisories(ports, vocabulary),
    needs: [...needs.needs],
    evidence: rules.map(({ rule, cells, english }): Evidence => ({ rule: rule.id, cells, ...english })),
    reasons: distinctReasons([...reasonsOf(tables), ...callers.reasons]),
    unresolved: [],
  };
  const uses = tables.flatMap(({ reading }) => reading.uses);
  const all = [
    ...diagnostics,
    ...placed.diagnostics,
    ...tables.flatMap(({ reading }) => reading.diagnostics),
    ...found.diagnostics,
  ];
  return {
    catalog,
    snapshots: distinct,
    diagnostics: all,
    uses,
    callersFaults: callers.faults,
    needsFaults: needs.faults,
  };
}

/** A document that is given twice counts once. Two texts for one document are an error. */
function withoutDuplicates(
  snapshots: readonly Snapshot[],
  pathOf: PathOf,
): { distinct: Snapshot[]; diagnostics: Diagnostic[] } {
  const sorted = [...snapshots].sort(
    (a, b) => byCodeUnit(a.document.id, b.document.id) || byCodeUnit(a.document.path, b.document.path),
  );
  const distinct = new Map<string, Snapshot>();
  const diagnostics: Diagnostic[] = [];
  for (const snapshot of sorted) {
    const first = distinct.get(snapshot.document.id);
    if (first === undefined) distinct.set(snapshot.document.id, snapshot);
    else if (first.document.sha256 !== snapshot.document.sha256) {
      const message = `this is another version of ${pathOf(first.document)} (${snapshot.document.id}), and nothing tells which is newer`;
      diagnostics.push(diagnostic('error', 'duplicate-document', message, pathOf(snapshot.document)));
    }
  }
  return { distinct: [...distinct.values()], diagnostics };
}

/** Two documents with one table are an error. The table of the document whose id comes first stays. */
function withoutRivals(all: readonly PlacedTable[]): { tables: PlacedTable[]; diagnostics: Diagnostic[] } {
  const tables = new Map<string, PlacedTable>();
  const diagnostics: Diagnostic[] = [];
  for (const each of all) {
    const first = tables.get(each.table.id);
    if (first === undefined) tables.set(each.table.id, each);
    else {
      const message = `this table is in the catalog already, as ${each.table.id} from ${first.path}, table ${first.number}`;
      diagnostics.push(diagnostic('error', 'duplicate-table', message, each.path, { table: each.number }));
    }
  }
  return { tables: [...tables.values()], diagnostics };
}

function placedTables({ snapshot, rows, path }: WithEnglish & { path: string }, vocabulary: Vocabulary): PlacedTable[] {
  const { document } = snapshot;
  const { product: first, products = [first] } = document;
  return placeTables(snapshot, vocabulary).flatMap((placement, index) => {
    const { table: source } = placement;
    const whole = readTable(source, { ...document, path }, vocabulary, placement.about);
    return products.map((product): PlacedTable => {
      const table: Table = {
        id: `${product}/${placement.name}`,
        title: placement.title,
        product,
        scenario: placement.scenario.id,
        kind: placement.kind,
        document: document.id,
        index: index + 1,
        columns: source.columns.map((cell) => headerText(cell, document.locale, vocabulary)),
      };
      // A table of several products is reported for the first of them only.
      const reading = product === first ? whole : { ...whole, diagnostics: [], uses: [] };
      return { table, snapshot, path, number: source.number, placement, reading, english: rows };
    });
  });
}

/** A header as published, with the English that the vocabulary gives where the page has none. */
function headerText(cell: Cell, locale: string, vocabulary: Vocabulary): LocalizedText {
  const { english, by, local } = readCell(cell, 'column', vocabulary);
  const ko = isKorean(locale) ? local : null;
  return { en: english, ko, by: { en: english === null ? null : by, ko: ko === null ? null : 'document' } };
}

function compareTables(a: PlacedTable, b: PlacedTable, vocabulary: Vocabulary): number {
  const place = ({ placement }: PlacedTable) => {
    const index = vocabulary.entries.scenarios.findIndex(({ id }) => id === placement.scenario.id);
    return index < 0 ? Number.MAX_SAFE_INTEGER : index;
  };
  return (
    byCodeUnit(a.table.product, b.table.product) ||
    place(a) - place(b) ||
    byCodeUnit(a.table.document, b.table.document) ||
    a.table.index - b.table.index
  );
}

function rulesOf({ table, snapshot, path, number, reading, english }: PlacedTable): PlacedRule[] {
  const rows = reading.rows.flatMap(({ facts, ...row }) => facts.map((each) => ({ ...row, facts: each })));
  const ofProduct = rows.filter(({ facts: { releases } }) => releases === null || releases.includes(table.product));
  return numberRepeats(ofProduct, ({ facts }) => `${table.id}/${ruleSlug(facts)}`).map(({ item, id }) => {
    const { row, cells, facts, and } = item;
    const corrections = numberRepeats(item.corrections, ({ field }) => `${id}#${field}`).map(
      (each): Correction => ({ id: each.id, rule: id, ...each.item, reason: each.item.reason.en }),
    );
    const rule: PortRule = {
      id,
      product: table.product,
      scenario: table.scenario,
      table: table.id,
      kind: table.kind,
      ...facts,
      corrections: corrections.map((each) => each.id),
      origin: { document: table.document, table: table.index, row },
    };
    const from = english.get(`${table.index} ${row}`);
    const beside = { ...(from !== undefined && { english: from }), ...(and !== undefined && { and }) };
    return { rule, corrections, cells, english: beside, assetId: snapshot.document.assetId, path, tableNumber: number };
  });
}

/** The reasons of the corrections, in both languages. */
function reasonsOf(tables: readonly PlacedTable[]): Name[] {
  const rows = tables.flatMap(({ reading }) => reading.rows.filter(({ facts }) => facts.length > 0));
  return rows.flatMap(({ corrections }) => corrections.map(({ reason }) => reason));
}

/** Each reason once, sorted. */
function distinctReasons(reasons: readonly Name[]): Name[] {
  const distinct = new Map(reasons.map(({ en, ko }) => [`${en}\n${ko}`, { en, ko }]));
  return [...distinct].sort(([a], [b]) => byCodeUnit(a, b)).map(([, reason]) => reason);
}

function toDocument({ document, english }: Snapshot): Catalog['documents'][number] {
  const { id, title, product, products, branch: _, ...rest } = document;
  const { en, ko } = titleIn(shownOf(title), document.locale);
  const by = { en: en === null ? null : ('document' as const), ko: ko === null ? null : ('document' as const) };
  // In the order in which a snapshot is read from a file too, so that a scrape writes the same bytes.
  const record = { id, title: { en, ko, by }, product, ...(products !== undefined && { products }), ...rest };
  if (english === undefined) return record;
  const { path, repository, commit, sha256 } = english.document;
  return { ...record, english: { path, repository, commit, sha256 } };
}

/** The products that the documents are about, also those of which no row is understood. */
function usedProducts(snapshots: readonly Snapshot[], { entries }: Vocabulary): Catalog['products'] {
  const products = new Set(snapshots.flatMap(({ document: { product, products: all = [product] } }) => all));
  return entries.products.filter(({ id }) => products.has(id)).map(({ id, name }) => ({ id, name }));
}

/** The roles, services and protocols that the rules name, in the order of the vocabulary. */
function usedNames(
  ports: readonly PortRule[],
  { entries }: Vocabulary,
): Pick<Catalog, 'roles' | 'services' | 'protocols'> {
  const used = Map.groupBy(ports.flatMap(referencesOf), ({ list }) => list);
  const idsIn = (list: 'roles' | 'services' | 'protocols') => new Set(used.get(list)?.map(({ id }) => id));
  const [roles, services, protocols] = [idsIn('roles'), idsIn('services'), idsIn('protocols')];
  for (const { id, base } of entries.roles) if (roles.has(id) && base !== undefined) roles.add(base);
  const among = (ids: readonly string[]) => ids.filter((id) => roles.has(id));
  return {
    roles: entries.roles
      .filter(({ id }) => roles.has(id))
      .map(({ id, name, kind, zone, base, servers = [] }) => {
        return { id, name, kind, zone, base: base ?? null, servers: among(servers) };
      }),
    services: entries.services.filter(({ id }) => services.has(id)).map(({ id, name }) => ({ id, name })),
    protocols: entries.protocols
      .filter(({ id }) => protocols.has(id))
      .map(({ id, name, label, implies }) => ({ id, name, label, implies: implies ?? null })),
  };
}
