import type { Endpoint, LocalizedText, PortRule, PortSet } from '../../../scraper/src/model/record.ts';
import type { ShippedTables } from '../src/hydrate.ts';
import type { ShippedAdvisory, ShippedCorrections } from '../src/hydrate-names.ts';
import { AUTHORS, type ShippedParts } from '../src/hydrate-parts.ts';
import { sideBySide } from '../src/order.ts';
import { linesOf, REPEATING } from '../src/repeating.ts';
import type { Advisory } from '../src/types.ts';
import type { CatalogData } from './data.ts';

/** What goes into the package's data modules; src/hydrate.ts, src/index.ts and src/evidence.ts put it together again. */

const PLAIN = ['role', 'service', 'authentication', 'direction'] as const;

/** Puts something among the others of its sort, once, and says where: from 1, 0 for none. */
type Place<Value> = (value: Value | null) => number;

/** What rules are made of, while it is collected. */
interface Collection {
  parts: ShippedParts;
  placeText: Place<LocalizedText>;
  placeEnd: Place<Endpoint>;
  placeSet: Place<PortSet>;
  placeList: Place<readonly string[]>;
  placeTexts: Place<readonly LocalizedText[]>;
}

/** The columns that hold places, in the order in which they are shipped, and how a rule's place is found. */
const PLACED: readonly (readonly [string, (rule: PortRule, collection: Collection) => number])[] = [
  ['source', ({ source }, { placeEnd }) => placeEnd(source)],
  ['destination', ({ destination }, { placeEnd }) => placeEnd(destination)],
  ['transports', ({ transports }, { placeList }) => placeList(transports)],
  ['protocols', ({ protocols }, { placeList }) => placeList(protocols)],
  ['protocolNote', ({ protocolNote }, { placeText }) => placeText(protocolNote)],
  ['ports', ({ ports }, { placeSet }) => placeSet(ports)],
  ['sourcePorts', ({ sourcePorts }, { placeSet }) => placeSet(sourcePorts)],
  ['ruleName', ({ ruleName }, { placeText }) => placeText(ruleName)],
  ['notes', ({ notes }, { placeText }) => placeText(notes)],
  ['footnotes', ({ footnotes }, { placeTexts }) => placeTexts(footnotes)],
  ['devices', ({ devices }, { placeTexts }) => placeTexts(devices)],
  [
    'corrections',
    ({ id, corrections }, { placeList }) => placeList(corrections.map((each) => each.slice(id.length + 1))),
  ],
];

/** The parts of all products' rules, and how each is found. */
export function collectParts({ ports, scenarios, tables }: CatalogData): Collection {
  const en: string[] = [];
  const ko: string[] = [];
  const textCells: number[][] = [];
  const ends: ShippedParts['ends'][number][] = [];
  const sets: ShippedParts['sets'][number][] = [];
  const lists: (readonly string[])[] = [];
  const textLists: number[][] = [];
  const placeEn = placing<string, string>(en, (text) => text);
  const placeKo = placing<string, string>(ko, (text) => text);
  const placeText = placing<LocalizedText, number[]>(textCells, (text) => {
    const by = AUTHORS.indexOf(text.by.en) * AUTHORS.length + AUTHORS.indexOf(text.by.ko);
    return [placeEn(text.en), placeKo(text.ko), by];
  });
  const placeEnd = placing<Endpoint, ShippedParts['ends'][number]>(ends, ({ text, any, roles }) => {
    return [placeText(text), Number(any), ...roles];
  });
  const placeSet = placing<PortSet, ShippedParts['sets'][number]>(sets, ({ text, any, configurable, ranges }) => {
    return [text, Number(any) + 2 * Number(configurable), ...ranges.flatMap(({ from, to }) => [from, to])];
  });
  const placeList = placing<readonly string[], readonly string[]>(lists, (list) => list);
  const placeTexts = placing<readonly LocalizedText[], number[]>(textLists, (list) => list.map(placeText));
  const collection = { placeText, placeEnd, placeSet, placeList, placeTexts };
  const parts = { en, ko, texts: [] as number[], ends, sets, lists, textLists };
  // Texts that are alike come to lie close together.
  for (const [, place] of PLACED)
    for (const rule of sideBySide(ports, scenarios)) place(rule, { parts, ...collection });
  for (const { columns } of tables) columns.forEach(placeText);
  parts.texts = textCells.flat();
  return { parts, ...collection };
}

