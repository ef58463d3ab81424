/**
 * Places in lists as a text, a character each: less to carry, and less to make at import, than a list of numbers. The
 * characters begin at `(`, so that no quotation mark is among them, and leave out those that cannot be seen, from DEL on.
 * Where places are read, at import, a character is made a place again in full: a call for each would take longer.
 */

/** The character of place 0. */
export const FIRST = 40;
/** The last character before those that are left out, and how many these are. */
export const BEFORE_GAP = 126;
export const GAP = 34;

/** The text that stands for places. */
export function placesToText(places: readonly number[]): string {
  return places
    .map((place) => String.fromCharCode(place + FIRST > BEFORE_GAP ? place + FIRST + GAP : place + FIRST))
    .join('');
}
