import type { Name } from '../model/catalog.ts';
import type { Domain } from './domains.ts';
import type { VocabularyEntries } from './schema.ts';

/** One form of a text in the page's language, and what it stands for. */
export interface Form {
  domain: Domain;
  /** The file of the vocabulary that has it. */
  file: keyof VocabularyEntries;
  /** Where the form is written down, for messages: file and entry. */
  entry: string;
  /** The entry itself: forms with the same source are one entry's. */
  source: object;
  /** The form as it stands in pages. */
  text: string;
  /** What the English edition says in its place. */
  en: string;
  /** What it should be in Korean. */
  ko: string;
  /** Why the form is wrong; null where it is right. */
  wrong: Name | null;
  /** How many places of the committed snapshots carry it, where a mistranslation says so. */
  places: number | null;
  /** Whether it is an entry's own name, which need not stand in any page. */
  canonical: boolean;
  /** Which other documents need it; null where the committed snapshots do. */
  elsewhere: string | null;
  /** Where the pages teach it, for messages; undefined for a form that a person accepted. */
  learnt?: string;
}

interface Named {
  ko?: string | undefined;
  also?: readonly (string | { ko: string; elsewhere: string })[] | undefined;
  mistranslations?: VocabularyEntries['words'][number]['mistranslations'];
  elsewhere?: string | undefined;
}

/** The file whose entries have the forms of a kind of place. */
export const FILE_OF: Readonly<Record<Domain, keyof VocabularyEntries>> = {
  column: 'columns',
  role: 'roles',
  service: 'services',
  device: 'devices',
  note: 'notes',
  footnote: 'footnotes',
  protocol: 'words',
  port: 'words',
  endpoint: 'words',
  'rule-name': 'words',
  authentication: 'words',
  direction: 'words',
};

/** All forms of the vocabulary, in the order of its files. */
export function listForms(entries: VocabularyEntries): Form[] {
  return [
    ...entries.columns.flatMap((entry) => forms('column', entry.field, entry.en[0] ?? '', entry)),
    ...entries.roles.flatMap((entry) => named('role', entry)),
    ...entries.services.flatMap((entry) => named('service', entry)),
    ...entries.words.flatMap((entry) => entry.in.flatMap((domain) => forms(domain, wordName(entry), entry.en, entry))),
    ...entries.devices.flatMap((entry) => forms('device', entry.en, entry.en, entry)),
    ...entries.notes.map((entry) => translation('note', entry)),
    ...entries.footnotes.map((entry) => translation('footnote', entry)),
  ];
}

/** The parts that ends of flows are put together from: names, and patterns with places in braces for other parts. */
export function listEndParts(entries: VocabularyEntries): Form[] {
  return entries.ends.flatMap((entry) => forms('endpoint', entry.en, entry.en, entry, entry, 'ends'));
}

/** What tells a word from the others: the same English may stand in cells of several kinds. */
export function wordName({ en, in: domains }: VocabularyEntries['words'][number]): string {
  return `${en} (${domains.join(', ')})`;
}

function named(domain: Domain, entry: Named & { id: string; name: { en: string; ko: string } }): Form[] {
  return forms(domain, entry.id, entry.name.en, { ...entry, ko: entry.name.ko }, entry);
}

function forms(
  domain: Domain,
  name: string,
  en: string,
  from: Named,
  source: object = from,
  file = FILE_OF[domain],
): Form[] {
  const ko = from.ko ?? en;
  const entry = `${file}.yaml: ${name}`;
  const right = { domain, file, entry, source, en, ko, wrong: null, places: null };
  return [
    ...(from.ko === undefined ? [] : [{ ...right, text: from.ko, canonical: true, elsewhere: from.elsewhere ?? null }]),
    ...(from.also ?? []).map((also) => ({
      ...right,
      text: typeof also === 'string' ? also : also.ko,
      canonical: false,
      elsewhere: (typeof also === 'string' ? null : also.elsewhere) ?? from.elsewhere ?? null,
    })),
    ...(from.mistranslations ?? []).map((each) => ({
      ...right,
      text: each.ko,
      wrong: each.why,
      places: each.places ?? null,
      canonical: false,
      elsewhere: each.elsewhere ?? from.elsewhere ?? null,
    })),
  ];
}

function translation(domain: Domain, entry: VocabularyEntries['notes'][number]): Form {
  return {
    domain,
    file: FILE_OF[domain],
    entry: `${FILE_OF[domain]}.yaml`,
    source: entry,
    text: entry.ko,
    en: entry.en,
    ko: entry.ko,
    wrong: null,
    places: null,
    canonical: false,
    elsewhere: entry.elsewhere ?? null,
  };
}
