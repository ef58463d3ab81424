import { type Page, readPage } from '../parse/page.ts';
import type { Rows } from '../parse/rows.ts';
import type { Unread } from './of-page.ts';

/**
 * Reads a page, or says why it cannot be read: elements nested thousands deep exhaust the stack, and what else a parser
 * throws at is the document's fault, not that of the others.
 */
export function readPageOrSay(text: string, needless?: readonly Rows[]): Page | Unread {
  try {
    return readPage(text, needless);
  } catch (error) {
    return error instanceof RangeError ? 'too-deep' : 'unparsable';
  }
}
