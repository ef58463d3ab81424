import { z } from 'zod';

/**
 * The published records, which are a contract: other programs read these fields by name. `generated/types.ts` and
 * schema.json are made of this, their words included; a field that is added here needs nothing else in the package.
 */

/** An id. The types have the ids that there are; the schemas take any, for those of other releases. */
function idOf(type: string, description: string) {
  return z.string().meta({ id: type, description });
}

const RuleId = idOf('RuleId', 'Stable and readable: `<product>/<table>/<what it opens>`.');
const TableId = idOf('TableId', '`<product>/<table>`');
const ScenarioId = idOf('ScenarioId', 'A deployment situation, as `sip-federation`.');
const ProductId = idOf('ProductId', 'A product, as `lync-server-2013`.');
const DocumentId = idOf('DocumentId', '`<product>/<page>`');
const RoleId = idOf('RoleId', 'A server role, client, device or partner, as `director`.');
const ServiceId = idOf('ServiceId', 'A service behind a port, as `front-end-service`.');
const ProtocolId = idOf('ProtocolId', 'A protocol, as `mtls`.');
const AdvisoryId = idOf('AdvisoryId', 'An advisory, as `media-range-direction`.');
const NeedId = idOf('NeedId', 'Whether and what for ports must be open, as `call-park`.');
const CorrectionId = idOf('CorrectionId', 'The rule, `#`, and what was corrected in it.');

const Author = z.enum(['document', 'project']).meta({
  id: 'Author',
  description: 'Who wrote a text: the published page, or this project (a translation, a corrected term).',
});

export const LocalizedText = z
  .strictObject({
    en: z.string().nullable(),
    ko: z.string().nullable(),
    by: z.strictObject({ en: Author.nullable(), ko: Author.nullable() }),
  })
  .meta({
    id: 'LocalizedText',
    description: 'A text of a page in both languages; null where there is none, and `by` says who wrote each.',
  });
export type LocalizedText = z.infer<typeof LocalizedText>;

export const Name = z
  .strictObject({ en: z.string(), ko: z.string() })
  .meta({ id: 'Name', description: 'A name that this project keeps in both languages.' });
export type Name = z.infer<typeof Name>;

export const Title = z.strictObject({ en: z.string(), ko: z.string().nullable() }).meta({
  id: 'Title',
  description: 'A name that this project keeps, or the title of a page; its Korean is null where the page has none.',
});
export type Title = z.infer<typeof Title>;

export const PortNumber = z.int().min(1).max(65535).meta({ id: 'PortNumber' });

const PortRange = z.strictObject({ from: PortNumber, to: PortNumber }).meta({
  id: 'PortRange',
  description: 'An inclusive range of ports; a single port has the same number at both ends.',
});

export const PortSet = z
  .strictObject({
    text: z.string().describe('As the English page prints them.'),
    ranges: z.array(PortRange),
    any: z.boolean().describe('Whether the page says "Any".'),
    configurable: z
      .boolean()
      .nullable()
      .describe(
        'Whether the page leaves the ports to configuration; null where a footnote that may say so is not read.',
      ),
  })
  .meta({ id: 'PortSet', description: 'The ports of a rule. `67/68` is two ranges of one port each.' });
export type PortSet = z.infer<typeof PortSet>;

export const Endpoint = z
  .strictObject({
    text: LocalizedText,
    any: z.boolean().describe('Whether the page says "Any".'),
    narrowed: z.boolean().describe('Whether "Any" may be narrowed to the roles that are named beside it.'),
    roles: z.array(RoleId),
  })
  .meta({ id: 'Endpoint', description: 'One end of a flow.' });
export type Endpoint = z.infer<typeof Endpoint>;

export const Transport = z.enum(['tcp', 'udp']).meta({ id: 'Transport' });
export type Transport = z.infer<typeof Transport>;

export const RuleKind = z
  .enum(['listener', 'load-balancer', 'client', 'flow', 'ipsec-exemption', 'virtual-ip', 'media-range'])
  .meta({ id: 'RuleKind', description: 'Which sort of table a rule stands in.' });
