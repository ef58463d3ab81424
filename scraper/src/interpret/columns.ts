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
  /** The same, without the headers that tables of other things have as well. */
  telling: (ColumnField | null)[];
  uses: Use[];
}

/** What a table is, by its headers. `doubtful` and `suspected` tables nearly qualify: they are to be reported. */
export type TableClass = 'ports' | 'suspected' | 'doubtful' | 'other';

/** Reads the headers of a table. */
export function readColumns(header: readonly Cell[], vocabulary: Vocabulary): Columns {
  const readings = header.map((cell) => readCell(cell, 'column', vocabulary));
  const names = readings.map(({ english }) => nameKey((english ?? '').replaceAll('\n', ' ')));
  const telling = names.map((name) => vocabulary.english.column.get(name) ?? null);
  const fields = names.map((name, at) => telling[at] ?? vocabulary.english.commonColumn.get(name) ?? null);
  const columns = readings.map(({ published }, at) => ({ header: published, field: fields[at] ?? null }));
  const uses = readings.flatMap((reading) => reading.translation?.uses ?? []);
  return { columns, fields, telling, uses };
}

const PORT_FIELDS: readonly (ColumnField | null)[] = ['port', 'destination-port', 'composite'];
const PROTOCOL_FIELDS: readonly (ColumnField | null)[] = ['protocol', 'transport', 'role-or-protocol', 'composite'];
const COMMON_FIELDS: readonly (ColumnField | null)[] = ['notes', 'direction', 'none', null];

/**
 * Decides by its headers whether a table is a port table: it names ports, and protocols or both ends of a flow (then the
 * transport stands beside the port). One that names either, or both ends of a flow, beside another header of port tables
 * and one that nobody knows, is `suspected` to be one with a header mistranslated in a new way; one that names ports, or a
 * transport, and little else is `doubtful`. Headers of tables that only look like port tables (DNS records) are in the
 * vocabulary.
 */
export function classify(header: readonly Cell[], columns: Columns, vocabulary: Vocabulary): TableClass {
  const { fields } = columns;
  const ports = fields.some((field) => PORT_FIELDS.includes(field));
  const protocols = fields.some((field) => PROTOCOL_FIELDS.includes(field));
  const ends = fields.includes('source') && fields.includes('destination');
  if (ports && (protocols || ends)) return 'ports';
  // A record that names a port is another table's business; not one with a header that nobody knows. One such header
  // alone, as "Type", makes no table of records.
  if (isOfRecords(fields)) return ports && fields.includes(null) ? 'doubtful' : 'other';
  const telling = columns.telling.filter((field) => !COMMON_FIELDS.includes(field)).length;
  const flow = columns.telling.includes('source') && columns.telling.includes('destination');
  if (telling >= 2 && fields.includes(null) && (ports || protocols || flow)) return 'suspected';
  if (ports || telling >= 2 || header.some((cell) => mentionsPorts(cell, vocabulary))) return 'doubtful';
  return 'other';
}

/** Whether the headers are those of DNS records. */
export function isOfRecords(fields: readonly (ColumnField | null)[]): boolean {
  return fields.filter((field) => field === 'none').length > 1;
}

function mentionsPorts(cell: Cell, vocabulary: Vocabulary): boolean {
  const text = `${publishedOf(cell)} ${cell.map((line) => line.en ?? '').join(' ')}`;
  // Ports may stand in the headers themselves, a column each: "TCP/443", "RTP/UDP 50,000-59,999".
  if (/\b(?:ports?|tcp|udp)\b/i.test(text)) return true;
  return vocabulary.entries.columns.some((entry) => entry.field === 'port' && text.includes(entry.ko));
}
