import type {
  AdvisoryId,
  CorrectionId,
  DocumentId,
  ProductId,
  ProtocolId,
  RoleId,
  RuleId,
  ScenarioId,
  ServiceId,
  TableId,
} from './ids.ts';

export type {
  AdvisoryId,
  CorrectionId,
  DocumentId,
  ProductId,
  ProtocolId,
  RoleId,
  RuleId,
  ScenarioId,
  ServiceId,
  TableId,
} from './ids.ts';

/** The languages that every name has. */
export type Language = 'en' | 'ko';

/** Who wrote a text: the published page, or this project (a translation, a corrected term). */
export type Author = 'document' | 'project';

/** A name that this project keeps in both languages. */
export interface Name {
  readonly en: string;
  readonly ko: string;
}

/** A text of a page in both languages; null where there is none, and `by` says who wrote each. */
export interface LocalizedText {
  readonly en: string | null;
  readonly ko: string | null;
  readonly by: { readonly en: Author | null; readonly ko: Author | null };
}

export type Transport = 'tcp' | 'udp';

/** An inclusive range of ports; a single port has the same number at both ends. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** The ports of a rule. `67/68` is two ranges of one port each. */
export interface PortSet {
  /** As the English page prints them. */
  readonly text: string;
  readonly ranges: readonly PortRange[];
  /** Whether the page says "Any". */
  readonly any: boolean;
  /** Whether the page leaves the ports to configuration. */
  readonly configurable: boolean;
}

/** One end of a flow. */
export interface Endpoint {
  readonly text: LocalizedText;
  /** Whether the page says "Any"; `roles` are then those that it may be narrowed to. */
  readonly any: boolean;
  readonly roles: readonly RoleId[];
}

/** Which sort of table a rule stands in. */
export type RuleKind = 'listener' | 'load-balancer' | 'client' | 'flow' | 'ipsec-exemption';

/** One row of one published port table. */
export interface PortRule {
  /** Stable and readable: `<product>/<table>/<what it opens>`. */
  readonly id: RuleId;
  readonly product: ProductId;
  readonly scenario: ScenarioId;
  readonly table: TableId;
  readonly kind: RuleKind;
  /** Who the row is about; null where the table names nobody. */
  readonly role: RoleId | null;
  /** The service behind the port; null where the page names none, "Not applicable" or "Various". */
  readonly service: ServiceId | null;
  /** Flows and IPsec exemptions only. */
  readonly source: Endpoint | null;
  readonly destination: Endpoint | null;
  /** Stated by the page, or implied by the protocol; empty where neither says. */
  readonly transports: readonly Transport[];
  /** Whether `transports` follow from a protocol that the page names alone. */
  readonly transportsImplied: boolean;
  /** Application and security protocols, sorted. */
  readonly protocols: readonly ProtocolId[];
  /** What else the protocol cell says: "from reverse proxy". */
  readonly protocolNote: LocalizedText | null;
  /** The listening or destination ports; null where the table has no such column. */
  readonly ports: PortSet | null;
  /** IPsec exemptions only. */
  readonly sourcePorts: PortSet | null;
  /** The name that an IPsec table gives its row. */
  readonly ruleName: LocalizedText | null;
  /** IPsec exemptions: "Do not authenticate". */
  readonly authentication: 'none' | null;
  /** Where the page says it. */
  readonly direction: 'inbound' | 'outbound' | null;
  /** The Notes or Comments cell. */
  readonly notes: LocalizedText | null;
  /** The footnotes that the row points to. */
  readonly footnotes: readonly LocalizedText[];
  /** The devices that a client row lists. */
  readonly devices: readonly LocalizedText[];
  /** Every place where the published text was not taken at its word. */
  readonly corrections: readonly CorrectionId[];
  /** `table` is the number among the document's port tables, `row` the body row in the published table, from 1. */
  readonly origin: { readonly document: DocumentId; readonly table: number; readonly row: number };
}

