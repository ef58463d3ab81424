import { byCase, type Cases, describeField, fieldsThat, type RuleField } from './fields.ts';
import { synonyms } from './generated/synonyms.ts';
import type {
  Correction,
  LocalizedText,
  PortRule,
  Product,
  Protocol,
  Role,
  Scenario,
  Service,
  Title,
} from './generated/types.ts';
import { type Entry, findEntries, learn, searchable } from './match.ts';
import type { SearchResult } from './results.ts';

export { synonyms } from './generated/synonyms.ts';

/** The lists whose names a rule is found by. */
export interface Names {
  readonly products: readonly Product[];
  readonly scenarios: readonly Scenario[];
  readonly roles: readonly Role[];
  readonly services: readonly Service[];
  readonly protocols: readonly Protocol[];
  readonly corrections: readonly Correction[];
}

/**
 * What a rule is found by: its names in both languages, its texts, its ports as printed (`50,000-59,999`), and the words
 * that the page has wrong.
 */
export function entriesOf(rules: readonly PortRule[], names: Names): Entry[] {
  // By list, because a scenario may have the id of a role.
  const lists = new Map<string | undefined, ReadonlyMap<string, string[]>>(
    (['products', 'scenarios', 'roles', 'services'] as const).map((list) => [list, byId(names[list])]),
  );
  const labels = new Map(names.protocols.map(({ id, label, name }) => [id as string, [label, name.en, name.ko]]));
  const published = publishedWords(rules, names.corrections);
  const wordsOf = (id: string | null, list?: string) =>
    id === null ? [] : [...(lists.get(list)?.get(id) ?? []), ...(published.get(id) ?? [])];
  const roleWords = (role: string) => wordsOf(role, 'roles');
  const own = new Set<string | null>(
    rules.flatMap(({ role, source, destination }) => [role, ...(source?.roles ?? []), ...(destination?.roles ?? [])]),
  );
  const none = () => [];
  const said = (field: RuleField, word: string | null | undefined) =>
    word == null ? [] : both(describeField(field).values?.[word] ?? null);
  const labelled = (field: RuleField) => both(describeField(field).label);
  const found: Cases<readonly string[], []> = {
    id: (id) => wordsOf(id),
    name: (id, field) => wordsOf(id, describeField(field).of),
    word: (word, field) => (word === null ? [] : [...said(field, word), ...labelled(field)]),
    flag: none,
    label: (label) => (label === null ? [] : [label]),
    choice: none,
    words: (words, field) => Object.values(words ?? {}).flatMap((word) => said(field, word)),
    monitor: (monitor, field) => (monitor === null ? [] : labelled(field)),
    need: none,
    // Who has rules of its own is found by these; every port to which it connects would be among the results.
    callers: (callers) => callers.flatMap(({ role }) => (own.has(role) ? [] : roleWords(role))),
    end: (end) => (end === null ? [] : [...end.roles.flatMap(roleWords), ...both(end.text)]),
    ports: (set) => (set === null ? [] : [set.text]),
    text: both,
    texts: (texts) => texts.flatMap(both),
    transports: (transports) => transports,
    protocols: (ids) => ids.flatMap((id) => labels.get(id) ?? []),
    ids: none,
    origin: none,
  };
  return rules.map((rule) => {
    const parts = fieldsThat().flatMap((field) => byCase(found, rule, field));
    return { text: [...new Set(parts.map(searchable))].join('\n'), ports: portsOf(rule) };
  });
}

/** Searches rules: ports, names and texts in either language, see match.ts. */
export function searchRules(text: string, rules: readonly PortRule[], entries: readonly Entry[]): SearchResult[] {
  learn(synonyms);
  return findEntries(text, entries).flatMap(({ index, match }) => {
    const rule = rules[index];
    return rule === undefined ? [] : [{ rule, match }];
  });
}

/**
 * The words that pages have wrong, by what they stand for: a role or service is found by them wherever it is named, a
 * rule by those of its own row.
 */
function publishedWords(
  rules: readonly PortRule[],
  corrections: readonly Correction[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>();
  const byRule = new Map(rules.map((rule) => [rule.id as string, rule]));
  for (const { rule: id, field, published } of corrections) {
    const rule = byRule.get(id);
    const about = field === 'role' ? rule?.role : field === 'service' ? rule?.service : id;
    if (about != null) words.set(about, (words.get(about) ?? new Set()).add(published));
  }
  return words;
}

function byId(list: readonly { readonly id: string; readonly name: Title }[]): Map<string, string[]> {
  return new Map(list.map(({ id, name }) => [id, both(name)]));
}

function both(text: Pick<LocalizedText, 'en' | 'ko'> | null): string[] {
  return [text?.en, text?.ko].filter((each) => each != null);
}

function portsOf({ ports }: PortRule): number[] {
  return (ports?.ranges ?? []).flatMap(({ from, to }) => [from, to]);
}
