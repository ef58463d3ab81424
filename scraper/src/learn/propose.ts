import { dump } from 'js-yaml';
import { isKorean } from '../interpret/reading.ts';
import { DOMAINS, type Domain, isProse } from '../vocabulary/domains.ts';
import { nameKey } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { sayPlace } from './learnt.ts';
import type { Place } from './pairs.ts';
import type { Gloss, Term } from './terms.ts';

/** Entries for a file of the vocabulary, to be reviewed. */
export interface Proposal {
  /** `roles.yaml` */
  file: string;
  /** YAML in that file's form; each entry has its evidence above it. */
  yaml: string;
}

/** A form under an entry: the text, and where else than in the committed snapshots it is needed. */
type Form = string | { ko: string; elsewhere: string };

/** An entry as it will stand in its file, or the part of it that is new. */
interface Entry {
  /** What tells it from the others of its file. */
  key: string;
  fields: Record<string, unknown>;
  also: Form[];
  evidence: string[];
}

const MOST_PLACES = 5;

/**
 * Proposes entries for the new terms. An entry that the vocabulary has already is given by what names it and the form
 * that is new under `also`; whether that form is right or a mistranslation is for a person to say.
 *
 * @param isCommitted whether a place is in a committed snapshot: an entry for any other must say where it is needed
 */
export function propose(
  terms: readonly Term[],
  vocabulary: Vocabulary,
  isCommitted: (place: Place) => boolean,
): Proposal[] {
  const files = new Map<string, Entry[]>();
  for (const term of terms.filter(({ standing }) => standing === 'new')) {
    for (const gloss of term.glosses) {
      const name = fileFor(term, gloss, vocabulary);
      if (name === null) continue;
      const entries = files.get(name) ?? [];
      files.set(name, entries);
      addTo(entries, entryFor(term, gloss, vocabulary, isCommitted));
    }
  }
  return [...files].map(([name, entries]) => ({ file: `${name}.yaml`, yaml: toYaml(entries) }));
}

/**
 * The file for an entry. What stands for no role or service, as "Not applicable", is a word where words have it; else it
 * has no place: nobody could say of which entry it is a form.
 */
function fileFor({ domain }: Term, { en }: Gloss, vocabulary: Vocabulary): string | null {
  const { file } = DOMAINS[domain];
  if (domain !== 'role' && domain !== 'service') return file;
  const known = knownEntry(domain, en, vocabulary);
  return known === null ? null : 'in' in known ? 'words' : file;
}

function addTo(entries: Entry[], entry: Entry): void {
  const same = entries.find(({ key }) => key === entry.key);
  if (same === undefined) {
    entries.push(entry);
    return;
  }
  same.also.push(...(entry.also.length > 0 ? entry.also : [formOf(entry.fields)]));
  same.evidence.push(...entry.evidence);
}

/** A second text for the same English stands under `also` of the first. */
function formOf({ ko, elsewhere }: Record<string, unknown>): Form {
  return elsewhere === undefined ? String(ko) : { ko: String(ko), elsewhere: String(elsewhere) };
}

function entryFor(term: Term, gloss: Gloss, vocabulary: Vocabulary, isCommitted: (place: Place) => boolean): Entry {
  const { domain, text } = term;
  const elsewhere = gloss.places.some(isCommitted) ? undefined : `Learnt from ${documentsOf(gloss)}.`;
  const form: Form = elsewhere === undefined ? text : { ko: text, elsewhere };
  const reason = elsewhere === undefined ? {} : { elsewhere };
  const evidence = [evidenceOf(term, gloss)];
  const known = knownEntry(domain, gloss.en, vocabulary);
  if (known !== null) return { key: JSON.stringify(known), fields: known, also: [form], evidence };
  if (isProse(domain)) {
    const why = 'Learnt from the English beside it.';
    return { key: text, fields: { ko: text, en: gloss.en, why, ...reason }, also: [], evidence };
  }
  const key = `${domain} ${nameKey(gloss.en)}`;
  // Only Korean texts are published as names, so a text in another language stands under `also`.
  if (!isKorean(term.locale)) return { key, fields: { en: gloss.en, in: [domain], ...reason }, also: [form], evidence };
  return { key, fields: { en: gloss.en, ko: text, in: [domain], ...reason }, also: [], evidence };
}

/** What names the entry that has this English, as the entry spells it; null where there is none. */
function knownEntry(domain: Domain, en: string, { entries, english }: Vocabulary): Record<string, unknown> | null {
  const key = nameKey(en.replaceAll('\n', ' '));
  const isIt = (name: string) => nameKey(name) === key;
  const id = domain === 'role' || domain === 'service' ? english[domain].get(key) : undefined;
  if (id !== undefined) return { id };
  if (domain === 'column') {
    const column = entries.columns.find((each) => each.en.some(isIt) || each.common?.some(isIt));
    return column === undefined ? null : { field: column.field, en: [column.en.find(isIt) ?? column.en[0]] };
  }
  if (domain === 'device') {
    const device = entries.devices.find((each) => isIt(each.en));
    return device === undefined ? null : { role: device.role, en: device.en };
  }
  const word = entries.words.find((entry) => entry.in.some((each) => each === domain) && isIt(entry.en));
  return word === undefined ? null : { en: word.en, in: word.in };
}

function documentsOf({ places }: Gloss): string {
  return [...new Set(places.map(({ document }) => document))].sort().join(', ');
}

function evidenceOf({ text, domain }: Term, { en, places }: Gloss): string {
  const shown = places.slice(0, MOST_PLACES).map((place) => `  ${sayPlace(place)}`);
  const more = places.length - shown.length;
  return [
    `${JSON.stringify(text)} stands for ${JSON.stringify(en)} in ${places.length} ${domain} cell${places.length === 1 ? '' : 's'}:`,
    ...shown,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join('\n');
}

function toYaml(entries: readonly Entry[]): string {
  const texts = entries.map(({ fields, also, evidence }) => {
    const comment = evidence.flatMap((each) => each.split('\n')).map((line) => `# ${plain(line)}\n`);
    return comment.join('') + dump([also.length === 0 ? fields : { ...fields, also }], { lineWidth: -1, noRefs: true });
  });
  return texts.join('');
}

/** Escapes line ends and control characters, because a comment of YAML ends with its line. */
function plain(line: string): string {
  return line.replace(
    /[\p{Cc}\u2028\u2029\ufeff]/gu,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
