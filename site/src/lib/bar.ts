import { type PortRule, roles } from '@lync/port-catalog';
import { RULE_FIELDS } from '@lync/port-catalog/fields';
import { byZone, roleOf } from './catalog.ts';
import { type Language, nameIn } from './lang.ts';
import { byRelease, productsOf, type Row } from './products.ts';
import { type StringKey, say } from './strings.ts';

/** What the bar over the tables of a page filters rows by, in the order in which it asks; the script has the same names. */
export const FACETS = ['firewall', 'direction', 'transport', 'role', 'product'] as const;

export type Facet = (typeof FACETS)[number];

/** What rows are about, by the values that stand in a page's address. */
export type Facets = Readonly<Record<Facet, readonly string[]>>;

/** The firewall of the server itself, which listeners are opened in. */
const HOST = 'host';

/** What a rule is filtered by. A row that is for several products is found under each. */
export function facetsOf(rule: PortRule): Facets {
  const direction = directionOf(rule);
  return {
    firewall: firewallOf(rule),
    direction: direction === null ? [] : [direction],
    transport: rule.transports,
    role: rolesOf(rule),
    product: productsOf(rule).map(({ id }) => id),
  };
}

function firewallOf({ firewall, kind }: PortRule): string[] {
  if (firewall !== null) return [`${firewall.at}-${firewall.way}`];
  return kind === 'listener' ? [HOST] : [];
}

/** What the page says; else what follows from the firewall's side, or from whether somebody listens. */
export function directionOf({ direction, firewall, kind, calls }: PortRule): 'inbound' | 'outbound' | null {
  if (direction !== null) return direction;
  if (firewall !== null) return firewall.way === 'in' ? 'inbound' : 'outbound';
  if (kind !== 'listener') return null;
  return calls.length > 0 ? 'outbound' : 'inbound';
}

/** Everybody whom a rule names or is known to be for; a special case of a role is found under the role too. */
function rolesOf({ role, source, destination, callers, calls }: PortRule): string[] {
  const ends = [source, destination].flatMap((end) => end?.roles ?? []);
  const named = [...(role === null ? [] : [role]), ...ends, ...[...callers, ...calls].map((each) => each.role)];
  return [...new Set(named.flatMap((id) => [id, roleOf(id).base ?? id]))];
}

/** The same as attributes of a row, which is found by whatever one of its rules is. */
export function dataOf({ rules }: Pick<Row, 'rules'>): Record<`data-${Facet}`, string | undefined> {
  const all = rules.map(facetsOf);
  const written = FACETS.map((facet) => {
    const values = new Set(all.flatMap((facets) => facets[facet]));
    return [`data-${facet}`, [...values].join(' ') || undefined];
  });
  return Object.fromEntries(written);
}

/** The same for a row whose badges tell its products: these are said only where it is found under others too. */
export function dataWithBadges(row: Row): ReturnType<typeof dataOf> {
  const data = dataOf(row);
  const found = new Set(data['data-product']?.split(' '));
  const own = new Set<string>(row.products.map(({ id }) => id));
  return { ...data, 'data-product': found.symmetricDifference(own).size > 0 ? data['data-product'] : undefined };
}

export interface Choice {
  readonly facet: Facet;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** What can be chosen among rules: what some of them have and others have not. */
export function choicesAmong(rules: readonly PortRule[], lang: Language): Choice[] {
  const all = rules.map(facetsOf);
  return FACETS.flatMap((facet) => {
    const narrows = (value: string) => {
      const count = all.filter((facets) => facets[facet].includes(value)).length;
      return count > 0 && count < all.length;
    };
    const options = optionsOf(facet, lang).filter(({ value }) => narrows(value));
    return options.length === 0 ? [] : [{ facet, label: say(LABELS[facet], lang), options }];
  });
}

const LABELS: Readonly<Record<Facet, StringKey>> = {
  firewall: 'firewall',
  direction: 'direction',
  transport: 'transportOnly',
  role: 'anyRole',
  product: 'product',
};

const WAYS = {
  'external-in': 'externalIn',
  'external-out': 'externalOut',
  'internal-in': 'internalIn',
  'internal-out': 'internalOut',
  [HOST]: 'hostFirewall',
} as const satisfies Record<string, StringKey>;

/** Every value that a facet may have, with its name. */
function optionsOf(facet: Facet, lang: Language): { value: string; text: string }[] {
  switch (facet) {
    case 'firewall':
      return Object.entries(WAYS).map(([value, key]) => ({ value, text: say(key, lang) }));
    case 'direction':
      return Object.entries(RULE_FIELDS.direction.values).map(([value, name]) => ({ value, text: nameIn(name, lang) }));
    case 'transport':
      return ['tcp', 'udp'].map((value) => ({ value, text: value.toUpperCase() }));
    case 'role':
      return byZone(roles).map(({ id, name }) => ({ value: id, text: nameIn(name, lang) }));
    case 'product':
      return byRelease.map(({ id, name }) => ({ value: id, text: nameIn(name, lang) }));
  }
}
