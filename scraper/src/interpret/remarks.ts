import type { Direction } from '../model/catalog.ts';
import { compact } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
import type { Use } from './reading.ts';

/** What a sentence beside a port says that changes what the row states, in English. */

/**
 * What the notes of a page without English say that changes what the row states, in English, a line each: the vocabulary
 * knows no more of such a note than these remarks.
 */
export function remarksIn(local: string, vocabulary: Vocabulary): { english: string; uses: Use[] } {
  let rest = compact(local);
  const uses: Use[] = [];
  // The longest first: "inbound and outbound" holds "outbound".
  const remarks = vocabulary.forms.filter(({ domain }) => domain === 'remark');
  for (const form of remarks.toSorted((a, b) => compact(b.text).length - compact(a.text).length)) {
    const text = compact(form.text);
    if (!rest.includes(text)) continue;
    rest = rest.replaceAll(text, '\n');
    uses.push({ form, published: form.text });
  }
  return { english: uses.map(({ form }) => form.en).join('\n'), uses };
}

const OPTIONAL =
  /^\(?optional(?:ly)?\b|\(optional\)|\boff by default\b|\b(?:is|are) (?:disabled|turned off|not enabled) by default\b/im;
const NOT_OPTIONAL = /\bnot optional\b/i;
const CLOSED =
  /\b(?:must|should|has to|have to|needs? to) be (?:blocked|closed|denied)\b|\b(?:do not|don['’]t|never) (?:open|allow)\b|^(?:block|close|deny)\b/i;
const NOT_SUPPORTED = /\b(?:not|no longer) (?:supported|available|used) in\b[^.;\n]*?\b(20\d\d)\b/gi;

export function saysOptional(english: string): boolean {
  return OPTIONAL.test(english) && !NOT_OPTIONAL.test(english);
}

/** Whether it says that the port must not be open. */
export function saysClosed(english: string): boolean {
  return CLOSED.test(english);
}

/** "Open inbound …"; null for "Open inbound/outbound …", which is both ways, and where nothing is said. */
export function directionToOpen(english: string): Direction | null {
  const [, first, both] = /^open (inbound|outbound)(\s*(?:\/|and|or)\s*(?:in|out)bound)?\b/im.exec(english) ?? [];
  if (first === undefined || both !== undefined) return null;
  return first.toLowerCase() === 'inbound' ? 'inbound' : 'outbound';
}

/** "Not supported in Skype for Business Server 2019": the rule is for the other products of the page. Years name them. */
export function limitReleases({ facts, context }: Draft, english: string): void {
  const years = [...english.matchAll(NOT_SUPPORTED)].map(([, year]) => year);
  if (years.length === 0) return;
  const { products } = context.vocabulary.entries;
  const isNamed = (id: string) =>
    years.some((year) => products.find((each) => each.id === id)?.name.en.endsWith(` ${year}`));
  facts.releases = (facts.releases ?? context.products).filter((id) => !isNamed(id));
}
