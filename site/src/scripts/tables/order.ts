/** What a row is sorted by in one column. */
export interface Key {
  /** The number that it sorts by, where there is one. */
  readonly number: number | null;
  readonly text: string;
}

export type Direction = 'ascending' | 'descending';

/** A button goes from one order to the next; the third press brings the order of the document back. */
export function nextDirection(current: Direction | null): Direction | null {
  if (current === null) return 'ascending';
  return current === 'ascending' ? 'descending' : null;
}

/** The places of keys in order; those without anything come last either way, equal ones stay as they were. */
export function orderOf(keys: readonly Key[], direction: Direction | null, lang: string): number[] {
  const places = keys.map((_, at) => at);
  if (direction === null) return places;
  const collator = new Intl.Collator(lang, { numeric: true });
  const sign = direction === 'ascending' ? 1 : -1;
  return places.sort((a, b) => {
    const [left, right] = [keys[a], keys[b]];
    if (left === undefined || right === undefined) return 0;
    if (isEmpty(left) || isEmpty(right)) return Number(isEmpty(left)) - Number(isEmpty(right)) || a - b;
    return sign * difference(left, right, collator) || a - b;
  });
}

/** Numbers come before texts, so that the order of any three is the same whichever two are compared first. */
function difference(left: Key, right: Key, collator: Intl.Collator): number {
  if (left.number !== null && right.number !== null) return left.number - right.number;
  if (left.number !== null || right.number !== null) return left.number === null ? 1 : -1;
  return collator.compare(left.text, right.text);
}

function isEmpty({ number, text }: Key): boolean {
  return number === null ? text === '' : number === 0;
}
