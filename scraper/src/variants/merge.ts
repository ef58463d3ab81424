import { byCodeUnit } from '../compare/names.ts';
import { englishOf, publishedOf } from '../interpret/reading.ts';
import type { DiagnosticCode } from '../model/codes.ts';
import { type Diagnostic, diagnostic, type Place } from '../model/diagnostic.ts';
import type { Cell, Snapshot, SnapshotTable } from '../model/snapshot.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { isNewer } from './age.ts';
import { type Matched, matchVariants } from './match.ts';

/** A document as one of its variants has it. */
export interface Variant {
  snapshot: Snapshot;
  /** What messages call it. */
  path: string;
  /** When it was committed, as an ISO date with time; null where nobody says. */
  committed: string | null;
}

export interface Merged<Kind extends Variant> {
  variants: Kind[];
  diagnostics: Diagnostic[];
}

/**
 * Makes one document of its variants: pages of the same product and name, in other revisions or languages. The newest
 * states the facts, without the English beside it where the same translation was published both ways. Where the page
 * that states them has no English, the newest variant that has some is kept beside it, as it was published. Where
 * another variant states something else, that is reported. Where no date tells which variant is newer, all must
 * agree; otherwise all stay as they are, and that is an error. The order of the variants makes no difference.
 */
export function mergeVariants<Kind extends Variant>(variants: readonly Kind[], vocabulary: Vocabulary): Merged<Kind> {
  const byId = Map.groupBy(variants, ({ snapshot }) => snapshot.document.id);
  const merged: Merged<Kind> = { variants: [], diagnostics: [] };
  for (const same of byId.values()) {
    const copies = Map.groupBy(
      same.toSorted((a, b) => byCodeUnit(pathsOf(a), pathsOf(b))),
      ({ snapshot }) => snapshot.document.sha256,
    );
    const distinct = [...copies.values()].flatMap(([first]) => first ?? []);
    // Copies of one text need no merging. The catalog decides which of their paths counts.
    const { variants: kept, diagnostics } =
      distinct.length === 1 ? { variants: same, diagnostics: [] } : mergeDistinct(distinct, vocabulary);
    for (const each of kept) merged.variants.push(each);
    for (const each of diagnostics) merged.diagnostics.push(each);
  }
  return merged;
}

function mergeDistinct<Kind extends Variant>(variants: Kind[], vocabulary: Vocabulary): Merged<Kind> {
  const [first, ...others] = variants;
  const asset = (each: Kind | undefined) => each?.snapshot.document.assetId ?? null;
  const stranger = others.find((each) => asset(each) !== null && asset(first) !== null && asset(each) !== asset(first));
  const newest = stranger === undefined ? chooseBase(variants, vocabulary) : undefined;
  const base = newest && withoutEnglish(newest, variants);
  // They stay two documents of one name, which the making of the catalog reports as an error.
  if (base === undefined) return { variants, diagnostics: [] };
  const rest = variants.filter((each) => each !== base);
  const donor = hasEnglish(base.snapshot) ? undefined : newestOf(rest.filter(({ snapshot }) => hasEnglish(snapshot)));
  const english =
    donor === undefined ? {} : { english: { document: donor.snapshot.document, tables: donor.snapshot.tables } };
  return {
    variants: [{ ...base, snapshot: { ...base.snapshot, ...english } }],
    diagnostics: rest.flatMap((other) =>
      compare(base, other, matchVariants(base.snapshot, other.snapshot, vocabulary)),
    ),
  };
}

/** The variant that states the facts; undefined where nothing tells which. */
function chooseBase<Kind extends Variant>(variants: readonly Kind[], vocabulary: Vocabulary): Kind | undefined {
  const words = [vocabulary.accepted ?? vocabulary, vocabulary];
  const agree = (a: Kind, b: Kind) => words.some((each) => isAgreement(matchVariants(a.snapshot, b.snapshot, each)));
  const candidates = variants.filter((each) => !variants.some((other) => isNewer(other, each)));
  const [newest] = candidates;
  // Without dates, or with dates that contradict each other, only variants that all agree have a certain base.
  const certain =
    candidates.length === 1 &&
    newest !== undefined &&
    variants.every((each) => each === newest || isNewer(newest, each));
  if (certain) {
    // The English edition is written first and translated later: where they agree, the translation has both.
    const translated = variants.filter(({ snapshot }) => !isEnglish(snapshot) && isEnglish(newest.snapshot));
    return newestOf(translated.filter((each) => agree(newest, each))) ?? newest;
  }
  const all = candidates.length === 0 ? variants : candidates;
  return all.every((a) => all.every((b) => a === b || agree(a, b))) ? newestOf(all) : undefined;
}

