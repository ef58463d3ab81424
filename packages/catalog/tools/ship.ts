import type { Endpoint, LocalizedText, PortRule, PortSet } from '../../../scraper/src/model/record.ts';
import type { ShippedEvidence } from '../src/evidence.ts';
import { idStart, type ShippedProduct, type ShippedTable } from '../src/hydrate.ts';
import type { ShippedAdvisory, ShippedCorrections } from '../src/hydrate-names.ts';
import type { ShippedParts, ShippedSet } from '../src/hydrate-parts.ts';
import { sideBySide } from '../src/order.ts';
import { placesToText } from '../src/places.ts';
import { linesOf, REPEATING } from '../src/repeating.ts';
import type { Advisory } from '../src/types.ts';
import type { CatalogData } from './data.ts';

/** What goes into the package's data modules; src/hydrate.ts, src/index.ts and src/evidence.ts put it together again. */

/** Puts something among the others of its sort, once, and says where: from 1, 0 for none. */
type Place<Value> = (value: Value | null) => number;

/** What rules are made of, while it is collected. */
interface Collection {
  parts: () => ShippedParts;
  placeWord: Place<string>;
  placeText: Place<LocalizedText>;
  placeEnd: Place<Endpoint>;
  placeSet: Place<PortSet>;
  placeList: Place<readonly string[]>;
  placeTexts: Place<readonly LocalizedText[]>;
}

type List = keyof ShippedTable['cells'];

/** The columns in the order in which they are shipped: the list that their places are of, and how a place is found. */
const COLUMNS: readonly (readonly [List, string, (rule: PortRule, collection: Collection) => number])[] = [
  ['words', 'role', ({ role }, { placeWord }) => placeWord(role)],
  ['words', 'service', ({ service }, { placeWord }) => placeWord(service)],
  ['words', 'authentication', ({ authentication }, { placeWord }) => placeWord(authentication)],
  ['words', 'direction', ({ direction }, { placeWord }) => placeWord(direction)],
  ['ends', 'source', ({ source }, { placeEnd }) => placeEnd(source)],
  ['ends', 'destination', ({ destination }, { placeEnd }) => placeEnd(destination)],
  ['flags', 'transportsImplied', ({ transportsImplied }) => Number(transportsImplied)],
  ['lists', 'transports', ({ transports }, { placeList }) => placeList(transports)],
  ['lists', 'protocols', ({ protocols }, { placeList }) => placeList(protocols)],
  [
    'lists',
    'corrections',
    ({ id, corrections }, { placeList }) => placeList(corrections.map((each) => each.slice(id.length + 1))),
  ],
  ['sets', 'ports', ({ ports }, { placeSet }) => placeSet(ports)],
  ['sets', 'sourcePorts', ({ sourcePorts }, { placeSet }) => placeSet(sourcePorts)],
  ['texts', 'protocolNote', ({ protocolNote }, { placeText }) => placeText(protocolNote)],
  ['texts', 'ruleName', ({ ruleName }, { placeText }) => placeText(ruleName)],
  ['texts', 'notes', ({ notes }, { placeText }) => placeText(notes)],
  ['textLists', 'footnotes', ({ footnotes }, { placeTexts }) => placeTexts(footnotes)],
  ['textLists', 'devices', ({ devices }, { placeTexts }) => placeTexts(devices)],
];

/** A product's tables, their rules in columns, and what they are made of. */
export function shipProduct(data: CatalogData, product: string): ShippedProduct {
  const rules = data.ports.filter((rule) => rule.product === product);
  const collection = collect();
  // Texts that are alike come to lie close together.
  for (const [, , place] of COLUMNS) for (const rule of sideBySide(rules, data.scenarios)) place(rule, collection);
  const tables = data.tables
    .filter((table) => table.product === product)
    .map((table) => {
      const own = rules.filter((rule) => rule.table === table.id);
      return {
        ...table,
        columns: table.columns.map(collection.placeText),
        ids: own.map(idEnd),
        leaps: leaps(own),
        cells: shipCells(own, collection),
      };
    });
  return { tables: tables as unknown as ShippedTable[], ...collection.parts() };
}

function shipCells(rules: readonly PortRule[], collection: Collection): ShippedTable['cells'] {
  const cells: Partial<Record<List, Record<string, string>>> = {};
  for (const [list, field, place] of COLUMNS) {
    const column = rules.map((rule) => place(rule, collection));
    if (column.some((each) => each !== 0)) {
      cells[list] = { ...cells[list], [field]: placesToText(column) };
    }
  }
  return cells;
}

