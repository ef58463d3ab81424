/**
 * Rules by scenario, then by row, so that those of two products stand side by side: easier to compare by eye, and
 * smaller when compressed. The order of data.json, of ports.csv and of what is shipped.
 */
export function sideBySide<Rule extends { readonly scenario: string; readonly origin: { readonly row: number } }>(
  rules: readonly Rule[],
  scenarios: readonly { readonly id: string }[],
): Rule[] {
  const places = new Map(scenarios.map(({ id }, index) => [id, index]));
  const placeOf = ({ scenario }: Rule) => places.get(scenario) ?? scenarios.length;
  return [...rules].sort((a, b) => placeOf(a) - placeOf(b) || a.origin.row - b.origin.row);
}
