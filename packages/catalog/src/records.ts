import { hydrateRules, hydrateTables, type ShippedTables } from './hydrate.ts';
import { allParts } from './parts.ts';
import { readShipped } from './shipped.ts';
import type { PortRule, Table } from './types.ts';

/** A product's lists. */
interface Records {
  readonly ports: readonly PortRule[];
  readonly tables: readonly Table[];
}

/** Gives a list of a product. */
export type ListOf = <Name extends keyof Records>(name: Name) => Records[Name];

/**
 * What gives a product's lists. They are made when one is first asked for: all products' data is shipped in one file,
 * and who imports one of them must not wait for the others.
 */
export function recordsOf(shipped: string): ListOf {
  let records: Records | undefined;
  return (name) => {
    records ??= makeRecords(shipped);
    return records[name];
  };
}

function makeRecords(shipped: string): Records {
  const data = readShipped<ShippedTables>(shipped);
  const parts = allParts();
  return { ports: hydrateRules(data, parts), tables: hydrateTables(data, parts) };
}