function idEnd(rule: PortRule): string {
  const start = `${rule.table}/${idStart(rule)}`;
  const end = rule.id.slice(start.length);
  return rule.id.startsWith(start) && !end.startsWith('/') ? end : rule.id.slice(rule.table.length);
}

/** The rows of a table's rules that do not follow on the one before, by the rule's place. */
function leaps(rules: readonly PortRule[]): Record<number, number> {
  const rows = rules.map(({ origin: { row } }, at) => ({ at, row, next: (rules[at - 1]?.origin.row ?? 0) + 1 }));
  return Object.fromEntries(rows.filter(({ row, next }) => row !== next).map(({ at, row }) => [at, row]));
}

function collect(): Collection {
  const words: string[] = [];
  const en: string[] = [];
  const ko: string[] = [];
  const by: LocalizedText['by'][] = [];
  const textCells: number[][] = [];
  const ends: NonNullable<ShippedParts['ends'][number]>[] = [];
  const sets: ShippedSet[] = [];
  const lists: (readonly string[])[] = [];
  const textLists: number[][] = [];
  const placeEn = placing<string, string>(en, (text) => text);
  const placeKo = placing<string, string>(ko, (text) => text);
  const placeBy = placing<LocalizedText['by'], LocalizedText['by']>(by, (pair) => pair);
  const placeText = placing<LocalizedText, number[]>(textCells, (text) => {
    return [placeEn(text.en), placeKo(text.ko), placeBy(text.by)];
  });
  const placeList = placing<readonly string[], readonly string[]>(lists, (list) => list);
  const placeEnd = placing<Endpoint, NonNullable<ShippedParts['ends'][number]>>(ends, ({ text, any, roles }) => {
    return [placeText(text), Number(any), placeList(roles)];
  });
  const placeSet = placing<PortSet, ShippedSet>(sets, shipSet);
  return {
    placeWord: placing<string, string>(words, (word) => word),
    placeText,
    placeEnd,
    placeSet,
    placeList,
    placeTexts: placing<readonly LocalizedText[], number[]>(textLists, (list) => list.map(placeText)),
    parts: () => ({
      ...{ words: [null, ...words], ends: [null, ...ends], sets: [null, ...sets], lists: [null, ...lists] },
      ...{ textLists: [null, ...textLists], by: [null, ...by], texts: placesToText(textCells.flat()) },
      ...{ en: [null, ...en], ko: [null, ...ko] },
    }),
  };
}

function shipSet({ text, any, configurable, ranges }: PortSet): ShippedSet {
  const bounds = ranges.flatMap(({ from, to }) => [from, to]);
  const [from = 0, to] = bounds;
  const isOnePort = !any && !configurable && bounds.length === 2 && from === to && text === String(from);
  return isOnePort ? from : [text, Number(any) + 2 * Number(configurable), ...bounds];
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

/** All lists but rules, tables and evidence; in this order for compression, see `publishedLists` in build.ts. */
export function shipNames(data: CatalogData, redirects: Readonly<Record<string, string>>): object {
  const { scenarios, products, documents, roles, services, protocols } = data;
  const [corrections, advisories] = [shipCorrections(data), shipAdvisories(data)];
  return { scenarios, services, roles, protocols, products, corrections, advisories, documents, redirects };
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
  type Shared = ShippedCorrections['shared'][number];
  const placeShared = placing<Shared, Shared>(shared, (each) => each);
  const ids = ports.flatMap((rule) => rule.corrections);
  if (ids.join() !== corrections.map(({ id }) => id).join())
    throw new Error('the corrections are not those of the rules');
  const of = corrections.flatMap(({ field, published, corrected, reason, evidence, witness }) => {
    const seen = places.get(witness ?? '');
    const other = seen === undefined ? witness : null;
    return [placeShared([field, published, corrected, reason, evidence, other]) - 1, seen === undefined ? 0 : seen + 1];
  });
  return { shared, of };
}

/**
 * The published cells of each rule, in the order of `sideBySide`; a line is a pair of texts. A cell that a field of the
 * rule repeats word for word is the place of that field in REPEATING.
 */
export function shipEvidence({ ports, scenarios, evidence }: CatalogData): ShippedEvidence {
  const cells = new Map(evidence.map((each) => [each.rule, each.cells]));
  return sideBySide(ports, scenarios).map((rule) => {
    return (cells.get(rule.id) ?? []).map((cell) => {
      const written = JSON.stringify(cell);
      const at = REPEATING.findIndex((field) => JSON.stringify(linesOf(rule, field)) === written);
      return at >= 0 ? at : cell.map(({ text, en }) => [text, en] as const);
    });
  });
}
