import { stringify } from 'csv-stringify/sync';
import { type AnyRule, byCase, type Cases, describeField, fieldsThat } from '../src/fields.ts';
import type { Name, Title } from '../src/generated/types.ts';
import { rangesText } from '../src/ranges.ts';

/** What CSV has of a catalog, whether it is read from data.json or from the package. */
interface Rules extends Readonly<Record<'products' | 'scenarios' | 'roles' | 'services', readonly Named[]>> {
  readonly ports: readonly AnyRule[];
  readonly needs: readonly { readonly id: string; readonly when: Name | null }[];
}

interface Named {
  readonly id: string;
  readonly name: Title;
}

/**
 * The rules as CSV (RFC 4180), a row each, names spelled out in English and Korean. A cell that a spreadsheet would take
 * for a formula gets an apostrophe in front.
 */
export function rulesToCsv(catalog: Rules): string {
  const rows = catalog.ports.map((rule) => toRow(rule, catalog));
  // The library quotes a cell with the record delimiter in it, and no other line end.
  return stringify(rows, { header: true, escape_formulas: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

function toRow(rule: AnyRule, catalog: Rules): Record<string, string> {
  const row: Record<string, string> = {};
  for (const field of fieldsThat()) {
    const cells = byCase(CELLS, rule, field, catalog);
    describeField(field).csv.forEach((column, at) => {
      row[column] = [row[column], cells[at]].filter(Boolean).join('; ');
    });
  }
  return row;
}

/** What no column has. */
const none = () => [];

/** The cells of a field: English, and Korean where it has a column for that. */
const CELLS: Cases<readonly string[], [Rules]> = {
  id: (id) => [id],
  name: (id, field, catalog) => {
    const list = catalog[describeField(field).of as keyof Omit<Rules, 'ports' | 'needs'>];
    const name = list.find((each) => each.id === id)?.name;
    return [name?.en ?? '', name?.ko ?? ''];
  },
  word: (word) => [word ?? ''],
  flag: none,
  label: (label) => [label ?? ''],
  choice: (said) => [said === null ? '' : said ? 'yes' : 'no'],
  words: (words) => [
    Object.values(words ?? {})
      .filter(Boolean)
      .join(' '),
  ],
  monitor: (monitor) => [monitor === null ? '' : `${monitor.role} ${rangesText(monitor.ports.ranges, ' ')}`],
  callers: (callers) => [[...new Set(callers.map(({ role }) => role))].join(' ')],
  // "only-if: dial-in conferencing is used": the level for a program, the condition for people.
  need: (need, _, { needs }) => {
    const when = needs.find(({ id }) => id === need?.id)?.when;
    return [[need?.level, when?.en].filter(Boolean).join(': ')];
  },
  end: (end) => [end?.text.en ?? '', end?.text.ko ?? ''],
  // For a program: ranges apart by spaces, `any` for any.
  ports: (ports) => [ports === null ? '' : ports.any ? 'any' : rangesText(ports.ranges, ' ')],
  text: (text) => [text?.en ?? '', text?.ko ?? ''],
  texts: (texts) => [texts.flatMap(({ en }) => en ?? []).join('; ')],
  transports: (transports) => [transports.join(' ')],
  protocols: (protocols) => [protocols.join(' ')],
  ids: (ids) => [ids?.join(' ') ?? ''],
  origin: none,
};
