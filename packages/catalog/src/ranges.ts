import type { PortRange } from './generated/types.ts';

/** A range of ports as text: `5061`, `50000-59999`; with another dash where a person is to read it. */
export function rangeText({ from, to }: PortRange, dash = '-'): string {
  return from === to ? `${from}` : `${from}${dash}${to}`;
}

/** Several ranges as text, one after another. */
export function rangesText(ranges: readonly PortRange[], between = ', '): string {
  return ranges.map((range) => rangeText(range)).join(between);
}
