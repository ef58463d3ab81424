/**
 * Reads and freezes what the data modules hold. A bundler leaves a call out that is marked as pure and that nobody needs, but neither a
 * property that is read nor a list that is spread: so the lists that modules export are made by these.
 */

/** Reads shipped data; `freeze` and `listOf` freeze what is published of it. */
export function readShipped<Value>(shipped: string): Value {
  return JSON.parse(shipped) as Value;
}

/** A list of a record, frozen. */
export function listOf<Lists, Name extends keyof Lists>(lists: Lists, name: Name): Lists[Name] {
  return freeze(lists[name]);
}

/** Lists one after the other, frozen. */
export function joinLists<Item>(...lists: readonly (readonly Item[])[]): readonly Item[] {
  return Object.freeze(([] as readonly Item[]).concat(...lists));
}

/** Freezes a value and all that is in it. Whether a part has parts is asked here, not in a call for each string. */
export function freeze<Value>(value: Value): Value {
  if (Array.isArray(value)) {
    for (const part of value) if (typeof part === 'object' && part !== null) freeze(part);
  } else {
    for (const key in value) if (typeof value[key] === 'object' && value[key] !== null) freeze(value[key]);
  }
  return Object.freeze(value);
}
