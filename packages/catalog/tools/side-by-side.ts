import { tableName } from '../src/table-name.ts';
import type { CatalogData } from './data.ts';

/**
 * Rules by scenario, table and row, so that those of two products stand beside each other and can be compared by eye: the
 * order of data.json and ports.csv.
 */
export function sideBySide({ ports, scenarios }: Pick<CatalogData, 'ports' | 'scenarios'>): CatalogData['ports'] {
  const scenarioAt = new Map(scenarios.map(({ id }, at) => [id, at]));
  const tableAt = new Map([...new Set(ports.map(tableName))].map((name, at) => [name, at]));
  const order = (places: ReadonlyMap<string, number>, a: string, b: string) => {
    return (places.get(a) ?? places.size) - (places.get(b) ?? places.size);
  };
  return ports.toSorted(
    (a, b) =>
      order(scenarioAt, a.scenario, b.scenario) ||
      order(tableAt, tableName(a), tableName(b)) ||
      a.origin.row - b.origin.row,
  );
}
