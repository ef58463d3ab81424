import type { Moment } from '../model/history.ts';

/** Something that stands in revisions of a document, from one to another. */
export interface Span {
  first: Moment;
  last: Moment;
  gone: Moment | null;
}

/** Follows what stands in a document from revision to revision; what comes back after it went is a span of its own. */
export class Spans<Key> {
  readonly #open = new Map<Key, Span>();
  readonly #all: { key: Key; span: Span }[] = [];

  /** Takes the next revision: what stands in it. */
  next(keys: Iterable<Key>, at: Moment): void {
    const present = new Set(keys);
    this.#close((key) => !present.has(key), at);
    for (const key of present) {
      const known = this.#open.get(key);
      if (known !== undefined) known.last = at;
      else this.#add(key, { first: at, last: at, gone: null });
    }
  }

  /** What is open goes on under another key. */
  rename(from: Key, to: Key): void {
    const known = this.#all.find(({ key, span }) => key === from && span === this.#open.get(from));
    if (known === undefined) return;
    this.#open.delete(from);
    known.key = to;
    this.#open.set(to, known.span);
  }

  /** Takes the deletion of the document. */
  end(at: Moment): void {
    this.#close(() => true, at);
  }

  /** Every span, in the order in which they began. */
  all(): readonly { key: Key; span: Span }[] {
    return this.#all;
  }

  #add(key: Key, span: Span): void {
    this.#open.set(key, span);
    this.#all.push({ key, span });
  }

  #close(ended: (key: Key) => boolean, at: Moment): void {
    for (const [key, span] of this.#open) {
      if (!ended(key)) continue;
      span.gone = at;
      this.#open.delete(key);
    }
  }
}
