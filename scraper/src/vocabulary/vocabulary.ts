import type { Domain } from './domains.ts';
import { type EndParts, indexEndParts } from './end-parts.ts';
import { type Form, listEndParts, listForms } from './forms.ts';
import type { ColumnField, VocabularyEntries } from './schema.ts';
import { compact, isForeign, nameKey, spacedPattern } from './text.ts';

/** The vocabulary, ready to be asked. */
export interface Vocabulary {
  entries: VocabularyEntries;
  forms: readonly Form[];
  /** The vocabulary without what was learnt from the pages; null where nothing was learnt. */
  accepted: Vocabulary | null;
  /** The form that the whole text is, white space ignored. */
  find(domain: Domain, text: string): Form | undefined;
  /** What the ends of flows are put together from, where no form is the whole. */
  endParts: EndParts;
  /**
   * Finds the forms of cells that name protocols, longest first; null where there are none. Splitting a text at it puts
   * each form that it found at every second place.
   */
  protocolWords: RegExp | null;
  /** A product's name in front of another name. */
  productName: RegExp;
  /** By English name: ids of roles and services and fields of columns by `nameKey`, protocols by `compact`. */
  english: {
    role: ReadonlyMap<string, string>;
    service: ReadonlyMap<string, string>;
    protocol: ReadonlyMap<string, string>;
    column: ReadonlyMap<string, ColumnField>;
    /** Headers that tables of other things have as well. */
    commonColumn: ReadonlyMap<string, ColumnField>;
    /** The role that the sentences of a column are about, by its header. */
    columnRole: ReadonlyMap<string, string>;
    device: ReadonlyMap<string, string>;
  };
  /** How roles are named in composite cells, longest first. */
  compositeRoles: readonly { prefix: string; role: string }[];
}

/**
 * Prepares the vocabulary for look-ups.
 *
 * @param forms all that it reads by, where that is more than the entries have
 * @throws Error where one form or name stands for two things in the same kind of cell
 */
export function indexVocabulary(entries: VocabularyEntries, forms = listForms(entries)): Vocabulary {
  const index = new Map<string, Form>();
  for (const form of forms) add(index, `${form.domain} ${compact(form.text)}`, form, (each) => each.en, form.entry);
  return {
    entries,
    forms,
    accepted: null,
    find: (domain, text) => index.get(`${domain} ${compact(text)}`),
    endParts: indexEndParts(
      listEndParts(entries),
      (['endpoint', 'role'] as const).flatMap((domain) => forms.filter((form) => form.domain === domain)),
    ),
    protocolWords: wordPattern(forms.filter((form) => form.domain === 'protocol')),
    productName: productPattern(entries.products.flatMap((product) => product.named)),
    english: {
      role: nameIndex(entries.roles.map((role) => [role.id, [role.name.en, ...(role.en ?? [])]])),
      service: nameIndex(entries.services.map((service) => [service.id, [service.name.en, ...(service.en ?? [])]])),
      protocol: nameIndex(
        entries.protocols.map((protocol) => [protocol.id, [protocol.label, protocol.name.en, ...(protocol.en ?? [])]]),
        compact,
      ),
      column: nameIndex(entries.columns.map((column) => [column.field, column.en])),
      columnRole: nameIndex(
        entries.columns.flatMap(({ role, en, common = [] }) =>
          role === undefined ? [] : [[role, [...en, ...common]]],
        ),
      ),
      commonColumn: nameIndex(entries.columns.map((column) => [column.field, column.common ?? []])),
      device: nameIndex(entries.devices.map((device) => [device.role, [device.en]])),
    },
    compositeRoles: entries.roles
      .flatMap((role) => (role.composite ?? []).map((prefix) => ({ prefix, role: role.id })))
      .sort((a, b) => b.prefix.length - a.prefix.length),
  };
}

/** Adds forms that the pages teach, except those that accepted forms have already. */
export function withLearnt(accepted: Vocabulary, learnt: readonly Form[]): Vocabulary {
  const fresh = learnt.filter(({ domain, text }) => accepted.find(domain, text) === undefined);
  if (fresh.length === 0) return accepted;
  return { ...indexVocabulary(accepted.entries, [...accepted.forms, ...fresh]), accepted };
}

function nameIndex<Id extends string>(
  names: readonly (readonly [Id, readonly string[]])[],
  key: (name: string) => string = nameKey,
): Map<string, Id> {
  const index = new Map<string, Id>();
  for (const [id, list] of names) for (const name of list) add(index, key(name), id, (each) => each, name);
  return index;
}

function add<Value>(
  index: Map<string, Value>,
  key: string,
  value: Value,
  meaning: (value: Value) => string,
  entry: string,
): void {
  const known = index.get(key);
  if (known !== undefined && meaning(known) !== meaning(value)) {
    throw new Error(`vocabulary: "${key}" stands for "${meaning(known)}" and for "${meaning(value)}" (${entry})`);
  }
  if (known === undefined) index.set(key, value);
}

function productPattern(named: readonly string[]): RegExp {
  const longestFirst = named.toSorted((a, b) => b.length - a.length).map(spacedPattern);
  // `(?!)` matches nowhere: without products there is no name to take off.
  return new RegExp(`^\\s*(?:${[...longestFirst, '(?!)'].join('|')})\\s+(?=\\S)`, 'iu');
}

/**
 * Finds words in a text. A mistranslation, a learnt word or one in Latin letters counts only where no letter, digit or
 * dot touches it, so that `P` is not found in PSOM.
 */
function wordPattern(forms: Form[]): RegExp | null {
  const patterns = [...forms]
    .sort((a, b) => compact(b.text).length - compact(a.text).length || (a.text < b.text ? -1 : 1))
    .map((form) => {
      const pattern = spacedPattern(form.text);
      const bounded = form.wrong !== null || form.learnt !== undefined || !isForeign(form.text);
      return bounded ? `(?<![\\p{L}\\p{N}.])${pattern}(?![\\p{L}\\p{N}.])` : pattern;
    });
  return patterns.length === 0 ? null : new RegExp(`(${patterns.join('|')})`, 'iu');
}
