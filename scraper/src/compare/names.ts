/**
 * The kinds of record whose ids are promised, and the list of data.json that holds each. The id of a correction is not
 * promised, because the correction goes when the page is put right.
 */
const LISTS = {
  advisory: 'advisories',
  document: 'documents',
  product: 'products',
  protocol: 'protocols',
  role: 'roles',
  rule: 'ports',
  scenario: 'scenarios',
  service: 'services',
  table: 'tables',
} as const;

export type Kind = keyof typeof LISTS;
export const KINDS = Object.keys(LISTS) as readonly Kind[];

/** The kind of record that a list holds; undefined for a list whose ids are not promised. */
export function kindIn(list: string): Kind | undefined {
  return KINDS.find((kind) => LISTS[kind] === list);
}

/** A record, of which only the id is known: an older release may have other fields than this one. */
export interface Entry {
  readonly id: string;
  readonly [field: string]: unknown;
}

export type Lists = { readonly [List in (typeof LISTS)[Kind]]: readonly Entry[] };

/** A kind and an id: ids alone are not enough, since a table and a document may have the same. */
export type Key = `${Kind} ${string}`;

export function keyOf(kind: Kind, id: string): Key {
  return `${kind} ${id}`;
}

export function partsOf(key: Key): { kind: Kind; id: string } {
  const space = key.indexOf(' ');
  return { kind: key.slice(0, space) as Kind, id: key.slice(space + 1) };
}

/** How redirects.json and diff.json name a record: a rule by its id, everything else with its kind in front. */
export function nameOf(key: Key): string {
  const { kind, id } = partsOf(key);
  return kind === 'rule' ? id : key;
}

/** The key that a name stands for; null where it does not begin with a known kind. */
export function readName(name: string): Key | null {
  return name.includes(' ') ? readKey(name) : keyOf('rule', name);
}

/** A key as released-ids.txt has it; null where the line is not a key. */
export function readKey(text: string): Key | null {
  const [kind, id, ...rest] = text.split(' ');
  const known = KINDS.find((each) => each === kind);
  return known === undefined || id === undefined || id === '' || rest.length > 0 ? null : keyOf(known, id);
}

/** Every record of the catalog by its key. */
export function entriesByKey(lists: Lists): Map<Key, Entry> {
  return new Map(KINDS.flatMap((kind) => lists[LISTS[kind]].map((entry) => [keyOf(kind, entry.id), entry] as const)));
}

/** Order by code units: the same in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
