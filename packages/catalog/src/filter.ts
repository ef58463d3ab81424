import { standing } from './generated/roles-that-stand.ts';
import type { Caller, Endpoint, PortRule, RoleId } from './generated/types.ts';
import { refuseOther } from './port.ts';
import type { Between, RuleFilter } from './results.ts';

const KEYS: Readonly<Record<keyof RuleFilter, true>> = {
  product: true,
  scenario: true,
  kind: true,
  role: true,
  service: true,
  protocol: true,
  transport: true,
  port: true,
  source: true,
  destination: true,
};

/**
 * The rules that have all that the filter asks for.
 *
 * @throws TypeError where it asks for what no filter has: such a filter would let all rules pass
 * @throws RangeError where its port is not a whole number from 1 to 65535
 */
export function findRules(rules: readonly PortRule[], filter: RuleFilter): PortRule[] {
  const unknown = Object.keys(filter).find((key) => !Object.hasOwn(KEYS, key));
  if (unknown !== undefined) {
    throw new TypeError(`a filter has no ${JSON.stringify(unknown)}, only ${Object.keys(KEYS).join(', ')}`);
  }
  if (filter.port !== undefined) refuseOther(filter.port);
  return rules.filter((rule) => fits(rule, filter));
}

function fits(rule: PortRule, filter: RuleFilter): boolean {
  return (
    same(filter.product, rule.product) &&
    same(filter.scenario, rule.scenario) &&
    same(filter.kind, rule.kind) &&
    same(filter.role, rule.role) &&
    same(filter.service, rule.service) &&
    (filter.protocol === undefined || rule.protocols.includes(filter.protocol)) &&
    (filter.transport === undefined || rule.transports.includes(filter.transport)) &&
    (filter.port === undefined || covers(rule, filter.port)) &&
    (filter.source === undefined || standsAt(rule.source, filter.source)) &&
    (filter.destination === undefined || standsAt(rule.destination, filter.destination))
  );
}

function same(wanted: string | undefined, has: string | null): boolean {
  return wanted === undefined || wanted === has;
}

function covers({ ports }: PortRule, port: number): boolean {
  return ports !== null && (ports.any || ports.ranges.some(({ from, to }) => from <= port && port <= to));
}

function standsAt(end: Endpoint | null, who: RoleId | 'any'): boolean {
  return end !== null && (who === 'any' ? end.any : end.roles.includes(who));
}

/**
 * The rules by which one role reaches another: flows and exemptions by their ends, listening ports by who connects to
 * them.
 */
export function rulesBetween(rules: readonly PortRule[], source: RoleId, destination: RoleId): Between {
  const by = { flow: [] as PortRule[], document: [] as PortRule[], project: [] as PortRule[] };
  const named: PortRule[] = [];
  const any: PortRule[] = [];
  for (const rule of rules) {
    const basis = basisOf(rule, source, destination);
    if (basis === 'any') any.push(rule);
    else if (basis !== null) {
      named.push(rule);
      by[basis].push(rule);
    }
  }
  return { named, by, any };
}

/** What it rests on that a rule is for this source and destination; null where it is not. */
function basisOf(rule: PortRule, source: RoleId, destination: RoleId): keyof Between['by'] | 'any' | null {
  if (rule.source !== null && rule.destination !== null) {
    const ends = [allows(rule.source, source), allows(rule.destination, destination)];
    if (ends.includes('no')) return null;
    return ends.includes('any') ? 'any' : 'flow';
  }
  return knownFrom(rule, source, destination)?.by ?? null;
}

/**
 * What it is known from that the source connects to the port on which the destination listens; null where the rule is
 * not for them, or names both ends itself.
 */
export function knownFrom({ role, callers, calls }: PortRule, source: RoleId, destination: RoleId): Caller | null {
  if (role === null) return null;
  return (
    (standsFor(role, destination) ? best(callers, source) : null) ??
    (standsFor(role, source) ? best(calls, destination) : null)
  );
}

/** The best basis that a role is among these: what a document says. */
function best(callers: readonly Caller[], role: RoleId): Caller | null {
  const own = callers.filter((caller) => standsFor(caller.role, role));
  return own.find(({ by }) => by === 'document') ?? own[0] ?? null;
}

/** "Any" that the page narrows to roles allows those and nobody else. */
function allows(end: Endpoint, role: RoleId): 'named' | 'any' | 'no' {
  if (end.roles.some((each) => standsFor(each, role))) return 'named';
  return end.any && !end.narrowed ? 'any' : 'no';
}

/** Whether what is said of a role is said of the other too: as of a special case, or of the servers behind it. */
function standsFor(role: RoleId, other: RoleId): boolean {
  return role === other || standing[role]?.includes(other) === true;
}
