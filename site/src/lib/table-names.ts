import { type PortRule, ports, scenarios, type Table, tables } from '@lync/port-catalog';
import { type Language, nameIn } from './lang.ts';
import { say } from './strings.ts';

/**
 * Short names for the tables of a scenario, which tell them apart where the published titles say what the whole page is
 * about: the interface and what stands at it; of tables with one title, the deployment that their pages are for.
 */
export function tableNames(own: readonly Table[], lang: Language): ReadonlyMap<string, string> {
  const isAlone = (table: Table, nameOf: (each: Table) => string | null) =>
    nameOf(table) !== null &&
    !own.some((other) => other !== table && other.product === table.product && nameOf(other) === nameOf(table));
  const ways = [(table: Table) => interfaceName(table, lang), (table: Table) => deploymentName(table, own, lang)];
  return new Map(
    own.map((table) => {
      const way = ways.find((nameOf) => isAlone(table, nameOf));
      return [table.id, way?.(table) ?? nameIn(table.title, lang)];
    }),
  );
}

/** "External – nodes" */
function interfaceName(table: Table, lang: Language): string | null {
  const rules = ports.filter((rule) => rule.table === table.id);
  const side = common(rules, ({ interface: at }) => at?.side ?? null);
  if (side === null) return null;
  const address =
    common(rules, ({ interface: at }) => at?.address ?? null) ?? (/-nodes$/.test(table.id) ? 'node' : null);
  const name = say(side === 'external' ? 'zoneExternal' : 'zoneInternal', lang);
  return address === null ? name : `${name} – ${say(address === 'node' ? 'nodes' : 'virtualIps', lang)}`;
}

/** The scenario to which the other tables of its page belong, where a title stands over tables of several pages. */
function deploymentName(table: Table, own: readonly Table[], lang: Language): string | null {
  const alike = own.filter(({ product, title }) => product === table.product && title.en === table.title.en);
  if (alike.length < 2) return null;
  const other = tables.find(({ document, scenario }) => document === table.document && scenario !== table.scenario);
  const scenario = scenarios.find(({ id }) => id === other?.scenario);
  return scenario === undefined ? null : nameIn(scenario.name, lang);
}

/** What all of the rules have; null where they differ. */
function common<Value>(rules: readonly PortRule[], of: (rule: PortRule) => Value | null): Value | null {
  const values = new Set(rules.map(of));
  const [value] = values;
  return values.size === 1 && value !== undefined ? value : null;
}
