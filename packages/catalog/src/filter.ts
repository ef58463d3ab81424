import type { Endpoint, PortRule, RoleId } from './generated/types.ts';
import type { Between, RuleFilter } from './results.ts';

/** Whether a rule has all that the filter asks for. */
export function fits(rule: PortRule, filter: RuleFilter): boolean {
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

/** The flows and exemptions from one role to another, those that name both apart from those open to anybody. */
export function rulesBetween(rules: readonly PortRule[], source: RoleId, destination: RoleId): Between {
  const named: PortRule[] = [];
  const any: PortRule[] = [];
  for (const rule of rules) {
    const ends = [allows(rule.source, source), allows(rule.destination, destination)];
    if (ends.includes('no')) continue;
    (ends.includes('any') ? any : named).push(rule);
  }
  return { named, any };
}

/** "Any" that the page narrows to roles allows those by name, and nobody else. */
function allows(end: Endpoint | null, role: RoleId): 'named' | 'any' | 'no' {
  if (end === null) return 'no';
  if (end.roles.includes(role)) return 'named';
  return end.any && !end.narrowed ? 'any' : 'no';
}
