import {
  between,
  type LocalizedText,
  type PortRange,
  type PortRule,
  type Role,
  type RoleId,
  roles,
  type ScenarioId,
  type Transport,
} from '@lync/port-catalog';
import { knownFrom } from '@lync/port-catalog/filter';
import { rangeText } from '@lync/port-catalog/ranges';
import { advisoriesOf } from './catalog.ts';

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

export interface PortOfWay {
  readonly range: PortRange;
  /** Whether there is something to know about every rule that names it. */
  readonly advised: boolean;
}

/** What a way opens in short: the ports of its rules, of those for anybody where no rule names both ends. */
export function portsOfWay({ groups, any }: Way): PortsOfTransport[] {
  return portsOf(groups.length > 0 ? groups.flatMap((group) => group.rules) : any);
}

export interface PortsOfTransport {
  readonly transport: Transport | null;
  readonly ports: readonly PortOfWay[];
}

/** The ports of rules by transport. */
function portsOf(rules: readonly PortRule[]): PortsOfTransport[] {
  return ([...TRANSPORTS, null] as const).flatMap((transport) => {
    const own = rules.filter(({ transports }) =>
      transport === null ? transports.length === 0 : transports.includes(transport),
    );
    const named = own.flatMap((rule) => (rule.ports?.ranges ?? []).map((range) => ({ range, rule })));
    const sorted = [...Map.groupBy(named, ({ range }) => rangeText(range)).values()]
      .flatMap((its) => {
        const advised = its.every(({ rule }) => advisoriesOf(rule).length > 0);
        return its.slice(0, 1).map(({ range }) => ({ range, advised }));
      })
      .sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
    return sorted.length === 0 ? [] : [{ transport, ports: sorted }];
  });
}

const TRANSPORTS: readonly Transport[] = ['tcp', 'udp'];

/** Rules that let anybody through and are for one scenario: the ports that they open, and what they call the end that they name. */
interface AnyOfScenario {
  readonly scenario: ScenarioId;
  readonly rules: readonly PortRule[];
  readonly ports: readonly PortsOfTransport[];
  readonly ends: readonly LocalizedText[];
}

export function anyByScenario({ any }: Way): AnyOfScenario[] {
  return [...Map.groupBy(any, ({ scenario }) => scenario)].map(([scenario, rules]) => {
    const named = rules.flatMap(({ source, destination }) =>
      [source, destination].flatMap((end) => (end === null || end.any ? [] : [end.text])),
    );
    const ends = [...new Map(named.map((text) => [text.en, text])).values()];
    return { scenario, rules, ports: portsOf(rules), ends };
  });
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

/** Whether a role is somebody outside, or a client: rules that let anybody through are for these above all. */
function isAnybody({ id, base, zone }: Role): boolean {
  return zone === 'external' || id === 'client' || base === 'client';
}

let open: readonly (readonly [RoleId, RoleId])[] | undefined;

/** Each client or party outside, and whom it reaches by rules that let anybody through. */
function reachedByAnybody(): readonly (readonly [RoleId, RoleId])[] {
  open ??= roles.filter(isAnybody).flatMap(({ id: source }) =>
    roles.flatMap(({ id: destination }) => {
      if (source === destination) return [];
      return wayOf(source, destination).any.some((rule) => rule.destination?.any === false)
        ? [[source, destination] as const]
        : [];
    }),
  );
  return open;
}

/** The pairs that have a page: those with a rule in one direction or the other. */
export function pairs(): readonly (readonly [RoleId, RoleId])[] {
  const all = [...reached(), ...reachedByAnybody()].flatMap(([source, destination]): [RoleId, RoleId][] => [
    [source, destination],
    [destination, source],
  ]);
  return [...new Map(all.map((pair) => [pair.join(' '), pair])).values()];
}
