/**
 * The network ports of Lync Server 2013 and Skype for Business Server, with a source for every fact.
 * See https://www.npmjs.com/package/@lync/port-catalog.
 */
import { compareRules } from './compare.ts';
import { fits, rulesBetween } from './filter.ts';
import { hydrateAdvisories, hydrateCorrections } from './hydrate-names.ts';
import type { Entry } from './match.ts';
import { indexPorts, lookUpPort, type PortIndex } from './port-index.ts';
import { currentId } from './redirects.ts';
import type { Between, Comparison, PortLookup, RuleFilter, SearchResult } from './results.ts';
import { ports as allPorts, tables as allTables } from './rules.ts';
import { entriesOf, searchRules } from './search.ts';
import { listOf } from './shipped.ts';
import type {
  Advisory,
  Correction,
  Document,
  PortRule,
  Product,
  ProductId,
  Protocol,
  Role,
  RoleId,
  RuleId,
  Scenario,
  Service,
  Table,
} from './types.ts';

// Last, so that these lists stand at the end of the file, right before data.json in the tarball, which has them too.

import { shipped as names } from './data/names.ts';

export type { Match } from './match.ts';
export { rangesText, rangeText } from './ranges.ts';
export type * from './results.ts';
export type * from './types.ts';
export { version } from './version.ts';

/** Every rule, by product, then scenario, then in the order of the published rows. */
export const ports: readonly PortRule[] = allPorts;
/** The published tables. */
export const tables: readonly Table[] = allTables;
export const scenarios: readonly Scenario[] = /* @__PURE__ */ listOf(names, 'scenarios');
export const products: readonly Product[] = /* @__PURE__ */ listOf(names, 'products');
/** The published pages, with repository, commit and sha256. */
export const documents: readonly Document[] = /* @__PURE__ */ listOf(names, 'documents');
export const roles: readonly Role[] = /* @__PURE__ */ listOf(names, 'roles');
export const services: readonly Service[] = /* @__PURE__ */ listOf(names, 'services');
export const protocols: readonly Protocol[] = /* @__PURE__ */ listOf(names, 'protocols');
/** Every place where the published text was not taken at its word. */
export const corrections: readonly Correction[] = /* @__PURE__ */ hydrateCorrections(names, ports);
/** Where the pages contradict each other or themselves. */
export const advisories: readonly Advisory[] = /* @__PURE__ */ hydrateAdvisories(names, ports);

let portIndex: PortIndex | undefined;
let rulesById: ReadonlyMap<string, PortRule> | undefined;
let entries: readonly Entry[] | undefined;

/**
 * What uses a port, and what covers it: the rules that name the port, apart from those with a range around it and those
 * for any port.
 *
 * @throws RangeError where `port` is not a whole number from 1 to 65535
 */
export function portsFor(port: number): PortLookup {
  portIndex ??= indexPorts(ports);
  return lookUpPort(portIndex, port);
}

/** The rules that have all that the filter asks for. */
export function findPorts(filter: RuleFilter): readonly PortRule[] {
  return ports.filter((rule) => fits(rule, filter));
}

/** The flows and exemptions from one role to another. */
export function between(source: RoleId, destination: RoleId): Between {
  return rulesBetween(ports, source, destination);
}

/** The rule with an id; an id that was renamed since leads to the rule that has it now. */
export function byId(id: RuleId | (string & {})): PortRule | undefined {
  rulesById ??= new Map(ports.map((rule) => [rule.id, rule]));
  return rulesById.get(currentId(id, names.redirects));
}

/**
 * Searches ports, names and texts in English and Korean, best matches first. Spaces scattered in Korean make no
 * difference, and neither do mistranslations: `에 지`, `이사` and `NET.TCP` find what they should.
 */
export function search(text: string): readonly SearchResult[] {
  entries ??= entriesOf(ports, { products, scenarios, roles, services, protocols, corrections });
  return searchRules(text, ports, entries);
}

/** What two products have in common, what differs, and what only one has. */
export function compare(productA: ProductId, productB: ProductId): Comparison {
  return compareRules(ports, productA, productB);
}
