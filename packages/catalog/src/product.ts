import { findRules, rulesBetween } from './filter.ts';
import type { PortRule, RoleId, Table } from './generated/types.ts';
import { indexPorts, lookUpPort, type PortIndex } from './port-index.ts';
import type { Between, PortLookup, RuleFilter } from './results.ts';

/** What the entry of a product exports. */
export interface ProductEntry {
  readonly ports: readonly PortRule[];
  readonly tables: readonly Table[];
  readonly portsFor: (port: number) => PortLookup;
  readonly findPorts: (filter: Omit<RuleFilter, 'product'>) => readonly PortRule[];
  readonly between: (source: RoleId, destination: RoleId) => Between;
}

/** Makes what the entry of a product exports of its rules and tables. */
export function createProduct(ports: readonly PortRule[], tables: readonly Table[]): ProductEntry {
  return { ports, tables, ...createLookups(ports) };
}

/** The look-ups in a list of rules. */
export function createLookups(ports: readonly PortRule[]): {
  readonly portsFor: (port: number) => PortLookup;
  readonly findPorts: (filter: RuleFilter) => readonly PortRule[];
  readonly between: (source: RoleId, destination: RoleId) => Between;
} {
  let portIndex: PortIndex | undefined;
  return {
    portsFor(port) {
      portIndex ??= indexPorts(ports);
      return lookUpPort(portIndex, port);
    },
    findPorts: (filter) => findRules(ports, filter),
    between: (source, destination) => rulesBetween(ports, source, destination),
  };
}
