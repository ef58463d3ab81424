/**
 * The network ports of Lync Server 2013 and Skype for Business Server, with a source for every fact.
 * See https://www.npmjs.com/package/@lync/port-catalog.
 */
import { compareRules } from './compare.ts';
import * as lists from './generated/lists.ts';
import { ports } from './generated/lists.ts';
import { renamedIds } from './generated/renamed-ids.ts';
import { synonyms } from './generated/synonyms.ts';
import type { PortRule, ProductId, RoleId, RuleId } from './generated/types.ts';
import { type Entry, learn } from './match.ts';
import { nearest as nearestTo } from './nearest.ts';
import { type NamedRole, nearestRoles, type Pair, readPair, roleNamed } from './pair.ts';
import { createLookups } from './product.ts';
import { currentId } from './redirects.ts';
import type { Between, Comparison, PortLookup, RuleFilter, SearchResult } from './results.ts';
import { entriesOf, searchRules } from './search.ts';

export * from './generated/lists.ts';
export type * from './generated/types.ts';
export { version } from './generated/version.ts';
export type { Match } from './match.ts';
export type { Pair } from './pair.ts';
export { rangesText, rangeText } from './ranges.ts';
export type * from './results.ts';

const lookups = /* @__PURE__ */ createLookups(ports);
let rulesById: ReadonlyMap<string, PortRule> | undefined;
let entries: readonly Entry[] | undefined;

/**
 * What uses a port, and what covers it: the rules that name the port, apart from those with a range around it, those
 * for any port, and exemptions from IPsec for any port.
 *
 * @throws RangeError where `port` is not a whole number from 1 to 65535
 */
export function portsFor(port: number): PortLookup {
  return lookups.portsFor(port);
}

/**
 * The rules that have all that the filter asks for.
 *
 * @throws TypeError where the filter has a key that no filter has
 * @throws RangeError where its port is not a whole number from 1 to 65535
 */
export function findPorts(filter: RuleFilter): readonly PortRule[] {
  return lookups.findPorts(filter);
}

/**
 * The rules by which one role reaches another: flows and exemptions that name both, and listening ports to which the one
 * is known to connect. `by` says what each rests on.
 */
export function between(source: RoleId, destination: RoleId): Between {
  return lookups.between(source, destination);
}

/** The rule with an id; an id that was renamed since leads to the rule that has it now. */
export function byId(id: RuleId | (string & {})): PortRule | undefined {
  rulesById ??= new Map(ports.map((rule) => [rule.id, rule]));
  return rulesById.get(currentId(id, renamedIds));
}

/**
 * Searches ports, names and texts in English and Korean, best matches first. Spaces scattered in Korean make no
 * difference, and neither do mistranslations: `에 지`, `이사` and `NET.TCP` find what they should. Of a longer text, the
 * first 200 characters count.
 */
export function search(text: string): readonly SearchResult[] {
  entries ??= entriesOf(ports, lists);
  return searchRules(text, ports, entries);
}

/**
 * Where a search finds nothing: the query that was probably meant, by the nearest whole words (`medation`: mediation) or on
 * the other keyboard layout (`dpwl`: 에지); else the parts of it that find something.
 */
export function nearest(text: string): readonly string[] {
  entries ??= entriesOf(ports, lists);
  learn(synonyms);
  return nearestTo(text, entries);
}

/** The pair of roles that a text asks for (`client to front end`, `프런트 엔드에서 에지로`); null where it asks for none. */
export function pairIn(text: string): Pair<RoleId> | null {
  learn(synonyms);
  return readPair(text, namedRoles(), synonyms);
}

/** The role that a text names by its id, its name or an abbreviation; else null, and the nearest. */
export function roleIn(text: string): { readonly role: RoleId | null; readonly nearest: readonly RoleId[] } {
  const role = roleNamed(text, namedRoles(), synonyms);
  return { role, nearest: role === null ? nearestRoles(text, namedRoles(), synonyms) : [] };
}

function namedRoles(): readonly NamedRole<RoleId>[] {
  return lists.roles.map(({ id, name }) => ({ id, names: [name.en, name.ko] }));
}

/** What two products have in common, what differs, and what only one has. */
export function compare(productA: ProductId, productB: ProductId): Comparison {
  return compareRules(ports, productA, productB);
}
