import type { PortRange, PortRule, Scenario } from '@lync/port-catalog';
import * as catalog from '@lync/port-catalog';
import { type Evidence, evidenceFor } from '@lync/port-catalog/evidence';
import { rangeText } from '@lync/port-catalog/ranges';
import { advisoriesOf, correctionsOf, needOf } from './catalog.ts';
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