export type RuleKind = z.infer<typeof RuleKind>;

export const Direction = z.enum(['inbound', 'outbound']);
export type Direction = z.infer<typeof Direction>;

export const Side = z.enum(['external', 'internal']);
export type Side = z.infer<typeof Side>;

export const Firewall = z
  .strictObject({
    at: Side,
    way: z.enum(['in', 'out']).describe('As seen from the side that the firewall protects.'),
  })
  .meta({ id: 'Firewall', description: 'The firewall of a perimeter network that a flow crosses, and the way.' });

export const Interface = z
  .strictObject({
    side: Side,
    address: z
      .enum(['node', 'virtual-ip'])
      .nullable()
      .describe('Whether it is that of a server or of the load balancer; null where the page does not tell.'),
  })
  .meta({ id: 'Interface', description: 'The interface of an Edge Server or reverse proxy that a table is about.' });
export type Interface = z.infer<typeof Interface>;

export const Monitor = z
  .strictObject({ role: RoleId, ports: PortSet })
  .meta({ id: 'Monitor', description: 'What a load balancer asks whether a node is there.' });

export const Caller = z
  .strictObject({
    role: RoleId,
    by: Author,
    from: z
      .string()
      .describe(
        'The id of a flow, or of another row that says it; the words of this row; or the reason of this project.',
      ),
  })
  .meta({ id: 'Caller', description: 'Who stands at the other end of a port, and where that is known from.' });
export type Caller = z.infer<typeof Caller>;

export const NeedLevel = z.enum(['required', 'only-if', 'optional', 'off-by-default', 'legacy', 'unknown']).meta({
  id: 'NeedLevel',
  description:
    'Whether a port must be open where there is what its table is about: always, under a condition only, for ' +
    'convenience, only once it is turned on, only for what is out of use, or not known.',
});
export type NeedLevel = z.infer<typeof NeedLevel>;

/** What a rule has of its need: enough to sort rules by, without the texts that many of them share. */
const NeedOfRule = z
  .strictObject({
    id: NeedId.describe('The record among `needs` that says more.'),
    level: NeedLevel,
    by: Author.describe('Who says so: the published pages, or this project.'),
  })
  .meta({ id: 'NeedOfRule' });

export const Origin = z.strictObject({
  document: DocumentId,
  table: z.int().positive().describe("Number among the document's port tables, from 1."),
  row: z.int().positive().describe('The body row in the published table, from 1.'),
});

