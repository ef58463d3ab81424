import type { PortRule } from '../../../packages/catalog/src/record.ts';
import type { PublishedRow } from './published.ts';
import { type Reading, read, type Said } from './reader.ts';

/** Holds rules against what the English of their rows says. */

const FIELDS = [
  'kind',
  'role',
  'service',
  'source',
  'destination',
  'transports',
  'implied',
  'protocols',
  'ports',
  'sourcePorts',
  'name',
  'nodePorts',
  'monitor',
  'persistence',
  'property',
  'authentication',
  'direction',
  'optional',
  'releases',
  'interface',
  'firewall',
] as const satisfies readonly (keyof Said)[];

export interface Checked {
  reading: Reading;
  /** What the row and its rules say otherwise, in words; none where they agree. */
  disagreements: string[];
}

/** @param rules those whose origin is the row */
export function check(row: PublishedRow, rules: readonly PortRule[]): Checked {
  const reading = read(row);
  const place = `${row.document} ${row.table}.${row.row}`;
  const disagreements = reading.unknown.map((word) => `${place}: "${word}" is not known`);
  const strangers = rules.filter(({ product }) => !row.products.includes(product));
  disagreements.push(...strangers.map(({ id }) => `${place}: ${id} is of another product`));
  for (const product of row.products) {
    const own = rules.filter((rule) => rule.product === product);
    const says = reading.says.filter(({ releases }) => releases === null || releases.includes(product));
    if (own.length !== says.length) {
      disagreements.push(`${place}: the row says ${says.length} rules of ${product}, and there are ${own.length}`);
      continue;
    }
    for (const [at, said] of says.entries()) {
      const stated = statedBy(own[at] as PortRule);
      for (const field of FIELDS) {
        const [expected, found] = [said[field], stated[field]].map((value) => JSON.stringify(value));
        if (expected !== found) {
          disagreements.push(`${place} (${product}): ${field} is ${found}, and the row says ${expected}`);
        }
      }
    }
  }
  return { reading, disagreements };
}

function statedBy(rule: PortRule): Said {
  const ports = (set: PortRule['ports']): Said['ports'] =>
    set && {
      ranges: set.ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)),
      any: set.any,
      configurable: set.configurable,
    };
  const end = (each: PortRule['source']): Said['source'] =>
    each && { any: each.any, narrowed: each.narrowed, roles: each.roles };
  const monitored = rule.monitor && ports(rule.monitor.ports);
  return {
    kind: rule.kind,
    role: rule.role,
    service: rule.service,
    source: end(rule.source),
    destination: end(rule.destination),
    transports: rule.transports,
    implied: rule.transportsImplied,
    protocols: rule.protocols,
    ports: ports(rule.ports),
    sourcePorts: ports(rule.sourcePorts),
    name: rule.name,
    nodePorts: ports(rule.nodePorts),
    monitor: rule.monitor && monitored && { role: rule.monitor.role, ports: monitored },
    persistence: rule.persistence,
    property: rule.property,
    authentication: rule.authentication,
    direction: rule.direction,
    optional: rule.optional,
    releases: rule.releases,
    interface: rule.interface && `${rule.interface.side} ${rule.interface.address}`,
    firewall: rule.firewall && `${rule.firewall.at} ${rule.firewall.way}`,
  };
}
