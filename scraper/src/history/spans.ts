import type { Moment, RuleHistory } from '../model/history.ts';

/** From when to when something stood in a document. */
export type Span = Pick<RuleHistory, 'first' | 'last' | 'gone'>;

/** Follows what stands in a document from revision to revision. What comes back after it went begins a new span. */
export class Spans<Key> {
  readonly #open = new Map<Key, Span>();
  readonly #all: { key: Key; span: Span }[] = [];

  /** Takes the keys that stand in the next revision. */
  next(keys: Iterable<Key>, at: Moment): void {
    const present = new Set(keys);
    this.#close((key) => !present.has(key), at);
    for (const key of present) {
      const known = this.#open.get(key);
      if (known !== undefined) known.last = at;
      else {
        const span = { first: at, last: at, gone: null };
        this.#open.set(key, span);
        this.#all.push({ key, span });
      }
    }
  }

  /** Continues an open span under another key. */
  rename(from: Key, to: Key): void {
    const known = this.#all.find(({ key, span }) => key === from && span === this.#open.get(from));
    if (known === undefined) return;
    this.#open.delete(from);
    known.key = to;
    this.#open.set(to, known.span);
  }

  /** Ends all spans, because the document was deleted. */
  end(at: Moment): void {
    this.#close(() => true, at);
  }

  /** Every span, in the order in which they began. */
  all(): readonly { key: Key; span: Span }[] {
    return this.#all;
  }

  #close(ended: (key: Key) => boolean, at: Moment): void {
    for (const [key, span] of this.#open) {
      if (!ended(key)) continue;
      span.gone = at;
      this.#open.delete(key);
    }
  }
}
