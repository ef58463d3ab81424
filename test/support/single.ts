/** The one element of a list that must have just one. */
export function single<Element>(list: readonly Element[]): Element {
  const [first, ...others] = list;
  if (first === undefined || others.length > 0) throw new Error(`one was expected, ${list.length} are there`);
  return first;
}
