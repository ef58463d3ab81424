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

/** Makes the parts, frozen. */
export function hydrateParts({ en, ko, texts: places, ends, sets, lists, textLists }: ShippedParts): Parts {
  const by = AUTHORS.flatMap((english) => AUTHORS.map((korean) => Object.freeze({ en: english, ko: korean })));
  const [english, korean] = [
    [null, ...en],
    [null, ...ko],
  ];
  const texts: (LocalizedText | null)[] = [null];
  for (let at = 0; at < places.length; at += 3) {
    const text = { en: english[places[at] ?? 0] ?? null, ko: korean[places[at + 1] ?? 0] ?? null };
    texts.push(Object.freeze({ ...text, by: by[places[at + 2] ?? 0] as LocalizedText['by'] }));
  }
  const textAt = (place: number) => texts[place] as LocalizedText;
  return {
    texts,
    ends: [null, ...ends.map(toEndpoint)],
    sets: [null, ...sets.map(toPortSet)],
    lists: [null, ...lists.map((list) => Object.freeze(list))],
    textLists: [null, ...textLists.map((list) => Object.freeze(list.map(textAt)))],
  };

  function toEndpoint([text, any, ...roles]: ShippedParts['ends'][number]): Endpoint {
    return Object.freeze({ text: textAt(text), any: any === 1, roles: Object.freeze(roles as RoleId[]) });
  }
}

function toPortSet([text, kind, ...bounds]: ShippedParts['sets'][number]): PortSet {
  const ranges: PortSet['ranges'][number][] = [];
  for (let at = 0; at < bounds.length; at += 2) {
    ranges.push(Object.freeze({ from: bounds[at] ?? 0, to: bounds[at + 1] ?? 0 }));
  }
  return Object.freeze({ text, ranges: Object.freeze(ranges), any: kind % 2 === 1, configurable: kind > 1 });
}
