import { byCodeUnit } from '../compare/names.ts';
import type { Use } from '../interpret/reading.ts';
import type { Catalog, PortRule, Table } from '../model/catalog.ts';
import { type Form, wordName } from '../vocabulary/forms.ts';
import type { CallersEntry, VocabularyEntries } from '../vocabulary/schema.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { covers, isOfGroup } from './callers.ts';
import { testOf } from './selectors.ts';

type File = keyof VocabularyEntries;

/** An entry of the vocabulary, or a form of one, and how much of the catalog needs it. */
export interface Counted {
  file: File;
  /** File and entry, or the file where `text` is the entry. */
  where: string;
  text: string;
  count: number;
  /** Which other pages need it; null where the committed snapshots do. */
  elsewhere: string | null;
  /** The number that a person keeps in the entry; null where none is kept. */
  kept: Kept | null;
}

export interface Kept {
  /** Where it stands in its file. */
  path: readonly (string | number)[];
  /** What it is now; null where it is missing. */
  says: number | null;
}

/** Counts what every entry and every form of the vocabulary touches: cells, rules, or tables of the catalog. */
export function countVocabulary(vocabulary: Vocabulary, uses: readonly Use[], catalog: Catalog): Counted[] {
  return [
    ...countForms(vocabulary, uses),
    ...countEntries(vocabulary, uses),
    ...countNames(vocabulary, catalog),
    ...countClaims(vocabulary, catalog),
    ...countAdvisories(vocabulary, catalog),
    ...countCallers(vocabulary, catalog),
    ...countNeeds(vocabulary, catalog),
  ];
}

/**
 * The committed list of counts, a line each, sorted by file, entry and form. It leaves out counts of zero, and those
 * that a person keeps in the vocabulary.
 */
