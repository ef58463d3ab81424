import type { Catalog, LocalizedText, Name, PortRule, PortSet, Transport } from './generated/types.ts';
import type { Fact } from './results.ts';

/**
 * What fields may hold. Whoever prints or compares rules has a case for each of these, and none for a single field. Ids are
 * any text, so that rules of another version of the data fit too.
 */
export interface Held {
  id: string;
  /** The id of a record that has a name; `of` says in which list it stands. */
  name: string | null;
  /** One of a few words; `values` says how they are printed. */
  word: string | null;
  flag: boolean;
  /** A name that the page gives, in no language. */
  label: string | null;
  /** Said to be so, said not to be so, or not said. */
  choice: boolean | null;
  /** A word for each of two things. */
  words: { readonly [Part in 'at' | 'way' | 'side' | 'address']?: string | null } | null;
  end: {
    readonly text: LocalizedText;
    readonly any: boolean;
    readonly narrowed: boolean;
    readonly roles: readonly string[];
  } | null;
  monitor: { readonly role: string; readonly ports: PortSet } | null;
  callers: readonly { readonly role: string; readonly by: string; readonly from: string }[];
  /** Whether the port must be open; the list `needs` says more. */
  need: { readonly id: string; readonly level: string; readonly by: string } | null;
  ports: PortSet | null;
  text: LocalizedText | null;
  texts: readonly LocalizedText[];
  transports: readonly Transport[];
  protocols: readonly string[];
  ids: readonly string[] | null;
  origin: { readonly document: string; readonly table: number; readonly row: number };
}
export type Holding = keyof Held;

/**
 * What a field says: where the rule stands, a fact of its own, what follows from the facts, what is only text
 * (CONTRIBUTING.md, "Release"), or what is recorded about the rule itself.
 */
export type Standing = 'place' | 'fact' | 'inference' | 'text' | 'record';

interface Field<Holds extends Holding, States extends Standing, Word extends string> {
  readonly holds: Holds;
  readonly states: States;
  /** The list of the catalog in which an id stands. */
  readonly of?: keyof Catalog;
  /** What stands before its value; null where it is printed with another field, or not at all. */
  readonly label: Name | null;
  /** Its columns in CSV: English, then Korean. Fields with the same column share its cells. */
  readonly csv: readonly string[];
  /** How its words are printed. */
  readonly values?: Readonly<Record<Word, Name>>;
}

type WordIn<Value> = Value extends string ? Value : Value extends object ? Extract<Value[keyof Value], string> : never;

/** What the table may say of a field: it holds what the field's type allows, and facts are those that `Fact` lists. */
type FieldOf<Key extends keyof PortRule> = {
  [Holds in Holding]: PortRule[Key] extends Held[Holds]
    ? Field<Holds, Key extends Fact ? 'fact' : Exclude<Standing, 'fact'>, WordIn<NonNullable<PortRule[Key]>>>
    : never;
}[Holding];

const SIDES = { external: { en: 'external', ko: '외부' }, internal: { en: 'internal', ko: '내부' } } as const;
const WAYS = { inbound: { en: 'inbound', ko: '인바운드' }, outbound: { en: 'outbound', ko: '아웃바운드' } } as const;