export const PortRule = z
  .strictObject({
    id: RuleId,
    product: ProductId,
    scenario: ScenarioId,
    table: TableId,
    kind: RuleKind,
    role: RoleId.nullable().describe('Who the row is about; null where the table names nobody.'),
    service: ServiceId.nullable().describe(
      'The service behind the port; null where the page names none, "Not applicable" or "Various".',
    ),
    source: Endpoint.nullable().describe('Flows and IPsec exemptions only.'),
    destination: Endpoint.nullable().describe('Flows and IPsec exemptions only.'),
    transports: z
      .array(Transport)
      .describe('Stated by the page, or implied by the protocol; empty where neither says.'),
    transportsImplied: z.boolean().describe('Whether `transports` follow from a protocol that the page names alone.'),
    protocols: z.array(ProtocolId).describe('Application and security protocols, sorted.'),
    protocolNote: LocalizedText.nullable().describe('What else the protocol cell says: "from reverse proxy".'),
    ports: PortSet.nullable().describe('The listening or destination ports; null where the table has no such column.'),
    sourcePorts: PortSet.nullable().describe('Flows and IPsec exemptions only.'),
    name: z.string().nullable().describe('The name of a virtual IP.'),
    nodePorts: PortSet.nullable().describe('Virtual IPs: the ports of the servers behind it.'),
    monitor: Monitor.nullable().describe('Virtual IPs only.'),
    persistence: z
      .enum(['source', 'cookie', 'none'])
      .nullable()
      .describe('Virtual IPs: by what the load balancer keeps a client with one server.'),
    property: z.string().nullable().describe('Media ranges: the setting that gives the first port.'),
    ruleName: LocalizedText.nullable().describe('The name that an IPsec table gives its row.'),
    authentication: z.enum(['none']).nullable().describe('IPsec exemptions: "Do not authenticate".'),
    direction: Direction.nullable().describe('Where the page says it.'),
    firewall: Firewall.nullable().describe('Flows: the firewall that they cross, by both ends and the interface.'),
    interface: Interface.nullable().describe('Flows of Edge Servers: by the captions and headings of the table.'),
    callers: z.array(Caller).describe('Listeners, load balancers, virtual IPs and clients: who connects.'),
    calls: z
      .array(Caller)
      .describe('Rows among listening ports whose role is the one that connects: the roles that listen on the port.'),
    need: NeedOfRule.nullable().describe('Whether it must be open; null where this project has not said yet.'),
    optional: z.boolean().nullable().describe('Whether the page says that it is optional; null where it does not say.'),
    releases: z
      .array(ProductId)
      .nullable()
      .describe('The products that the row is for, where the page is for others too; null where it is for all.'),
    notes: LocalizedText.nullable().describe('The Notes or Comments cell.'),
    footnotes: z.array(LocalizedText).describe('The footnotes that the row points to.'),
    devices: z.array(LocalizedText).describe('The devices that a client row lists.'),
    corrections: z.array(CorrectionId).describe('Every place where the published text was not taken at its word.'),
    origin: Origin,
  })
  .meta({ id: 'PortRule', description: 'One row of one published port table.' });
export type PortRule = z.infer<typeof PortRule>;

export const Table = z
  .strictObject({
    id: TableId,
    title: Title,
    product: ProductId,
    scenario: ScenarioId,
    kind: RuleKind,
    document: DocumentId,
    index: z.int().positive().describe("Number among the document's port tables, from 1."),
    columns: z.array(LocalizedText).describe('The headers as published.'),
  })
  .meta({ id: 'Table', description: 'A published port table.' });
export type Table = z.infer<typeof Table>;

export const Withdrawal = z
  .strictObject({ date: z.string().describe('YYYY-MM-DD, UTC.'), commit: z.string() })
  .meta({ id: 'Withdrawal', description: 'The commit that deleted a document, and its date.' });
export type Withdrawal = z.infer<typeof Withdrawal>;

export const Document = z
  .strictObject({
    id: DocumentId,
    title: LocalizedText,
    product: ProductId,
    products: z
      .array(ProductId)
      .optional()
      .describe(
        'The products that the page is for, where they are several; each has tables and rules of its own from it.',
      ),
    locale: z.string().describe('Language of the page.'),
    path: z.string(),
    repository: z.string().nullable(),
    commit: z.string().nullable(),
    sha256: z.string().describe("Of the page's UTF-8 text with LF line ends."),
    assetId: z.string().nullable().describe('The same for every edition and language of a page.'),
    updated: z.string().nullable().describe('When the English page was last changed, YYYY-MM-DD.'),
    translation: z.strictObject({
      type: z.string().nullable().describe('MT is machine translation, HT human.'),
      handedOff: z.string().nullable().describe('When it was translated, YYYY-MM-DD.'),
      sourceCommit: z.string().nullable().describe('The commit of the English page that was translated.'),
    }),
    withdrawn: Withdrawal.nullable().describe('Null while it is published. The rules of a withdrawn page stay.'),
    english: z
      .strictObject({
        path: z.string(),
        repository: z.string().nullable(),
        commit: z.string().nullable(),
        sha256: z.string(),
      })
      .optional()
      .describe('The variant of the page that its English comes from; left out where that is the page itself.'),
  })
  .meta({ id: 'Document', description: 'A published page, at the commit from which it was read.' });
export type Document = z.infer<typeof Document>;

export const RoleKind = z
  .enum(['server', 'load-balancer', 'edge-service', 'client', 'device', 'partner', 'group'])
  .meta({ id: 'RoleKind' });
