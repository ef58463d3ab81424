import type { PortRange, PortRule, Transport } from '@lync/port-catalog';

/** Ports of one kind that share who opens them. */
export interface Gathered<Tag extends string> {
  /** Null for any port. */
  range: PortRange | null;
  transports: Transport[];
  tags: Tag[];
  rules: PortRule[];
}

const TRANSPORTS: readonly (Transport | null)[] = ['tcp', 'udp', null];

/**
 * The ports of rules, each once: what several rules say of a port and a transport is one fact with several tags (ways,
 * products), and transports of a port that have the same tags stand together ("3478 TCP+UDP").
 */
export function gatherPorts<Tag extends string>(
  rules: readonly { rule: PortRule; tag: Tag }[],
  order: readonly Tag[],
): Gathered<Tag>[] {
  const facts = new Map<
    string,
    { range: PortRange | null; transport: Transport | null; tags: Set<Tag>; rules: Set<PortRule> }
  >();
  for (const { rule, tag } of rules) {
    const ranges = rule.ports === null || rule.ports.ranges.length === 0 ? [null] : rule.ports.ranges;
    const transports = rule.transports.length === 0 ? [null] : rule.transports;
    for (const range of ranges) {
      for (const transport of transports) {
        const key = `${range?.from}-${range?.to} ${transport}`;
        const fact = facts.get(key) ?? { range, transport, tags: new Set(), rules: new Set() };
        facts.set(key, fact);
        fact.tags.add(tag);
        fact.rules.add(rule);
      }
    }
  }
  const gathered = new Map<string, Gathered<Tag>>();
  const ordered = [...facts.values()].sort((a, b) => TRANSPORTS.indexOf(a.transport) - TRANSPORTS.indexOf(b.transport));
  for (const { range, transport, tags, rules: from } of ordered) {
    const sorted = order.filter((tag) => tags.has(tag));
    const key = `${range?.from}-${range?.to} ${transport === null} ${sorted.join(' ')}`;
    const group = gathered.get(key) ?? { range, transports: [], tags: sorted, rules: [] };
    gathered.set(key, group);
    if (transport !== null) group.transports.push(transport);
    group.rules = [...new Set([...group.rules, ...from])];
  }
  return [...gathered.values()].sort(
    (a, b) => (a.range?.from ?? 0) - (b.range?.from ?? 0) || (a.range?.to ?? 0) - (b.range?.to ?? 0),
  );
}