/** A published port table. */
export interface Table {
  readonly id: TableId;
  readonly title: Name;
  readonly product: ProductId;
  readonly scenario: ScenarioId;
  readonly kind: RuleKind;
  readonly document: DocumentId;
  /** Number among the document's port tables, from 1. */
  readonly index: number;
  /** The headers as published. */
  readonly columns: readonly LocalizedText[];
}

/** A published page, at the commit from which it was read. */
export interface Document {
  readonly id: DocumentId;
  readonly title: LocalizedText;
  readonly product: ProductId;
  /** The products that the page is for, where they are several; each has tables and rules of its own from it. */
  readonly products?: readonly ProductId[];
  /** Language of the page. */
  readonly locale: string;
  readonly path: string;
  readonly repository: string | null;
  readonly commit: string | null;
  /** Of the page's UTF-8 text with LF line ends. */
  readonly sha256: string;
  /** The same for every edition and language of a page. */
  readonly assetId: string | null;
  /** When the English page was last changed, YYYY-MM-DD. */
  readonly updated: string | null;
  readonly translation: {
    /** MT is machine translation, HT human. */
    readonly type: string | null;
    /** When it was translated, YYYY-MM-DD. */
    readonly handedOff: string | null;
    /** The commit of the English page that was translated. */
    readonly sourceCommit: string | null;
  };
  /** The commit that deleted it, and its date, YYYY-MM-DD; null while it is published. Its rules stay. */
  readonly withdrawn: { readonly date: string; readonly commit: string } | null;
  /** The variant of the page that its English comes from; left out where that is the page itself. */
  readonly english?: {
    readonly path: string;
    readonly repository: string | null;
    readonly commit: string | null;
    readonly sha256: string;
  };
}

/** Where in the network a role stands. */
export type Zone = 'external' | 'perimeter' | 'internal';

export type RoleKind = 'server' | 'load-balancer' | 'edge-service' | 'client' | 'device' | 'partner' | 'group';

/** Who a rule is about, or who stands at one of its ends. */
export interface Role {
  readonly id: RoleId;
  readonly name: Name;
  readonly kind: RoleKind;
  readonly zone: Zone;
  /** The role of which this is a special case. */
  readonly base: RoleId | null;
}

export interface Service {
  readonly id: ServiceId;
  readonly name: Name;
}

export interface Protocol {
  readonly id: ProtocolId;
  readonly name: Name;
  /** The acronym as tables print it. */
  readonly label: string;
  /** The transport that the protocol alone implies. */
  readonly implies: Transport | null;
}

export interface Product {
  readonly id: ProductId;
  readonly name: Name;
}

/** A deployment situation, shared by products. */
export interface Scenario {
  readonly id: ScenarioId;
  readonly name: Name;
}

/** A place where the published text was not taken at its word. */
export interface Correction {
  readonly id: CorrectionId;
  readonly rule: RuleId;
  /** The field of the rule that the word decides. */
  readonly field: string;
  readonly published: string;
  readonly corrected: string;
  readonly reason: string;
  /**
   * How the project knows: the English beside the Korean in the same cell, the same row in another edition of the
   * page, a registered port assignment, or the vocabulary's own reason.
   */
  readonly evidence: 'bilingual' | 'sibling' | 'registry' | 'vocabulary';
  /** The English of the cell, the id of the sibling rule, or the assignment; null for the vocabulary's reason. */
  readonly witness: string | null;
}

/** Where documents contradict each other or themselves; the data is left as published. */
export interface Advisory {
  readonly id: AdvisoryId;
  readonly title: Name;
  readonly explanation: Name;
  readonly rules: readonly RuleId[];
  readonly severity: 'info' | 'caution' | 'warning';
}

/** The whole catalog, as `data.json` holds it. */
export interface Catalog {
  readonly version: string;
  readonly ports: readonly PortRule[];
  readonly tables: readonly Table[];
  readonly scenarios: readonly Scenario[];
  readonly documents: readonly Document[];
  readonly roles: readonly Role[];
  readonly services: readonly Service[];
  readonly protocols: readonly Protocol[];
  readonly products: readonly Product[];
  readonly corrections: readonly Correction[];
  readonly advisories: readonly Advisory[];
}
