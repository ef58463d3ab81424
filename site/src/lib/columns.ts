import type { PortRule, RuleKind } from '@lync/port-catalog';
import type { RuleField } from '@lync/port-catalog/fields';
import type { StringKey } from './strings.ts';

/** The columns that a rule table may have, in their order: the port stands first, it is what a reader comes for. */
const COLUMNS = [
  ...(['ruleName', 'port', 'sourcePort', 'protocols', 'parties', 'virtualIp', 'who', 'service', 'property'] as const),
  ...(['nodePort', 'monitor', 'persistence', 'source', 'destination', 'direction', 'firewall'] as const),
  ...(['callers', 'notes'] as const),
];

/** What a column of a rule table shows. */
export type Column = (typeof COLUMNS)[number];

/** The column that shows each field; null where no table has it. */
const SHOWN_IN: Readonly<Record<RuleField, Column | null>> = {
  id: null,
  product: null,
  scenario: null,
  table: null,
  kind: null,
  role: 'who',
  service: 'service',
  ruleName: 'ruleName',
  source: 'source',
  destination: 'destination',
  direction: 'direction',
  firewall: 'firewall',
  interface: 'firewall',
  callers: 'callers',
  calls: 'callers',
  name: 'virtualIp',
  ports: 'port',
  nodePorts: 'nodePort',
  monitor: 'monitor',
  persistence: 'persistence',
  property: 'property',
  sourcePorts: 'sourcePort',
  transports: 'protocols',
  transportsImplied: 'protocols',
  protocols: 'protocols',
  protocolNote: 'protocols',
  authentication: null,
  need: null,
  optional: 'port',
  releases: 'notes',
  notes: 'notes',
  devices: 'notes',
  footnotes: 'notes',
  corrections: null,
  origin: null,
};

// Rules of several kinds have little in common: who is about it, or who talks to whom, is one column there.
const OF_ALL_KINDS: readonly Column[] = ['port', 'protocols', 'parties', 'notes'];

/** The fields that a column shows. */
export function fieldsIn(column: Column): RuleField[] {
  return (Object.keys(SHOWN_IN) as RuleField[]).filter((field) => SHOWN_IN[field] === column);
}

/** The columns of a table of one kind: those of which a rule has something; of several kinds the same ones always. */
export function columnsOf(kind: RuleKind | 'mixed', rules: readonly PortRule[]): Column[] {
  return COLUMNS.filter((column) => {
    if (kind === 'mixed' ? !OF_ALL_KINDS.includes(column) : column === 'parties') return false;
    if (column === 'parties' || (kind === 'mixed' && column === 'protocols')) return true;
    return fieldsIn(column).some((field) => rules.some((rule) => isStated(rule[field])));
  });
}

function isStated(value: PortRule[RuleField]): boolean {
  return value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
}

/** What the first column of each kind of table is about. */
const WHO: Readonly<Record<RuleKind | 'mixed', StringKey>> = {
  listener: 'role',
  'load-balancer': 'loadBalancer',
  client: 'component',
  flow: 'edgeRole',
  'ipsec-exemption': 'role',
  'virtual-ip': 'balancedServer',
  'media-range': 'component',
  mixed: 'role',
};

/** What the port of a kind of table is called, where it is not only a port. */
const PORT: Readonly<Partial<Record<RuleKind | 'mixed', StringKey>>> = {
  'ipsec-exemption': 'destinationPort',
  'virtual-ip': 'virtualIpPort',
};

/** The heading of a column. */
export function headingOf(column: Column, kind: RuleKind | 'mixed'): StringKey {
  if (column === 'port') return PORT[kind] ?? 'port';
  if (column === 'protocols') return 'transport';
  if (column === 'firewall' && kind === 'virtual-ip') return 'interface';
  return column === 'who' ? WHO[kind] : column;
}

/** Whether a cell of the column says what it is where a row is a card: ports and names are plain without. */
export function isLabelled(column: Column): boolean {
  return LABELLED.has(column);
}

const LABELLED: ReadonlySet<Column> = new Set([
  ...(['sourcePort', 'nodePort', 'monitor', 'persistence', 'property'] as const),
  ...(['source', 'destination', 'direction', 'firewall', 'callers'] as const),
]);
