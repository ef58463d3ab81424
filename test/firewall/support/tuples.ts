import type { Plan, PlanRule } from '@lync/port-firewall';

/** A rule taken apart: one block to one block, one range from one range. `any` is a word of its own. */
export type Tuple = string;

/** One tuple; ranges as `from-to`, or `any`. */
export function tuple(transport: string, source: string, sourcePort: string, destination: string, port: string): Tuple {
  return `${transport} ${source} ${sourcePort} > ${destination} ${port}`;
}

/** Ranges as tuples have them. */
export function words(ranges: readonly { from: number; to: number }[]): string[] {
  return ranges.length === 0 ? ['any'] : ranges.map(({ from, to }) => `${from}-${to}`);
}

/** `443` or `1-5`, from any syntax that writes so, with `:` for a dash too. */
export function range(text: string): string {
  const [from, to = from] = text.split(/[-:]/);
  return `${from}-${to}`;
}

/** All tuples of lists of blocks and ranges. */
export function product(
  transport: string,
  sources: readonly string[],
  sourcePorts: readonly string[],
  destinations: readonly string[],
  ports: readonly string[],
): Tuple[] {
  return sources.flatMap((source) =>
    sourcePorts.flatMap((sourcePort) =>
      destinations.flatMap((destination) =>
        ports.map((port) => tuple(transport, source, sourcePort, destination, port)),
      ),
    ),
  );
}

/** What a plan has at a firewall, as tuples in order. `outside` names destinations by their public addresses. */
export function tuplesOf(plan: Plan, rules: readonly PlanRule[], outside = false): Tuple[] {
  const seen = (rule: PlanRule) =>
    outside && rule.firewall === 'external' && rule.way === 'in'
      ? rule.destinations.map((one) => plan.translations.find(({ inside }) => inside === one)?.outside ?? one)
      : rule.destinations;
  return sorted(
    rules.flatMap((rule) =>
      product(rule.transport, rule.sources, words(rule.sourcePorts), seen(rule), words(rule.ports)),
    ),
  );
}

/** Without doubles, in order. */
export function sorted(tuples: readonly Tuple[]): Tuple[] {
  return [...new Set(tuples)].sort();
}

/** A prefix length from a mask as `255.255.0.0`, or one that is turned over. */
export function lengthOf(mask: string, wildcard = false): number {
  const bits = mask
    .split('.')
    .map((part) => (wildcard ? 255 - Number(part) : Number(part)).toString(2).padStart(8, '0'))
    .join('');
  if (!/^1*0*$/.test(bits)) throw new Error(`no mask ${mask}`);
  return bits.indexOf('0') < 0 ? 32 : bits.indexOf('0');
}

/** A block without the length of a single address. */
export function block(text: string): string {
  return text.replace(/\/(?:32|128)$/, (length) => ((length === '/32') === text.includes(':') ? length : ''));
}
