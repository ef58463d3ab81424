import type {
  Endpoint,
  PortRule,
  ProductId,
  ProtocolId,
  RoleId,
  RuleKind,
  ScenarioId,
  ServiceId,
  Transport,
} from './types.ts';

/** What rules are to have; what is left out makes no difference. */
export interface RuleFilter {
  readonly product?: ProductId;
  readonly scenario?: ScenarioId;
  readonly kind?: RuleKind;
  readonly role?: RoleId;
  readonly service?: ServiceId;
  readonly protocol?: ProtocolId;
  readonly transport?: Transport;
  /** A port that the rule names or covers; a rule for any port covers all. */
  readonly port?: number;
  /** A role that stands at that end, or `any` for an end that is open to anybody. */
  readonly source?: RoleId | 'any';
  readonly destination?: RoleId | 'any';
}

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

/** The rules between two roles. */
export interface Between {
  /** Rules that name both. */
  readonly named: readonly PortRule[];
  /** Rules that allow it because an end, or both, is anybody. */
  readonly any: readonly PortRule[];
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

/** "Any" that the page narrows to roles allows only those by name, and anybody else as anybody. */
function allows(end: Endpoint | null, role: RoleId): 'named' | 'any' | 'no' {
  if (end === null) return 'no';
  if (end.roles.includes(role)) return 'named';
  return end.any ? 'any' : 'no';
}
