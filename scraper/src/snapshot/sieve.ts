import { tableHeads } from '../parse/heads.ts';
import type { Wanted } from '../parse/slices.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { createNeedOf } from './head-need.ts';
import { literal } from './head-text.ts';
import { isForeignPage } from './language.ts';

/**
 * Tells whether a text may hold a port table, or one that nearly qualifies: null where it cannot, else the tables that
 * may be one: the rows of others need not be read. `published` finds out in which language it was published, or null; it
 * is asked only where the text does not tell, for it may have to hash the document to know.
 */
export type Sieve = (text: string, published?: () => string | null) => Wanted | null;

// What a page says in its front matter that it is in.
const LOCALE = /^ms\.contentlocale:[ \t]*["']?(\w[\w-]*)/im;
const FRONT_MATTER = /^---[ \t]*\n.*?\n---/s;
// Letters other than those of English and of Korean.
const FOREIGN_LETTER = /[^\P{L}\p{Script=Latin}\p{Script=Hangul}]/u;

/**
 * Makes the test that decides, before a document is parsed, whether it can hold a port table. It reads the heads of
 * tables as they are written and never says no where the whole parse would find a table that is not `other`
 * (`interpret/columns.ts`): what it cannot tell, it lets through.
 */
export function createSieve(vocabulary: Vocabulary): Sieve {
  const protocols = new RegExp(['tcp', 'udp', ...vocabulary.english.protocol.keys()].map(literal).join('|'), 'i');
  const needOf = createNeedOf(vocabulary);
  return (text, published = () => null) => {
    // The headers of other languages are not known; what their tables hold decides (`interpret/body.ts`).
    if (mayBeForeign(text, published) && protocols.test(text)) return 'all';
    const heads = tableHeads(text);
    if (heads === null) return 'all';
    const needs = heads.map(needOf);
    const wanted = heads.filter((_, at) => needs[at] === 'rows');
    // Headers that nobody knows may stand above ports all the same.
    if (wanted.length < heads.length && /TCP|UDP/.test(text)) {
      const end = (at: number) => heads[at + 1]?.from ?? text.length;
      const hidden = heads.some(({ from }, at) => needs[at] !== 'rows' && hasTransportInCell(text, from, end(at)));
      if (hidden) return 'all';
    }
    return needs.every((need) => need === 'nothing') ? null : wanted.map(({ from }) => from);
  };
}

/** Whether a page may turn out to be in a language that the vocabulary is not written for (`parse/page.ts`). */
function mayBeForeign(text: string, published: () => string | null): boolean {
  const matter = FRONT_MATTER.exec(text)?.[0] ?? '';
  const told = LOCALE.exec(matter)?.[1] ?? published();
  if (told !== null) return isForeignPage(told);
  // A title in other letters tells, and so does English beside a text.
  const title = /^#\s.*$/m.exec(text)?.[0] ?? '';
  return FOREIGN_LETTER.test(matter + title) || text.includes('class="sxs-lookup"');
}

/** How long a cell may be, with its markup, for its beginning to be looked for. */
const LONGEST_CELL = 5000;

/** Whether a cell in this part of a text may name a transport. */
function hasTransportInCell(text: string, from: number, to: number): boolean {
  return [...text.slice(from, to).matchAll(/TCP|UDP/g)].some(({ index }) => {
    const at = from + index;
    const lineEnd = text.indexOf('\n', at);
    const line = text.slice(text.lastIndexOf('\n', at) + 1, lineEnd < 0 ? text.length : lineEnd);
    if (line.includes('|')) return true;
    const before = text.slice(Math.max(0, at - LONGEST_CELL), at).toLowerCase();
    const last = (...tags: string[]) => Math.max(...tags.map((tag) => before.lastIndexOf(tag)));
    const [begun, ended] = [last('<td', '<th'), last('</td', '</th', '</tr', '</table', '<table')];
    // In comments, tags are none.
    return begun > ended || before.includes('<!--') || (ended < 0 && at > LONGEST_CELL);
  });
}
