import type { PortRule, RuleKind } from '@lync/port-catalog';
import type { StringKey } from './strings.ts';

/** What a column of a rule table shows. */
export type Column =
  | 'port'
  | 'protocols'
  | 'who'
  | 'service'
  | 'source'
  | 'destination'
  | 'parties'
  | 'sourcePort'
  | 'ruleName'
  | 'direction'
  | 'notes';

/** The columns of a table of one kind, the port first: it is what a reader comes for. */
export function columnsOf(kind: RuleKind | 'mixed', rules: readonly PortRule[]): Column[] {
  const has = (present: (rule: PortRule) => boolean) => rules.some(present);
  // Rules of several kinds have little in common: who is about it, or who talks to whom, is one column there.
  const mixed = kind === 'mixed';
  const all: [Column, boolean][] = [
    ['ruleName', kind === 'ipsec-exemption'],
    ['port', has((rule) => rule.ports !== null)],
    ['sourcePort', kind === 'ipsec-exemption'],
    ['protocols', true],
    ['parties', mixed],
    ['who', !mixed && has((rule) => rule.role !== null)],
    ['service', !mixed && has((rule) => rule.service !== null)],
    ['source', !mixed && has((rule) => rule.source !== null)],
    ['destination', !mixed && has((rule) => rule.destination !== null)],
    ['direction', !mixed && has((rule) => rule.direction !== null)],
    ['notes', has((rule) => rule.notes !== null || rule.devices.length > 0 || rule.footnotes.length > 0)],
  ];
  return all.flatMap(([column, shown]) => (shown ? [column] : []));
}

/** The heading of a column. */
export function headingOf(column: Column, kind: RuleKind | 'mixed'): StringKey {
  if (column === 'port') return kind === 'ipsec-exemption' ? 'destinationPort' : 'port';
  if (column === 'protocols') return 'transport';
  if (column === 'who') {
    const names: Partial<Record<RuleKind | 'mixed', StringKey>> = {
      'load-balancer': 'loadBalancer',
      client: 'component',
      flow: 'edgeRole',
    };
    return names[kind] ?? 'role';
  }
  return column;
}

/** What a column sorts by. */
export function sortKeyOf(column: Column, rule: PortRule): string | null {
  if (column !== 'port' && column !== 'sourcePort') return null;
  const ports = column === 'port' ? rule.ports : rule.sourcePorts;
  return String(ports?.ranges[0]?.from ?? 0).padStart(5, '0');
}