export function writeCounts(all: readonly Counted[]): string {
  const lines = all
    .filter(({ count, kept }) => count > 0 && kept === null)
    .map(({ where, text, count }) => ({ name: `${where}: ${text}`, count }))
    // An entry's forms stand below it, not below one whose name only begins alike.
    .sort((a, b) => byCodeUnit(a.name.replaceAll(': ', '\n'), b.name.replaceAll(': ', '\n')))
    .map(({ name, count }) => `  ${JSON.stringify(name)}: ${count}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Forms other than an entry's own name: the cells that carry them. */
function countForms({ forms: whole, endParts, entries }: Vocabulary, uses: readonly Use[]): Counted[] {
  const forms = [...whole, ...endParts.forms];
  // A word that is looked up in several kinds of cell is one form of one entry.
  const isFirst = (form: Form) => forms.find((each) => isSame(each, form)) === form;
  return forms
    .filter((form) => !form.canonical && isFirst(form))
    .map((form) => {
      const { file, entry, text, elsewhere } = form;
      const count = uses.filter((use) => isSame(use.form, form)).length;
      return { file, where: entry, text, count, elsewhere, kept: form.wrong === null ? null : keptIn(entries, form) };
    });
}

function isSame(a: Form, b: Form): boolean {
  return a.source === b.source && a.text === b.text;
}

/** Where a mistranslation says how many places carry it. */
function keptIn(entries: VocabularyEntries, { file, source, text, places }: Form): Kept {
  const list: readonly object[] = entries[file];
  const { mistranslations = [] } = source as { mistranslations?: readonly { ko: string }[] };
  const at = mistranslations.findIndex(({ ko }) => ko === text);
  return { path: [list.indexOf(source), 'mistranslations', at, 'places'], says: places };
}

/** Entries of columns, words, ends and devices: the cells that carry any of their forms. */
function countEntries({ entries }: Vocabulary, uses: readonly Use[]): Counted[] {
  const counted = (file: File, text: string, entry: Needed): Counted =>
    countedEntry(file, text, uses.filter((use) => use.form.source === entry).length, entry);
  return [
    ...entries.columns.map((entry) => counted('columns', entry.field, entry)),
    ...entries.words.map((entry) => counted('words', wordName(entry), entry)),
    ...entries.ends.map((entry) => counted('ends', entry.en, entry)),
    ...entries.devices.map((entry) => counted('devices', entry.en, entry)),
  ];
}

/** Names: the rules that bear them, and for a role its special cases. */
function countNames({ entries }: Vocabulary, { ports, roles }: Catalog): Counted[] {
  const counted = (file: File, entry: Needed & { id: string }, bears: (rule: PortRule) => boolean): Counted => {
    const count = ports.filter(bears).length + roles.filter(({ base }) => file === 'roles' && base === entry.id).length;
    return countedEntry(file, entry.id, count, entry);
  };
  const parties = ({ role, source, destination, callers, calls }: PortRule) => [
    role,
    ...[...callers, ...calls].map((caller) => caller.role),
    ...(source?.roles ?? []),
    ...(destination?.roles ?? []),
  ];
  return [
    ...entries.products.map((entry) => counted('products', entry, ({ product }) => product === entry.id)),
    ...entries.roles.map((entry) => counted('roles', entry, (rule) => parties(rule).includes(entry.id))),
    ...entries.services.map((entry) => counted('services', entry, ({ service }) => service === entry.id)),
    ...entries.protocols.map((entry) => counted('protocols', entry, ({ protocols }) => protocols.includes(entry.id))),
  ];
}

interface Needed {
  elsewhere?: string | undefined;
}

function countedEntry(file: File, text: string, count: number, { elsewhere }: Needed): Counted {
  return { file, where: `${file}.yaml`, text, count, elsewhere: elsewhere ?? null, kept: null };
}

/** Each claim of a scenario is one table for each edition of its page. */
function countClaims({ entries }: Vocabulary, { tables, documents }: Catalog): Counted[] {
  const pages = new Map(documents.map(({ id, assetId }) => [id, assetId]));
  return entries.scenarios.flatMap(({ id, tables: claims }) =>
    claims.map(({ page, table, kind }) => {
      const isClaimed = (each: Table) =>
        pages.get(each.document) === page && each.kind === kind && each.id.endsWith(`/${table}`);
      return countedEntry('scenarios', `${id}: ${table} of ${page}`, tables.filter(isClaimed).length, {});
    }),
  );
}

/** An advisory says how many rules it is about. Where that number changes, a person must read the advisory again. */
function countAdvisories({ entries }: Vocabulary, { advisories }: Catalog): Counted[] {
  return entries.advisories.map(({ id, expects }, at) => {
    const count = advisories.find((advisory) => advisory.id === id)?.rules.length ?? 0;
    return { ...countedEntry('advisories', id, count, {}), kept: { path: [at, 'expects'], says: expects } };
  });
}

/** Entries that have no callers: the rules that they are about. Groups of callers: the rules that have them from it. */
function countCallers({ entries }: Vocabulary, { ports }: Catalog): Counted[] {
  const flows = new Set(ports.filter(({ kind }) => kind === 'flow').map(({ id }) => id));
  return entries.callers.flatMap((entry) => {
    const rules = ports.filter((rule) => covers(entry, rule));
    const counted = (what: string, count: number) => countedEntry('callers', `${nameOf(entry)}: ${what}`, count, {});
    const groups = (['callers', 'calls'] as const).flatMap((side) =>
      (entry[side] ?? []).map((group) => {
        const has = (rule: PortRule) => rule[side].some((caller) => isOfGroup(caller, group, flows));
        return counted(`${side} ${group.roles.join(', ')}`, rules.filter(has).length);
      }),
    );
    return entry.callers === undefined ? [counted('no callers', rules.length), ...groups] : groups;
  });
}

/** Each selector of an entry of needs.yaml: the rules that it selects. */
function countNeeds({ entries }: Vocabulary, { ports }: Catalog): Counted[] {
  return entries.needs.flatMap(({ id, rules }) =>
    rules.map((selector) => {
      const about = rules.length === 1 ? id : `${id}: ${Object.values(selector).flat().join(' ')}`;
      return countedEntry('needs', about, ports.filter(testOf([selector])).length, {});
    }),
  );
}

/** What tells an entry of callers.yaml from the others. */
function nameOf({ role = [], name, ports, services, protocols, notes }: CallersEntry): string {
  const of = [services, protocols, notes].flatMap((list) => (list === undefined ? [] : list.map(String).join(', ')));
  const who = name ?? role.map((each) => each ?? 'no role').join(', ');
  return [`${who} ${ports.join(', ')}`, ...of].join('; ');
}
