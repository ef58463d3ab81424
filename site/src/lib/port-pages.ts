import { type PortRange, type PortRule, type Product, ports, portsFor, products } from '@lync/port-catalog';
import { rangeText } from '@lync/port-catalog/ranges';

/** Every port and every range that a rule names has a page. */
export function portPages(): PortRange[] {
  const pages = new Map<string, PortRange>();
  for (const rule of ports) {
    for (const range of [...(rule.ports?.ranges ?? []), ...(rule.sourcePorts?.ranges ?? [])]) {
      pages.set(rangeText(range), range);
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

/** Rules product by product, those of a role together. */
export function byProductAndRole(rules: readonly PortRule[]): { product: Product; rules: PortRule[] }[] {
  const roles = [...new Set(rules.map(({ role }) => role))];
  return products.flatMap((product) => {
    const own = rules.filter((rule) => rule.product === product.id);
    if (own.length === 0) return [];
    return [{ product, rules: own.toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role)) }];
  });
}
