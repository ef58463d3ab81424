import { joined, type Span } from './spans.ts';

/** A range of ports; one port has the same number at both ends. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Ports on one side of a rule. `key` is their text and equal where the ports are. */
export interface PortsSet {
  readonly ranges: readonly PortRange[];
  readonly spans: readonly Span[];
  readonly key: string;
}

/** Every port. */
export const EVERY_PORT: PortsSet = portsOf([{ from: 1, to: 65535 }]);

/** A set of ports in order, with ranges that overlap or touch joined. */
export function portsOf(ranges: readonly PortRange[]): PortsSet {
  return portsOfSpans(joined(ranges.map(({ from, to }) => [BigInt(from), BigInt(to)])));
}

/** A set of ports from spans that are in order. */
export function portsOfSpans(spans: readonly Span[]): PortsSet {
  const ranges = spans.map(([from, to]) => ({ from: Number(from), to: Number(to) }));
  const key = ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
  return { ranges, spans, key: key === '1-65535' ? 'any' : key };
}
