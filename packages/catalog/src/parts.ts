import { shipped } from './data/parts.ts';
import { hydrateParts, type Parts, type ShippedParts } from './hydrate-parts.ts';
import { readShipped } from './shipped.ts';

let parts: Parts | undefined;

/** What the rules of all products are made of. */
export function allParts(): Parts {
  parts ??= hydrateParts(readShipped<ShippedParts>(shipped));
  return parts;
}
