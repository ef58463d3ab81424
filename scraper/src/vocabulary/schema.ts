import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import {
  Name,
  NeedLevel,
  PortNumber,
  RoleKind,
  RuleKind,
  ScenarioGroup,
  Severity,
  Transport,
  Zone,
} from '../model/catalog.ts';
import { bracesIn } from './reasons.ts';

/** The entries in the files of `scraper/vocabulary/`. The first lines of each file say what it is for. */

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const Text = z.string().min(1);
/** Which other documents need an entry that the committed snapshots do not: it is exempt from the check for use. */
const Elsewhere = Text.optional();
/** How many places of the committed snapshots carry a mistranslation: a person keeps it, so that each one is looked at. */
const Places = z.int().positive().optional();

/** What the machine made of a word: published with every correction, in both languages. */
const Why = z.strictObject({ en: Text, ko: Text });

const Also = z.array(z.union([Text, z.strictObject({ ko: Text, elsewhere: Text })])).optional();
const Mistranslations = z
  .array(z.strictObject({ ko: Text, why: Why, places: Places, elsewhere: Elsewhere }))
  .optional();
/** The forms of an entry besides its own name, and where else it is needed. */
const Forms = { also: Also, mistranslations: Mistranslations, elsewhere: Elsewhere };

const PageTest = z.strictObject({ in: Text, contains: Text });

export const ProductEntry = z.strictObject({
  id: Id,
  name: Name,
  named: z.array(Text).min(1),
  /** `with` names the other products that a page which passes the test is for; `unless` is a test that it must not pass. */
  recognise: z
    .array(z.strictObject({ ...PageTest.shape, unless: PageTest.optional(), with: z.array(Id).min(1).optional() }))
    .min(1),
  /** Why the catalog does not cover the product. */
  outside: Text.optional(),
  elsewhere: Elsewhere,
});

export const ColumnField = z.enum([
  ...(['server-role', 'load-balancer', 'component', 'service', 'port', 'protocol', 'notes', 'rule-name'] as const),
  ...(['source', 'destination', 'source-port', 'destination-port', 'authentication', 'composite'] as const),
  ...(['role-or-protocol', 'transport', 'direction', 'virtual-ip', 'node-port', 'monitor', 'persistence'] as const),
  ...(['media', 'port-start', 'port-count', 'property', 'property-value', 'role-value', 'hosts', 'none'] as const),
  ...(['protocol-or-note', 'sentence'] as const),
]);
export type ColumnField = z.infer<typeof ColumnField>;

export const ColumnEntry = z.strictObject({
  field: ColumnField,
  en: z.array(Text).min(1),
  /** The role that the sentences of the column are about. */
  role: Id.optional(),
  /** English headers that other tables have too: they name the field, but do not make a table a port table. */
  common: z.array(Text).optional(),
  ko: Text,
  ...Forms,
});

export const RoleEntry = z.strictObject({
  id: Id,
  name: Name,
  en: z.array(Text).optional(),
  composite: z.array(Text).optional(),
  kind: RoleKind,
  zone: Zone,
  base: Id.optional(),
  /** The roles of the servers behind a load balancer, or in a group. */
  servers: z.array(Id).min(1).optional(),
  /** Of which role the servers of a pool are that is named beside this one without its kind; this one, unless told. */
  pool: Id.optional(),
  /** The domains of its hosts. */
  hosts: z.array(z.string().regex(/^[a-z0-9.-]+$/)).optional(),
  ...Forms,
});

export const ServiceEntry = z.strictObject({
  id: Id,
  name: Name,
  en: z.array(Text).optional(),
  ...Forms,
});

export const ProtocolEntry = z.strictObject({
  id: Id,
  label: Text,
  name: Name,
  en: z.array(Text).optional(),
  implies: Transport.optional(),
  carries: z.literal(true).optional(),
  elsewhere: Elsewhere,
});

