import { stringify } from 'csv-stringify/sync';

/** What CSV has of a catalog, whether it is read from data.json or from the package. */
interface Rules {
  readonly ports: readonly Rule[];
  readonly products: readonly Named[];
  readonly scenarios: readonly Named[];
  readonly roles: readonly Named[];
  readonly services: readonly Named[];
}

interface Rule {
  readonly id: string;
  readonly product: string;
  readonly scenario: string;
  readonly kind: string;
  readonly role: string | null;
  readonly service: string | null;
  readonly ruleName: Text | null;
  readonly source: { readonly text: Text } | null;
  readonly destination: { readonly text: Text } | null;
  readonly direction: string | null;
  readonly ports: Ports | null;
  readonly sourcePorts: Ports | null;
  readonly transports: readonly string[];
  readonly protocols: readonly string[];
  readonly protocolNote: Text | null;
  readonly notes: Text | null;
}

interface Named {
  readonly id: string;
  readonly name: { readonly en: string; readonly ko: string };
}

interface Text {
  readonly en: string | null;
}

interface Ports {
  readonly any: boolean;
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
}

/**
 * The rules as CSV (RFC 4180), a row each, names spelled out in English and Korean. A cell that a spreadsheet would take
 * for a formula gets an apostrophe in front.
 */
export function rulesToCsv(catalog: Rules): string {
  const rows = catalog.ports.map((rule) => toRow(rule, catalog));
  // The library quotes a cell with the record delimiter in it, and no other line end.
  return stringify(rows, { header: true, escape_formulas: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

function toRow(rule: Rule, { products, scenarios, roles, services }: Rules): Record<string, string> {
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

function named(list: readonly Named[], id: string | null): Named['name'] {
  return list.find((each) => each.id === id)?.name ?? { en: '', ko: '' };
}

/** Ports for a program: ranges apart by spaces, `any` for any. */
function portsText(ports: Ports | null): string {
  if (ports === null) return '';
  if (ports.any) return 'any';
  return ports.ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(' ');
}