/** Every field of a rule, in the order in which they are printed. */
export const RULE_FIELDS = {
  id: { holds: 'id', states: 'record', label: null, csv: ['id'] },
  product: {
    holds: 'name',
    of: 'products',
    states: 'place',
    label: { en: 'Product', ko: '제품' },
    csv: ['product'],
  },
  scenario: {
    holds: 'name',
    of: 'scenarios',
    states: 'place',
    label: { en: 'Scenario', ko: '시나리오' },
    csv: ['scenario'],
  },
  table: { holds: 'id', of: 'tables', states: 'place', label: null, csv: [] },
  kind: { holds: 'word', states: 'place', label: null, csv: ['kind'] },
  role: {
    holds: 'name',
    of: 'roles',
    states: 'fact',
    label: { en: 'Role', ko: '역할' },
    csv: ['role', 'role_ko'],
  },
  service: {
    holds: 'name',
    of: 'services',
    states: 'fact',
    label: { en: 'Service', ko: '서비스' },
    csv: ['service', 'service_ko'],
  },
  ruleName: { holds: 'text', states: 'text', label: { en: 'Rule name', ko: '규칙 이름' }, csv: ['rule_name'] },
  source: { holds: 'end', states: 'fact', label: { en: 'Source', ko: '출발지' }, csv: ['source'] },
  destination: { holds: 'end', states: 'fact', label: { en: 'Destination', ko: '목적지' }, csv: ['destination'] },
  direction: {
    holds: 'word',
    states: 'fact',
    label: { en: 'Direction', ko: '방향' },
    csv: ['direction'],
    values: WAYS,
  },
  firewall: {
    holds: 'words',
    states: 'inference',
    label: { en: 'Firewall', ko: '방화벽' },
    csv: ['firewall'],
    values: { ...SIDES, in: WAYS.inbound, out: WAYS.outbound },
  },
  interface: {
    holds: 'words',
    states: 'inference',
    label: { en: 'Interface', ko: '인터페이스' },
    csv: ['interface'],
    values: { ...SIDES, node: { en: 'node', ko: '노드' }, 'virtual-ip': { en: 'virtual IP', ko: '가상 IP' } },
  },
  callers: { holds: 'callers', states: 'inference', label: { en: 'Called by', ko: '호출자' }, csv: ['callers'] },
  calls: { holds: 'callers', states: 'inference', label: { en: 'Connects to', ko: '연결 대상' }, csv: ['calls'] },
  name: { holds: 'label', states: 'fact', label: { en: 'Virtual IP', ko: '가상 IP' }, csv: ['name'] },
  ports: { holds: 'ports', states: 'fact', label: { en: 'Ports', ko: '포트' }, csv: ['ports'] },
  nodePorts: { holds: 'ports', states: 'fact', label: { en: 'Node ports', ko: '노드 포트' }, csv: ['node_ports'] },
  monitor: { holds: 'monitor', states: 'fact', label: { en: 'Monitor', ko: '모니터' }, csv: ['monitor'] },
  persistence: {
    holds: 'word',
    states: 'fact',
    label: { en: 'Persistence', ko: '지속성' },
    csv: ['persistence'],
    values: {
      source: { en: 'source address', ko: '출발지 주소' },
      cookie: { en: 'cookie', ko: '쿠키' },
      none: { en: 'none', ko: '없음' },
    },
  },
  property: { holds: 'label', states: 'fact', label: { en: 'Property', ko: '속성' }, csv: ['property'] },
  sourcePorts: {
    holds: 'ports',
    states: 'fact',
    label: { en: 'Source ports', ko: '출발지 포트' },
    csv: ['source_ports'],
  },
  transports: { holds: 'transports', states: 'fact', label: { en: 'Transport', ko: '전송' }, csv: ['transports'] },
  transportsImplied: { holds: 'flag', states: 'inference', label: null, csv: [] },
  protocols: {
    holds: 'protocols',
    of: 'protocols',
    states: 'fact',
    label: { en: 'Protocols', ko: '프로토콜' },
    csv: ['protocols'],
  },
  protocolNote: { holds: 'text', states: 'text', label: null, csv: ['notes'] },
  authentication: {
    holds: 'word',
    states: 'fact',
    label: { en: 'Authentication', ko: '인증' },
    csv: [],
    values: { none: { en: 'do not authenticate', ko: '인증 안 함' } },
  },
  need: {
    holds: 'need',
    of: 'needs',
    states: 'inference',
    label: { en: 'Needed', ko: '필요 여부' },
    csv: ['need'],
  },
  optional: { holds: 'choice', states: 'fact', label: { en: 'Optional', ko: '선택 사항' }, csv: ['optional'] },
  releases: {
    holds: 'ids',
    of: 'products',
    states: 'fact',
    label: { en: 'Only for', ko: '적용 제품' },
    csv: ['releases'],
  },
  devices: { holds: 'texts', states: 'text', label: { en: 'Devices', ko: '장치' }, csv: [] },
  notes: { holds: 'text', states: 'text', label: { en: 'Notes', ko: '참고' }, csv: ['notes'] },
  footnotes: { holds: 'texts', states: 'text', label: { en: 'Footnotes', ko: '각주' }, csv: [] },
  corrections: { holds: 'ids', of: 'corrections', states: 'record', label: null, csv: [] },
  origin: { holds: 'origin', states: 'record', label: null, csv: [] },
} as const satisfies { [Key in keyof PortRule]: FieldOf<Key> };

export type RuleField = keyof typeof RULE_FIELDS;

/** A rule of whatever version of the data. */
export type AnyRule = { readonly [Key in RuleField]: Held[(typeof RULE_FIELDS)[Key]['holds']] };

/** The fields that say one of these. */
export type FieldThat<States extends Standing> = {
  [Key in RuleField]: (typeof RULE_FIELDS)[Key]['states'] extends States ? Key : never;
}[RuleField];

/** The fields that hold a sort of value. */
export type FieldHolding<Holds extends Holding> = {
  [Key in RuleField]: (typeof RULE_FIELDS)[Key]['holds'] extends Holds ? Key : never;
}[RuleField];

/** What the table says of a field. */
export function describeField(field: RuleField): Field<Holding, Standing, string> {
  return RULE_FIELDS[field];
}

/** The fields that say one of these, in their order; all where none is named. */
export function fieldsThat<States extends Standing = Standing>(...states: readonly States[]): FieldThat<States>[] {
  const wanted: readonly Standing[] = states;
  const fields = Object.keys(RULE_FIELDS) as FieldThat<States>[];
  return wanted.length === 0 ? fields : fields.filter((field) => wanted.includes(RULE_FIELDS[field].states));
}

/** A case for each sort of value. */
export type Cases<Made, Context extends unknown[]> = {
  readonly [Holds in Holding]: (value: Held[Holds], field: RuleField, ...context: Context) => Made;
};

/** What the cases make of a field of a rule. */
export function byCase<Made, Context extends unknown[]>(
  cases: Cases<Made, Context>,
  rule: AnyRule,
  field: RuleField,
  ...context: Context
): Made {
  const make = cases[RULE_FIELDS[field].holds] as (value: unknown, field: RuleField, ...context: Context) => Made;
  return make(rule[field], field, ...context);
}