/** The newest, where the dates tell; else the one with most English, and among equals the first by sha256. */
function newestOf<Kind extends Variant>(variants: readonly Kind[]): Kind | undefined {
  const amount = ({ snapshot }: Kind) => (isEnglish(snapshot) ? -1 : countEnglish(snapshot));
  const [most] = variants.toSorted(
    (a, b) => amount(b) - amount(a) || (a.snapshot.document.sha256 < b.snapshot.document.sha256 ? -1 : 1),
  );
  return variants.find((each) => variants.every((other) => other === each || isNewer(each, other))) ?? most;
}

/**
 * The same translation without English beside it, where there is one: with English beside it, a page lends its English
 * and changes no fact, whichever of the two was committed later.
 */
function withoutEnglish<Kind extends Variant>(base: Kind, variants: readonly Kind[]): Kind {
  const { sourceCommit, handedOff } = base.snapshot.document.translation;
  if (sourceCommit === null) return base;
  const alone = variants.filter(({ snapshot }) => {
    const { translation } = snapshot.document;
    const isSame = translation.sourceCommit === sourceCommit && translation.handedOff === handedOff;
    return isSame && !isEnglish(snapshot) && !hasEnglish(snapshot);
  });
  return newestOf(alone) ?? base;
}

function isAgreement({ tables, alone, otherAlone }: Matched): boolean {
  return alone.length === 0 && otherAlone.length === 0 && tables.every(({ agrees }) => agrees);
}

function compare(base: Variant, other: Variant, { tables, alone, otherAlone }: Matched): Diagnostic[] {
  const report = (code: DiagnosticCode, message: string, place?: Place) =>
    diagnostic('warning', code, message, base.path, place);
  const tableOf = (variant: Variant, index: number) => variant.snapshot.tables[index] as SnapshotTable;
  const rowText = (cells: readonly Cell[] | undefined) => JSON.stringify((cells ?? []).map(publishedOf).join(' | '));
  return [
    ...alone.map((index) => {
      const table = tableOf(base, index).number;
      return report('only-in-variant', `${other.path} does not have this table`, { table });
    }),
    ...otherAlone.map((index) => {
      const message = `table ${tableOf(other, index).number} of ${other.path} is not in this page`;
      return report('only-in-variant', message);
    }),
    ...tables.flatMap(({ index, other: at, fields, otherFields, rows, alone: left, otherAlone: others }) => {
      const [ours, theirs] = [tableOf(base, index), tableOf(other, at)];
      const disagreeing = rows.flatMap(({ row, other: otherRow, different }) =>
        different.map((field) => {
          const [column, otherColumn] = [fields.indexOf(field), otherFields.indexOf(field)];
          const said = publishedOf(theirs.rows[otherRow - 1]?.[otherColumn] ?? []);
          const message = `this page is taken at its word; ${other.path} says ${JSON.stringify(said)} in table ${theirs.number}, row ${otherRow}`;
          const header = publishedOf(ours.columns[column] ?? []);
          const text = publishedOf(ours.rows[row - 1]?.[column] ?? []);
          return report('variants-disagree', message, { table: ours.number, row, column: header, text });
        }),
      );
      return [
        ...disagreeing,
        ...left.map((row) => {
          const message = `no row of table ${theirs.number} of ${other.path} can safely be said to be this one`;
          return report('only-in-variant', message, { table: ours.number, row });
        }),
        ...others.map((row) => {
          const message = `row ${row} of table ${theirs.number} of ${other.path} is in no row of this page: ${rowText(theirs.rows[row - 1])}`;
          return report('only-in-variant', message, { table: ours.number });
        }),
      ];
    }),
  ];
}

function isEnglish({ document }: Snapshot): boolean {
  return /^en(-|$)/i.test(document.locale);
}

function hasEnglish(snapshot: Snapshot): boolean {
  return countEnglish(snapshot) > 0;
}

function countEnglish({ tables }: Snapshot): number {
  return tables.flatMap(({ rows, columns }) => [...columns, ...rows.flat()]).filter((cell) => englishOf(cell) !== null)
    .length;
}

function pathsOf({ snapshot, path }: Variant): string {
  return snapshot.document.path + path;
}