export const Zone = z
  .enum(['external', 'perimeter', 'internal'])
  .meta({ id: 'Zone', description: 'Where in the network a role stands.' });

export type Zone = z.infer<typeof Zone>;

export const Role = z
  .strictObject({
    id: RoleId,
    name: Name,
    kind: RoleKind,
    zone: Zone,
    base: RoleId.nullable().describe('The role of which this is a special case ("Front End Servers where …").'),
    servers: z.array(RoleId).describe('The roles of the servers behind a load balancer, or of those in a group.'),
  })
  .meta({ id: 'Role', description: 'Who a rule is about, or who stands at one of its ends.' });
export type Role = z.infer<typeof Role>;

export const Service = z.strictObject({ id: ServiceId, name: Name }).meta({ id: 'Service' });
export type Service = z.infer<typeof Service>;

export const Protocol = z
  .strictObject({
    id: ProtocolId,
    name: Name,
    label: z.string().describe('The acronym as tables print it.'),
    implies: Transport.nullable().describe('The transport that the protocol alone implies.'),
  })
  .meta({ id: 'Protocol' });
export type Protocol = z.infer<typeof Protocol>;

export const Product = z.strictObject({ id: ProductId, name: Name }).meta({ id: 'Product' });
export type Product = z.infer<typeof Product>;

export const ScenarioGroup = z
  .enum(['edge', 'director', 'internal', 'clients', 'load-balancing', 'media', 'federation', 'hybrid', 'other'])
  .meta({ id: 'ScenarioGroup', description: 'What a scenario is listed under.' });

export const Scenario = z
  .strictObject({ id: ScenarioId, name: Title, group: ScenarioGroup })
  .meta({ id: 'Scenario', description: 'A deployment situation, shared by products.' });
export type Scenario = z.infer<typeof Scenario>;

export const Correction = z
  .strictObject({
    id: CorrectionId,
    rule: RuleId,
    field: z.string().describe('The field of the rule that the word decides.'),
    published: z.string(),
    corrected: z.string(),
    reason: z.string(),
    evidence: z
      .enum(['bilingual', 'sibling', 'registry', 'vocabulary'])
      .describe(
        'How the project knows: the English beside the Korean in the same cell, the same row in another edition of the ' +
          "page, a registered port assignment, or the vocabulary's own reason.",
      ),
    witness: z
      .string()
      .nullable()
      .describe(
        "The English of the cell, the id of the sibling rule, or the assignment; null for the vocabulary's reason.",
      ),
  })
  .meta({ id: 'Correction', description: 'A place where the published text was not taken at its word.' });
export type Correction = z.infer<typeof Correction>;

export const Severity = z.enum(['info', 'caution', 'warning']);

export const Advisory = z
  .strictObject({
    id: AdvisoryId,
    title: Name,
    explanation: Name,
    rules: z.array(RuleId),
    severity: Severity,
  })
  .meta({
    id: 'Advisory',
    description: 'Where documents contradict each other or themselves; the data is left as published.',
  });
export type Advisory = z.infer<typeof Advisory>;

export const CoverageState = z.enum(['tables', 'prose', 'absent']);

export const Coverage = z
  .strictObject({
    id: z.string().describe("The document's id where its tables are in the catalog, else a name of its own."),
    page: z.string().nullable().describe("The path in Microsoft's repository; null for a topic that no page has."),
    product: ProductId.nullable().describe(
      'The first of the products that it is for; null where it is for none of them.',
    ),
    products: z.array(ProductId).optional().describe('The products that it is for, where they are several.'),
    title: z.strictObject({ en: z.string().nullable(), ko: z.string().nullable() }),
    state: CoverageState.describe(
      'Whether the tables of the page are in the catalog, it has ports in prose only, or no page has them.',
    ),
    holds: Name.nullable().describe('The ports; null where the catalog has them, or nobody says which they are.'),
    ranges: z.array(PortRange).describe('The ports of `holds`.'),
    roles: z
      .array(RoleId)
      .describe('The roles that need it though no table says so, and with them those that are special cases of them.'),
    see: z
      .strictObject({ name: Name, url: z.string().nullable() })
      .nullable()
      .describe('Where to look for what no page has; without an address where none was confirmed.'),
  })
  .describe("A page of Microsoft's that holds ports, or what people look for that no page has.");
