/**
 * Controls, but for tabs and line ends, those that turn the direction of text, and what is no character. A terminal acts
 * on them, a reader is shown another text than is there, and XML cannot hold them.
 */
const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffd-\uffff]/gu;

/** The text without what cannot be seen. */
export function plain(text: string): string {
  return text.toWellFormed().replace(UNSEEN, '');
}

/** The same on one line: a line end could begin a heading, a list or another file's record. */
export function plainLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}
