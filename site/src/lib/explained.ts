/** The explanations of a page's marks: each text once, however many marks it explains. */

const KEY = Symbol.for('explanations-of-this-page');

/** The explanations that the components of a page have asked for so far, with their ids, kept where all can reach them. */
export function explainedOn(page: object): ReadonlyMap<string, string> {
  return mapOf(page);
}

/** The id of an explanation, which the page will have. */
export function explain(page: object, label: string): string {
  const map = mapOf(page);
  const id = map.get(label) ?? `tip${map.size + 1}`;
  map.set(label, id);
  return id;
}

function mapOf(page: object): Map<string, string> {
  const map: Map<string, string> = Reflect.get(page, KEY) ?? new Map();
  Reflect.set(page, KEY, map);
  return map;
}
