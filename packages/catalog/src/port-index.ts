import type { PortRule } from './generated/types.ts';
import { refuseOther } from './port.ts';
import type { PortLookup } from './results.ts';

/** Rules by port. Between two neighbouring `starts` nothing changes, so what covers a port is found by bisection. */
export interface PortIndex {
  readonly named: ReadonlyMap<number, readonly PortRule[]>;
  readonly starts: readonly number[];
  readonly covering: readonly (readonly PortRule[])[];
  readonly any: readonly PortRule[];
  readonly exemptions: readonly PortRule[];
}

const NONE: readonly PortRule[] = Object.freeze([]);

export function indexPorts(rules: readonly PortRule[]): PortIndex {
  const ranges = rules.flatMap((rule) => (rule.ports?.ranges ?? []).map((range) => ({ ...range, rule })));
  const wide = ranges.filter(({ from, to }) => from < to);
  const starts = [...new Set([0, ...wide.flatMap(({ from, to }) => [from, to + 1])])].sort((a, b) => a - b);
  const named = new Map<number, readonly PortRule[]>();
  for (const { from, to, rule } of ranges) {
    if (from === to) named.set(from, Object.freeze([...(named.get(from) ?? NONE), rule]));
  }
  const covering = starts.map((start) => {
    const around = wide.filter(({ from, to }) => from <= start && start <= to);
    return Object.freeze([...new Set(around.map(({ rule }) => rule))]);
  });
  const forAny = (areExemptions: boolean) =>
    Object.freeze(
      rules.filter(({ ports, kind }) => ports?.any === true && (kind === 'ipsec-exemption') === areExemptions),
    );
  return { named, starts, covering, any: forAny(false), exemptions: forAny(true) };
}

/**
 * Looks a port up.
 *
 * @throws RangeError where `port` is not a whole number from 1 to 65535
 */
export function lookUpPort({ named, starts, covering, any, exemptions }: PortIndex, port: number): PortLookup {
  refuseOther(port);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= port) low = middle;
    else high = middle - 1;
  }
  return { port, named: named.get(port) ?? NONE, covering: covering[low] ?? NONE, any, exemptions };
}