function placing<Value, Shipped>(shipped: Shipped[], ship: (value: Value) => Shipped): Place<Value> {
  const places = new Map<string, number>();
  return (value) => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return 0;
    const key = JSON.stringify(value);
    const known = places.get(key) ?? shipped.push(ship(value));
    places.set(key, known);
    return known;
  };
}

/** A product's tables, and its rules in columns. */
export function shipTables(data: CatalogData, product: string, collection: Collection): ShippedTables {
  const tables = data.tables.filter((table) => table.product === product);
  const rules = tables.map((table) => data.ports.filter((rule) => rule.table === table.id));
  const all = rules.flat();
  const present = <Cell>(column: Cell[]) => column.some((cell) => cell !== 0);
  const plain: [string, (string | number)[]][] = [
    ['id', all.map(({ id, table }) => id.slice(table.length + 1))],
    ['row', all.map(({ origin }) => origin.row)],
    ['transportsImplied', all.map(({ transportsImplied }) => Number(transportsImplied))],
    ...PLAIN.map((field): [string, (string | number)[]] => [field, all.map((rule) => rule[field] ?? 0)]),
  ];
  const placed = PLACED.map(([field, place]): [string, number[]] => [
    field,
    all.map((rule) => place(rule, collection)),
  ]);
  return {
    tables: tables.map((table) => ({
      ...table,
      columns: table.columns.map(collection.placeText),
    })) as unknown as ShippedTables['tables'],
    counts: rules.map(({ length }) => length),
    plain: Object.fromEntries(plain.filter(([, column]) => present(column))) as unknown as ShippedTables['plain'],
    places: Object.fromEntries(placed.filter(([, column]) => present(column))),
  };
}

/** All lists but rules, tables and evidence. */
export function shipNames(data: CatalogData, redirects: Readonly<Record<string, string>>): object {
  const { scenarios, products, documents, roles, services, protocols } = data;
  const [corrections, advisories] = [shipCorrections(data), shipAdvisories(data)];
  return { corrections, redirects, scenarios, products, roles, services, protocols, advisories, documents };
}

function shipAdvisories({ ports, advisories }: CatalogData): ShippedAdvisory[] {
  const places = new Map(ports.map(({ id }, index) => [id, index]));
  return (advisories as Advisory[]).map((advisory) => {
    return { ...advisory, rules: advisory.rules.map((rule) => places.get(rule) ?? -1) };
  });
}

function shipCorrections({ ports, corrections }: CatalogData): ShippedCorrections {
  const places = new Map(ports.map(({ id }, index) => [id, index]));
  const shared: ShippedCorrections['shared'][number][] = [];
  const placeShared = placing<ShippedCorrections['shared'][number], ShippedCorrections['shared'][number]>(
    shared,
    (each) => each,
  );
  const of = corrections.flatMap(({ id, rule, field, published, corrected, reason, evidence, witness }) => {
    const seen = places.get(witness ?? '');
    const other = seen === undefined ? witness : null;
    const each = [id.slice(rule.length + 1), field, published, corrected, reason, evidence, other] as const;
    return [places.get(rule) ?? -1, placeShared(each) - 1, seen === undefined ? 0 : seen + 1];
  });
  return { shared, of };
}

/**
 * The published cells of each rule, in the order of `sideBySide`; a line is a pair of texts. A cell that a field of the
 * rule repeats word for word is the place of that field in REPEATING.
 */
export function shipEvidence({ ports, scenarios, evidence }: CatalogData): unknown {
  const cells = new Map(evidence.map((each) => [each.rule, each.cells]));
  return sideBySide(ports, scenarios).map((rule) => {
    return (cells.get(rule.id) ?? []).map((cell) => {
      const written = JSON.stringify(cell);
      const at = REPEATING.findIndex((field) => JSON.stringify(linesOf(rule, field)) === written);
      return at >= 0 ? at : cell.map(({ text, en }) => [text, en]);
    });
  });
}
