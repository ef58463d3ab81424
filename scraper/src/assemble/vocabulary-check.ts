import type { Use } from '../interpret/reading.ts';
import type { Catalog, PortRule } from '../model/catalog.ts';
import type { DiagnosticCode } from '../model/codes.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Form } from '../vocabulary/forms.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { checkAdvisories } from './advisories.ts';

/** What an entry, or a form of one, says of itself, and how much of it there is. */
interface Expectation {
  /** File and entry. */
  where: string;
  text: string;
  /** How many places it touches. */
  count: number;
  /** How many it says that it touches; undefined for what need not say so. */
  places: number | null | undefined;
  elsewhere: string | null;
}

/**
 * Reports what of the vocabulary has lost its reason: entries and forms that nothing in the catalog needs any more, and
 * counts that are off. What only other documents need says so (`elsewhere`) and is exempt; what the catalog does need
 * must not say so.
 */
export function checkVocabulary(vocabulary: Vocabulary, uses: readonly Use[], catalog: Catalog): Diagnostic[] {
  const expectations = [
    ...formExpectations(vocabulary, uses),
    ...entryExpectations(vocabulary, uses),
    ...nameExpectations(vocabulary, catalog),
    ...claimExpectations(vocabulary, catalog),
  ];
  return [...expectations.flatMap(check), ...checkAdvisories(catalog.advisories, vocabulary)];
}

function check({ where, text, count, places, elsewhere }: Expectation): Diagnostic[] {
  const report = (code: DiagnosticCode, message: string) => [
    diagnostic('error', code, message, `scraper/vocabulary/${where}`, { text }),
  ];
  if (elsewhere !== null) {
    return count === 0 ? [] : report('not-only-elsewhere', `this touches ${count} places; take "elsewhere" off`);
  }
  if (count === 0) return report('unused', 'nothing in the snapshots needs this any more');
  if (places === undefined || places === count) return [];
  return report('wrong-count', `this touches ${count} places, and says ${places ?? 'nothing of it'}`);
}

/** Mistranslations and translations say how often they stand in a cell; other forms only have to. */
function formExpectations({ forms }: Vocabulary, uses: readonly Use[]): Expectation[] {
  // A word that is looked up in several kinds of cell is one form of one entry.
  const isFirst = (form: Form) => forms.find((each) => isSame(each, form)) === form;
  return forms
    .filter((form) => !form.canonical && isFirst(form))
    .map((form) => ({
      where: form.entry,
      text: form.text,
      count: uses.filter((use) => isSame(use.form, form)).length,
      places: form.wrong !== null || isTranslation(form) ? form.places : undefined,
      elsewhere: form.elsewhere,
    }));
}

function isSame(a: Form, b: Form): boolean {
  return a.source === b.source && a.text === b.text;
}

function isTranslation({ domain }: Form): boolean {
  return domain === 'note' || domain === 'footnote';
}

/** Entries of columns, words and devices: the cells that carry any of their forms. */
function entryExpectations({ entries }: Vocabulary, uses: readonly Use[]): Expectation[] {
  const expect = (file: string, text: string, entry: Counted): Expectation => {
    return expectation(file, text, uses.filter((use) => use.form.source === entry).length, entry);
  };
  return [
    ...entries.columns.map((entry) => expect('columns', entry.ko, entry)),
    ...entries.words.map((entry) => expect('words', entry.en, entry)),
    ...entries.devices.map((entry) => expect('devices', entry.en, entry)),
  ];
}

/** Names: the rules that bear them, and for a role its special cases. */
function nameExpectations({ entries }: Vocabulary, { ports, roles }: Catalog): Expectation[] {
  const expect = (file: string, entry: Counted & { id: string }, bears: (rule: PortRule) => boolean): Expectation => {
    const count = ports.filter(bears).length + roles.filter(({ base }) => file === 'roles' && base === entry.id).length;
    return expectation(file, entry.id, count, entry);
  };
  const parties = ({ role, source, destination }: PortRule) => {
    return [role, ...(source?.roles ?? []), ...(destination?.roles ?? [])];
  };
  return [
    ...entries.products
      .map((entry) => expect('products', entry, ({ product }) => product === entry.id))
      .map((each) => ({ ...each, places: undefined })),
    ...entries.roles.map((entry) => expect('roles', entry, (rule) => parties(rule).includes(entry.id))),
    ...entries.services.map((entry) => expect('services', entry, ({ service }) => service === entry.id)),
    ...entries.protocols.map((entry) => expect('protocols', entry, ({ protocols }) => protocols.includes(entry.id))),
  ];
}

/** What an entry may say of itself. */
interface Counted {
  places?: number | undefined;
  elsewhere?: string | undefined;
}

function expectation(file: string, text: string, count: number, { places, elsewhere }: Counted): Expectation {
  return { where: `${file}.yaml`, text, count, places: places ?? null, elsewhere: elsewhere ?? null };
}

/** Each claim of a scenario is one table for each product that has the page. */
function claimExpectations({ entries }: Vocabulary, { tables }: Catalog): Expectation[] {
  return entries.scenarios.flatMap(({ id, tables: claims }) =>
    claims.map(({ table, kind }) => ({
      where: 'scenarios.yaml',
      text: `${id}: ${table}`,
      count: tables.filter((each) => each.scenario === id && each.kind === kind && each.id.endsWith(`/${table}`))
        .length,
      places: undefined,
      elsewhere: null,
    })),
  );
}
