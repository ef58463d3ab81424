import { numberByKind } from '../interpret/kinds.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { ColumnField } from '../vocabulary/schema.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { compareRows, factsOfRows, type RowFacts } from './rows.ts';

/** The part of a document that is compared with another variant of it. */
export type Tables = Pick<Snapshot, 'document' | 'tables'>;

/** Two rows that are the same row in two variants. */
export interface RowPair {
  row: number;
  other: number;
  /** Fields that the two state differently; empty where they agree. */
  different: ColumnField[];
}

/** A table in two variants; indices count the port tables of each document from 0. */
export interface TablePair {
  index: number;
  other: number;
  /** What each column of the first holds, and of the second. */
  fields: (ColumnField | null)[];
  otherFields: (ColumnField | null)[];
  rows: RowPair[];
  /** Rows of either that are not certain to be a row of the other. */
  alone: number[];
  otherAlone: number[];
  /** Whether the two state the same: rows that are left over are as many in both, cannot be read, and differ in nothing. */
  agrees: boolean;
}

export interface Matched {
  tables: TablePair[];
  /** Tables of either that the other variant does not have. */
  alone: number[];
  otherAlone: number[];
}

/**
 * Finds which rows of two variants of a document are the same: tables by their kind and number of that kind, rows by
 * the facts in them, never by their place alone.
 */
export function matchVariants(base: Tables, other: Tables, vocabulary: Vocabulary): Matched {
  const numbered = ({ tables, document: { locale } }: Tables) => numberByKind(tables, locale, vocabulary);
  const [ours, theirs] = [numbered(base), numbered(other)];
  const tables = ours.flatMap((table) => {
    const partner = theirs.find(({ kind, number }) => kind === table.kind && number === table.number);
    if (partner === undefined) return [];
    const rows = matchRows(
      factsOfRows(table.table, table.fields, vocabulary),
      factsOfRows(partner.table, partner.fields, vocabulary),
    );
    return [{ index: table.index, other: partner.index, fields: table.fields, otherFields: partner.fields, ...rows }];
  });
  return {
    tables,
    alone: ours.flatMap(({ index }) => (tables.some((pair) => pair.index === index) ? [] : [index])),
    otherAlone: theirs.flatMap(({ index }) => (tables.some((pair) => pair.other === index) ? [] : [index])),
  };
}

/**
 * Pairs rows that state the same ports and agree in everything. Where tables agree row for row, that is the pairing.
 * Elsewhere two rows are a pair where each fits only the other. Of the rows that are left, two that differ in one field
 * and agree in all others are a pair that disagrees.
 */
function matchRows(
  ours: readonly RowFacts[],
  theirs: readonly RowFacts[],
): Pick<TablePair, 'rows' | 'alone' | 'otherAlone' | 'agrees'> {
  const rows = inOrder(ours, theirs) ?? onlyPairs(ours, theirs, isSame);
  const left = without(ours, new Set(rows.map(({ row }) => row)));
  const others = without(theirs, new Set(rows.map(({ other }) => other)));
  const disagreeing = onlyPairs(left, others, isNearlySame);
  const alone = without(left, new Set(disagreeing.map(({ row }) => row)));
  const otherAlone = without(others, new Set(disagreeing.map(({ other }) => other)));
  const isUnread = ({ facts }: RowFacts) => [...facts.values()].includes(null);
  return {
    rows: [...rows, ...disagreeing].sort((a, b) => a.row - b.row),
    alone: alone.map(({ row }) => row),
    otherAlone: otherAlone.map(({ row }) => row),
    agrees:
      disagreeing.length === 0 &&
      alone.length === otherAlone.length &&
      [...alone, ...otherAlone].every(isUnread) &&
      alone.every((row, at) => compareRows(row, otherAlone[at] as RowFacts).different.length === 0),
  };
}

function without(rows: readonly RowFacts[], known: ReadonlySet<number>): RowFacts[] {
  return rows.filter(({ row }) => !known.has(row));
}

type Test = (a: RowFacts, b: RowFacts) => boolean;

function isSame(a: RowFacts, b: RowFacts): boolean {
  const { different, samePorts } = compareRows(a, b);
  return samePorts && different.length === 0;
}

function isNearlySame(a: RowFacts, b: RowFacts): boolean {
  const { alike, different } = compareRows(a, b);
  return different.length === 1 && alike.length > 1;
}

function inOrder(ours: readonly RowFacts[], theirs: readonly RowFacts[]): RowPair[] | null {
  const pairs = ours.flatMap((a, at) => {
    const b = theirs[at];
    return b !== undefined && isSame(a, b) ? [{ row: a.row, other: b.row, different: [] }] : [];
  });
  return pairs.length === ours.length && pairs.length === theirs.length ? pairs : null;
}

/** With more rows than this, none is compared with all others: the rows of the largest real table are 160. */
const MOST_COMPARED = 1000;

function onlyPairs(ours: readonly RowFacts[], theirs: readonly RowFacts[], test: Test): RowPair[] {
  if (Math.max(ours.length, theirs.length) > MOST_COMPARED) return [];
  const fits = new Map<RowFacts, number>();
  const partners = ours.map((a) => {
    const own = theirs.filter((b) => test(a, b));
    for (const b of own) fits.set(b, (fits.get(b) ?? 0) + 1);
    return own;
  });
  return ours.flatMap((a, at) => {
    const [b, ...others] = partners[at] ?? [];
    if (b === undefined || others.length > 0 || fits.get(b) !== 1) return [];
    return [{ row: a.row, other: b.row, different: compareRows(a, b).different }];
  });
}
