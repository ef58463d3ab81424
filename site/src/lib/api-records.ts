import type { PortRange, PortRule, Role, RoleId, Scenario } from '@lync/port-catalog';
import * as catalog from '@lync/port-catalog';
import { type Evidence, evidenceFor } from '@lync/port-catalog/evidence';
import { rangeText } from '@lync/port-catalog/ranges';
import { wayOf } from './between.ts';
import { advisoriesOf, correctionsOf, needOf, rulesOfRole } from './catalog.ts';
import { outsideOfRole } from './coverage.ts';
import { factsOf } from './port-pages.ts';

/** The bodies of the API's files about one scenario, port or rule. */

const { version } = catalog;

const idsOf = (rules: readonly PortRule[]) => rules.map(({ id }) => id);

/** A scenario with its tables and rules, and with what is said of these. */
export function scenarioFile(scenario: Scenario) {
  const tables = catalog.tables.filter((table) => table.scenario === scenario.id);
  const ports = catalog.ports.filter((rule) => rule.scenario === scenario.id);
  const ids = new Set<string>(idsOf(ports));
  const sources = new Set<string>(ports.map(({ origin }) => origin.document));
  return {
    version,
    scenario,
    documents: catalog.documents.filter(({ id }) => sources.has(id)),
    tables,
    ports,
    corrections: catalog.corrections.filter(({ rule }) => ids.has(rule)),
    advisories: catalog.advisories.filter(({ rules }) => rules.some((id) => ids.has(id))),
  };
}

/**
 * A port or a range. The rules that name or cover it are there in full; those for any port, the same for every port, are
 * ids only.
 */
export function portFile(range: PortRange) {
  const { named, covering, any } = factsOf(range);
  return {
    version,
    port: rangeText(range),
    range,
    named: idsOf(named),
    covering: idsOf(covering),
    any: idsOf(any),
    rules: [...named, ...covering],
  };
}

/** A role: what it listens on, who calls it, whom it calls, and what no table says of it. */
export function roleFile(role: Role) {
  const { listens, called, calls } = rulesOfRole(role.id);
  return {
    version,
    role,
    listens: idsOf(listens),
    called: idsOf(called),
    calls: idsOf(calls),
    rules: [...new Set([...listens, ...called, ...calls])],
    coverage: outsideOfRole(role),
  };
}

/**
 * Two roles, in both directions: the rules by which one reaches the other, by what it rests on that it does. Exemptions
 * from IPsec and rules that let anybody through are ids only.
 */
export function pairFile(source: RoleId, destination: RoleId) {
  const ways = [wayOf(source, destination), wayOf(destination, source)];
  return {
    version,
    ways: ways.map(({ groups, exemptions, any, ...ends }) => ({
      ...ends,
      by: groups.map(({ basis, rules }) => ({ basis, rules: idsOf(rules) })),
      exemptions: idsOf(exemptions),
      any: idsOf(any),
    })),
    rules: [...new Set(ways.flatMap(({ groups }) => groups.flatMap(({ rules }) => rules)))],
  };
}

/** A rule with all that vouches for it. */
export function ruleFile(rule: PortRule) {
  const evidence = evidenceFor(rule.id);
  if (evidence === undefined) throw new Error(`${rule.id} has no evidence`);
  return {
    version,
    rule,
    document: evidence.document,
    table: evidence.table,
    evidence: toEvidenceRecord(evidence),
    corrections: correctionsOf(rule),
    advisories: advisoriesOf(rule),
    need: needOf(rule),
  };
}

/** Evidence with the ids of document and table: in full they would stand there once for every row. */
export function toEvidenceRecord({ rule, document, table, row, cells }: Evidence) {
  return { rule, document: document.id, table: table.id, row, cells };
}
