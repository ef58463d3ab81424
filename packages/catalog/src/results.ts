import type {
  PortRule,
  ProductId,
  ProtocolId,
  RoleId,
  RuleKind,
  ScenarioId,
  ServiceId,
  Transport,
} from './generated/types.ts';
import type { Match } from './match.ts';

/** What the look-ups are asked by, and what they answer. */

/** The languages that every name has. */
export type Language = 'en' | 'ko';

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

/** What there is to a port, most telling first. */
export interface PortLookup {
  readonly port: number;
  /** Rules that name the port itself. */
  readonly named: readonly PortRule[];
  /** Rules that name a range around it. */
  readonly covering: readonly PortRule[];
  /** Rules for any port, but for exemptions from IPsec, which open none. */
  readonly any: readonly PortRule[];
  /** Exemptions from IPsec for any port. */
  readonly exemptions: readonly PortRule[];
}

/**
 * The rules by which one role reaches another. What is said of a special case of a role, of a load balancer before it or
 * of a group that it is in counts as said of the role.
 */
export interface Between {
  /** Rules that name both. */
  readonly named: readonly PortRule[];
  /** These once more, by what it rests on that the one connects to the other. */
  readonly by: {
    /** Flows and exemptions that name both ends. */
    readonly flow: readonly PortRule[];
    /** Listening ports of which a page says who connects: `callers` (or `calls`) of the rule name the flow, row or words. */
    readonly document: readonly PortRule[];
    /** Listening ports of which this project knows who connects: `callers` (or `calls`) of the rule give the reason. */
    readonly project: readonly PortRule[];
  };
  /** Flows and exemptions that allow it because an end, or both, is anybody. "Any" that is narrowed to others is not. */
  readonly any: readonly PortRule[];
}

/** A rule that was searched for, and how it matches. */
export interface SearchResult {
  readonly rule: PortRule;
  /** `range` where only a range of the rule covers the port that was typed. */
  readonly match: Match;
}

/** What a rule states, besides what it is about. */
export type Fact =
  | 'role'
  | 'service'
  | 'source'
  | 'destination'
  | 'transports'
  | 'protocols'
  | 'ports'
  | 'sourcePorts'
  | 'direction'
  | 'authentication'
  | 'name'
  | 'nodePorts'
  | 'monitor'
  | 'persistence'
  | 'property'
  | 'optional'
  | 'releases';

/** A rule in each of two products. */
export interface SameRule {
  readonly a: PortRule;
  readonly b: PortRule;
}

/** A rule in two products that is about the same, and what it says differently. */
export interface ChangedRule extends SameRule {
  readonly fields: readonly Fact[];
}

export interface Comparison {
  /** Rules that state the same facts. */
  readonly same: readonly SameRule[];
  /** Rules about the same (table, role, service, ports and ends, or table and rule name) that state other facts. */
  readonly changed: readonly ChangedRule[];
  readonly onlyInA: readonly PortRule[];
  readonly onlyInB: readonly PortRule[];
}
