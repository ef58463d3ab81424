import type { Name } from '../model/catalog.ts';
import { DOMAINS, type Domain } from './domains.ts';
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

/** The fields of a form that is right and is not the name of its entry. */
export const RIGHT = { wrong: null, places: null, canonical: false } as const;

/** All forms of the vocabulary, in the order of its files. */
export function listForms(entries: VocabularyEntries): Form[] {
  return [
    ...entries.columns.flatMap((entry) => forms('column', entry.field, entry.en[0] ?? '', entry)),
    ...entries.roles.flatMap((entry) => named('role', entry)),
    ...entries.services.flatMap((entry) => named('service', entry)),
    ...entries.words.flatMap((entry) =>
      entry.in.flatMap((domain) => forms(domain, wordName(entry), entry.en, entry, entry, 'words')),
    ),
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
  file: keyof VocabularyEntries = DOMAINS[domain].file,
): Form[] {
  const ko = from.ko ?? en;
  const entry = `${file}.yaml: ${name}`;
  const right = { ...RIGHT, domain, file, entry, source, en, ko };
  return [
    ...(from.ko === undefined ? [] : [{ ...right, text: from.ko, canonical: true, elsewhere: from.elsewhere ?? null }]),
    ...(from.also ?? []).map((also) => ({
      ...right,
      text: typeof also === 'string' ? also : also.ko,
      elsewhere: (typeof also === 'string' ? null : also.elsewhere) ?? from.elsewhere ?? null,
    })),
    ...(from.mistranslations ?? []).map((each) => ({
      ...right,
      text: each.ko,
      wrong: each.why,
      places: each.places ?? null,
      elsewhere: each.elsewhere ?? from.elsewhere ?? null,
    })),
  ];
}

function translation(domain: Domain, source: VocabularyEntries['notes'][number]): Form {
  const { ko, en, elsewhere = null } = source;
  const { file } = DOMAINS[domain];
  return { ...RIGHT, domain, file, entry: `${file}.yaml`, source, text: ko, en, ko, elsewhere };
}
