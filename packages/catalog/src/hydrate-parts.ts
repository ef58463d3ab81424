import type { Author, Endpoint, LocalizedText, PortSet } from './types.ts';

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
  /** A port set's text, whether it is any (1) or configurable (2), then the bounds of its ranges. */
  readonly sets: readonly (readonly [text: string, kind: number, ...bounds: number[]])[];
  readonly lists: readonly (readonly string[])[];
  readonly textLists: readonly (readonly number[])[];
}

/** The parts, ready and frozen. */
export interface Parts {
  readonly texts: readonly LocalizedText[];
  readonly ends: readonly Endpoint[];
  readonly sets: readonly PortSet[];
  readonly lists: readonly (readonly string[])[];
  readonly textLists: readonly (readonly LocalizedText[])[];
}

export const AUTHORS: readonly (Author | null)[] = [null, 'document', 'project'];

/** Makes the parts, frozen. */
export function hydrateParts({ en, ko, texts: places, ends, sets, lists, textLists }: ShippedParts): Parts {
  const by = AUTHORS.flatMap((english) => AUTHORS.map((korean) => Object.freeze({ en: english, ko: korean })));
  const texts: LocalizedText[] = [];
  for (let at = 0; at < places.length; at += 3) {
    texts.push(
      Object.freeze({
        en: en[Number(places[at]) - 1] ?? null,
        ko: ko[Number(places[at + 1]) - 1] ?? null,
        by: by[Number(places[at + 2])] as LocalizedText['by'],
      }),
    );
  }
  const textAt = (place: number) => texts[place - 1] as LocalizedText;
  return {
    texts,
    ends: ends.map(([text, any, ...roles]) => {
      return Object.freeze({ text: textAt(text), any: any === 1, roles: Object.freeze(roles as Endpoint['roles']) });
    }),
    sets: sets.map(([text, kind, ...bounds]) => {
      const ranges: PortSet['ranges'][number][] = [];
      for (let at = 0; at < bounds.length; at += 2) {
        ranges.push(Object.freeze({ from: Number(bounds[at]), to: Number(bounds[at + 1]) }));
      }
      return Object.freeze({ text, ranges: Object.freeze(ranges), any: kind === 1, configurable: kind === 2 });
    }),
    lists: lists.map((list) => Object.freeze(list)),
    textLists: textLists.map((list) => Object.freeze(list.map(textAt))),
  };
}
