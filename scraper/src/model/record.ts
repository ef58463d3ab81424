import { z } from 'zod';

/** The published record: data-model.md is its contract, and the field names here are that contract's. */

const By = z.enum(['document', 'project']).nullable();

/** A text in both languages, and who wrote each. */
export const LocalizedText = z.strictObject({
  en: z.string().nullable(),
  ko: z.string().nullable(),
  by: z.strictObject({ en: By, ko: By }),
});
export type LocalizedText = z.infer<typeof LocalizedText>;

/** A name that this project keeps in both languages. */
export const Name = z.strictObject({ en: z.string(), ko: z.string() });
export type Name = z.infer<typeof Name>;

export const PortNumber = z.int().min(1).max(65535);

export const PortSet = z.strictObject({
  text: z.string(),
  ranges: z.array(z.strictObject({ from: PortNumber, to: PortNumber })),
  any: z.boolean(),
  configurable: z.boolean(),
});
export type PortSet = z.infer<typeof PortSet>;

export const Endpoint = z.strictObject({ text: LocalizedText, any: z.boolean(), roles: z.array(z.string()) });
export type Endpoint = z.infer<typeof Endpoint>;

export const Transport = z.enum(['tcp', 'udp']);
export type Transport = z.infer<typeof Transport>;

export const RuleKind = z.enum(['listener', 'load-balancer', 'client', 'flow', 'ipsec-exemption']);
export type RuleKind = z.infer<typeof RuleKind>;

export const Direction = z.enum(['inbound', 'outbound']);
export type Direction = z.infer<typeof Direction>;

export const Origin = z.strictObject({
  document: z.string(),
  /** The table's index among the document's port tables, from 1. */
  table: z.int().positive(),
  /** The body row in the published table, from 1. */
  row: z.int().positive(),
});

export const PortRule = z.strictObject({
  id: z.string(),
  product: z.string(),
  scenario: z.string(),
  table: z.string(),
  kind: RuleKind,
  role: z.string().nullable(),
  service: z.string().nullable(),
  source: Endpoint.nullable(),
  destination: Endpoint.nullable(),
  transports: z.array(Transport),
  transportsImplied: z.boolean(),
  protocols: z.array(z.string()),
  protocolNote: LocalizedText.nullable(),
  ports: PortSet.nullable(),
  sourcePorts: PortSet.nullable(),
  ruleName: LocalizedText.nullable(),
  authentication: z.enum(['none']).nullable(),
  direction: Direction.nullable(),
  notes: LocalizedText.nullable(),
  footnotes: z.array(LocalizedText),
  devices: z.array(LocalizedText),
  corrections: z.array(z.string()),
  origin: Origin,
});
export type PortRule = z.infer<typeof PortRule>;

export const Table = z.strictObject({
  id: z.string(),
  title: Name,
  product: z.string(),
  scenario: z.string(),
  kind: RuleKind,
  document: z.string(),
  index: z.int().positive(),
  columns: z.array(LocalizedText),
});
export type Table = z.infer<typeof Table>;

/** Since when a document is no longer published: the commit that deleted it, and its date as YYYY-MM-DD (UTC). */
export const Withdrawal = z.strictObject({ date: z.string(), commit: z.string() });
export type Withdrawal = z.infer<typeof Withdrawal>;

export const Document = z.strictObject({
  id: z.string(),
  title: LocalizedText,
  product: z.string(),
  /** The products that the page is for, where they are several; each has tables and rules of its own from it. */
  products: z.array(z.string()).optional(),
  locale: z.string(),
  path: z.string(),
  repository: z.string().nullable(),
  commit: z.string().nullable(),
  sha256: z.string(),
  assetId: z.string().nullable(),
  updated: z.string().nullable(),
  translation: z.strictObject({
    type: z.string().nullable(),
    handedOff: z.string().nullable(),
    sourceCommit: z.string().nullable(),
  }),
  withdrawn: Withdrawal.nullable(),
  /** The variant of the page that the English comes from; left out where it comes from the page itself. */
  english: z
    .strictObject({
      path: z.string(),
      repository: z.string().nullable(),
      commit: z.string().nullable(),
      sha256: z.string(),
    })
    .optional(),
});
export type Document = z.infer<typeof Document>;

export const RoleKind = z.enum(['server', 'load-balancer', 'edge-service', 'client', 'device', 'partner', 'group']);
export const Zone = z.enum(['external', 'perimeter', 'internal']);

export const Role = z.strictObject({
  id: z.string(),
  name: Name,
  kind: RoleKind,
  zone: Zone,
  /** The role of which this is a special case ("Front End Servers where …"); null for the rest. */
  base: z.string().nullable(),
});
export type Role = z.infer<typeof Role>;

export const Service = z.strictObject({ id: z.string(), name: Name });
export type Service = z.infer<typeof Service>;

export const Protocol = z.strictObject({
  id: z.string(),
  name: Name,
  /** The acronym as tables print it. */
  label: z.string(),
  /** The transport that the protocol alone implies; null where it implies none. */
  implies: Transport.nullable(),
});
export type Protocol = z.infer<typeof Protocol>;

export const Product = z.strictObject({ id: z.string(), name: Name });
export type Product = z.infer<typeof Product>;

export const Scenario = z.strictObject({ id: z.string(), name: Name });
export type Scenario = z.infer<typeof Scenario>;

export const Correction = z.strictObject({
  id: z.string(),
  rule: z.string(),
  /** The field of the rule that the word decides. */
  field: z.string(),
  published: z.string(),
  corrected: z.string(),
  reason: z.string(),
  evidence: z.enum(['bilingual', 'sibling', 'registry', 'vocabulary']),
  /** What bears it out: the English in the cell, the id of the sibling rule, or the registered assignment. */
  witness: z.string().nullable(),
});
export type Correction = z.infer<typeof Correction>;

export const Severity = z.enum(['info', 'caution', 'warning']);

export const Advisory = z.strictObject({
  id: z.string(),
  title: Name,
  explanation: Name,
  rules: z.array(z.string()),
  severity: Severity,
});
export type Advisory = z.infer<typeof Advisory>;

/** A published cell: its lines, in the page's own language and in the English that the page shows beside it. */
export const PublishedCell = z.array(z.strictObject({ text: z.string().nullable(), en: z.string().nullable() }));

/** The published cells of a rule's row, in the order of its table's columns. */
export const Evidence = z.strictObject({
  rule: z.string(),
  cells: z.array(PublishedCell),
  /** The row that the cells' English comes from, in the variant that the document names; left out where it is this row. */
  english: z.strictObject({ table: z.int().positive(), row: z.int().positive() }).optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** What the package publishes. */
export const PublishedCatalog = z.strictObject({
  ports: z.array(PortRule),
  tables: z.array(Table),
  scenarios: z.array(Scenario),
  documents: z.array(Document),
  roles: z.array(Role),
  services: z.array(Service),
  protocols: z.array(Protocol),
  products: z.array(Product),
  corrections: z.array(Correction),
  advisories: z.array(Advisory),
});
export type PublishedCatalog = z.infer<typeof PublishedCatalog>;
