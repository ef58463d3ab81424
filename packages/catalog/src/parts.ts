import { shipped } from './data/parts.ts';
import { hydrateParts, type Parts, type ShippedParts } from './hydrate-parts.ts';
import { readShipped } from './shipped.ts';

/** What the rules of all products are made of. */
export const parts: Parts = /* @__PURE__ */ hydrateParts(/* @__PURE__ */ readShipped<ShippedParts>(shipped));
