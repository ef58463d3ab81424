import { between, type PortRule, type RoleId, roles } from '@lync/port-catalog';
import { knownFrom } from '@lync/port-catalog/filter';

/** Pairs of roles: who opens connections to whom. */

/** The rules by which a role reaches another, by what it rests on that it does. */
export interface Way {
  readonly source: RoleId;
  readonly destination: RoleId;
  /** The rules of each basis, the surest first; none that is empty. */
  readonly groups: readonly { readonly basis: Basis; readonly rules: readonly PortRule[] }[];
  /** Exemptions from IPsec, which open no port. */
  readonly exemptions: readonly PortRule[];
  /** Rules that let anybody through, and so this pair too. */
  readonly any: readonly PortRule[];
}

export type Basis = 'flow' | 'document' | 'project';

const BASES: readonly Basis[] = ['flow', 'document', 'project'];

export function wayOf(source: RoleId, destination: RoleId): Way {
  const { by, any } = between(source, destination);
  const isExemption = ({ kind }: PortRule) => kind === 'ipsec-exemption';
  return {
    source,
    destination,
    groups: BASES.map((basis) => ({ basis, rules: by[basis].filter((rule) => !isExemption(rule)) })).filter(
      ({ rules }) => rules.length > 0,
    ),
    exemptions: [...by.flow, ...any].filter(isExemption),
    any: any.filter((rule) => !isExemption(rule)),
  };
}

/** Every rule of a way, those that open no port and those that are for anybody too. */
export function allOf({ groups, exemptions, any }: Way): PortRule[] {
  return [...groups.flatMap(({ rules }) => rules), ...exemptions, ...any];
}

export function countWay({ groups }: Way): number {
  return groups.reduce((sum, { rules }) => sum + rules.length, 0);
}

/** What a listening port's caller is known from: a flow, the words of a page, or this project's reason. */
export function knownOf(rule: PortRule, source: RoleId, destination: RoleId) {
  return rule.source === null ? knownFrom(rule, source, destination) : null;
}

let known: readonly (readonly [RoleId, RoleId, number])[] | undefined;

/** Each role and whom it reaches by a rule that names both or is known to be for them, with the number of such rules. */
export function reached(): readonly (readonly [source: RoleId, destination: RoleId, rules: number])[] {
  known ??= roles.flatMap(({ id: source }) =>
    roles.flatMap(({ id: destination }) => {
      const count = source === destination ? 0 : countWay(wayOf(source, destination));
      return count === 0 ? [] : [[source, destination, count] as const];
    }),
  );
  return known;
}

/** The pairs that have a page: those with a rule in one direction or the other. */
export function pairs(): readonly (readonly [RoleId, RoleId])[] {
  const all = reached().flatMap(([source, destination]): [RoleId, RoleId][] => [
    [source, destination],
    [destination, source],
  ]);
  return [...new Map(all.map((pair) => [pair.join(' '), pair])).values()];
}
