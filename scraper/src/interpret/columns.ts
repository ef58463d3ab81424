import type { Cell } from '../model/snapshot.ts';
import type { ColumnField } from '../vocabulary/schema.ts';
import { nameKey } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { publishedOf, readCell, type Use } from './reading.ts';

/** A column: its header as published, and what it holds; null for a header that is not understood. */
export interface Column<Field = ColumnField | null> {
  header: string;
  field: Field;
}

export interface Columns {
  columns: Column[];
  /** The field of each column. */
  fields: (ColumnField | null)[];
  uses: Use[];
}

/** What a table is, by its headers. `doubtful` and `suspected` tables nearly qualify: they are to be reported. */
export type TableClass = 'ports' | 'suspected' | 'doubtful' | 'other';

/** Reads the headers of a table. */
export function readColumns(header: readonly Cell[], vocabulary: Vocabulary): Columns {
  const readings = header.map((cell) => readCell(cell, 'column', vocabulary));
  const columns = readings.map(({ english, published }) => ({
    header: published,
    field: english === null ? null : (vocabulary.english.column.get(nameKey(english.replaceAll('\n', ' '))) ?? null),
  }));
  const uses = readings.flatMap((reading) => reading.translation?.uses ?? []);
  return { columns, fields: columns.map(({ field }) => field), uses };
}

const PORT_FIELDS: readonly (ColumnField | null)[] = ['port', 'destination-port', 'composite'];
const PROTOCOL_FIELDS: readonly (ColumnField | null)[] = ['protocol', 'transport', 'role-or-protocol', 'composite'];
const COMMON_FIELDS: readonly (ColumnField | null)[] = ['notes', 'direction', null];

/**
 * Decides by its headers whether a table is a port table: it names ports and protocols. One that names either, or both
 * ends of a flow, beside another header of port tables and one that nobody knows, is `suspected` to be one with a header
 * mistranslated in a new way; one that names ports and little else is `doubtful`. Headers of tables that only look
 * like port tables (DNS records) are in the vocabulary.
 */
export function classify(header: readonly Cell[], columns: Columns, vocabulary: Vocabulary): TableClass {
  const { fields } = columns;
  const ports = fields.some((field) => PORT_FIELDS.includes(field));
  const protocols = fields.some((field) => PROTOCOL_FIELDS.includes(field));
  if (ports && protocols) return 'ports';
  // A record that names a port is another table's business; not one with a header that nobody knows.
  if (fields.includes('none')) return ports && fields.includes(null) ? 'doubtful' : 'other';
  const telling = fields.filter((field) => !COMMON_FIELDS.includes(field)).length;
  const flow = fields.includes('source') && fields.includes('destination');
  if (telling >= 2 && fields.includes(null) && (ports || protocols || flow)) return 'suspected';
  if (ports || telling >= 2 || header.some((cell) => mentionsPorts(cell, vocabulary))) return 'doubtful';
  return 'other';
}

function mentionsPorts(cell: Cell, vocabulary: Vocabulary): boolean {
  const text = `${publishedOf(cell)} ${cell.map((line) => line.en ?? '').join(' ')}`;
  if (/\bports?\b/i.test(text)) return true;
  return vocabulary.entries.columns.some((entry) => entry.field === 'port' && text.includes(entry.ko));
}