export const WordDomain = z.enum([
  ...(['protocol', 'port', 'endpoint', 'authentication', 'rule-name', 'service', 'direction'] as const),
  ...(['persistence', 'caption', 'remark'] as const),
]);

export const WordEntry = z.strictObject({
  en: Text,
  ko: Text.optional(),
  in: z.array(WordDomain).min(1),
  ...Forms,
});

/** A part of a flow's end: a name, or what stands around other parts. Braces hold the place of one. */
export const EndEntry = z
  .strictObject({ en: Text, ko: Text, also: Also, mistranslations: Mistranslations, elsewhere: Elsewhere })
  .superRefine(({ en, ko, also = [], mistranslations = [] }, context) => {
    const places = bracesIn(en).sort();
    if (new Set(places).size < places.length) context.addIssue('two places have one name');
    for (const form of [
      ko,
      ...[...also, ...mistranslations].map((each) => (typeof each === 'string' ? each : each.ko)),
    ]) {
      if (!isDeepStrictEqual(bracesIn(form).sort(), places)) context.addIssue(`other places than in en: ${form}`);
      if (/\}\s*\{/.test(form)) context.addIssue(`nothing stands between two places: ${form}`);
    }
  });

export const DeviceEntry = z.strictObject({
  role: Id,
  en: Text,
  ko: Text,
  also: Also,
  elsewhere: Elsewhere,
});

export const NoteEntry = z.strictObject({
  ko: Text,
  en: Text,
  why: Text,
  elsewhere: Elsewhere,
});

export const RegistryEntry = z.strictObject({
  ports: z.array(PortNumber).min(1),
  transport: Transport.optional(),
  protocol: Id.optional(),
  assignment: Text,
});

export const PortWordEntry = z.strictObject({ word: Text, in: Text, except: z.array(Text).optional() });

export const TellingPortsEntry = z.strictObject({ ports: z.array(PortNumber).min(1), why: Text });

export const OtherTableEntry = z.strictObject({ page: Text, header: z.array(Text).min(1), why: Text });

export const ScenarioEntry = z.strictObject({
  id: Id,
  group: ScenarioGroup,
  name: Name,
  tables: z.array(
    z.strictObject({
      page: Text,
      kind: RuleKind,
      number: z.int().positive(),
      table: Id,
      /** The role of the rows that name none. */
      about: Id.optional(),
      title: Name,
    }),
  ),
});

/** A value, or several of which one is enough. */
const OneOf = <Value extends z.ZodType>(value: Value) => z.union([value, z.array(value).min(2)]).optional();
const Ports = z.string().regex(/^\d+(-\d+)?$/);

export const RuleSelector = z
  .strictObject({
    product: OneOf(Id),
    scenario: OneOf(Id),
    /** Its id behind the product, which editions of a page share. */
    table: OneOf(Id),
    kind: OneOf(RuleKind),
    role: OneOf(Id),
    service: OneOf(Id),
    protocol: OneOf(Id),
    transport: OneOf(Transport),
    ports: OneOf(Ports),
    sourcePorts: OneOf(Ports),
    source: OneOf(Id),
    destination: OneOf(Id),
    ruleName: OneOf(Text),
    /** A part of the English note. */
    note: OneOf(Text),
  })
  .refine((selector) => Object.keys(selector).length > 0, 'this selects every rule');
export type RuleSelector = z.infer<typeof RuleSelector>;

/** The levels that say what for. */
const CONDITIONAL: readonly NeedLevel[] = ['only-if', 'off-by-default', 'legacy'];

export const AdvisoryEntry = z.strictObject({
  id: Id,
  severity: Severity,
  title: Name,
  explanation: Name,
  rules: z.array(RuleSelector).min(1),
  expects: z.int().positive(),
  why: Text,
});

