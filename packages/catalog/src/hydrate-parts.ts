import { BEFORE_GAP, FIRST, GAP } from './places.ts';
import type { Endpoint, LocalizedText, PortSet, RoleId } from './types.ts';

/**
 * What a product's rules are made of, as the package ships it: each once, and texts apart by language. A number that
 * stands for one of another list is its place there; at place 0 of each list is null. tools/ship.ts writes this.
 */
export interface ShippedParts {
  /** Roles, services and other words that rules have as they are. */
  readonly words: (string | null)[];
  readonly en: readonly (string | null)[];
  readonly ko: readonly (string | null)[];
  /** Who wrote the two languages of a text. */
  readonly by: (LocalizedText['by'] | null)[];
  /** Three places a text, see places.ts, from the first on: its English, its Korean, and who wrote them. */
  readonly texts: string;
  /** An endpoint's text, whether it is any (1), and its roles, a place among the lists. */
  readonly ends: (readonly [text: number, any: number, roles: number] | null)[];
  readonly sets: (ShippedSet | null)[];
  readonly lists: (readonly string[] | null)[];
  /** Lists of places among the texts. */
  readonly textLists: (readonly number[] | null)[];
}

/**
 * A port set's text, whether it is any (1), configurable (2) or both (3), then the bounds of its ranges; or a port, for a
 * set of that alone.
 */
export type ShippedSet = number | readonly [text: string, kind: number, ...bounds: number[]];

/** The parts, ready and frozen, each at its place; at place 0 of each list but the first is null. */
export interface Parts {
  readonly flags: readonly boolean[];
  readonly words: readonly (string | null)[];
  readonly texts: readonly (LocalizedText | null)[];
  readonly ends: readonly (Endpoint | null)[];
  readonly sets: readonly (PortSet | null)[];
  readonly lists: readonly (readonly string[] | null)[];
  readonly textLists: readonly (readonly LocalizedText[] | null)[];
}

const NONE: readonly never[] = Object.freeze([]);

/**
 * Makes the parts, frozen, in the lists that it is given. Every import waits for this, and it runs once, so interpreted:
 * plain loops, which take half the time that spreading and destructuring lists does, and leave no garbage.
 */
export function hydrateParts(shipped: ShippedParts): Parts {
  const { words, en, ko, texts: places, ends, sets, lists, textLists } = shipped;
  const by = inPlace(shipped.by, (pair) => Object.freeze(pair));
  const texts = new Array<LocalizedText | null>(places.length / 3 + 1).fill(null);
  for (let at = 1; at < texts.length; at += 1) {
    const english = places.charCodeAt(3 * at - 3);
    const korean = places.charCodeAt(3 * at - 2);
    texts[at] = Object.freeze({
      en: en[english > BEFORE_GAP ? english - FIRST - GAP : english - FIRST] ?? null,
      ko: ko[korean > BEFORE_GAP ? korean - FIRST - GAP : korean - FIRST] ?? null,
      by: by[places.charCodeAt(3 * at - 1) - FIRST] as LocalizedText['by'],
    });
  }
  const textAt = (place: number) => texts[place] as LocalizedText;
  const frozenLists = inPlace(lists, (list) => Object.freeze(list));
  return {
    flags: [false, true],
    words,
    texts,
    ends: inPlace(ends, (end): Endpoint => {
      const roles = (frozenLists[end[2]] ?? NONE) as readonly RoleId[];
      return Object.freeze({ text: textAt(end[0]), any: end[1] === 1, roles });
    }),
    sets: inPlace(sets, toPortSet),
    lists: frozenLists,
    textLists: inPlace(textLists, (list): readonly LocalizedText[] => Object.freeze(list.map(textAt))),
  };
}

/** Puts what is made of each item, but the null at the beginning, in its place. */
function inPlace<Shipped, Part>(list: (Shipped | null)[], make: (each: Shipped) => Part): (Part | null)[] {
  const parts = list as unknown as (Part | null)[];
  for (let at = 1; at < list.length; at += 1) parts[at] = make(list[at] as Shipped);
  return parts;
}

function toPortSet(set: ShippedSet): PortSet {
  if (typeof set === 'number') {
    const ranges = Object.freeze([Object.freeze({ from: set, to: set })]);
    return Object.freeze({ text: String(set), ranges, any: false, configurable: false });
  }
  // An empty list that grows is given room for 17 items; most sets have one range.
  const ranges = set.length > 2 ? [rangeAt(set, 2)] : [];
  for (let at = 4; at < set.length; at += 2) ranges.push(rangeAt(set, at));
  return Object.freeze({
    text: set[0],
    ranges: Object.freeze(ranges),
    any: set[1] % 2 === 1,
    configurable: set[1] > 1,
  });
}

function rangeAt(set: readonly unknown[], at: number): PortSet['ranges'][number] {
  return Object.freeze({ from: set[at] as number, to: set[at + 1] as number });
}
