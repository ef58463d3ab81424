import { readColumns } from '../interpret/columns.ts';
import type { ReadContext } from '../interpret/fact.ts';
import { takeMarks } from '../interpret/footnotes.ts';
import { PORT_COLUMNS, type PortField } from '../interpret/port-columns.ts';
import { readProtocols } from '../interpret/protocols.ts';
import { englishOf, localOf, publishedOf } from '../interpret/reading.ts';
import type { Cell, Snapshot, SnapshotDocument, SnapshotTable } from '../model/snapshot.ts';
import { type Domain, isProse } from '../vocabulary/domains.ts';
import { compact } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { alignWords } from './align.ts';

/** Where a page gives a text in both languages. */
export interface Place {
  /** What messages call the document. */
  document: string;
  /** Number of the table among all tables of the document, from 1. */
  table: number;
  /** 1-based body row; 0 is the header row, null a footnote under the table. */
  row: number | null;
  /** The column's header as published; null for a footnote. */
  column: string | null;
}

/** A text of a cell in the page's language, and the English beside it. */
export interface Pair {
  domain: Domain;
  text: string;
  en: string;
  /** The page's language. */
  locale: string;
  place: Place;
}

/**
 * Collects what the bilingual cells of snapshots teach: a pair for each cell, device or word that stands there in both
 * languages and not the same in both.
 *
 * @param pathOf what a place calls a document
 */
export function collectPairs(
  snapshots: readonly Snapshot[],
  vocabulary: Vocabulary,
  pathOf: (document: SnapshotDocument) => string,
): Pair[] {
  return snapshots.flatMap(({ document, tables }) =>
    tables.flatMap((table) => {
      const { fields, columns } = readColumns(table.columns, vocabulary);
      const at = (row: number | null, column: string | null): Place => {
        return { document: pathOf(document), table: table.number, row, column };
      };
      const found = [
        ...textsOf(table.caption, 'caption', at(0, null)),
        ...table.columns.flatMap((cell, column) => {
          const domain = fields[column] === 'role-value' ? 'role' : 'column';
          return textsOf(cell, domain, at(0, publishedOf(cell)));
        }),
        ...table.rows.flatMap((cells, index) =>
          cells.flatMap((cell, column) => {
            const field = fields[column] ?? 'none';
            const place = at(index + 1, columns[column]?.header ?? null);
            return field === 'none' ? [] : cellTexts(cell, field, place, { vocabulary, footnotes: table.footnotes });
          }),
        ),
        ...table.footnotes.flatMap(({ text }) => textsOf(text, 'footnote', at(null, null))),
      ];
      return found.map((pair) => ({ ...pair, locale: document.locale }));
    }),
  );
}

type Found = Omit<Pair, 'locale'>;

function cellTexts(
  published: Cell,
  field: PortField,
  place: Place,
  context: ReadContext & Pick<SnapshotTable, 'footnotes'>,
): Found[] {
  const [first, ...others] = PORT_COLUMNS[field].grammars;
  const english = englishOf(published) ?? '';
  // The first grammar that reads the English; where none does, the last.
  const grammar = others.reduce((each, next) => (each.read(english, context).ok ? each : next), first);
  const { domain, teaches, part } = grammar;
  if (isProse(domain)) return textsOf(published, domain, place);
  const { cell } = takeMarks(published, context.footnotes);
  if (teaches === 'lines') return cell.flatMap((line) => textsOf([line], domain, place));
  if (teaches !== 'words') return textsOf(part?.(cell, context) ?? cell, domain, place);
  const isProtocol = (word: string) => word !== '' && readProtocols(word, context.vocabulary).ok;
  return sides(cell).flatMap(({ text, en }) =>
    alignWords(text, en, isProtocol).map((pair) => ({ ...pair, domain, place })),
  );
}

/** The cell as one pair; none where it has one language only, or says the same in both. */
function textsOf(cell: Cell, domain: Domain, place: Place): Found[] {
  return sides(cell, '\n').map(({ text, en }) => ({ domain, text, en, place }));
}

/** The cell in both languages: line by line where every line has both, else as a whole. */
function sides(cell: Cell, whole?: string): { text: string; en: string }[] {
  const lines = cell.map(({ text, en }) => ({ text: text ?? '', en: en ?? '' }));
  const byLine = whole === undefined && lines.every(({ text, en }) => text !== '' && en !== '');
  const joined = byLine ? lines : [{ text: localOf(cell) ?? '', en: englishOf(cell) ?? '' }];
  return joined.filter(({ text, en }) => text !== '' && en !== '' && compact(text) !== compact(en));
}
