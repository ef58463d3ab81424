import { tableName } from './table-name.ts';

interface Rule {
  readonly product: string;
  readonly scenario: string;
  readonly table: string;
  readonly origin: { readonly row: number };
}

/**
 * Rules by scenario, table and row, so that those of two products stand side by side: easier to compare by eye, and
 * smaller when compressed. The order of data.json, of ports.csv and of what is shipped.
 */
export function sideBySide<Each extends Rule>(
  rules: readonly Each[],
  scenarios: readonly { readonly id: string }[],
): Each[] {
  const scenarioAt = placesOf(scenarios.map(({ id }) => id));
  const tableAt = placesOf(rules.map(tableName));
  return [...rules].sort((a, b) => {
    const byScenario = placeIn(scenarioAt, a.scenario) - placeIn(scenarioAt, b.scenario);
    return byScenario || placeIn(tableAt, tableName(a)) - placeIn(tableAt, tableName(b)) || a.origin.row - b.origin.row;
  });
}

/** Where each name comes first. */
function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].map((name, place) => [name, place]));
}

/** The place of a name; one that is not there comes last. */
function placeIn(places: ReadonlyMap<string, number>, name: string): number {
  return places.get(name) ?? places.size;
}
