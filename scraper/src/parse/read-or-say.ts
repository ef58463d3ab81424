import { type Limit, LimitError } from './limits.ts';
import { type Page, type PageOptions, readPage } from './page.ts';

/** Why there is no page: elements too deep in one another, or more of something than a page may hold or take. */
export type Unread = 'too-deep' | 'too-slow' | 'too-large' | 'unparsable' | Limit;

/**
 * Reads a page, or says why it cannot be read. Elements nested thousands deep exhaust the stack. Any other error is a
 * problem of this document, so it must not keep the others from being read.
 */
export function readPageOrSay(text: string, options?: PageOptions): Page | Unread {
  try {
    return readPage(text, options);
  } catch (error) {
    if (error instanceof LimitError) return error.limit;
    return error instanceof RangeError ? 'too-deep' : 'unparsable';
  }
}
