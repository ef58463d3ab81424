import { type Page, readPage } from '../parse/page.ts';
import type { Wanted } from '../parse/slices.ts';
import type { Unread } from './of-page.ts';

/**
 * Reads a page, or says why it cannot be read: elements nested thousands deep exhaust the stack, and what else a parser
 * throws at is the document's fault, not that of the others.
 *
 * @param wanted the tables whose rows are wanted
 * @param published the language in which it was published, as a BCP 47 tag, where its repository or path tells
 */
export function readPageOrSay(text: string, wanted?: Wanted, published: string | null = null): Page | Unread {
  try {
    return readPage(text, wanted, published);
  } catch (error) {
    return error instanceof RangeError ? 'too-deep' : 'unparsable';
  }
}
