/**
 * How the package carries long lists of records: in columns, each distinct value of a field once, as JSON in a string.
 * The tools write with `encode` what the modules read with `decode`. Neither knows which fields there are.
 *
 * Columns are half as long as rows, and what records share is made once. JavaScript reads JSON in a string faster than an
 * object literal.
 */

type Fields = Readonly<Record<string, unknown>>;

/**
 * Fields that begin with another field of the same record, by the field: the id of a rule begins with that of its table.
 * They are carried without their beginning; of a list of texts, each text is.
 */
export type Beginnings = Readonly<Record<string, string>>;

interface Columns {
  readonly count: number;
  /** A record with all fields in their order; null in those that have a column. */
  readonly common: Fields;
  /** A column for each field that is not the same in all records. */
  readonly columns: Readonly<Record<string, Column>>;
}

interface Column {
  /** The distinct values but null. Where all are records, they are in columns too; where all are lists of records, `Lists`. */
  readonly values: readonly unknown[] | Columns | Lists;
  /** Which of the values each record has, a character a place; left out where each has one of its own, in their order. */
  readonly places?: string;
}

/** Lists of records, of which many share some: the distinct records, and which of them each list has, a character each. */
interface Lists {
  readonly items: Columns;
  readonly lists: readonly string[];
}

interface Carried extends Columns {
  readonly beginnings: Beginnings;
}

// The places of what is not among the values.
const NULL = -1;
const LEFT_OUT = -2;
/**
 * The character of place 0; the others follow. A string of characters takes an eighth of the memory of a list of numbers,
 * and a third of its length.
 */
const FIRST = 42;

/**
 * The text that `decode` makes the same records of. Their values are those of JSON; their fields are in the same order, but
 * where some leave a field out, its place is that which it has in the first that has it.
 *
 * @throws Error where a field does not begin as it is said to
 */
export function encode(records: readonly object[], beginnings: Beginnings = {}): string {
  const rows = (records as readonly Fields[]).map((record) => withoutBeginnings(record, beginnings));
  return JSON.stringify({ ...toColumns(rows), beginnings } satisfies Carried);
}

/** The records that `encode` was given, frozen. */
export function decode<Item extends object>(text: string): readonly Item[] {
  const { beginnings, ...columns } = JSON.parse(text) as Carried;
  const records = fromColumns(columns);
  for (const field in beginnings) addBeginnings(records, field, beginnings[field] as string);
  return freezeRecords(records) as readonly object[] as readonly Item[];
}

function toColumns(records: readonly Fields[]): Columns {
  const common: Record<string, unknown> = {};
  const columns: Record<string, Column> = {};
  for (const field of new Set(records.flatMap(Object.keys))) {
    const cells = records.map((record) => record[field]);
    const isCommon = new Set(cells.map((cell) => JSON.stringify(cell))).size === 1;
    common[field] = isCommon ? cells[0] : null;
    if (!isCommon) columns[field] = toColumn(cells);
  }
  return { count: records.length, common, columns };
}

function toColumn(cells: readonly unknown[]): Column {
  const { distinct, places } = shared(cells);
  const values = distinct.every(isRecord)
    ? toColumns(distinct)
    : distinct.every(isListOfRecords)
      ? toLists(distinct)
      : distinct;
  if (places.every((place, at) => place === at)) return { values };
  return { values, places: textOf(places) };
}

function toLists(lists: readonly (readonly Fields[])[]): Lists {
  const { distinct, places } = shared(lists.flat());
  const texts: string[] = [];
  let at = 0;
  for (const { length } of lists) {
    texts.push(textOf(places.slice(at, at + length)));
    at += length;
  }
  return { items: toColumns(distinct as readonly Fields[]), lists: texts };
}

/** Each value once, and the place of each cell's among them. */
function shared(cells: readonly unknown[]): { distinct: unknown[]; places: number[] } {
  const known = new Map<string, number>();
  const distinct: unknown[] = [];
  const places = cells.map((cell) => {
    if (cell === undefined) return LEFT_OUT;
    if (cell === null) return NULL;
    const key = JSON.stringify(cell);
    const place = known.get(key) ?? distinct.push(cell) - 1;
    known.set(key, place);
    return place;
  });
  return { distinct, places };
}

