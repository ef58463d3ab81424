import { stringify } from 'csv-stringify/sync';
import type { Name, PortRule, PublishedCatalog } from '../../../scraper/src/model/record.ts';

/**
 * The rules as CSV (RFC 4180), a row each, names spelled out in English and Korean. A cell that a spreadsheet would take
 * for a formula gets an apostrophe in front.
 */
export function rulesToCsv(catalog: PublishedCatalog): string {
  const rows = catalog.ports.map((rule) => toRow(rule, catalog));
  // The library quotes a cell with the record delimiter in it, and no other line end.
  return stringify(rows, { header: true, escape_formulas: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

function toRow(rule: PortRule, catalog: PublishedCatalog): Record<string, string> {
  const { products, scenarios, roles, services } = catalog;
  return {
    id: rule.id,
    product: named(products, rule.product).en,
    scenario: named(scenarios, rule.scenario).en,
    kind: rule.kind,
    role: named(roles, rule.role).en,
    role_ko: named(roles, rule.role).ko,
    service: named(services, rule.service).en,
    service_ko: named(services, rule.service).ko,
    rule_name: rule.ruleName?.en ?? '',
    source: rule.source?.text.en ?? '',
    destination: rule.destination?.text.en ?? '',
    direction: rule.direction ?? '',
    ports: portsText(rule.ports),
    source_ports: portsText(rule.sourcePorts),
    transports: rule.transports.join(' '),
    protocols: rule.protocols.join(' '),
    notes: [rule.protocolNote?.en, rule.notes?.en].filter(Boolean).join('; '),
  };
}

function named(list: readonly { id: string; name: Name }[], id: string | null): Name {
  return list.find((each) => each.id === id)?.name ?? { en: '', ko: '' };
}

function portsText(ports: PortRule['ports']): string {
  if (ports === null) return '';
  if (ports.any) return 'any';
  return ports.ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(' ');
}
