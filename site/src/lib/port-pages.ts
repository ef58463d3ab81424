import { type PortRange, type PortRule, type PortSet, ports, portsFor } from '@lync/port-catalog';
import { rangeText } from '@lync/port-catalog/ranges';
import { byRelease } from './products.ts';

/** Every port and every range that a rule names has a page, whatever the rule has it for. */
export function portPages(): PortRange[] {
  const pages = new Map<string, PortRange>();
  for (const rule of ports) {
    for (const set of [rule.ports, rule.sourcePorts, rule.nodePorts, rule.monitor?.ports]) {
      for (const range of set?.ranges ?? []) pages.set(rangeText(range), range);
    }
  }
  return [...pages.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

export interface PortFacts {
  /** Rules that name the port, or the range as a whole. */
  named: readonly PortRule[];
  /** Rules with a range around it. */
  covering: readonly PortRule[];
  any: readonly PortRule[];
}

/** Rules that have the port, or the range as a whole, in another place than the one that they open. */
export function besides({ from, to }: PortRange): { source: readonly PortRule[]; behind: readonly PortRule[] } {
  const has = (set: PortSet | null) => set?.ranges.some((range) => range.from === from && range.to === to) === true;
  return {
    source: ports.filter((rule) => has(rule.sourcePorts) && !has(rule.ports)),
    behind: ports.filter((rule) => has(rule.nodePorts) && !has(rule.ports)),
  };
}

/** What there is to a port or a range. */
export function factsOf({ from, to }: PortRange): PortFacts {
  if (from === to) {
    const { named, covering, any } = portsFor(from);
    return { named, covering, any };
  }
  const ranges = (rule: PortRule) => rule.ports?.ranges ?? [];
  const named = ports.filter((rule) => ranges(rule).some((range) => range.from === from && range.to === to));
  const covering = ports.filter(
    (rule) => !named.includes(rule) && ranges(rule).some((range) => range.from <= from && to <= range.to),
  );
  return { named, covering, any: portsFor(from).any };
}

/** Rules of a role together, in the order of the first of each; a role's own from the oldest product on. */
export function byRole(rules: readonly PortRule[]): PortRule[] {
  const roles = [...new Set(rules.map(({ role }) => role))];
  const place = ({ product }: PortRule) => byRelease.findIndex(({ id }) => id === product);
  return rules.toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || place(a) - place(b));
}
