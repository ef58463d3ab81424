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
    const byScenario = (scenarioAt.get(a.scenario) ?? 0) - (scenarioAt.get(b.scenario) ?? 0);
    const byTable = (tableAt.get(tableName(a)) ?? 0) - (tableAt.get(tableName(b)) ?? 0);
    return byScenario || byTable || a.origin.row - b.origin.row;
  });
}

/** The name of a table that products share. */
function tableName({ table, product }: Rule): string {
  return table.slice(product.length);
}

/** Where each name comes first. */
function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].map((name, place) => [name, place]));
}