function textOf(places: readonly number[]): string {
  return places.map((place) => String.fromCharCode(FIRST + place)).join('');
}

function isListOfRecords(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.every(isRecord);
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The records, not frozen yet. Every import of the package waits for this, and it runs once: plain loops take less time
 * and leave less garbage than calls and iterators, and copies of an object that JSON.parse made less than objects that
 * grow.
 */
function fromColumns({ count, common, columns }: Columns): Record<string, unknown>[] {
  freeze(common);
  const records = new Array<Record<string, unknown>>(count);
  for (let at = 0; at < count; at += 1) records[at] = { ...common };
  for (const field in columns) {
    const { values, places } = columns[field] as Column;
    const own = valuesOf(values);
    for (let at = 0; at < count; at += 1) {
      const place = places === undefined ? at : places.charCodeAt(at) - FIRST;
      if (place >= 0) (records[at] as Record<string, unknown>)[field] = own[place];
      else if (place === LEFT_OUT) delete (records[at] as Record<string, unknown>)[field];
    }
  }
  return records;
}

function valuesOf(values: Column['values']): readonly unknown[] {
  if ('columns' in values) return freezeRecords(fromColumns(values));
  return 'lists' in values ? fromLists(values) : freeze(values);
}

function fromLists({ items, lists }: Lists): readonly unknown[] {
  const records = freezeRecords(fromColumns(items));
  const made = new Array<readonly unknown[]>(lists.length);
  for (let at = 0; at < lists.length; at += 1) {
    const places = lists[at] as string;
    const list = new Array<unknown>(places.length);
    for (let each = 0; each < places.length; each += 1) list[each] = records[places.charCodeAt(each) - FIRST];
    made[at] = Object.freeze(list);
  }
  return made;
}

function withoutBeginnings(record: Fields, beginnings: Beginnings): Fields {
  const cut = Object.entries(beginnings).map(([field, other]) => {
    const value = record[field];
    const start = String(record[other]);
    const rest = (text: unknown) => {
      if (typeof text === 'string' && text.startsWith(start)) return text.slice(start.length);
      throw new Error(`${field}: ${JSON.stringify(text)} does not begin with "${start}"`);
    };
    return [field, Array.isArray(value) ? value.map(rest) : rest(value)];
  });
  return { ...record, ...Object.fromEntries(cut) };
}

function addBeginnings(records: readonly Record<string, unknown>[], field: string, other: string): void {
  for (let at = 0; at < records.length; at += 1) {
    const record = records[at] as Record<string, unknown>;
    const rest = record[field] as string | readonly string[];
    const start = record[other] as string;
    if (typeof rest === 'string') record[field] = start + rest;
    else if (rest.length > 0) record[field] = Object.freeze(rest.map((each) => start + each));
  }
}

function freezeRecords(records: Record<string, unknown>[]): readonly Fields[] {
  for (let at = 0; at < records.length; at += 1) Object.freeze(records[at]);
  return Object.freeze(records);
}

/** The value of a text of JSON, frozen: how short lists are carried. */
export function parseFrozen<Value>(text: string): Value {
  return freeze(JSON.parse(text) as Value);
}

/** Lists one after the other, frozen. */
export function joinLists<Item>(...lists: readonly (readonly Item[])[]): readonly Item[] {
  return Object.freeze(lists.flat() as Item[]);
}

/** Freezes a value and all that is in it. Whether a part has parts is asked here, not in a call for each string. */
export function freeze<Value>(value: Value): Value {
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1)
      if (typeof value[at] === 'object' && value[at] !== null) freeze(value[at]);
  } else {
    for (const key in value) if (typeof value[key] === 'object' && value[key] !== null) freeze(value[key]);
  }
  return Object.freeze(value);
}