export type Coverage = z.infer<typeof Coverage>;

/** What people type, as the search reads it: each word in the form of `searchable`. */
export const Synonyms = z.strictObject({
  /** By what is typed, what the catalog has for it; nothing where it says nothing; "=" stands before a whole line. */
  means: z.record(z.string(), z.array(z.string())),
  /** Whom it names as one end of a pair. */
  roles: z.record(z.string(), z.string()),
  /** Words for kinds of hosts, which names are known without. */
  hosts: z.array(z.string()),
  /** The ways to ask for a pair: {a}, words, {b}. */
  pairs: z.array(z.string()),
  /** The ways to write a range of ports: {a}, words, {b}. */
  ranges: z.array(z.string()),
  /** What is attached to a word in the end and says nothing: Korean particles. */
  endings: z.array(z.string()),
  /** The same of kinds of hosts and of numbers alone: names end so. */
  hostEndings: z.array(z.string()),
  /** Names of what everything here is about. */
  brands: z.array(z.string()),
  /** What is said after the words that it narrows, and is no part of them. */
  narrows: z.array(z.string()),
});
export type Synonyms = z.infer<typeof Synonyms>;

export const Need = z
  .strictObject({
    id: NeedId,
    level: NeedLevel,
    when: Name.nullable().describe('The condition, or what it still is for; null where there is none.'),
    ifClosed: Name.nullable().describe('What stops working while it is closed; null where that is not known.'),
    by: Author.describe('Who gives the level: the published pages, or this project.'),
    from: z
      .strictObject({ en: z.string(), ko: z.string().nullable() })
      .describe("The page's English, as quoted; or the reason of this project, in both languages."),
    pages: z
      .array(z.string())
      .describe(
        "The paths in Microsoft's repository of the pages that are quoted; none where it is rows of the rules.",
      ),
  })
  .meta({ id: 'Need', description: 'Whether ports must be open, what for, and how that is known.' });
export type Need = z.infer<typeof Need>;

/** What the package publishes, list by list. */
export const PublishedCatalog = z.strictObject({
  ports: z.array(PortRule).describe('Every rule, by product, then scenario, then in the order of the published rows.'),
  tables: z.array(Table).describe('The published tables.'),
  scenarios: z.array(Scenario),
  documents: z.array(Document).describe('The published pages, with repository, commit and sha256.'),
  roles: z.array(Role),
  services: z.array(Service),
  protocols: z.array(Protocol),
  products: z.array(Product),
  corrections: z.array(Correction).describe('Every place where the published text was not taken at its word.'),
  advisories: z.array(Advisory).describe('Where the pages contradict each other or themselves.'),
  needs: z.array(Need).describe('Whether ports must be open, and what stops working while they are closed.'),
});
export type PublishedCatalog = z.infer<typeof PublishedCatalog>;

/** A published cell: its lines, in the page's own language and in the English that the page shows beside it. */
export const PublishedCell = z.array(z.strictObject({ text: z.string().nullable(), en: z.string().nullable() }));

/** The published cells of a rule's row, in the order of its table's columns. */
export const Evidence = z.strictObject({
  rule: RuleId,
  cells: z.array(PublishedCell),
  /** The row that the cells' English comes from, in the variant that the document names; left out where it is this row. */
  english: z.strictObject({ table: z.int().positive(), row: z.int().positive() }).optional(),
  /** The other rows that the rule was read from: a range of which one row has the first port and another the number. */
  and: z.array(z.strictObject({ row: z.int().positive(), cells: z.array(PublishedCell) })).optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** All of data.json. */
export const Catalog = z
  .strictObject({ version: z.string().describe('Version of the data.'), ...PublishedCatalog.shape })
  .describe('The whole catalog, as `data.json` holds it.');
