import { type Page, type PageOptions, readPage } from './page.ts';

/** Why there is no page: elements too deep in one another, or more time or memory than a page may take. */
export type Unread = 'too-deep' | 'too-slow' | 'too-large' | 'unparsable';

/**
 * Reads a page, or says why it cannot be read: elements nested thousands deep exhaust the stack, and whatever else a
 * parser throws is the document's fault, not that of the others.
 */
export function readPageOrSay(text: string, options?: PageOptions): Page | Unread {
  try {
    return readPage(text, options);
  } catch (error) {
    return error instanceof RangeError ? 'too-deep' : 'unparsable';
  }
}
