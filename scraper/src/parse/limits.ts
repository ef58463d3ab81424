/**
 * How much a page may hold, by the code that says that it holds more, with the most that any of the 592 real pages and
 * their revisions holds behind it. The limits are far above that, and low enough that no page keeps a run for long: each
 * step of reading takes time in proportion to what is counted here.
 */
export const MOST = {
  /** 1,585 */
  'too-many-lines': 40_000,
  /** Characters of a paragraph or a cell in markdown: 6,054. */
  'too-long-text': 60_000,
  /** 11,304 */
  'too-many-elements': 200_000,
  /** 16 */
  'too-many-tables': 400,
  /** In a table: 160. */
  'too-many-rows': 5_000,
  /** In a row: 14. */
  'too-many-columns': 200,
  /** On the page, each as often as it spans: 1,121. */
  'too-many-cells': 20_000,
  /** Of a table: 3. */
  'too-many-footnotes': 50,
  /** Characters of a cell, in both languages: 2,591. */
  'too-long-cell': 20_000,
  /** Characters in the tables of the page and around them, as often as a cell spans: 77,285. */
  'too-much-text': 1_000_000,
} as const;

export type Limit = keyof typeof MOST;

/** How deep elements may stand in one another. On real pages it is 12; browsers stop at 512. */
const DEEPEST = 250;

/** What a page holds too much of. */
export class LimitError extends Error {
  readonly limit: Limit;

  constructor(limit: Limit) {
    super(limit);
    this.limit = limit;
  }
}

/** @throws LimitError where there is more than a page may hold */
export function keepWithin(limit: Limit, count: number): void {
  if (count > MOST[limit]) throw new LimitError(limit);
}

/** A line that opens more lists or quotations than may stand in one another. Each of them looks at all behind it. */
const DEEP_LINE = new RegExp(`^(?:[ \\t]*(?:[-+*>]|\\d{1,9}[.)])(?=[ \\t>])){${DEEPEST + 1}}`, 'm');

/** @throws RangeError where lists or quotations in markdown begin too deeply in one another on one line */
export function keepLinesShallow(markdown: string): void {
  if (DEEP_LINE.test(markdown)) keepShallow(Number.POSITIVE_INFINITY);
}

/** @throws RangeError where blocks or elements stand too deeply in one another */
export function keepShallow(depth: number): void {
  if (depth > DEEPEST) throw new RangeError('elements are nested too deeply');
}
