import { type Entry, learn, type Synonyms, searchable } from '@lync/port-catalog/match';
import type { NamedRole } from '@lync/port-catalog/pair';
import { shownRange } from '../../lib/ranges.ts';

/** A rule as results show it. */
export interface IndexedRule {
  readonly id: string;
  /** Product · scenario: what results are grouped by. */
  readonly group: string;
  /** What it opens: from, to, from, to … */
  readonly ports: readonly number[];
  /** Transport first, then protocols. */
  readonly tags: readonly string[];
  /** Who and what the rule is about: the role and its service, or both ends of a flow. */
  readonly label: readonly string[];
  readonly isFlow: boolean;
  /** All that the rule is found by, as published. */
  readonly texts: readonly string[];
}

/**
 * The search index as it travels: every text once, and of each rule the places of its texts. It has what was published
 * rather than what is compared, so that results can show it.
 */
export interface IndexFile {
  readonly texts: readonly string[];
  readonly rules: readonly FiledRule[];
  readonly outside: readonly FiledOutside[];
  readonly pages: readonly FiledPage[];
  readonly roles: readonly FiledRole[];
  /** Ranges of ports that have a page: from, to, from, to … */
  readonly ranges: readonly number[];
  readonly synonyms: Synonyms;
}

/** What no table has: the texts that it is found by are its own, line breaks between them. */
type FiledOutside = readonly [id: string, title: string, isTopic: 0 | 1, text: string, ports: readonly number[]];

type FiledPage = readonly [path: string, title: string, text: string];
/** A role: its names, the page's language first, and the places of the roles with which it has a page. */
type FiledRole = readonly [id: string, names: readonly string[], pairs: readonly number[]];

/** A page of the site, as results show it and find it. */
export interface IndexedPage extends Entry {
  readonly path: string;
  readonly title: string;
}

/** A role as one end of a pair. */
export interface IndexedRole extends NamedRole {
  /** The ids of those with which it has a page. */
  readonly pairs: readonly string[];
}

/** What leads to pages rather than to rules. */
export interface Leads {
  readonly pages: readonly IndexedPage[];
  readonly roles: readonly IndexedRole[];
  readonly ranges: readonly number[];
  readonly synonyms: Synonyms;
}

/** A page with ports in prose, or a topic that no page has: a place on the page of what is covered. */
export interface Outside extends Entry {
  readonly id: string;
  readonly title: string;
  readonly isTopic: boolean;
}

/** Group, tags, label and texts are places. */
type FiledRule = readonly [
  id: string,
  group: number,
  ports: readonly number[],
  tags: readonly number[],
  label: readonly number[],
  isFlow: 0 | 1,
  texts: readonly number[],
];

export interface SearchIndex extends Leads {
  readonly rules: readonly IndexedRule[];
  /** What the matcher reads, in the order of `rules`. */
  readonly entries: readonly Entry[];
  /** Found where no rule is. */
  readonly outside: readonly Outside[];
}

/** The file that `readIndex` reads the same rules from. */
export function writeIndex(rules: readonly IndexedRule[], outside: readonly Outside[], leads: Leads): IndexFile {
  const places = new Map<string, number>();
  const placeOf = (text: string): number => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const filed = rules.map(({ id, group, ports, tags, label, isFlow, texts }): FiledRule => {
    const labels = label.map(placeOf);
    return [id, placeOf(group), ports, tags.map(placeOf), labels, isFlow ? 1 : 0, texts.map(placeOf)];
  });
  return {
    texts: [...places.keys()],
    rules: filed,
    outside: outside.map(({ id, title, isTopic, text, ports }) => [id, title, isTopic ? 1 : 0, text, ports]),
    pages: leads.pages.map(({ path, title, text }) => [path, title, text]),
    roles: leads.roles.map(({ id, names, pairs }) => [
      id,
      names,
      pairs.map((pair) => leads.roles.findIndex((role) => role.id === pair)),
    ]),
    ranges: leads.ranges,
    synonyms: leads.synonyms,
  };
}

/** The rules of a file, and what the matcher compares them by. */
export function readIndex({ texts, rules, outside, pages, roles, ranges, synonyms }: IndexFile): SearchIndex {
  learn(synonyms);
  const compared = texts.map(searchable);
  const pick = (places: readonly number[], from: readonly string[]) => places.map((place) => from[place] ?? '');
  return {
    rules: rules.map(([id, group, ports, tags, label, isFlow, places]) => ({
      id,
      group: texts[group] ?? '',
      ports,
      tags: pick(tags, texts),
      label: pick(label, texts),
      isFlow: isFlow === 1,
      texts: pick(places, texts),
    })),
    entries: rules.map(([, , ports, , , , places]) => ({ text: pick(places, compared).join('\n'), ports })),
    outside: outside.map(([id, title, isTopic, text, ports]) => ({ id, title, isTopic: isTopic === 1, text, ports })),
    pages: pages.map(([path, title, text]) => ({ path, title, text, ports: [] })),
    roles: roles.map(([id, names, pairs]) => ({ id, names, pairs: pairs.map((at) => roles[at]?.[0] ?? '') })),
    ranges,
    synonyms,
  };
}

/** `5061`, `50000 – 59999`; '' where the rule names no number. */
export function portsText(ports: readonly number[]): string {
  const ranges: string[] = [];
  for (let at = 0; at < ports.length; at += 2) {
    ranges.push(shownRange({ from: ports[at] ?? 0, to: ports[at + 1] ?? 0 }));
  }
  return ranges.join(', ');
}

/** The label in a line. */
export function labelText({ label, isFlow }: IndexedRule): string {
  return label.map((text) => text.replace(/\s+/g, ' ')).join(isFlow ? ' → ' : ' · ');
}
