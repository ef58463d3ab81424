import type { Cell } from '../model/snapshot.ts';
import type { ColumnField } from '../vocabulary/schema.ts';
import { nameKey } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { isPortSetting } from './layout.ts';
import { namesPorts } from './port-evidence.ts';
import { publishedOf, type Reading, readCell, type Use } from './reading.ts';
import { readRoleName } from './roles.ts';
import { isPortSentence } from './sentence.ts';

/** A column: its header as published, and what it holds; null for a header that is not understood. */
export interface Column<Field = ColumnField | null> {
  header: string;
  field: Field;
  /** The header itself, where it names the role that its cells are about. */
  cell?: Cell;
  /** The role that the vocabulary says its sentences are about. */
  role?: string | null;
}

export interface Columns {
  columns: Column[];
  fields: (ColumnField | null)[];
  /** The same, with null for headers that tables of other things have as well. */
  telling: (ColumnField | null)[];
  uses: Use[];
}

/**
 * What a table is, by its headers: a port table, one with a header that is not known (`suspected`), one that names
 * ports and little else (`doubtful`), a table of DNS records, or none of these.
 */
export type HeaderClass = 'ports' | 'suspected' | 'doubtful' | 'records' | 'other';

/** The headers of a table, and what they say that it is. */
export interface Headers extends Columns {
  is: HeaderClass;
}

/**
 * Reads the headers of a table, and decides by them what the table is (`classifyHeaders`).
 *
 * @param rows tells settings that give ports from other settings, which have the same headers
 */
export function readHeaders(header: readonly Cell[], vocabulary: Vocabulary, rows: readonly Cell[][] = []): Headers {
  const columns = readColumns(header, vocabulary);
  return { ...columns, is: classifyHeaders(header, columns, vocabulary, rows) };
}

export function readColumns(header: readonly Cell[], vocabulary: Vocabulary): Columns {
  const readings = header.map((cell) => {
    const reading = readHeader(cell, vocabulary);
    return { cell, reading, name: nameOf(reading) };
  });
  const names = readings.map(({ name }) => name);
  const telling = names.map((name) => vocabulary.english.column.get(name) ?? null);
  const fields = names.map((name, at) => telling[at] ?? vocabulary.english.commonColumn.get(name) ?? null);
  // Beside a first port, a range is how many there are.
  if (fields.includes('port-start') && !fields.includes('port-count')) {
    for (const [at, field] of fields.entries()) if (field === 'port') fields[at] = telling[at] = 'port-count';
  }
  // Among the columns of DNS records, a target is a host's name in the record, and no destination.
  if (fields.filter((field) => field === 'none').length > 1) {
    for (const [at, field] of fields.entries()) if (field === 'hosts') fields[at] = telling[at] = 'none';
  }
  if (fields.includes('virtual-ip')) {
    for (const [at, field] of fields.entries()) if (field === 'notes') fields[at] = 'protocol-or-note';
  }
  if (fields.includes('property') && !fields.includes('property-value')) {
    for (const [at, cell] of header.entries())
      if (fields[at] === null && namesRole(cell, vocabulary)) fields[at] = 'role-value';
  }
  const columns = readings.map(({ cell, reading, name }, at) => ({
    header: reading.published,
    field: fields[at] ?? null,
    cell,
    role: vocabulary.english.columnRole.get(name) ?? null,
  }));
  const uses = readings.flatMap(({ reading }) => reading.translation?.uses ?? []);
  return { columns, fields, telling, uses };
}

/** Reads a header; what was learnt from the pages counts only where nothing else knows it. */
function readHeader(cell: Cell, vocabulary: Vocabulary): Reading {
  const { accepted, english } = vocabulary;
  const own = readCell(cell, 'column', accepted ?? vocabulary);
  const isKnown = english.column.has(nameOf(own)) || english.commonColumn.has(nameOf(own));
  return accepted === null || isKnown ? own : readCell(cell, 'column', vocabulary);
}

function nameOf({ english }: Reading): string {
  return nameKey((english ?? '').replaceAll('\n', ' '));
}

/** Whether a cell begins with a label of a DNS record of a service, `_sip` or `_tcp` (https://www.rfc-editor.org/rfc/rfc2782). */
function isServiceLabel(cell: Cell): boolean {
  return /^_[a-z]/i.test(publishedOf(cell));
}

function opensPort(cell: Cell): boolean {
  return cell.some(({ en }) => en !== null && isPortSentence(en));
}

function namesRole(cell: Cell, vocabulary: Vocabulary): boolean {
  const { english } = readCell(cell, 'role', vocabulary);
  return english !== null && readRoleName(english, vocabulary).ok;
}

const PORT_FIELDS: readonly (ColumnField | null)[] = ['port', 'destination-port', 'composite'];
const PROTOCOL_FIELDS: readonly (ColumnField | null)[] = ['protocol', 'transport', 'role-or-protocol', 'composite'];
const COMMON_FIELDS: readonly (ColumnField | null)[] = ['notes', 'direction', 'none', null];
/** Columns of tables that are about ports alone. */
const ABOUT_PORTS: readonly (ColumnField | null)[] = ['port', 'notes', 'hosts', 'source', 'direction'];
/** Columns that only port tables have, all of them together. */
const TOGETHER: readonly (readonly ColumnField[])[] = [
  ['virtual-ip', 'node-port'],
  ['port-start', 'port-count'],
];

/**
 * Decides by its headers what a table is. A port table names ports, and protocols or both ends of a flow (then the
 * transport stands beside the port). A table with some of these headers and an unknown one is suspected, because the
 * unknown header may be a new mistranslation. The headers of DNS records, which look like port tables, are in the
 * vocabulary; where each row is of a service's record, they are known by that.
 */
export function classifyHeaders(
  header: readonly Cell[],
  columns: Columns,
  vocabulary: Vocabulary,
  rows: readonly Cell[][] = [],
): HeaderClass {
  const { fields } = columns;
  const property = fields.indexOf('property');
  if (property >= 0 && !fields.includes(null) && rows.some((row) => isPortSetting(row[property] ?? []))) return 'ports';
  const sentences = fields.length > 0 && fields.every((field) => field === 'sentence');
  if (sentences && rows.some((row) => row.some(opensPort))) return 'ports';
  if (TOGETHER.some((each) => each.every((field) => fields.includes(field)))) return 'ports';
  if (rows.length > 0 && rows.every((row) => row.some(isServiceLabel))) return 'records';
  const ports = fields.some((field) => PORT_FIELDS.includes(field));
  const protocols = fields.some((field) => PROTOCOL_FIELDS.includes(field));
  const ends = fields.includes('source') && fields.includes('destination');
  if (ports && (protocols || ends)) return 'ports';
  // With nothing but ports and texts, a table is about ports alone.
  if (ports && fields.length > 1 && fields.every((field) => ABOUT_PORTS.includes(field))) return 'ports';
  // One such header alone, such as "Type", may stand in any table. A header that nobody knows makes it doubtful.
  const records = fields.filter((field) => field === 'none').length > 1;
  if (records) return ports && fields.includes(null) ? 'doubtful' : 'records';
  const telling = columns.telling.filter((field) => !COMMON_FIELDS.includes(field)).length;
  const flow = columns.telling.includes('source') && columns.telling.includes('destination');
  if (telling >= 2 && fields.includes(null) && (ports || protocols || flow)) return 'suspected';
  return ports || telling >= 2 || header.some((cell) => namesPorts(cell, vocabulary)) ? 'doubtful' : 'other';
}