/** Whether ports must be open. What the page says is quoted, all else has a reason. */
export const NeedEntry = z
  .strictObject({
    id: Id,
    rules: z.array(RuleSelector).min(1),
    level: NeedLevel,
    when: Name.optional(),
    ifClosed: Name.optional(),
    by: z.enum(['document', 'project']),
    from: Text.optional(),
    /** The pages in whose text the quotation stands; without it, rows say it. */
    pages: z.array(Text.endsWith('.md')).min(1).optional(),
    reason: Why.optional(),
    doubt: Text.optional(),
  })
  .refine(({ by, from }) => (by === 'document') === (from !== undefined), 'what documents say is quoted in `from`')
  .refine(({ by, reason }) => (by === 'project') === (reason !== undefined), 'what this project says has a `reason`')
  .refine(({ pages, from }) => pages === undefined || from !== undefined, 'only a quotation has pages')
  .refine(
    ({ level, ifClosed }) => (level === 'unknown') === (ifClosed === undefined),
    'only what is unknown has no `ifClosed`',
  )
  .refine(
    ({ level, when }) => !CONDITIONAL.includes(level) || when !== undefined,
    'this level has a condition, `when`',
  );
export type NeedEntry = z.infer<typeof NeedEntry>;

const Holds = z.union([Text, Name]);

/** A page that has ports in prose only. */
const ProsePage = z.strictObject({ page: Text.endsWith('.md'), products: z.array(Id), title: Text, holds: Holds });

/** What no page has. An address is given only where it was confirmed, and says how. */
const Topic = z
  .strictObject({
    id: Id,
    title: Name,
    holds: Holds.optional(),
    see: z.strictObject({
      en: Text,
      ko: Text,
      url: z.url({ protocol: /^https$/ }).optional(),
      confirmed: Text.optional(),
    }),
  })
  .refine(({ see }) => (see.url === undefined) === (see.confirmed === undefined), 'url and confirmed go together');

export const CoverageEntry = z.union([ProsePage, Topic]);
export type CoverageEntry = z.infer<typeof CoverageEntry>;

/** Which roles miss what is covered by no table, or a list of roles that several miss. */
export const CoverageRolesEntry = z.union([
  z.strictObject({ list: Id, roles: z.array(Id).min(1), why: Text }),
  z.strictObject({ id: Id, roles: z.array(Id).min(1), why: Text }),
]);
export type CoverageRolesEntry = z.infer<typeof CoverageRolesEntry>;

const SynonymWords = z.array(Text).min(1);
const PairPattern = Text.refine(
  (text) => text.replace('{a}', '').replace('{b}', '').trim() !== '' && /\{a\}.+\{b\}/.test(text),
  'a pattern of {a}, then {b}, and words',
);

/** What people type, and what the catalog has for it. */
export const SynonymEntry = z.union([
  z.strictObject({ words: SynonymWords, noise: z.literal(true), why: Text }),
  z.strictObject({ words: SynonymWords, product: Id, why: Text }),
  z.strictObject({ words: SynonymWords, means: z.array(Text).min(1), role: Id.optional(), why: Text }),
  z.strictObject({ words: SynonymWords, hosts: z.literal(true), why: Text }),
  z.strictObject({ words: SynonymWords, brand: z.literal(true), why: Text }),
  z.strictObject({ words: SynonymWords, brand: z.literal(true), means: z.array(Text).min(1), why: Text }),
  z.strictObject({ words: SynonymWords, ending: z.enum(['any', 'host']), why: Text }),
  z.strictObject({ words: SynonymWords, narrows: z.literal(true), why: Text }),
  z.strictObject({ pair: PairPattern, why: Text }),
  z.strictObject({ range: PairPattern, why: Text }),
]);
export type SynonymEntry = z.infer<typeof SynonymEntry>;

/** One or several of them, written without brackets where it is one. */
function oneOrMore<Item extends z.ZodType>(item: Item) {
  return z.union([item.transform((each) => [each]), z.array(item).min(1)]);
}

