import { type Entry, searchable } from '@lync/port-catalog/match';
import { shownRange } from '../../lib/ranges.ts';

/**
 * The search index as it travels: every text once, and per rule the places of its texts. It has what was published
 * rather than what is compared, so that results can show it; `readIndex` makes the entries from it.
 */
export interface IndexFile {
  readonly texts: readonly string[];
  /** Product · scenario: what results are grouped by. */
  readonly groups: readonly string[];
  readonly rules: readonly FiledRule[];
}

/** Id, group, ports (from, to, …), tags, label, whether the label is a flow, texts; the last four by place. */
export type FiledRule = readonly [
  id: string,
  group: number,
  ports: readonly number[],
  tags: readonly number[],
  label: readonly number[],
  flow: 0 | 1,
  texts: readonly number[],
];

/** A rule as results show it. */
export interface IndexedRule {
  readonly id: string;
  readonly group: string;
  /** `5061`, `50000 – 59999`; '' where the rule names no number. */
  readonly ports: string;
  /** Transport first, then protocols. */
  readonly tags: readonly string[];
  readonly label: string;
  /** All that the rule is found by, as published. */
  readonly texts: readonly string[];
}

export interface SearchIndex {
  readonly rules: readonly IndexedRule[];
  /** What the matcher reads, in the order of `rules`. */
  readonly entries: readonly Entry[];
}

/** Puts rules and their entries together. */
export function readIndex({ texts, groups, rules }: IndexFile): SearchIndex {
  const compared = texts.map(searchable);
  const pick = (places: readonly number[], from: readonly string[]) => places.map((place) => from[place] ?? '');
  return {
    rules: rules.map(([id, group, ports, tags, label, flow, places]) => ({
      id,
      group: groups[group] ?? '',
      ports: portsText(ports),
      tags: pick(tags, texts),
      label: pick(label, texts)
        .map((text) => text.replace(/\s+/g, ' '))
        .join(flow === 1 ? ' → ' : ' · '),
      texts: pick(places, texts),
    })),
    entries: rules.map(([, , ports, , , , places]) => ({ text: pick(places, compared).join('\n'), ports })),
  };
}

function portsText(ports: readonly number[]): string {
  const ranges: string[] = [];
  for (let at = 0; at < ports.length; at += 2) {
    ranges.push(shownRange({ from: ports[at] ?? 0, to: ports[at + 1] ?? 0 }));
  }
  return ranges.join(', ');
}
