import type { Name, PortRule, PortSet } from '@lync/port-catalog';
import { stringify } from 'csv-stringify/sync';
import { productOf, roleOf, scenarioOf, serviceOf } from './catalog.ts';

const NOBODY: Name = { en: '', ko: '' };

/**
 * The rules as CSV (RFC 4180), in the columns of the package's ports.csv: a test holds the two together. A cell that a
 * spreadsheet would take for a formula gets an apostrophe in front.
 */
export function rulesToCsv(rules: readonly PortRule[]): string {
  // The library quotes a cell with the record delimiter in it, and no other line end.
  return stringify(rules.map(toRow), {
    header: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
  });
}

function toRow(rule: PortRule): Record<string, string> {
  const role = rule.role === null ? NOBODY : roleOf(rule.role).name;
  const service = rule.service === null ? NOBODY : serviceOf(rule.service).name;
  return {
    id: rule.id,
    product: productOf(rule.product).name.en,
    scenario: scenarioOf(rule.scenario).name.en,
    kind: rule.kind,
    role: role.en,
    role_ko: role.ko,
    service: service.en,
    service_ko: service.ko,
    rule_name: rule.ruleName?.en ?? '',
    source: rule.source?.text.en ?? '',
    destination: rule.destination?.text.en ?? '',
    direction: rule.direction ?? '',
    ports: rangesText(rule.ports),
    source_ports: rangesText(rule.sourcePorts),
    transports: rule.transports.join(' '),
    protocols: rule.protocols.join(' '),
    notes: [rule.protocolNote?.en, rule.notes?.en].filter(Boolean).join('; '),
  };
}

/** Ports for a program: ranges apart by spaces, `any` for any. */
function rangesText(ports: PortSet | null): string {
  if (ports === null) return '';
  if (ports.any) return 'any';
  return ports.ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(' ');
}
