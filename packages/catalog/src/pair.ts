import { type Synonyms, searchable, tidied } from './match.ts';
import { nearWord } from './nearest.ts';
import { withoutBrands } from './query.ts';

/** A role as it is named: its id, and its names in both languages. */
export interface NamedRole<Id extends string = string> {
  readonly id: Id;
  readonly names: readonly string[];
}

export interface Pair<Id extends string = string> {
  readonly source: Id;
  readonly destination: Id;
}

/** No name is longer, and no pair of them. */
const LONGEST = 200;

/** The two roles that a text asks for (`client to front end`); null where it asks for none, or names others. */
export function readPair<Id extends string>(
  text: string,
  roles: readonly NamedRole<Id>[],
  synonyms: Pick<Synonyms, 'roles' | 'hosts' | 'pairs'>,
): Pair<Id> | null {
  if (text.length > LONGEST) return null;
  // First as it stands, because a role's own name may have a word that says nothing elsewhere.
  for (const said of new Set([searchable(text), searchable(tidied(text))])) {
    const pair = pairOf(said, roles, synonyms);
    if (pair !== null) return pair;
  }
  return null;
}

function pairOf<Id extends string>(
  said: string,
  roles: readonly NamedRole<Id>[],
  synonyms: Pick<Synonyms, 'roles' | 'hosts' | 'pairs'>,
): Pair<Id> | null {
  const named = (name: string) => {
    const bare = withoutBrands(name);
    return roleNamed(name, roles, synonyms) ?? (bare === null ? null : roleNamed(bare, roles, synonyms));
  };
  for (const pattern of synonyms.pairs) {
    const [begin = '', between = '', end = ''] = pattern.split(/\{[ab]\}/);
    if (!said.startsWith(begin.trimStart()) || !said.endsWith(end.trim())) continue;
    const inner = said.slice(begin.trimStart().length, said.length - end.trim().length);
    const word = /^ [a-z]/.test(between) ? between : between.trim();
    for (let at = inner.indexOf(word); at >= 0; at = inner.indexOf(word, at + 1)) {
      const source = named(inner.slice(0, at));
      const destination = named(inner.slice(at + word.length));
      if (source !== null && destination !== null) return { source, destination };
    }
  }
  return null;
}

/** The role that a text names: by its id, its name, with or without what kind of host it is, or an abbreviation. */
export function roleNamed<Id extends string>(
  text: string,
  roles: readonly NamedRole<Id>[],
  { roles: words, hosts }: Pick<Synonyms, 'roles' | 'hosts'>,
): Id | null {
  if (text.length > LONGEST) return null;
  const said = searchable(text);
  if (said === '') return null;
  const exact = roles.find(({ id, names }) => id === said || names.some((name) => searchable(name) === said));
  if (exact !== undefined) return exact.id;
  const plain = plainName(said, hosts);
  for (const form of [said, said.replaceAll('-', ' '), plain]) {
    const known = roles.find(({ id }) => Object.hasOwn(words, form) && words[form] === id);
    if (known !== undefined) return known.id;
  }
  return (
    roles.find(({ id, names }) => [id, ...names].some((name) => plainName(searchable(name), hosts) === plain))?.id ??
    null
  );
}

/** The ids of roles whose names are near a mistyped one, or hold it. */
export function nearestRoles<Id extends string>(
  text: string,
  roles: readonly NamedRole<Id>[],
  { roles: words, hosts }: Pick<Synonyms, 'roles' | 'hosts'>,
): Id[] {
  if (text.length > LONGEST) return [];
  const said = plainName(searchable(text), hosts);
  const forms = new Map<string, Id>();
  for (const { id, names } of roles)
    for (const name of [id, ...names]) forms.set(plainName(searchable(name), hosts), id);
  for (const [word, role] of Object.entries(words)) {
    const known = roles.find(({ id }) => id === role);
    if (known !== undefined) forms.set(plainName(word, hosts), known.id);
  }
  const near = nearWord(said, new Map([...forms.keys()].map((form) => [form, 1])));
  const holding = [...forms].filter(([form]) => said.length > 2 && form.includes(said)).map(([, id]) => id);
  const first = near === null ? undefined : forms.get(near);
  return [...new Set([...(first === undefined ? [] : [first]), ...holding])].slice(0, 5);
}

/** A name without its plural, and without what kind of host it is in the end. */
function plainName(name: string, hosts: readonly string[]): string {
  const words = name
    .replaceAll('-', ' ')
    .split(' ')
    .map((word) => (/^[a-z]{3,}[^s]s$/.test(word) ? word.slice(0, -1) : word));
  while (words.length > 1 && hosts.includes(words.at(-1) ?? '')) words.pop();
  const plain = words.join(' ');
  // Korean words stand together.
  const host = hosts.find((each) => !/^[a-z]/.test(each) && plain.length > each.length + 1 && plain.endsWith(each));
  return host === undefined ? plain : plain.slice(0, -host.length).trim();
}
