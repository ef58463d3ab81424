import type { Author, Endpoint, LocalizedText, PortSet, RoleId } from './types.ts';

/**
 * What the rules of all products are made of, as the package ships it: each once, and texts apart by language. Where a
 * number stands for one of another list, it is its place there from 1, and 0 stands for none. tools/ship.ts writes this.
 */
export interface ShippedParts {
  readonly en: readonly string[];
  readonly ko: readonly string[];
  /** Three numbers a text: its English, its Korean, and who wrote them, see BY. */
  readonly texts: readonly number[];
  readonly ends: readonly (readonly [text: number, any: number, ...roles: string[]])[];
  /** A port set's text, whether it is any (1), configurable (2) or both (3), then the bounds of its ranges. */
  readonly sets: readonly (readonly [text: string, kind: number, ...bounds: number[]])[];
  readonly lists: readonly (readonly string[])[];
  readonly textLists: readonly (readonly number[])[];
}

/** The parts, ready and frozen, each at its place; at place 0 of each list is null. */
export interface Parts {
  readonly texts: readonly (LocalizedText | null)[];
  readonly ends: readonly (Endpoint | null)[];
  readonly sets: readonly (PortSet | null)[];
  readonly lists: readonly (readonly string[] | null)[];
  readonly textLists: readonly (readonly LocalizedText[] | null)[];
}

export const AUTHORS: readonly (Author | null)[] = [null, 'document', 'project'];

/**
 * Makes the parts, frozen. Every import waits for this, and it runs once, so interpreted: plain loops, which take half the
 * time that spreading and destructuring lists does.
 */
export function hydrateParts({ en, ko, texts: places, ends, sets, lists, textLists }: ShippedParts): Parts {
  const by: LocalizedText['by'][] = [];
  for (const english of AUTHORS) for (const korean of AUTHORS) by.push(Object.freeze({ en: english, ko: korean }));
  const texts: (LocalizedText | null)[] = [null];
  for (let at = 0; at < places.length; at += 3) {
    const english = en[(places[at] as number) - 1] ?? null;
    const korean = ko[(places[at + 1] as number) - 1] ?? null;
    texts.push(Object.freeze({ en: english, ko: korean, by: by[places[at + 2] as number] as LocalizedText['by'] }));
  }
  const textAt = (place: number) => texts[place] as LocalizedText;
  return {
    texts,
    ends: withNull(ends, (end) => {
      const roles = Object.freeze(end.slice(2) as RoleId[]);
      return Object.freeze({ text: textAt(end[0]), any: end[1] === 1, roles });
    }),
    sets: withNull(sets, toPortSet),
    lists: withNull(lists, (list) => Object.freeze(list)),
    textLists: withNull(textLists, (list) => Object.freeze(list.map(textAt))),
  };
}

function withNull<Shipped, Part>(shipped: readonly Shipped[], make: (each: Shipped) => Part): (Part | null)[] {
  const parts: (Part | null)[] = [null];
  for (let at = 0; at < shipped.length; at += 1) parts.push(make(shipped[at] as Shipped));
  return parts;
}

function toPortSet(set: ShippedParts['sets'][number]): PortSet {
  const ranges: PortSet['ranges'][number][] = [];
  for (let at = 2; at < set.length; at += 2) {
    ranges.push(Object.freeze({ from: set[at] as number, to: set[at + 1] as number }));
  }
  return Object.freeze({
    text: set[0],
    ranges: Object.freeze(ranges),
    any: set[1] % 2 === 1,
    configurable: set[1] > 1,
  });
}
