import { shipped } from './data/parts.ts';
import { freeze } from './hydrate.ts';

/** What the rules of all products are made of: texts, ends, ports; each once, see ShippedTables. */
export const parts: readonly unknown[] = /* @__PURE__ */ freeze(JSON.parse(shipped) as unknown[]);
