import type { LocalizedText } from '../model/catalog.ts';
import { quote } from '../model/diagnostic.ts';
import type { Cell } from '../model/snapshot.ts';
import { type Domain, isText } from '../vocabulary/domains.ts';
import type { Form } from '../vocabulary/forms.ts';
import { isForeign, plainForms } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { composeEnds } from './composed-ends.ts';
import { type Problem, problem } from './result.ts';

/** A form of the vocabulary found in a cell, and the text as the page has it. */
export interface Use {
  form: Form;
  published: string;
}

/** The vocabulary's translation of a text. */
export interface Translation {
  /** The lines, in English. */
  english: string;
  uses: Use[];
}

/** A cell, ready for a grammar. */
export interface Reading {
  /** The page's own English; where the page has none, the vocabulary's translation; null where there is neither. */
  english: string | null;
  by: 'document' | 'project';
  /** The page's text, English or not, for messages. */
  published: string;
  /** The text in the page's language; null where there is none. */
  local: string | null;
  /** Whether the page has English beside it. */
  beside: boolean;
  /** The vocabulary's translation of it, also where English stands beside it. */
  translation: Translation | null;
}

/** The English of a cell, lines joined by a line break; null where the page has none. */
export function englishOf(cell: Cell): string | null {
  return joined(cell.map((line) => line.en));
}

/** The text of a cell in the page's language; null where there is none. */
export function localOf(cell: Cell): string | null {
  return joined(cell.map((line) => line.text));
}

/** A cell as a title, on one line in each language; null where it has none. */
export function titleIn(cell: Cell, locale: string): { en: string | null; ko: string | null } {
  const [en, local] = [englishOf(cell), localOf(cell)].map((text) => text?.replaceAll('\n', ' ') ?? null);
  return { en: en ?? null, ko: isKorean(locale) ? (local ?? null) : null };
}

/** The text of a cell as a message quotes it. */
export function publishedOf(cell: Cell): string {
  return (localOf(cell) ?? englishOf(cell) ?? '').replaceAll('\n', ' / ');
}

/**
 * Reads a cell: English in it decides; without any, the text is looked up. A text with no letters but English ones
 * stands for itself.
 *
 * @param locale the page's language: in one with Latin letters, free text is foreign though its letters are English
 */
export function readCell(cell: Cell, domain: Domain, vocabulary: Vocabulary, locale = 'ko-KR'): Reading {
  const own = englishOf(cell);
  const local = localOf(cell);
  // Beside English, terms that were learnt from such cells are left out: they would only confirm themselves.
  const words = own === null ? vocabulary : (vocabulary.accepted ?? vocabulary);
  const translation = local === null ? null : translate(local, domain, words, locale);
  const by = own !== null || (translation !== null && translation.uses.length === 0) ? 'document' : 'project';
  return {
    english: own ?? translation?.english ?? null,
    by,
    published: publishedOf(cell),
    local,
    beside: own !== null && local !== null,
    translation,
  };
}

/** Translates a text by the vocabulary; null where the vocabulary does not know it. */
export function translate(text: string, domain: Domain, vocabulary: Vocabulary, locale = 'ko-KR'): Translation | null {
  if (domain === 'protocol') return translateWords(text, vocabulary);
  const whole = find(text, domain, vocabulary) ?? glossed(text, domain, vocabulary);
  if (whole !== undefined) return { english: whole.en, uses: [{ form: whole, published: text.replaceAll('\n', ' ') }] };
  const lines = text.split('\n');
  const forms = lines.map((line) => find(line, domain, vocabulary));
  const english = lines.map((line, index) => forms[index]?.en ?? line);
  if (english.some(isForeign)) return domain === 'endpoint' ? composeEnds(text, vocabulary) : null;
  if (isText(domain) && isLatin(locale) && forms.includes(undefined)) return null;
  const uses = lines.flatMap((line, index) => {
    const form = forms[index];
    return form === undefined ? [] : [{ form, published: line }];
  });
  return { english: english.join('\n'), uses };
}

/** Whether a language other than English is written in the letters of English. */
function isLatin(locale: string): boolean {
  if (/^en(-|$)/i.test(locale)) return false;
  try {
    return new Intl.Locale(locale).maximize().script === 'Latn';
  } catch {
    // The page names a language that does not exist, so nothing is known of its letters.
    return true;
  }
}

/** Finds the form of a text. The end of a flow may have the form of a role. */
function find(text: string, domain: Domain, vocabulary: Vocabulary): Form | undefined {
  return vocabulary.find(domain, text) ?? (domain === 'endpoint' ? vocabulary.find('role', text) : undefined);
}

/** `Protocol(<translation>)`: English with its translation behind it is looked up by the translation. */
function glossed(text: string, domain: Domain, vocabulary: Vocabulary): Form | undefined {
  const [, english, gloss] = /^([^()]+)\(([^()]+)\)$/.exec(text) ?? [];
  if (english === undefined || gloss === undefined || isForeign(english) || !isForeign(gloss)) return undefined;
  const form = vocabulary.find(domain, gloss);
  return form !== undefined && form.en.toLowerCase() === english.trim().toLowerCase() ? form : undefined;
}

function translateWords(text: string, vocabulary: Vocabulary): Translation | null {
  const uses: Use[] = [];
  const parts = vocabulary.protocolWords === null ? [text] : plainForms(text).split(vocabulary.protocolWords);
  let english = '';
  let isWord = false;
  for (const [at, part] of parts.entries()) {
    const form = at % 2 === 0 ? undefined : vocabulary.find('protocol', part);
    if (form !== undefined) uses.push({ form, published: part });
    const next = form?.en ?? part;
    // Words of Korean may touch what stands beside them; those of English do not. Blanks as published stay: between digits
    // they may have slipped into a number.
    const apart = (isWord || form !== undefined) && /[^(/\s]$/.test(english) && /^[^)/\s]/.test(next);
    english += apart ? ` ${next}` : next;
    isWord = form !== undefined;
  }
  return isForeign(english) ? null : { english: english.trim(), uses };
}

/** A text as published, with what the vocabulary says of it where the page has no English. */
export function localized(reading: Reading, locale: string): LocalizedText {
  const en = reading.english;
  const wrong = reading.translation?.uses.find((use) => use.form.wrong !== null);
  const whole = wrong !== undefined && wrong.published === reading.local?.replaceAll('\n', ' ') ? wrong.form.ko : null;
  const ko = isKorean(locale) ? (whole ?? reading.local) : null;
  return {
    en,
    ko,
    by: { en: en === null ? null : reading.by, ko: ko === null ? null : whole === null ? 'document' : 'project' },
  };
}

/** What to report of a form that was learnt and not accepted yet; null for a form of the vocabulary. */
export function learntTerm({ form, published }: Use): Problem | null {
  if (form.learnt === undefined) return null;
  const message = `read as ${quote(form.en)}, which nobody has accepted; learnt from ${form.learnt}`;
  return problem('learnt-term', message, published);
}

export function isKorean(locale: string): boolean {
  return /^ko(-|$)/i.test(locale);
}

function joined(lines: (string | null)[]): string | null {
  const present = lines.filter((line) => line !== null);
  return present.length === 0 ? null : present.join('\n');
}
