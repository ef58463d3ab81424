import type { Domain } from './domains.ts';
import type { VocabularyEntries } from './schema.ts';

/** One form of a text in the page's language, and what it stands for. */
export interface Form {
  domain: Domain;
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
  wrong: string | null;
  /** How many places of the committed snapshots carry it, where the entry says so. */
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

/** All forms of the vocabulary, in the order of its files. */
export function listForms(entries: VocabularyEntries): Form[] {
  return [
    ...entries.columns.flatMap((entry) => forms('column', `columns.yaml: ${entry.field}`, entry.en[0] ?? '', entry)),
    ...entries.roles.flatMap((entry) => named('role', 'roles.yaml', entry)),
    ...entries.services.flatMap((entry) => named('service', 'services.yaml', entry)),
    ...entries.words.flatMap((entry) =>
      entry.in.flatMap((domain) => forms(domain, `words.yaml: ${entry.en}`, entry.en, entry)),
    ),
    ...entries.devices.flatMap((entry) => forms('device', `devices.yaml: ${entry.en}`, entry.en, entry)),
    ...entries.notes.map((entry) => translation('note', 'notes.yaml', entry)),
    ...entries.footnotes.map((entry) => translation('footnote', 'footnotes.yaml', entry)),
  ];
}

function named(domain: Domain, file: string, entry: Named & { id: string; name: { en: string; ko: string } }): Form[] {
  return forms(domain, `${file}: ${entry.id}`, entry.name.en, { ...entry, ko: entry.name.ko }, entry);
}

function forms(domain: Domain, entry: string, en: string, from: Named, source: object = from): Form[] {
  const ko = from.ko ?? en;
  const right = { domain, entry, source, en, ko, wrong: null, places: null };
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

function translation(domain: Domain, file: string, entry: VocabularyEntries['notes'][number]): Form {
  return {
    domain,
    entry: `${file}: ${entry.ko.slice(0, 40)}`,
    source: entry,
    text: entry.ko,
    en: entry.en,
    ko: entry.ko,
    wrong: null,
    places: entry.places ?? null,
    canonical: false,
    elsewhere: entry.elsewhere ?? null,
  };
}