const CallerRoles = z.array(Id).min(1);
const QuotedCallers = z.strictObject({
  roles: CallerRoles,
  by: z.literal('document'),
  from: Text,
  of: z.strictObject({ role: Id, ports: Text }).optional(),
});
const KnownCallers = z.strictObject({ roles: CallerRoles, by: z.literal('project'), reason: Why });
const FlowCallers = z.strictObject({ roles: CallerRoles, by: z.literal('flow') });

/** Roles that connect, or are connected to, and what that rests on. */
export type CallerGroup = z.infer<typeof QuotedCallers | typeof KnownCallers | typeof FlowCallers>;

const isOncePerRole = (groups: readonly CallerGroup[]) => {
  const roles = groups.flatMap((group) => group.roles);
  return new Set(roles).size === roles.length;
};

export const CallersEntry = z
  .strictObject({
    kind: z.literal('virtual-ip').optional(),
    role: oneOrMore(Id.nullable()).optional(),
    name: Text.optional(),
    ports: oneOrMore(Text),
    services: z.array(Id.nullable()).min(1).optional(),
    protocols: z.array(Id).optional(),
    notes: z.array(Text).min(1).optional(),
    callers: z
      .array(z.discriminatedUnion('by', [QuotedCallers, KnownCallers]))
      .min(1)
      .refine(isOncePerRole, 'a role is there twice')
      .optional(),
    none: Why.optional(),
    unknown: Why.optional(),
    calls: z
      .array(z.discriminatedUnion('by', [FlowCallers, QuotedCallers, KnownCallers]))
      .min(1)
      .refine(isOncePerRole, 'a role is there twice')
      .optional(),
    doubt: Text.optional(),
  })
  .refine(
    ({ callers, none, unknown }) => [callers, none, unknown].filter((each) => each !== undefined).length === 1,
    'an entry has callers, or says why there are none, or why they are unknown',
  )
  .refine(({ calls, none }) => calls === undefined || none !== undefined, 'only a row without callers has calls')
  .refine(({ role, name }) => role !== undefined || name !== undefined, 'an entry has a role or a name');
export type CallersEntry = z.infer<typeof CallersEntry>;

export const ReasonId = z.enum(['translation-differs', 'words-reordered', 'learnt']);
export type ReasonId = z.infer<typeof ReasonId>;

/** A reason that code gives. Braces hold the name of a text, and both languages have the same. */
export const ReasonEntry = z
  .strictObject({ id: ReasonId, en: Text, ko: Text })
  .refine(({ en, ko }) => isDeepStrictEqual(bracesIn(en).sort(), bracesIn(ko).sort()), 'other braces in en than in ko');

/** The files, and the entries of each. */
export const VocabularyFiles = {
  products: z.array(ProductEntry),
  columns: z.array(ColumnEntry),
  roles: z.array(RoleEntry),
  services: z.array(ServiceEntry),
  protocols: z.array(ProtocolEntry),
  words: z.array(WordEntry),
  ends: z.array(EndEntry),
  devices: z.array(DeviceEntry),
  notes: z.array(NoteEntry),
  footnotes: z.array(NoteEntry),
  registry: z.array(RegistryEntry),
  'port-words': z.array(PortWordEntry),
  'telling-ports': z.array(TellingPortsEntry),
  'other-tables': z.array(OtherTableEntry),
  scenarios: z.array(ScenarioEntry),
  advisories: z.array(AdvisoryEntry),
  coverage: z.array(CoverageEntry),
  'coverage-roles': z.array(CoverageRolesEntry),
  callers: z.array(CallersEntry),
  needs: z.array(NeedEntry),
  synonyms: z.array(SynonymEntry),
  reasons: z
    .array(ReasonEntry)
    .refine((list) => ReasonId.options.every((id) => list.some((each) => each.id === id)), 'a reason is missing'),
} as const;

export type VocabularyEntries = { [File in keyof typeof VocabularyFiles]: z.infer<(typeof VocabularyFiles)[File]> };
